#!/usr/bin/env bash
# Nu HTML checker (vnu-jar) 26.9.27; needs Java 17 or later
# Expected: of a page in simplified Chinese the checker has one opinion what its `lang` should be; what it advises, it
#   accepts.
# Happens: for `zh-cmn-Hans` it advises `cmn-hans`, and for `cmn-Hans` it advises `zh-hans`. A page in traditional
#   characters that says `zh-CN` is warned about, one that says `zh-SG` is not.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund vnu-jar@26.9.27
cat >check.mjs <<'EOF'
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const jar = createRequire(import.meta.url)("vnu-jar");
const simplified = "区人民政府公开今年政府工作报告确定的重点任务及其落实情况。".repeat(50);
const traditional = "區人民政府公開今年政府工作報告確定的重點任務及其落實情況。".repeat(50);
// Language, text, what is advised
const known = [
  ["zh-CN", simplified, ""],
  ["zh-Hans", simplified, ""],
  ["zh-cmn-Hans", simplified, "cmn-hans"],
  ["cmn-Hans", simplified, "zh-hans"],
  ["zh-CN", traditional, "zh-hant"],
  ["zh-SG", traditional, ""],
];

function advice(lang, text) {
  const page = `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>任务</title></head>`;
  writeFileSync("page.html", `${page}<body><h1>任务</h1><p>${text}</p></body></html>`);
  const options = ["-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "page.html"];
  const { messages } = JSON.parse(spawnSync("java", options, { encoding: "utf8" }).stdout);
  for (const { message } of messages) console.log(`    ${message}`);
  return messages.map(({ message }) => /(?:Use|using) “(?:lang=")?([\w-]+)/.exec(message)?.[1] ?? message).join(", ");
}

console.log("vnu-jar 26.9.27");
let changed = false;
for (const [lang, text, before] of known) {
  console.log(`  lang="${lang}", ${text === simplified ? "simplified" : "traditional"} characters:`);
  const seen = advice(lang, text);
  console.log(seen ? `    advice: ${seen}` : "    nothing to say");
  changed ||= seen !== before;
}
if (changed) {
  console.error("The behaviour has changed");
  process.exit(1);
}
EOF
node check.mjs
