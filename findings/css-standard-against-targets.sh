#!/usr/bin/env bash
# stylelint-config-standard 39.0.1, stylelint-plugin-use-baseline 1.4.6,
# stylelint-no-unsupported-browser-features 8.1.2 (doiuse 6.0.6, caniuse-lite 1.0.30001828), stylelint 16.26.1
# Expected: the standard rules are about form: whatever browsers are wanted, there is a way to write that satisfies both
#   the standard and a checker of browsers.
# Happens: for three common things none of the usual ways passes. The standard wants `:not(.b, .c)`, `inset: 0` and
#   `(width >= 40em)`, which the checkers refuse, and refuses the older ways to say the same.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund stylelint@16.26.1 stylelint-no-unsupported-browser-features@8.1.2 \
    doiuse@6.0.6 caniuse-lite@1.0.30001828 stylelint-plugin-use-baseline@1.4.6 stylelint-config-standard@39.0.1
cat >check.mjs <<'EOF'
import stylelint from "stylelint";

const browsers = ["chrome 86", "safari 14", "ios_saf 14"];
const config = {
  extends: "stylelint-config-standard",
  plugins: ["stylelint-no-unsupported-browser-features", "stylelint-plugin-use-baseline"],
  rules: {
    "plugin/no-unsupported-browser-features": [true, { browsers, ignorePartialSupport: true }],
    "plugin/use-baseline": [true, { available: 2020 }],
  },
};
// The older way and the newer one, with the rule that refuses it
const known = [
  [".a:not(.b):not(.c) {\n  top: 0;\n}\n", "selector-not-notation"],
  [".a:not(.b, .c) {\n  top: 0;\n}\n", "plugin/no-unsupported-browser-features"],
  [".a {\n  top: 0;\n  right: 0;\n  bottom: 0;\n  left: 0;\n}\n", "declaration-block-no-redundant-longhand-properties"],
  [".a {\n  inset: 0;\n}\n", "plugin/use-baseline"],
  ["@media (min-width: 40em) {\n  .a {\n    top: 0;\n  }\n}\n", "media-feature-range-notation"],
  ["@media (width >= 40em) {\n  .a {\n    top: 0;\n  }\n}\n", "plugin/no-unsupported-browser-features"],
];

console.log("stylelint-config-standard 39.0.1 for", ...browsers);
let changed = false;
for (const [code, before] of known) {
  const { results } = await stylelint.lint({ code, config });
  const rules = results[0].warnings.map((warning) => warning.rule).join(", ");
  console.log(`  ${code.replace(/\s+/g, " ")} ${rules || "passes"}`);
  changed ||= rules !== before;
}
if (changed) {
  console.error("The behaviour has changed");
  process.exit(1);
}
EOF
node check.mjs
