#!/usr/bin/env bash
# Chromium 86.0.4240.0 (of chrome-aws-lambda 5.3.1)
# Expected: 1rem is the size of the root, 16 pixels, wherever it is said.
# Happens: in a `pre`, whose letters the browser makes `monospace`, a `code` with `font-size: 1rem` and any list of
#   families that is not `monospace` alone has 19.69 pixels: rem counts as relative to the parent's font there, and is
#   grown by 16/13, as if from the smaller size of `monospace`. 16px is 16 pixels. Today's Chromium has 16 for both, and
#   no checker of styles for browsers knows of it.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps chrome-aws-lambda@5.3.1
node -e '
const { readFileSync, writeFileSync } = require("fs");
const packed = readFileSync("node_modules/chrome-aws-lambda/bin/chromium.br");
writeFileSync("chromium", require("zlib").brotliDecompressSync(packed), { mode: 0o755 });'
cat >page.html <<'EOF'
<!doctype html>
<title>x</title>
<pre><code style="font: 1rem Consolas, monospace">a</code><code style="font: 16px Consolas, monospace">a</code></pre>
<p><code style="font: 1rem Consolas, monospace">a</code>
<script>
const sizes = [...document.querySelectorAll("code")].map((one) => getComputedStyle(one).fontSize);
document.title = sizes.join(" ");
</script>
EOF
seen=$(./chromium --headless --disable-gpu --no-sandbox --dump-dom "file://$PWD/page.html" 2>/dev/null | grep -o '<title>.*</title>')
echo "in pre 1rem, in pre 16px, in p 1rem: $seen"
[ "$seen" = "<title>19.6923px 16px 16px</title>" ]
