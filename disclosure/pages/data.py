"""The index of the published data: what each file holds, how much, and in which forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address, dataset_list, datasets, downloads
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.dataset import Dataset
from disclosure.catalog.datasets import Counts
from disclosure.model.site import Site
from disclosure.pages.document import Document, sentences, whole
from disclosure.pages.page import Link, Page, column
from disclosure.translation import gettext as _


class FileView(Struct, frozen=True):
    """A file: its link, what a row is, how many rows it has."""

    link: Link
    row: str
    count: int

    @property
    def words(self) -> str:
        return _("{row}，共 {n} 行").format(row=self.row, n=self.count)


class DatasetView(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    about: str
    json: Link
    tables: tuple[FileView, ...]


class DataView(Struct, frozen=True, kw_only=True):
    """``note`` says how tables open; ``whole`` are files that hold all sets together, ``about`` those that describe the
    others, and the ``licence`` that the site declares, if it does."""

    note: str
    sets: tuple[DatasetView, ...]
    whole: tuple[Link, ...]
    about: tuple[Link, ...]
    licence: str = ""


def page(catalog: Catalog, reports: Sequence[tuple[str, Counts]]) -> Page:
    """``reports``: the title of each, and how many rows it has in each table."""
    return column(
        catalog,
        type="数据开放",
        kind="data",
        address=address.DATA,
        title=_("数据下载"),
        description=_("本站的全部数据，CSV 可用表格软件打开，JSON 供程序读取"),
        view=DataView(
            note=_opens(),
            sets=tuple(_sets(tuple(reports), datasets.own(catalog))),
            whole=_whole(),
            about=tuple(_about(catalog.site)),
            licence=catalog.site.licence or "",
        ),
    )


def _opens() -> str:
    return _(
        "CSV 是带 BOM 的 UTF-8，Excel、WPS 可直接打开；文字前面有一个撇号的，去掉撇号就是原文："
        "这样表格软件不会把编号、百分数、长数字当成日期、数字或公式。"
    )


def _whole() -> tuple[Link, ...]:
    return tuple(Link(_(one.title), one.address, note=_(one.about)) for one in downloads.available())


def _about(site: Site) -> Iterator[Link]:
    yield Link("datapackage.json", address.PACKAGE, note=_("每个表的字段和含义，Frictionless 数据包"))
    yield Link("catalog.jsonld", address.DCAT, note=_("数据目录，DCAT-AP 3.0.0，JSON-LD"))
    yield Link("manifest.json", address.MANIFEST, note=_("本站每个文件的 SHA-256 校验值"))
    if site.licence:
        yield Link(_("数据许可"), site.licence, note=_("本站的数据按这份许可协议发布"))


def _sets(reports: tuple[tuple[str, Counts], ...], own: Counts) -> Iterator[DatasetView]:
    counts = (*(each for _title, each in reports), own)
    for one in datasets.published(counts):
        yield _set(one, _(one.title), "", counts)
    for title, each in reports:
        yield _set(dataset_list.REPORT, _("{title}全文").format(title=title), f"-{each.report}", (each,))


def _set(one: Dataset, title: str, suffix: str, counts: tuple[Counts, ...]) -> DatasetView:
    def named(name: str) -> str:
        return f"{name}{suffix}"

    tables = tuple(
        FileView(
            Link(f"{named(table.name)}.csv", address.table(named(table.name))),
            _(table.row),
            datasets.total(counts, table.name),
        )
        for table in one.tables
    )
    file = named(one.name)
    return DatasetView(
        id=file, title=title, about=_(one.about), json=Link(f"{file}.json", address.data(file)), tables=tables
    )


def documents(page: Page) -> Iterator[Document]:
    """How to open what there is, each data set with its files, and the files that describe all of them."""
    yield whole("dataset", page, page.view.note, place=page.title)
    for one in page.view.sets:
        tables = (f"{each.link.label} {each.words}" for each in one.tables)
        yield _document(page, one.id, one.title, (one.about, *tables, one.json.label))
    yield _document(page, "about", _("说明和校验"), (f"{link.label} {link.note}" for link in page.view.about))


def _document(page: Page, id: str, title: str, said: Iterable[str]) -> Document:
    where = f"{page.address}#{id}"
    return Document(kind="dataset", address=where, title=title, text=sentences(*said), place=page.title)
