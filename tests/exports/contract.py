"""The form of the published data as it was promised, ``docs/data-contract.json``, and what breaks the promise.

``python -m tests.exports.contract`` writes it anew, once the version says what kind of change it is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from disclosure.exports import contract, published
from tests.projects import REPOSITORY

FILE = REPOSITORY / "docs/data-contract.json"
HOW = (
    "在 disclosure/exports/contract.py 的 VERSIONS 最前面写一个新版本和它的变化，"
    "再运行 python -m tests.exports.contract"
)

# {"key": [...], "leads": [[columns, table]], "columns": {name: type}} of each table
Tables = Mapping[str, Mapping[str, Any]]


def present() -> dict[str, Any]:
    return {"version": contract.VERSION, "tables": {name: _table(name) for name in published.NAMES}}


def kept() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return found


def _table(name: str) -> dict[str, Any]:
    return {
        "key": list(published.primary_key(name)),
        "leads": [f"{'+'.join(key.columns)} -> {key.table}" for key in published.foreign_keys(name)],
        "columns": {one.name: f"{one.type}[]" if one.several else one.type for one in published.columns(name)},
    }


def broken(old: Tables, new: Tables) -> list[str]:
    """What was promised and is no more."""
    lost = [f"表 {name} 没有了" for name in old if name not in new]
    return lost + [line for name in old if name in new for line in _broken(name, old[name], new[name])]


def _broken(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for column, type in old["columns"].items():
        now = new["columns"].get(column)
        if now != type:
            yield f"表 {name} 的列 {column}：{type} 变成 {now}" if now else f"表 {name} 的列 {column} 没有了"
    if old["key"] != new["key"]:
        yield f"表 {name} 的主键 {old['key']} 变成 {new['key']}"
    yield from (f"表 {name} 的外键 {one} 没有了" for one in old["leads"] if one not in new["leads"])


def wanted(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """What keeps the present form from being the promised one; empty where nothing does."""
    if new["tables"] == old["tables"]:
        return ""
    faults, place = broken(old["tables"], new["tables"]), 0
    if not faults:
        faults, place = ["增加了表、列或外键"], 1
    before, now = (_parts(one["version"])[: place + 1] for one in (old, new))
    part = ("第一个数", "前两个数")[place]
    return "" if now > before else f"{'；'.join(faults)}：版本的{part}要变大。{HOW}"


def _parts(version: str) -> list[int]:
    return [int(one) for one in version.split(".")]


def main(file: Path = FILE) -> None:
    refused = wanted(kept(), present()) if file.exists() else ""
    if refused:
        sys.exit(refused)
    file.write_text(json.dumps(present(), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
