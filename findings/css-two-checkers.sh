#!/usr/bin/env bash
# stylelint-no-unsupported-browser-features 8.1.2 (doiuse 6.0.6, caniuse-lite 1.0.30001828),
# stylelint-plugin-use-baseline 1.4.6, stylelint 16.26.1
# Expected: a style sheet that has to work in Chrome 86 and Safari 14, of the autumn of 2020, needs one of the two: the
#   browsers by name, or `available: 2020`, and each reports all that came later.
# Happens: the first knows nothing of `aspect-ratio`, `color-mix()`, `accent-color`, `translate`, `@property`. The second
#   knows no range in a media query, no `gap` of a flex box (grids had it earlier), no nested rule without `&`, no colour
#   made from another, but does report `outline`. Constants in `calc()` are known to neither.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund stylelint@16.26.1 stylelint-no-unsupported-browser-features@8.1.2 \
    doiuse@6.0.6 caniuse-lite@1.0.30001828 stylelint-plugin-use-baseline@1.4.6
cat >check.mjs <<'EOF'
import stylelint from "stylelint";

const browsers = ["chrome 86", "safari 14", "ios_saf 14"];
const checkers = [
  ["stylelint-no-unsupported-browser-features", "plugin/no-unsupported-browser-features", { browsers }],
  ["stylelint-plugin-use-baseline", "plugin/use-baseline", { available: 2020 }],
];
// CSS: whether the first reports it, and the second
const known = {
  ".a { aspect-ratio: 16 / 9; }": [false, true],
  ".a { color: color-mix(in srgb, red, blue); }": [false, true],
  ".a { accent-color: red; }": [false, true],
  ".a { translate: 1px; }": [false, true],
  '@property --a { syntax: "<color>"; inherits: false; initial-value: red; }': [false, true],
  "@media (width >= 40em) { .a { top: 0; } }": [true, false],
  ".a { display: flex; gap: 1em; }": [true, false],
  ".a { .b { top: 0; } }": [true, false],
  ".a { color: rgb(from red r g b); }": [true, false],
  ".a { & .b { top: 0; } }": [true, true],
  "@layer a { .a { top: 0; } }": [true, true],
  ".a { outline: 1px solid red; }": [false, true],
  ".a { top: calc(1px * pi); }": [false, false],
};

async function reports(code, [plugin, rule, options]) {
  const config = { plugins: [plugin], rules: { [rule]: [true, options] } };
  const { results } = await stylelint.lint({ code, config });
  return results[0].warnings.length > 0;
}

console.log("1: stylelint-no-unsupported-browser-features 8.1.2; 2: stylelint-plugin-use-baseline 1.4.6");
let changed = false;
for (const [code, before] of Object.entries(known)) {
  const seen = [await reports(code, checkers[0]), await reports(code, checkers[1])];
  console.log(`  1 ${seen[0] ? "reports" : "silent "}  2 ${seen[1] ? "reports" : "silent "}  ${code}`);
  changed ||= String(seen) !== String(before);
}
if (changed) {
  console.error("The behaviour has changed");
  process.exit(1);
}
EOF
node check.mjs
