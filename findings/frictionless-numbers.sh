#!/usr/bin/env bash
# frictionless 5.21.0
# Expected: a cell of the type integer is valid if it has digits of ASCII with an optional sign, and nothing else. With
#   `bareNumber: false` the text around a number is passed over, but its sign stays.
# Happens: `５`, `٣`, `1_000` and ` 5` are valid integers (`1e3` and `五` are not), as with Python's int().
#   With `bareNumber: false` only the sign of ASCII is one: the minus signs `−5` and `－5` are text around the number, and
#   both are read as 5. So are the words for ten thousand and a hundred million: `5万` is 5, `1.5亿元` is 1.5.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check frictionless==5.21.0
"$folder/venv/bin/python" - <<'EOF'
import sys
from decimal import Decimal
from importlib.metadata import version

from frictionless import Field

PLAIN = {"５": 5, "٣": 3, "1_000": 1000, " 5": 5, "1e3": None, "五": None}
BARE = {"-5": Decimal(-5), "−5": Decimal(5), "－5": Decimal(5), "5万": Decimal(5), "1.5亿元": Decimal("1.5")}
KINDS = (({"type": "integer"}, PLAIN), ({"type": "number", "bareNumber": False}, BARE))

print("frictionless", version("frictionless"))
changed = False
for kind, known in KINDS:
    field = Field.from_descriptor({"name": "数值", **kind})
    seen = {cell: field.read_cell(cell)[0] for cell in known}
    print(" ", kind)
    for cell, value in seen.items():
        print(f"    {cell!r}:", "refused" if value is None else value)
    changed |= seen != known
sys.exit("The behaviour has changed" if changed else 0)
EOF
