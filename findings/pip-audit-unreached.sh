#!/usr/bin/env bash
# pip-audit 2.10.1
# Expected: where none of the packages asked about could be looked up (a registry's mirror that has files but no pages about
#   releases, a private name), an audit says that nothing was audited, or fails.
# Happens: it says "No known vulnerabilities found" and ends with 0; the packages that were passed over stand in a table
#   below, and in JSON each has `skip_reason` where others have `vulns`. `--strict` fails instead, at the first of them.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pip-audit==2.10.1
"$folder/venv/bin/pip-audit" --version
# A valid name that no registry has
echo "a-name-that-nobody-registered-so-far==1.0" >"$folder/requirements.txt"
audit() { "$folder/venv/bin/pip-audit" --requirement "$folder/requirements.txt" --no-deps --disable-pip "$@" 2>&1; }
code=0
said=$(audit --format json) || code=$?
grep -v WARNING <<<"$said"
echo "ends with $code"
strict=0
audit --strict >/dev/null || strict=$?
echo "with --strict it ends with $strict"
[ "$code" = 0 ] && [ "$strict" = 1 ] && grep -q "No known vulnerabilities found" <<<"$said" && grep -q skip_reason <<<"$said" ||
  { echo "The behaviour has changed"; exit 1; }
