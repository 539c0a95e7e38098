#!/usr/bin/env bash
# dateparser 1.5.0, language zh
# Expected: with a base day in 2022, 12月31日 and 今年9月 are days of 2022, as `December 31` is; a span such as
#   2022年1-11月 (eleven months) is refused.
# Happens: a month and day without a year is nothing at all in Chinese, 今年9月 too; the eleven months are read as
#   1 November 2022. The same day is read with its year, and in English without.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$folder/venv/bin/python" - <<'EOF'
import sys
from datetime import datetime

import dateparser

SETTINGS = {"RELATIVE_BASE": datetime(2022, 1, 13)}
KNOWN = [
    ("2022年12月31日", "zh", "2022-12-31"),
    ("12月31日", "zh", None),
    ("December 31", "en", "2022-12-31"),
    ("今年9月", "zh", None),
    ("2022年1-11月", "zh", "2022-11-01"),
]

print("dateparser 1.5.0, on 13 January 2022")
changed = False
for text, language, before in KNOWN:
    found = dateparser.parse(text, languages=[language], settings=SETTINGS)
    day = found.date().isoformat() if found else None
    # Of a month alone the day is that of the base
    same = (day or "")[:7] == (before or "")[:7] if "-11" in text else day == before
    changed |= not same
    print(f"  {language} {text}: {day}")
sys.exit("changed" if changed else 0)
EOF
