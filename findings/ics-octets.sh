#!/usr/bin/env bash
# ics 3.12.0 (npm) and ics 0.7.3 (PyPI), writers of iCalendar
# Expected: no line is longer than 75 octets (RFC 5545, 3.1: "SHOULD NOT"), in Chinese as in English, and every event
#   has the DTSTAMP that it must have (3.6.1).
# Happens: the first folds after 75 UTF-16 units, so that 55 characters stay one line of 167 octets; the second folds
#   nothing, not even English, and writes no DTSTAMP.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ics@3.12.0
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check ics==0.7.3
cat >titles.json <<'EOF'
{"english": "Due: build fourteen thousand parking places in the old town and begin with the new schools, and say so each quarter",
 "chinese": "承诺到期：新建改造城区停车泊位一万四千个以上并开工建设中小学校，办好民生实事，按季度公布进展情况，接受监督"}
EOF
cat >write.mjs <<'EOF'
import { readFileSync } from "node:fs";
import { createEvent } from "ics";
for (const [name, title] of Object.entries(JSON.parse(readFileSync("titles.json", "utf8")))) {
  const { error, value } = createEvent({ title, start: [2026, 12, 31], end: [2027, 1, 1] });
  if (error) throw error;
  const octets = Math.max(...value.split("\r\n").map((line) => Buffer.byteLength(line)));
  console.log(`npm ${name}: ${octets} octets, DTSTAMP ${value.includes("DTSTAMP:")}`);
}
EOF
cat >write.py <<'EOF'
import json

import ics

for name, title in json.load(open("titles.json", encoding="utf-8")).items():
    event = ics.Event(name=title, begin="2026-12-31")
    event.make_all_day()
    text = ics.Calendar(events=[event]).serialize()
    octets = max(len(line.encode()) for line in text.split("\r\n"))
    print(f"PyPI {name}: {octets} octets, DTSTAMP {'DTSTAMP' in text}")
EOF
seen=$(node write.mjs; venv/bin/python write.py)
printf '%s\n' "$seen"
[ "$seen" = "npm english: 75 octets, DTSTAMP true
npm chinese: 167 octets, DTSTAMP true
PyPI english: 124 octets, DTSTAMP False
PyPI chinese: 167 octets, DTSTAMP False" ]
