#!/usr/bin/env bash
# leather 0.4.1
# Expected: the margin of a theme may be a whole number, as its width and font size are.
# Happens: only a float is taken; with 10 instead of 10.0 every chart ends in an UnboundLocalError.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check leather==0.4.1
"$folder/venv/bin/python" - <<'PY'
import sys

import leather


def drawn(margin):
    leather.theme.margin = margin
    chart = leather.Chart()
    chart.add_bars([(1, "2021"), (2, "2022")])
    try:
        return "drawn" if chart.to_svg().startswith("<svg") else "other"
    except UnboundLocalError:
        return "UnboundLocalError"


found = [drawn(10.0), drawn(10)]
print("leather 0.4.1, theme.margin 10.0 and 10")
print("  " + ", ".join(found))
sys.exit(0 if found == ["drawn", "UnboundLocalError"] else "changed")
PY
