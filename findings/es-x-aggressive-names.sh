#!/usr/bin/env bash
# eslint-plugin-es-x 9.7.0, eslint 10.15.0
# Expected: in "aggressive" mode the preset for ES2020 reports, wherever the type is not known, names of methods that
#   came after ES2020: `.at()`, `.replaceAll()`. `.map()` and `.filter()` are of 2009 and stay free.
# Happens: ES2025 gave iterators methods with arrays' names, so that `.map()`, `.filter()` and `.forEach()` of any
#   parameter, and `.forEach()` of a list of elements, are forbidden as Iterator.prototype's; only of what is
#   seen to be an array they are not.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund eslint@10.15.0 eslint-plugin-es-x@9.7.0
cat >check.mjs <<'EOF'
import { Linter } from "eslint";
import esX from "eslint-plugin-es-x";

// Code: the rule that reports it
const known = {
  "(list) => list.map(String)": "es-x/no-iterator-prototype-map",
  "(list) => list.filter(Boolean)": "es-x/no-iterator-prototype-filter",
  "document.querySelectorAll('p').forEach(String)": "es-x/no-iterator-prototype-foreach",
  "[1, 2].map(String)": "",
  "(list) => list.join()": "",
  "(text) => text.replaceAll('a', 'b')": "es-x/no-string-prototype-replaceall",
};

function rules(code, aggressive) {
  const config = [esX.configs["flat/restrict-to-es2020"], { settings: { "es-x": { aggressive } } }];
  return new Linter().verify(code, config).map((message) => message.ruleId).join(", ");
}

console.log("eslint-plugin-es-x 9.7.0, flat/restrict-to-es2020, aggressive");
let changed = false;
for (const [code, before] of Object.entries(known)) {
  const seen = rules(code, true);
  console.log(`  ${code}: ${seen || "passes"}; not aggressive: ${rules(code, false) || "passes"}`);
  changed ||= seen !== before;
}
if (changed) {
  console.error("The behaviour has changed");
  process.exit(1);
}
EOF
node check.mjs
