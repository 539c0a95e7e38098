#!/usr/bin/env bash
# feedparser 6.0.14, feedparser-rs 0.7.1, atoma 0.0.17, feedsmith 3.0.1, rss-parser 3.13.0, readers of Atom
# Expected: `xml:base` (RFC 4287, 2) holds for an entry's link and for the links inside its text, or the reader at least
#   hands it on, so that whoever uses it can lead them.
# Happens: feedparser leads both, feedparser-rs the entry's link alone; feedsmith neither, but hands the base on; what
#   atoma and rss-parser give has no trace of it.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts feedsmith@3.0.1 rss-parser@3.13.0
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check feedparser==6.0.14 feedparser-rs==0.7.1 atoma==0.0.17
cat >feed.xml <<'EOF'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN" xml:base="https://base.example/report/">
  <title>承诺</title>
  <id>urn:uuid:a44b7a70-8876-5052-b48a-52b555d22e01</id>
  <updated>2026-03-05T18:00:00+08:00</updated>
  <author><name>示例</name></author>
  <link rel="alternate" href="index.html"/>
  <entry>
    <title>绿道</title>
    <id>urn:uuid:7b99488a-a1bd-5530-b608-640f0ce8e1f8</id>
    <updated>2026-03-05T18:00:00+08:00</updated>
    <link rel="alternate" href="updates/a.html"/>
    <content type="html">&lt;p&gt;&lt;a href="records/b.html"&gt;记录&lt;/a&gt;&lt;/p&gt;</content>
  </entry>
</feed>
EOF
cat >read.py <<'EOF'
import atoma
import feedparser
import feedparser_rs

data = open("feed.xml", "rb").read()


def told(name: str, link: str, text: str) -> None:
    led = [one.startswith("https://base.example/report/") for one in (link, text.partition('href="')[2])]
    print(f"{name}: link {led[0]}, text {led[1]}")


for reader in (feedparser, feedparser_rs):
    entry = reader.parse(data).entries[0]
    told(reader.__name__, entry.link, entry.content[0].value)
feed = atoma.parse_atom_bytes(data)
told("atoma", feed.entries[0].links[0].href, feed.entries[0].content.value)
assert "base.example" not in repr(feed)
EOF
cat >read.mjs <<'EOF'
import { readFileSync } from "node:fs";
import { parseAtomFeed } from "feedsmith";
import RssParser from "rss-parser";
const text = readFileSync("feed.xml", "utf8");
const smith = parseAtomFeed(text);
const rss = await new RssParser().parseString(text);
const base = "https://base.example/report/";
const told = (name, link, html, all) =>
  console.log(`${name}: link ${link.startsWith(base)}, text ${html.includes(base)}, base handed on ${JSON.stringify(all).includes("base.example")}`);
told("feedsmith", smith.entries[0].links[0].href, smith.entries[0].content.value, smith);
told("rss-parser", rss.items[0].link, rss.items[0].content, rss);
EOF
seen=$(venv/bin/python read.py; node read.mjs)
printf '%s\n' "$seen"
[ "$seen" = "feedparser: link True, text True
feedparser_rs: link True, text False
atoma: link False, text False
feedsmith: link false, text false, base handed on true
rss-parser: link false, text false, base handed on false" ]
