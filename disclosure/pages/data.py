"""The index of the published data: what each file holds, how much, and in which forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from disclosure.catalog import address, data_folder, dataset_list, datasets, district_catalog, downloads
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.data_folder import DataFolder
from disclosure.catalog.dataset import Dataset
from disclosure.catalog.datasets import Counts
from disclosure.catalog.districts import District
from disclosure.exports import contract
from disclosure.model.site import Site
from disclosure.pages import by_district, data_examples, data_facts, data_sets
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
    ``about`` are the files that describe the others, and the ``licence`` that the site declares, if it does;
    ``catalogue`` is the one for harvesters. On a site of several districts ``districts`` lead to the data of each, and
    ``all`` to what tells of all of them."""

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
    catalogue: str = address.DCAT
    districts: tuple[Link, ...] = ()
    all: tuple[Link, ...] = ()


def page(catalog: Catalog, cards: Sequence[Card]) -> Page:
    counts = data_folder.counts(catalog, [card.counts for card in cards])
    districts = _of_districts(catalog, cards)
    return column(
        catalog,
        type="数据开放",
        kind="data",
        address=address.DATA,
        title=_("数据下载"),
        description=_description(districts),
        view=_view(catalog, cards, counts, data_folder.SITE, districts),
        anchors=frozenset({data_folder.DISTRICTS} if catalog.districts else ()),
    )


def _description(districts: Districts) -> str:
    if districts.each:
        return _("每个区县的数据各有一套，属于全站的另有一套；CSV 可用表格软件打开，JSON 供程序读取")
    return _("本站的全部数据，CSV 可用表格软件打开，JSON 供程序读取")


def of_district(catalog: Catalog, district: District, cards: Sequence[Card]) -> Page:
    """The index of the data of a district, of which ``cards`` are the reports."""
    counts, folder = [card.counts for card in cards], data_folder.of_district(district)
    own = district_catalog.catalog(catalog, district, counts)
    return column(
        catalog,
        *by_district.way(district),
        type="数据开放",
        kind="data",
        address=folder.page,
        title=_("{district}数据下载").format(district=district.name),
        description=_("{district}的全部数据，自成一套，CSV 可用表格软件打开，JSON 供程序读取").format(
            district=district.name
        ),
        view=_view(own, cards, counts, folder, Districts((), _elsewhere(catalog))),
    )


class Districts(NamedTuple):
    """The links to the data of each district, and what else tells of all of them."""

    each: tuple[Link, ...]
    all: tuple[Link, ...]


def _of_districts(catalog: Catalog, cards: Sequence[Card]) -> Districts:
    """Of those that have a report."""
    found = Counter(card.district for card in cards)
    each = tuple(
        Link(one.name, data_folder.of_district(one).page, note=_("{n}份报告").format(n=found[one.name]))
        for one in catalog.districts
        if found[one.name]
    )
    return Districts(each, tuple(_lists()) if each else ())


def _lists() -> Iterator[Link]:
    name = data_folder.DISTRICTS
    yield Link("districts.csv", address.table(name), note=_("一个区县一行：报告、条数、它的数据在哪里"))
    yield Link("districts.json", address.data(name), note=_("同样的内容，供程序按它取全部区县的数据"))


def _elsewhere(catalog: Catalog) -> tuple[Link, ...]:
    """What belongs to the whole site is not among the data of a district."""
    return (Link(_("全站的数据和各区县的数据"), f"{address.DATA}#{data_folder.DISTRICTS}", note=catalog.site.title),)


def _view(
    catalog: Catalog, cards: Sequence[Card], counts: Sequence[Counts], folder: DataFolder, districts: Districts
) -> DataView:
    titles = {card.key: card.title for card in cards}
    return DataView(
        note=_opens(),
        whole=_whole(folder, alone=not districts.each),
        suited=tuple(data_facts.suited()),
        examples=Link(_("例子：表格软件、Python、R、DuckDB、SQLite"), data_examples.ADDRESS),
        sets=tuple(_sets(tuple((titles[one.report], one) for one in counts), datasets.own(catalog), folder)),
        facts=tuple(data_facts.facts(catalog, cards)),
        promise=contract.promise(),
        versions=tuple(data_facts.versions()),
        about=tuple(_about(catalog.site, folder)),
        licence=catalog.site.licence or "",
        catalogue=folder.catalogue,
        districts=districts.each,
        all=districts.all,
    )


def _opens() -> str:
    return _(
        "CSV 是带 BOM 的 UTF-8，Excel、WPS 可直接打开；文字前面有一个撇号的，去掉撇号就是原文："
        "这样表格软件不会把编号、百分数、长数字当成日期、数字或公式。"
    )


def _whole(folder: DataFolder, *, alone: bool) -> tuple[Link, ...]:
    return tuple(
        Link(data_folder.titled(_(one.title), alone=alone), f"{folder.address}{one.name}", note=_(one.about))
        for one in downloads.available()
    )


def _about(site: Site, folder: DataFolder) -> Iterator[Link]:
    yield Link("datapackage.json", folder.package, note=_("每个表的字段和含义，Frictionless 数据包"))
    yield Link("catalog.jsonld", folder.catalogue, note=_("数据目录，DCAT-AP 3.0.0，JSON-LD"))
    yield Link("manifest.json", address.MANIFEST, note=_("本站每个文件的 SHA-256 校验值"))
    if site.licence:
        yield Link(_("数据许可"), site.licence, note=_("本站的数据按这份许可协议发布"))


def _sets(reports: tuple[tuple[str, Counts], ...], own: Counts, folder: DataFolder) -> Iterator[DatasetView]:
    numbers = datasets.totals((*(each for _title, each in reports), own))
    for one in datasets.published(numbers):
        yield _set(one, folder, _(one.title), "", numbers)
    for title, each in reports:
        rows, named = dict(each.rows), _("{title}全文").format(title=title)
        if dataset_list.REPORT.name in rows:
            yield _set(dataset_list.REPORT, folder, named, f"-{each.report}", rows)


def _set(one: Dataset, folder: DataFolder, title: str, suffix: str, numbers: Mapping[str, int]) -> DatasetView:
    """``numbers`` are the rows of each table."""

    def named(name: str) -> str:
        return f"{name}{suffix}"

    tables = tuple(
        FileView(
            Link(f"{named(table.name)}.csv", folder.csv(named(table.name))),
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
        json=Link(f"{file}.json", folder.json(file)),
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
