#!/usr/bin/env bash
# pygal 3.1.3
# Expected: the same chart rendered twice gives the same bytes, as a site needs whose releases are compared.
# Happens: it does not: each picture has a random id, which its style sheet repeats, and a comment with the day. The style
#   sheet stands in the picture, where a policy of style-src self takes it away.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pygal==3.1.3
"$folder/venv/bin/python" - <<'PY'
import sys

import pygal


def picture():
    chart = pygal.Bar()
    chart.add("GDP", [9, 7.5])
    return chart.render().decode()


one, other = picture(), picture()
print("pygal 3.1.3, a chart of two bars, twice")
print(f"  equal {one == other}; a style sheet inside {chr(60) + chr(115) + chr(116) + chr(121) in one}")
sys.exit(0 if one != other and "<style" in one else "changed")
PY
