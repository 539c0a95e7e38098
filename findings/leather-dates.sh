#!/usr/bin/env bash
# leather 0.4.1
# Expected: a scale of dates from 1 January 2022 begins there or before, so that its first day lies on it.
# Happens: its first tick is 1 February 2022. What happened in the month that a timeline begins with is drawn left of its
#   beginning, at a negative place.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check leather==0.4.1
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import date

from leather.scales import Temporal

scale = Temporal(date(2022, 1, 1), date(2023, 3, 1))
first, place = scale.ticks()[0], scale.project(date(2022, 1, 20), 0, 100)
print("leather 0.4.1, a scale from 2022-01-01 to 2023-03-01")
print(f"  first tick {first}; 2022-01-20 at {float(place):.1f} of 100")
sys.exit(0 if first == date(2022, 2, 1) and place < 0 else "changed")
PY
