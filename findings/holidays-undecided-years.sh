#!/usr/bin/env bash
# holidays 0.109 (python-holidays), beside chinesecalendar 1.11.0
# Expected: of a year whose arrangement of holidays and working weekends (调休) the State Council has not published, a
#   calendar of China says that it does not know, as chinesecalendar does; a term of twenty working days that reaches
#   into it cannot be counted.
# Happens: for years with an arrangement both agree on every day, working Saturdays included. For 2031 holidays answers
#   with the statutory days alone, every weekend off: no working weekend, no bridge day, no warning, nothing in the
#   result that tells such a year from an arranged one. The twentieth working day is given as a plain date.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109 chinesecalendar==1.11.0
"$folder/venv/bin/python" -W error - <<'EOF'
import sys
from datetime import date, timedelta

import chinese_calendar
import holidays

china = holidays.CN()
year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
unlike = [day for day in year if china.is_working_day(day) != chinese_calendar.is_workday(day)]
weekends = [day for day in year if day.weekday() > 4 and china.is_working_day(day)]

later = [date(2031, 1, 1) + timedelta(days=n) for n in range(365)]
later_weekends = [day for day in later if day.weekday() > 4 and china.is_working_day(day)]
due = china.get_nth_working_day(date(2031, 1, 6), 20)
try:
    chinese_calendar.is_workday(date(2031, 1, 6))
    other = "answers"
except NotImplementedError:
    other = "NotImplementedError"

print("holidays 0.109, chinesecalendar 1.11.0")
print("2026: days on which the two differ:", len(unlike), "- working weekends:", len(weekends))
print("2031: working weekends by holidays:", len(later_weekends), "- twentieth working day from 6 January:", due)
print("2031: chinesecalendar:", other)
seen = (len(unlike), len(weekends), len(later_weekends), str(due), other)
if seen != (0, 6, 0, "2031-02-07", "NotImplementedError"):
    sys.exit(f"changed: {seen}")
EOF
