#!/usr/bin/env bash
# Apache 2.4.71 (Debian 12), mod_deflate
# Expected: an answer's ETag, handed back in If-None-Match, is answered with 304 while the file stands.
# Happens: a packed answer's ETag ends in `-gzip`, and Apache does not know it again: the file is sent whole each time, to
#   every browser, as all ask for packed answers. `RequestHeader edit* If-None-Match "-gzip\"" "\""` mends it.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
chmod 755 "$folder"
trap 'kill "$(cat "$folder/pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$folder"' EXIT
mkdir "$folder/site"
head -c 4000 /dev/zero | tr '\0' 'a' >"$folder/site/a.txt"
{
  for one in mpm_event authz_core mime filter deflate headers; do
    echo "LoadModule ${one}_module /usr/lib/apache2/modules/mod_$one.so"
  done
  cat <<EOF
ServerName localhost
User www-data
Group www-data
PidFile $folder/pid
ErrorLog $folder/error.log
DefaultRuntimeDir $folder
TypesConfig /etc/mime.types
Listen 127.0.0.1:18473
Listen 127.0.0.1:18474
DocumentRoot $folder/site
AddOutputFilterByType DEFLATE text/plain
<VirtualHost *:18474>
DocumentRoot $folder/site
RequestHeader edit* If-None-Match "-gzip\"" "\""
</VirtualHost>
EOF
} >"$folder/apache.conf"
/usr/sbin/apache2 -f "$folder/apache.conf"
sleep 1
/usr/sbin/apache2 -v | head -1
codes=""
for port in 18473 18474; do
  address=http://127.0.0.1:$port/a.txt
  etag=$(curl -sD - -o /dev/null -H 'Accept-Encoding: gzip' "$address" | grep -i '^etag:' | cut -d' ' -f2 | tr -d '\r')
  code=$(curl -so /dev/null -w '%{http_code}' -H 'Accept-Encoding: gzip' -H "If-None-Match: $etag" "$address")
  echo "$port: $etag, asked again: $code"
  codes+="$code "
done
[ "$codes" = "200 304 " ] || { echo "The behaviour has changed"; exit 1; }
