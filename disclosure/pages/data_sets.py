"""A page a data set: each of its tables with its columns, what they mean, which name a row and which lead elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from disclosure.catalog import address, data_folder, dataset_list, datasets
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.dataset import Dataset, TableSet
from disclosure.catalog.datasets import Counts
from disclosure.exports import published
from disclosure.exports.published import TableColumn
from disclosure.pages.document import Document, whole
from disclosure.pages.page import Link, Page, column
from disclosure.translation import gettext as _

# The set of each table
SET_OF: Mapping[str, Dataset] = {table.name: one for one in dataset_list.SETS for table in one.tables}


class ColumnView(Struct, frozen=True):
    """``name`` is that of CSV, JSON and SQL, ``head`` that of the workbook; ``about`` says the type too."""

    name: str
    head: str
    about: str


class KeyView(Struct, frozen=True):
    """Columns of a table, and the table with whose key they join."""

    columns: str
    link: Link


class TableView(Struct, frozen=True, kw_only=True):
    """``key`` are the columns that together name a row, ``leads`` those that name a row of another table."""

    id: str
    title: str
    file: Link
    words: str
    summary: str
    columns: tuple[ColumnView, ...]
    key: str
    leads: tuple[KeyView, ...]


class DatasetPageView(Struct, frozen=True, kw_only=True):
    """``open``: a single table is shown at once."""

    json: Link
    all: Link
    tables: tuple[TableView, ...]

    @property
    def open(self) -> bool:
        return len(self.tables) == 1


def pages(catalog: Catalog, counts: Sequence[Counts]) -> Iterator[Page]:
    """``counts`` are those of each report."""
    numbers = datasets.totals((*counts, datasets.own(catalog)))
    held = datasets.published(numbers)
    there = {table.name for one in held for table in one.tables}
    for one in held:
        tables = tuple(_table(catalog, table, numbers[table.name], there) for table in one.tables)
        yield column(
            catalog,
            Link(_("数据下载"), address.DATA),
            type="数据开放",
            kind="dataset",
            address=address.dataset(one.name),
            title=_("数据：{title}").format(title=_(one.title)),
            description=_(one.about),
            view=DatasetPageView(
                json=Link(f"{one.name}.json", data_folder.of_site(catalog, address.data(one.name))),
                all=Link(_("全部数据"), address.DATA),
                tables=tables,
            ),
            anchors=frozenset(each.id for each in tables),
        )


def row_words(row: str, number: int) -> str:
    return _("{row}，共 {n} 行").format(row=row, n=number)


def _table(catalog: Catalog, told: TableSet, number: int, there: set[str]) -> TableView:
    name = told.name
    columns = published.columns(name)
    return TableView(
        id=name,
        title=_(told.title),
        file=Link(f"{name}.csv", data_folder.of_site(catalog, address.table(name))),
        words=row_words(_(told.row), number),
        summary=_("{n} 列的含义").format(n=len(columns)),
        columns=tuple(map(_column, columns)),
        key=_joined(published.primary_key(name)),
        leads=tuple(_leads(name, there)),
    )


def _column(one: TableColumn) -> ColumnView:
    note = _("几个值，用“、”隔开") if one.several else published.type_label(one.type)
    # Text is what a cell is unless it says otherwise
    told = one.several or one.type != "string"
    about = _("{about}（{note}）").format(about=one.about, note=note) if told else one.about
    return ColumnView(one.name, one.head, about)


def _leads(name: str, there: set[str]) -> Iterator[KeyView]:
    """A table without a row is not published: nothing leads there."""
    for key in published.foreign_keys(name):
        if key.table in there and key.table != name:
            title = published.title(key.table)
            yield KeyView(_joined(key.columns), Link(title, table_address(key.table)))


def table_address(name: str) -> str:
    """Where the columns of a table are explained."""
    return f"{address.dataset(SET_OF[name].name)}#{name}"


def explained(one: Dataset) -> str:
    """Where the columns of a set are; a report's own table holds what the paragraphs of all reports do."""
    return table_address("paragraphs") if one.name == dataset_list.REPORT.name else address.dataset(one.name)


def _joined(names: Sequence[str]) -> str:
    return " + ".join(names)


def documents(page: Page) -> Iterator[Document]:
    """What the tables are; the meanings of columns would be found before the records that have them."""
    said = (f"{one.title} {one.words}" for one in page.view.tables)
    yield whole("dataset", page, *said, place=_("数据下载"))
