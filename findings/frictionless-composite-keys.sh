#!/usr/bin/env bash
# frictionless 5.21.0, foreign keys of several columns with one that is empty
# Expected: as in SQL (MATCH SIMPLE), and as frictionless has it for a key of one column, a row of which a part of the key
#   is empty refers to nothing, and is valid.
# Happens: an empty key of one column is valid, of two columns with one empty the row is an error: it looks for the pair
#   with nothing in it. A table of optional pairs (report and section) has no valid foreign key.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check frictionless==5.21.0
mkdir data
printf 'report,id\n2024,1-1\n2024,1-2\n' >data/sections.csv
printf 'id,report,section\na,2024,1-1\nb,2024,\n' >data/promises.csv
cat >read.py <<'EOF'
import json
import sys

from frictionless import Package

sys.path[:] = [one for one in sys.path if one]
text = {"type": "string"}


def errors(columns: list[str], target: list[str]) -> list[str]:
    key = {"fields": columns, "reference": {"resource": "sections", "fields": target}}
    fields = [{"name": name, **text} for name in ("id", "report", "section")]
    described = {
        "name": "example",
        "resources": [
            {"name": "sections", "path": "sections.csv",
             "schema": {"fields": [{"name": name, **text} for name in ("report", "id")], "primaryKey": ["report", "id"]}},
            {"name": "promises", "path": "promises.csv", "schema": {"fields": fields, "foreignKeys": [key]}},
        ],
    }
    open("data/datapackage.json", "w").write(json.dumps(described))
    return [kind for kind, in Package("data/datapackage.json").validate().flatten(["type"])]


print("one column:", errors(["section"], ["id"]))
print("two columns:", errors(["report", "section"], ["report", "id"]))
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "one column: []
two columns: ['foreign-key']" ]
