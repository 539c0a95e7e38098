#!/usr/bin/env bash
# pydantic 2.14.3
# Expected: text that is no whole number is refused where an int is wanted; 0-5, a range of two numbers, is none.
# Happens: noughts before the number are taken away first, and what is left is read: 0-5 is -5, 00-7 is -7. 1-5 is
#   refused, as int("0-5") of Python is.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pydantic==2.14.3
"$folder/venv/bin/python" - <<'PYTHON'
import sys

from pydantic import TypeAdapter, ValidationError

KNOWN = {"-5": -5, "007": 7, "0-5": -5, "00-7": -7, "+0-5": -5, "1-5": None, "0+5": None}
whole = TypeAdapter(int)
changed = False
for text, before in KNOWN.items():
    try:
        found = whole.validate_python(text)
    except ValidationError:
        found = None
    changed |= found != before
    print(f"  {text}: {found}")
sys.exit("changed" if changed else 0)
PYTHON
