#!/usr/bin/env bash
# MkDocs 1.6.1, its own search, run in Node as the browser's worker runs it
# Expected: with the language `zh`, which the plugin `search` knows and takes from the theme's locale, a site in Chinese
#   can be searched in the browser; a language that it does not know stops `mkdocs build --strict`.
# Happens: the splitter for Chinese that is published wants a module of Node that no browser has: the worker stops while
#   it makes the index, and nothing is found, English words included. `zh-CN` is replaced by `en` with a line that is no
#   warning, and the strict build passes; then English words are found and Chinese ones are not.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check mkdocs==1.6.1
mkdir "$folder/docs" && cd "$folder"
printf '# 重点任务\n\n建设公园，改造老旧小区。\n\nBudget 2026\n' >docs/index.md
cat >worker.cjs <<'EOF'
// The site's own worker with what it asks of a browser
const fs = require("node:fs");
const vm = require("node:vm");
const [folder] = process.argv.slice(2);
const read = (name) => fs.readFileSync(`${folder}/search/${name}`, "utf8");
let answers = [];
const browser = {
  console: { log() {}, error() {} },
  postMessage: (message) => answers.push(message),
  importScripts: (...names) => names.forEach((name) => vm.runInContext(read(name), browser)),
  XMLHttpRequest: class {
    addEventListener(_kind, loaded) {
      this.loaded = loaded;
    }
    open(_method, name) {
      this.name = name;
    }
    send() {
      this.loaded.call({ responseText: read(this.name) });
    }
  },
};
browser.self = browser;
vm.createContext(browser);
vm.runInContext(read("worker.js"), browser);
let start = "starts";
try {
  browser.onmessage({ data: { init: true } });
} catch (error) {
  start = `stops (${error.message})`;
}
const found = ["budget", "公园", "建设公园", "老旧小区"].map((query) => {
  answers = [];
  browser.onmessage({ data: { query } });
  return `${query} ${answers[0]?.results?.length ?? 0}`;
});
console.log(`worker ${start}; hits: ${found.join(", ")}`);
EOF

changed=0
try() { # language, what the worker does, what it finds (a page and its section)
    printf 'site_name: 公开\nplugins:\n  - search:\n      lang: %s\n' "$1" >mkdocs.yml
    venv/bin/mkdocs build --strict --site-dir "site-$1" >build.log 2>&1 || { cat build.log; changed=1; }
    grep -o "Option search.lang.*" build.log || true
    seen=$(node worker.cjs "site-$1")
    echo "lang: $1: $seen"
    [[ "$seen" == "worker $2"* && "$seen" == *"hits: $3" ]] || changed=1
}
venv/bin/mkdocs --version | cut -d ' ' -f 1-3
try en "starts" "budget 2, 公园 0, 建设公园 0, 老旧小区 0"
try zh-CN "starts" "budget 2, 公园 0, 建设公园 0, 老旧小区 0"
try zh "stops" "budget 0, 公园 0, 建设公园 0, 老旧小区 0"
if ((changed)); then
    echo "The behaviour has changed" >&2
    exit 1
fi
