"""What whoever builds on the published data may count on: its version, and what each version changed.

The tables, their columns, types and keys, as the version promises them, are kept in ``docs/data-contract.json``; a test
holds the present ones against it.
"""

from __future__ import annotations

from msgspec import Struct

from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


class Version(Struct, frozen=True):
    """``number`` (semantic versioning): the first part is raised when something goes or means another thing, the second
    when something is added, the third when only what is said of it changes; ``day`` (ISO) is its first; ``said`` what
    it changed."""

    number: str
    day: str
    said: tuple[str, ...]


# Newest first
VERSIONS: tuple[Version, ...] = (
    Version(
        "1.1.0",
        "2026-11-30",
        (
            N_("报告新增各列：存档原文取自哪个原件，断行是否接上，注释怎样写"),
            N_("新增“不收入的原文”表：存档原文里不属于报告的每一行和理由"),
        ),
    ),
    Version(
        "1.0.0",
        "2026-11-30",
        (
            N_("每一类记录都有自己的 CSV 表：新增实际值、证据、官方结论、票决、满意度、责任分工、调整、申请等表"),
            N_("每张表写明主键和外键，编号永久不变"),
            N_("新增一个表格文件、一个 SQLite 数据库、每页旁边的同名 .json 和 .csv、passages.jsonl"),
            N_("CSV 里会被表格软件改掉的文字，前面加一个撇号"),
        ),
    ),
)
VERSION = VERSIONS[0].number
# A program that knows this part goes on working
MAJOR = int(VERSION.partition(".")[0])


def promise() -> str:
    return _(
        "版本 {version}。第一个数不变，就只增加表和列，不删、不改名、不换类型和含义：按列名取值的程序照样能用。"
    ).format(version=VERSION)
