#!/usr/bin/env bash
# leather 0.4.1
# Expected: the room beside a bar chart follows the width of its labels: ten Chinese characters, each as wide as the type
#   is high, need some 140 units at 14 a character.
# Happens: 8 units are reserved for each character, whatever it is: ten Chinese ones get the 88 of ten Latin ones, and
#   with the margin of 18 a label of an indicator loses its beginning outside the picture.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check leather==0.4.1
"$folder/venv/bin/python" - <<'PY'
import re
import sys

import leather


def room(label):
    chart = leather.Chart()
    chart.add_bars([(1, label), (2, "b")])
    return max(int(one) for one in re.findall(r"translate\((\d+) 0\)", chart.to_svg(width=400, height=100)))


han, latin = room("固定资产投资增长速度"), room("x" * 10)
print("leather 0.4.1, room for labels of ten characters at 14 units")
print(f"  Chinese {han}, Latin {latin}")
sys.exit(0 if (han, latin) == (88, 88) else "changed")
PY
