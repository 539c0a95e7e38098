#!/usr/bin/env bash
# Pagefind 1.6.0, with pages in Chinese
# Expected: a word that stands on no page finds nothing, so that a reader learns that the site does not speak of it.
# Happens: 公厕 (public toilet) finds a page on parks. The browser's word breaking, which Pagefind asks, cuts 公厕 in 公 and
#   厕; each is found where a word begins with it (公园), and what no word begins with is passed over, as any absent word is
#   beside one that is there. 新药 (new drugs) finds 新增 likewise. In quotation marks it finds nothing.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts pagefind@1.6.0
mkdir site
echo '{"type": "module"}' >site/package.json
page() { printf '<!doctype html><html lang="zh-CN"><body><h1>%s</h1><p>%s</p></body></html>' "$1" "$2" >"site/$1.html"; }
page 环境 '建设公园，打通断头路。'
page 教育 '新增学位，改造老旧小区。'
node_modules/.bin/pagefind --site site >build.log
cat >search.mjs <<'SCRIPT'
// What Pagefind asks of a browser, files in place of addresses
import { readFile } from "node:fs/promises";
const queries = process.argv.slice(2);
globalThis.document = { querySelector: () => ({ getAttribute: () => "zh-CN" }), currentScript: null };
globalThis.window = globalThis;
globalThis.location = { href: import.meta.url, origin: "file://" };
globalThis.fetch = async (address) => new Response(await readFile(new URL(String(address).replace(/\?.*/, ""), import.meta.url)));
const pagefind = await import("./site/pagefind/pagefind.js");
for (const query of queries) {
  const { results } = await pagefind.search(query);
  const titles = await Promise.all(results.map(async (one) => (await one.data()).meta.title));
  console.log(`${query}: ${titles.join(",")}`);
}
SCRIPT

changed=0
try() { # what is found, queries
    local wanted=$1
    shift
    found=$(node search.mjs "$@" | paste -sd ' ')
    echo "$found"
    [[ "$found" == "$wanted" ]] || changed=1
}
try '公园: 环境 养老:  厕:  公园 养老: 环境' 公园 养老 厕 '公园 养老'
try '公厕: 环境 新药: 教育 "公厕": ' 公厕 新药 '"公厕"'
if ((changed)); then
    echo "The behaviour has changed" >&2
    exit 1
fi
