"""What a file with all tables says of itself: of which site, as it stood when, on what terms, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from disclosure.catalog import dataset_list
from disclosure.downloads.rows import newest
from disclosure.exports import published
from disclosure.exports.listing import Listing
from disclosure.exports.published import TableColumn
from disclosure.translation import gettext as _

PACKAGE = "datapackage.json"


def title(data: Path) -> str:
    return str(_package(data).get("title", ""))


def about(data: Path) -> tuple[tuple[str, str, str], ...]:
    """The site: each thing by its name for programs, its name for people, what is said; what is unknown is left out."""
    package = _package(data)
    licences = "、".join(str(one.get("title") or one.get("path")) for one in package.get("licenses", ()))
    told = (
        ("title", _("名称"), package.get("title")),
        ("description", _("说明"), package.get("description")),
        ("address", _("网址"), package.get("homepage")),
        ("day", _("收录的材料截至"), newest(_days(data))),
        ("licence", _("许可"), licences),
        ("version", _("数据格式的版本"), package.get("version")),
    )
    return tuple((id, head, str(said)) for id, head, said in told if said)


class _Dated(Struct, frozen=True):
    """Of ``reports.json`` and ``updates.json``."""

    delivered: str | None = None
    recorded: str | None = None


def _days(data: Path) -> Iterator[str | None]:
    """The days of the material: what is told does not change with the day on which a build runs."""
    for name in ("reports", "updates"):
        for one in Listing(data, name).read(_Dated):
            yield one.delivered or one.recorded


def reading() -> Iterator[str]:
    """How to read the sheets."""
    yield _("每张表第一行是列名，可以直接筛选、排序、求和；一行是一条记录。每一列的含义见最后一张表。")
    yield _(
        "数字是数字，按基本单位（1.5万个是15000个）；日期是日期；是、否照写；一格里有几个值的，用“、”隔开。空着的格子是没有，不是零。"
    )
    yield _("编号永久不变，报告和编号合起来指一条记录；页面一列是网址的后半段，接在网站地址后面。")
    yield _("没有公式和宏；超过15位的数字写成文字；一格放不下的长文字接着写在最右边的“续”列。")
    yield _("同样的数据也有 CSV、JSON 和 SQLite，出自同一份定义。")


def type_of(column: TableColumn) -> str:
    """What stands in a column's cells."""
    return _("几个值") if column.several else published.type_label(column.type)


def row_of(table: str) -> str:
    """What a row of a table is."""
    return _(dataset_list.TABLES[table].row)


def _package(data: Path) -> dict[str, Any]:
    path = data / PACKAGE
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Any]) if path.exists() else {}
