#!/usr/bin/env bash
# frictionless 5.21.0, python-slugify 9.2.0, text-unidecode 1.3
# Expected: `describe("数据/*.csv")` makes a data package of any folder of tables; names of resources that would clash
#   get a number.
# Happens: a resource's name is its file's in pinyin without tones, so that 任务.csv (tasks) and 人物.csv (persons) are
#   both `ren-wu`, and the whole call fails: names are not unique. 目标.csv beside 任务.csv is no trouble.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    frictionless==5.21.0 python-slugify==9.2.0 text-unidecode==1.3
mkdir "$folder/data" && cd "$folder/data"
"$folder/venv/bin/python" - <<'EOF'
import sys
from importlib.metadata import version
from pathlib import Path

from frictionless import FrictionlessException, describe


def described(folder: str, *names: str) -> object:
    Path(folder).mkdir()
    for name in names:
        Path(folder, f"{name}.csv").write_text("编号,标题\n1,建设公园\n", "utf-8")
    try:
        return sorted(resource.name for resource in describe(f"{folder}/*.csv").resources)
    except FrictionlessException as error:
        return str(error)


print("frictionless", version("frictionless"))
apart, alike = described("apart", "任务", "目标"), described("alike", "任务", "人物")
print("  任务, 目标:", apart)
print("  任务, 人物:", alike)
sys.exit(0 if apart == ["mu-biao", "ren-wu"] and "not unique" in alike else "The behaviour has changed")
EOF
