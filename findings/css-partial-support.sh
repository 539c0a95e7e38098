#!/usr/bin/env bash
# stylelint-no-unsupported-browser-features 8.1.2, with doiuse 6.0.6 and caniuse-lite 1.0.30001828
# Expected: `ignorePartialSupport: true` passes over what the targets do in the main and lack in a corner; that Chrome 86
#   knows none of `:is()`, `:where()`, `inset` and `overflow: clip`, and drops the rule, is reported all the same.
# Happens: those are "partially supported" by the data: `:is()` for an old name with a prefix, `inset` for other logical
#   properties, `overflow: clip` for `overflow`. With the option all four pass in silence; without it every
#   `margin-inline-start`, which both browsers know, is an error too.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund stylelint@16.26.1 stylelint-no-unsupported-browser-features@8.1.2 \
    doiuse@6.0.6 caniuse-lite@1.0.30001828
cat >check.mjs <<'EOF'
import stylelint from "stylelint";

const rule = "plugin/no-unsupported-browser-features";
const browsers = ["chrome 86", "safari 14", "ios_saf 14"];
// CSS: whether it is reported with the option, and without
const known = {
  ".a:is(.b, .c) { top: 0; }": [false, true],
  ".a:where(.b) { top: 0; }": [false, true],
  ".a { inset: 0; }": [false, true],
  ".a { overflow: clip; }": [false, true],
  ".a { margin-inline-start: 0; }": [false, true],
  ".a:has(.b) { top: 0; }": [true, true],
};

async function reports(code, ignorePartialSupport) {
  const rules = { [rule]: [true, { browsers, ignorePartialSupport }] };
  const config = { plugins: ["stylelint-no-unsupported-browser-features"], rules };
  const { results } = await stylelint.lint({ code, config });
  return results[0].warnings.length > 0;
}

console.log("stylelint-no-unsupported-browser-features 8.1.2, doiuse 6.0.6:", ...browsers);
let changed = false;
for (const [code, before] of Object.entries(known)) {
  const seen = [await reports(code, true), await reports(code, false)];
  const [partial, full] = seen.map((reported) => (reported ? "reported" : "silent"));
  console.log(`  ${code}  ignorePartialSupport: ${partial}, else: ${full}`);
  changed ||= String(seen) !== String(before);
}
if (changed) {
  console.error("The behaviour has changed");
  process.exit(1);
}
EOF
node check.mjs
