#!/usr/bin/env bash
# icalendar 7.3.2, Calendar.add with a text
# Expected: the value of `NAME` (RFC 7986) and of `X-WR-CALNAME` is TEXT: its commas, semicolons and line ends are escaped, as
#   those of `SUMMARY` are.
# Happens: both are written as they are, and a line end within is an AssertionError of `to_ical`. As `icalendar.vText` they
#   are escaped.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check icalendar==7.3.2
cat >names.py <<'EOF'
from icalendar import Calendar, Event, vText

for value in ("一，二; 三, 四", "一\n二"):
    for name in ("name", "x-wr-calname"):
        calendar = Calendar()
        calendar.add(name, value)
        try:
            print(repr(value), "as str:", calendar.to_ical().decode().split("\r\n")[1])
        except AssertionError as error:
            print(repr(value), "as str:", name, "AssertionError:", error)
        calendar = Calendar()
        calendar.add(name, vText(value))
        print(repr(value), "as vText:", calendar.to_ical().decode().split("\r\n")[1])
    event = Event()
    event.add("summary", value)
    print(repr(value), "of an event:", event.to_ical().decode().split("\r\n")[1])
EOF
venv/bin/python names.py | tee said.txt
test "$(grep -c AssertionError said.txt)" = 2
grep -qF "as str: X-WR-CALNAME:一，二; 三, 四" said.txt
