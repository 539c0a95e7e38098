#!/usr/bin/env bash
# FlexSearch 0.8.212, Charset.CJK
# Expected: the encoder for Chinese, Japanese and Korean cuts Han characters from each other and leaves figures and Latin
#   words in a Chinese text whole: 8.7% is found by 8.7%, GDP by GDP.
# Happens: everything is cut into single characters, whose order and place do not count: 7.8% finds 8.7%, 2202 finds 2220,
#   PGD finds GDP, and 车泊停位 finds 停车泊位. With `context` the order of two characters counts, but what is found where
#   nothing stands in that order still is what holds the characters: 2022 finds 2220.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts flexsearch@0.8.212
cat >search.cjs <<'SCRIPT'
const { Charset, Index } = require("flexsearch");
const [context, ...queries] = process.argv.slice(2);
const index = new Index({ encoder: Charset.CJK, context: context === "context" });
index.add(1, "新增停车泊位2220个，增长8.7%，GDP总量居第一");
console.log(queries.map((query) => `${query} ${index.search(query).length}`).join(" "));
SCRIPT

changed=0
try() { # context or none, what is found, queries
    local context=$1 wanted=$2
    shift 2
    found=$(node search.cjs "$context" "$@")
    echo "$context: $found"
    [[ "$found" == "$wanted" ]] || changed=1
}
try none '8.7% 1 GDP 1 停车泊位 1 停车场 0' 8.7% GDP 停车泊位 停车场
try none '7.8% 1 2202 1 PGD 1 车泊停位 1' 7.8% 2202 PGD 车泊停位
try context '7.8% 0 PGD 0 2022 1' 7.8% PGD 2022
if ((changed)); then
    echo "The behaviour has changed" >&2
    exit 1
fi
