#!/usr/bin/env bash
# frictionless 5.21.0
# Expected: of a package that says by `$schema` that it is of Data Package 2.0, the validator checks 2.0's keywords or
#   says that it does not know them; it does know `exclusiveMinimum` and labelled `missingValues`.
# Happens: `uniqueKeys` and `categories` are taken without a word and checked by nothing: rows that are the same in a
#   unique key, and a cell outside the categories, are valid. `primaryKey` and `enum` on the same table are checked.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check frictionless==5.21.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import json
import sys
from importlib.metadata import version
from pathlib import Path

from frictionless import Package

Path("results.csv").write_text("编号,状态\n甲,已办结\n甲,已办结\n", "utf-8")


def valid(status: dict, **keys: object) -> bool:
    fields = [{"name": "编号", "type": "string"}, {"name": "状态", "type": "string", **status}]
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "results",
        "resources": [{"name": "results", "path": "results.csv", "schema": {"fields": fields, **keys}}],
    }
    Path("datapackage.json").write_text(json.dumps(package), "utf-8")
    return Package("datapackage.json").validate().valid


OPEN = ["在办", "未办"]
seen = {
    "primaryKey": valid({}, primaryKey=["编号", "状态"]),
    "uniqueKeys": valid({}, uniqueKeys=[["编号", "状态"]]),
    "enum": valid({"constraints": {"enum": OPEN}}),
    "categories": valid({"categories": OPEN}),
}
print("frictionless", version("frictionless"))
for keyword, passed in seen.items():
    print(f"  {keyword} broken:", "valid" if passed else "reported")
known = {"primaryKey": False, "uniqueKeys": True, "enum": False, "categories": True}
sys.exit(0 if seen == known else "The behaviour has changed")
EOF
