"""What a user of the data must know before using them: which file is for whom, licence, cycle, citing, checksums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from disclosure.catalog import address, downloads, manifests
from disclosure.catalog.catalog import Catalog
from disclosure.exports import contract, dcat
from disclosure.pages.card import Card
from disclosure.pages.page import Link, chinese_date
from disclosure.translation import gettext as _


class DataFact(Struct, frozen=True):
    label: str
    text: str
    link: Link | None = None


def suited() -> Iterator[tuple[str, str]]:
    """For whom which form is."""
    if downloads.WORKBOOK.can_be_made:
        yield (
            _("用 Excel、WPS、LibreOffice"),
            _("表格文件（.xlsx）：一张表一个工作表，列名是中文，数字是数字，日期是日期"),
        )
    yield _("只要一类记录，或用 Python、R、DuckDB"), _("CSV：一张表一个文件，列名是英文编号，各年各站相同")
    if downloads.DATABASE.can_be_made:
        yield (
            _("用 SQL 查，或架网页给大家查"),
            _("数据库（.sqlite）：有主键、外键、全文检索、常问的几个问题，Datasette 可直接打开"),
        )
    yield _("写程序、做网页"), _("JSON：内容最全，一行一条记录，可以逐行读；记录的网页旁边有同名的 .json，只有那一条")
    if downloads.PASSAGES.can_be_made:
        yield _("做问答程序"), _("passages.jsonl：每行写明出处、截至哪一天、结论、不能由此得出什么")
    yield _("收录数据目录的平台"), _("catalog.jsonld 和 datapackage.json：字段、主键、外键、校验值")


def facts(catalog: Catalog, cards: Sequence[Card]) -> Iterator[DataFact]:
    yield _licence(catalog)
    yield DataFact(_("多久更新"), _cycle(catalog.site.cycle_days))
    yield DataFact(_("从哪天起"), _since(cards))
    changes = sum(card.changes for card in cards)
    if catalog.changes.known and changes:
        yield DataFact(_("改过多少"), _changed(catalog, changes), Link(_("全部改动"), address.CHANGES))
    yield DataFact(_("怎样引用"), "".join(citing()))
    yield DataFact(_("怎样核对"), _checking(len(cards)), Link("manifest.json", address.MANIFEST))


def _licence(catalog: Catalog) -> DataFact:
    if catalog.site.licence:
        return DataFact(_("许可"), _("按这份许可协议使用"), Link(_("许可协议"), catalog.site.licence))
    said = (dcat.undeclared(), *(() if catalog.site.sample else (dcat.official(),)))
    return DataFact(_("许可"), _("；").join(said))


def _cycle(days: int) -> str:
    return _("至少每 {n} 天核对一次有没有新的进展，有就更新；数据随网页一起更新，没有另外的时间。").format(n=days)


def _since(cards: Sequence[Card]) -> str:
    first = date.fromisoformat(min(card.published for card in cards))
    return _("{day}起，现在有 {n} 份报告").format(day=chinese_date(first), n=len(cards))


def _changed(catalog: Catalog, number: int) -> str:
    """What git tells of the records of reports, and of the content as a whole."""
    newest = max(catalog.changed.values(), default=None)
    last = _("，内容最近一次提交在{day}").format(day=chinese_date(newest.date())) if newest else ""
    return _("发布以后，报告的记录和结论有 {n} 处改动{last}").format(n=number, last=last)


def citing() -> Iterator[str]:
    yield _("引用一条记录，用它自己的页面地址；地址和编号发布以后不变。每页末尾有现成的引用格式（GB/T 7714—2015）。")
    yield _("引号里的话是报告原文，逐字核对过；标题、类别、摘要是编者写的，不是报告的话。")
    yield _("写明查阅日期：结论会随新公开的文件改变。")


def _checking(reports: int) -> str:
    if reports > manifests.HOLDS:
        said = _("manifest.json 和它列出的各份清单（parts，每份报告一份）有每个文件的 SHA-256。")
    else:
        said = _("manifest.json 有每个文件的 SHA-256。")
    how = _("Windows 用 certutil -hashfile 文件名 SHA256，其他系统用 sha256sum 文件名，算出来的应当相同。")
    return said + how


def versions() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each version of the form of the data, and what it changed."""
    for one in contract.VERSIONS:
        title = _("版本 {version}（{day}）").format(version=one.number, day=one.day)
        yield title, tuple(map(_, one.said))
