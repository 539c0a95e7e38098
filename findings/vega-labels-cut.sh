#!/usr/bin/env bash
# vl-convert-python 1.9.0.post1 (Vega-Lite to SVG)
# Expected: the label of a bar stands in the picture in full, if small or broken into lines: it is the text that a reader
#   searches and a screen reader says.
# Happens: beyond 180 pixels its end is replaced by … in the text itself, without a warning. Of a target of 27 characters
#   15 are left. labelLimit: 0 keeps all.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vl-convert-python==1.9.0.post1
"$folder/venv/bin/python" - <<'PY'
import re
import sys

import vl_convert

LABEL = "城镇居民人均可支配收入增长与地区生产总值增长基本同步目标"


def shown(axis):
    chart = {
        "data": {"values": [{"label": LABEL, "value": 1}]},
        "mark": "bar",
        "encoding": {
            "y": {"field": "label", "type": "nominal", "axis": axis},
            "x": {"field": "value", "type": "quantitative"},
        },
    }
    return re.search(r">(城镇[^<]*)<", vl_convert.vegalite_to_svg(chart))[1]


usual, whole = shown({}), shown({"labelLimit": 0})
print("vl-convert-python 1.9.0.post1, the label of a bar")
print(f"  written {LABEL}\n  usual   {usual}\n  no limit {whole}")
sys.exit(0 if usual.endswith("…") and len(usual) < len(LABEL) and whole == LABEL else "changed")
PY
