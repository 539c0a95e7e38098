"""The index of the published data: what each file holds, how much, and in which forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from disclosure.catalog import address, dataset_list, datasets, downloads
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.dataset import Dataset
from disclosure.catalog.datasets import Counts
from disclosure.exports import contract
from disclosure.model.site import Site
from disclosure.pages import data_examples, data_facts, data_sets
from disclosure.pages.card import Card
from disclosure.pages.data_facts import DataFact
from disclosure.pages.document import Document, labelled, sentences, whole
from disclosure.pages.page import Link, Page, column
from disclosure.translation import gettext as _


class FileView(Struct, frozen=True):
    """A file: its link, what a row is, how many rows it has."""

    link: Link
    row: str
    count: int

    @property
    def words(self) -> str:
        return data_sets.row_words(self.row, self.count)


class DatasetView(Struct, frozen=True, kw_only=True):
    """``columns`` leads to what the columns of its tables mean."""

    id: str
    title: str
    about: str
    json: Link
    tables: tuple[FileView, ...]
    columns: Link


class DataView(Struct, frozen=True, kw_only=True):
    """``whole`` are files that hold all sets together, ``suited`` says for whom which form is, ``note`` how tables
    open; ``facts`` are what a user must know of all of them, ``versions`` what their form was, newest first;
    ``about`` are the files that describe the others, and the ``licence`` that the site declares, if it does."""

    note: str
    whole: tuple[Link, ...]
    suited: tuple[tuple[str, str], ...]
    examples: Link
    sets: tuple[DatasetView, ...]
    facts: tuple[DataFact, ...]
    promise: str
    versions: tuple[tuple[str, tuple[str, ...]], ...]
    about: tuple[Link, ...]
    licence: str = ""


def page(catalog: Catalog, cards: Sequence[Card]) -> Page:
    return column(
        catalog,
        type="数据开放",
        kind="data",
        address=address.DATA,
        title=_("数据下载"),
        description=_("本站的全部数据，CSV 可用表格软件打开，JSON 供程序读取"),
        view=DataView(
            note=_opens(),
            whole=_whole(),
            suited=tuple(data_facts.suited()),
            examples=Link(_("例子：表格软件、Python、R、DuckDB、SQLite"), data_examples.ADDRESS),
            sets=tuple(_sets(tuple((card.title, card.counts) for card in cards), datasets.own(catalog))),
            facts=tuple(data_facts.facts(catalog, cards)),
            promise=contract.promise(),
            versions=tuple(data_facts.versions()),
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
    numbers = datasets.totals((*(each for _title, each in reports), own))
    for one in datasets.published(numbers):
        yield _set(one, _(one.title), "", numbers)
    for title, each in reports:
        yield _set(dataset_list.REPORT, _("{title}全文").format(title=title), f"-{each.report}", dict(each.rows))


def _set(one: Dataset, title: str, suffix: str, numbers: Mapping[str, int]) -> DatasetView:
    """``numbers`` are the rows of each table."""

    def named(name: str) -> str:
        return f"{name}{suffix}"

    tables = tuple(
        FileView(
            Link(f"{named(table.name)}.csv", address.table(named(table.name))),
            _(table.row),
            numbers[table.name],
        )
        for table in one.tables
    )
    file = named(one.name)
    return DatasetView(
        id=file,
        title=title,
        about=_(one.about),
        json=Link(f"{file}.json", address.data(file)),
        tables=tables,
        columns=Link(_("每一列的含义"), data_sets.explained(one)),
    )


def documents(page: Page) -> Iterator[Document]:
    """How to open what there is, each data set with its files, and the files that describe all of them."""
    view = page.view
    yield whole("dataset", page, *(link.label for link in view.whole), view.note, place=page.title)
    yield _document(page, "suited", _("哪个文件适合谁"), labelled(view.suited))
    yield _document(page, "facts", _("用数据以前"), labelled((one.label, one.text) for one in view.facts))
    yield _document(
        page, "versions", _("数据格式的版本"), (view.promise, *(each for _n, said in view.versions for each in said))
    )
    for one in view.sets:
        tables = (f"{each.link.label} {each.words}" for each in one.tables)
        yield _document(page, one.id, one.title, (one.about, *tables, one.json.label))
    yield _document(page, "about", _("说明和校验"), (f"{link.label} {link.note}" for link in view.about))


def _document(page: Page, id: str, title: str, said: Iterable[str]) -> Document:
    where = f"{page.address}#{id}"
    return Document(kind="dataset", address=where, title=title, text=sentences(*said), place=page.title)
