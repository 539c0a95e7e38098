#!/usr/bin/env bash
# rclone 1.60.1 (Debian 12)
# Expected: AWS_CA_BUNDLE names certificates for servers that are asked by https; a store that is asked by http, on
#   this machine, has none to check. What another certificate would be taken for, rclone has `--ca-cert`.
# Happens: with the variable set, no remote of type s3 can be made at all, whatever its address: "unable to load custom CA
#   bundle, HTTPClient's transport unsupported type", before anything is asked.
# Seen: 2026-11-30
set -euo pipefail
export RCLONE_CONFIG=/dev/null RCLONE_CONFIG_STORE_TYPE=s3 RCLONE_CONFIG_STORE_PROVIDER=Other
export RCLONE_CONFIG_STORE_ENDPOINT=http://127.0.0.1:9 RCLONE_CONFIG_STORE_ACCESS_KEY_ID=x RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY=y
rclone version | head -1
asked() { env -u AWS_CA_BUNDLE "$@" rclone lsd --retries 1 --low-level-retries 1 store: 2>&1 | grep -o -m 1 -e 'unable to load custom CA bundle' -e 'connection refused' || true; }
plain=$(asked) bundled=$(asked AWS_CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt)
echo "without it: $plain; with it: $bundled"
[ "$plain, $bundled" = "connection refused, unable to load custom CA bundle" ] || { echo "The behaviour has changed"; exit 1; }
