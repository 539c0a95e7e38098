#!/usr/bin/env bash
# Caddy 2.6.2 (Debian 12)
# Expected: `header { Access-Control-Allow-Origin * ; -Server }` sets the one, on every answer, whatever becomes of the other:
#   written as two directives it does, on a 404 of `handle_errors` too.
# Happens: one removal makes the whole block wait until an answer is written, and when the file server reports an error the
#   waiting is forgotten: the 404 has no `Access-Control-Allow-Origin`, so that a program of another origin cannot read
#   even that the file is missing.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'kill $server 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
mkdir site
echo '没有' >site/404.html
cat >Caddyfile <<'EOF'
{
	admin off
}
http://127.0.0.1:18471 {
	root * site
	header {
		Access-Control-Allow-Origin *
		-Server
	}
	file_server
	handle_errors {
		rewrite * /404.html
		file_server
	}
}
http://127.0.0.1:18472 {
	root * site
	header Access-Control-Allow-Origin *
	header -Server
	file_server
	handle_errors {
		rewrite * /404.html
		file_server
	}
}
EOF
XDG_DATA_HOME=$folder XDG_CONFIG_HOME=$folder caddy run --config Caddyfile --adapter caddyfile 2>/dev/null &
server=$!
sleep 2
caddy version
said() { curl -sD - -o /dev/null "http://127.0.0.1:$1/none" | tr -d '\r' | grep -i -e '^HTTP' -e '^access' -e '^server' | sort; }
block=$(said 18471) apart=$(said 18472)
printf 'a block with a removal: %s\n' "${block//$'\n'/ | }"
printf 'two directives: %s\n' "${apart//$'\n'/ | }"
! grep -qi '^access' <<<"$block" && grep -qi '^access' <<<"$apart" || { echo "The behaviour has changed"; exit 1; }
