#!/usr/bin/env bash
# Pagefind 1.6.0, two sites in Chinese searched together (mergeIndex)
# Expected: the hits of both in the order that one index of all pages gives, as every page holds what it holds.
# Happens: how rare a word is counts in each index by itself. A page that only names 公园 (parks), on a site that else never
#   speaks of them, stands before four pages on nothing else, on a site where the word is an ordinary one. In one index of
#   the same pages it is last. Who speaks of a thing least is heard first.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts pagefind@1.6.0
mkdir parks schools both
echo '{"type": "module"}' >package.json
page() { printf '<!doctype html><html lang="zh-CN"><body><h1>%s</h1><p>%s</p></body></html>' "$2" "$3" >"$1/$2.html"; }
for n in 一 二 三 四; do page parks "公园$n" '公园开放，公园改造。'; done
page schools 计划 '公园，学位，小区，道路，河道，厕所，医院。'
for n in 一 二 三 四 五; do page schools "学校$n" '学位增加。'; done
cp parks/*.html schools/*.html both/
for site in parks schools both; do node_modules/.bin/pagefind --site "$site" >build.log; done
cat >search.mjs <<'SCRIPT'
// What Pagefind asks of a browser, files in place of addresses
import { readFile } from "node:fs/promises";
const [query, site, ...others] = process.argv.slice(2);
globalThis.document = { querySelector: () => ({ getAttribute: () => "zh-CN" }), currentScript: null };
globalThis.window = globalThis;
globalThis.location = { href: import.meta.url, origin: "file://" };
globalThis.fetch = async (address) => new Response(await readFile(new URL(String(address).replace(/\?.*/, ""), import.meta.url)));
const pagefind = await import(`./${site}/pagefind/pagefind.js`);
for (const other of others) await pagefind.mergeIndex(new URL(`./${other}/pagefind/`, import.meta.url).href);
const { results } = await pagefind.search(query);
const titles = await Promise.all(results.map(async (one) => (await one.data()).meta.title));
console.log(`${titles.length} hits, 计划 is number ${titles.indexOf("计划") + 1}`);
SCRIPT

changed=0
try() { # what is found, then the sites
    local wanted=$1
    shift
    found=$(node search.mjs 公园 "$@")
    echo "$*: $found"
    [[ "$found" == "$wanted" ]] || changed=1
}
try '5 hits, 计划 is number 5' both
try '5 hits, 计划 is number 1' parks schools
if ((changed)); then
    echo "The behaviour has changed" >&2
    exit 1
fi
