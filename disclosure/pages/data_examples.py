"""How the data are used: questions people ask, each answered in a few lines of a spreadsheet or a language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog
from disclosure.pages.document import Document, sentences
from disclosure.pages.page import Link, Page, column
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

ADDRESS = address.dataset("examples")
FOLDER = Path(__file__).parent / "examples"
# What a program of the examples reads, where it is not told otherwise
RELATIVE = '"data/"'


class CodeExample(Struct, frozen=True, kw_only=True):
    """``file`` is a program in the folder of examples; ``local``: it reads files alone, and no addresses;
    ``of_districts``: it is shown where each district has its own data."""

    id: str
    title: str
    about: str
    file: str
    local: bool = False
    of_districts: bool = False


EXAMPLES: tuple[CodeExample, ...] = (
    CodeExample(
        id="pandas",
        title=N_("Python（pandas）：没有兑现的承诺有哪些"),
        about=N_("运行前先安装：pip install pandas"),
        file="missed.py",
    ),
    CodeExample(
        id="polars",
        title=N_("Python（polars）：每个责任单位牵头多少条"),
        about=N_("运行前先安装：pip install polars"),
        file="departments.py",
    ),
    CodeExample(
        id="r",
        title=N_("R：每份报告各种结论有多少条"),
        about=N_("只用 R 自带的函数"),
        file="outcomes.R",
    ),
    CodeExample(
        id="duckdb",
        title=N_("DuckDB：目标和实际值"),
        about=N_("在放着 data 文件夹的地方运行 duckdb，直接查 CSV，不用导入"),
        file="targets.sql",
        local=True,
    ),
    CodeExample(
        id="sqlite",
        title=N_("SQLite、Datasette：两个字也能查"),
        about=N_("命令行：sqlite3 disclosure.sqlite；网页：pip install datasette，再 datasette disclosure.sqlite"),
        file="search.sql",
        local=True,
    ),
    CodeExample(
        id="passages",
        title=N_("问答程序：连同“不能由此得出什么”一起读"),
        about=N_("只用 Python 自带的模块，逐行读 passages.jsonl"),
        file="passages.py",
        local=True,
    ),
    CodeExample(
        id="districts",
        title=N_("取全部区县的数据"),
        about=N_("只用 Python 自带的模块，照 districts.json 逐个下载"),
        file="districts.py",
        of_districts=True,
    ),
)
# What the site's own address stands in place of
ADDRESSED = '"https://example.org/"'


class CodeView(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    about: str
    code: str


class ExamplesView(Struct, frozen=True, kw_only=True):
    """``steps`` are questions with what to do in a spreadsheet, ``note`` says where the files are put."""

    steps: tuple[tuple[str, tuple[str, ...]], ...]
    note: str
    examples: tuple[CodeView, ...]
    limits: str
    all: Link


def page(catalog: Catalog) -> Page:
    return column(
        catalog,
        Link(_("数据下载"), address.DATA),
        type="数据开放",
        kind="data-examples",
        address=ADDRESS,
        title=_("数据怎样用"),
        description=_("几个常问的问题，用表格软件、Python、R、DuckDB、SQLite 怎样从本站的数据里得出"),
        view=ExamplesView(
            steps=tuple(steps()),
            note="".join((_note(catalog.site.address), *_of_districts(catalog))),
            examples=tuple(
                shown(one, catalog.site.address) for one in EXAMPLES if catalog.districts or not one.of_districts
            ),
            limits=_(
                "比例要写明分母和截至哪一天。“没有公开信息”不等于没有完成；是方向、没有写明结果的承诺，不算没有兑现。"
            ),
            all=Link(_("全部数据"), address.DATA),
        ),
    )


def steps() -> Iterator[tuple[str, tuple[str, ...]]]:
    """In Excel, WPS and LibreOffice alike; columns by the heads of the workbook."""
    yield (
        _("没有兑现的承诺有哪些"),
        (
            _("打开 disclosure.xlsx 的“承诺”表，第一行每一列都有筛选箭头。"),
            _("点“计作”一列的箭头，只选 missed。留下的就是没有兑现的，“结论”一列写明是哪一种。"),
        ),
    )
    yield (
        _("每个单位牵头多少条"),
        (
            _("点“承诺”表里任一格，选“插入”→“数据透视表”。"),
            _("“牵头单位”拖到行，“结论”拖到列，“编号”拖到值，汇总方式选计数。"),
        ),
    )
    yield (
        _("目标和实际值相差多少"),
        (
            _(
                "“承诺”表里“目标值”“目标单位”“实际值”在同一行，都是数字，可以直接相减。一条承诺有几个目标的，看“目标”表和“目标的实际值”表。"
            ),
            _("求和以前先按“目标单位”筛选出一种，选中一列，窗口下方就是合计：单位不同的不能相加，百分数也不能相加。"),
        ),
    )


def _of_districts(catalog: Catalog) -> Iterator[str]:
    if catalog.districts:
        yield _("这个网站的数据一个区县一套：例子里的 data/ 换成区县的文件夹，例如 {folder}。").format(
            folder=data_folder.of_district(catalog.districts[0]).address
        )


def _note(site: str | None) -> str:
    if site:
        return _("CSV 可以直接从网址读，也可以先下载到 data 文件夹；数据库和 passages.jsonl 要先下载。")
    return _("先把要用的文件下载到 data 文件夹，在放着这个文件夹的地方运行。")


def shown(one: CodeExample, site: str | None) -> CodeView:
    code = _code(one.file)
    where = RELATIVE if one.local or not site else f'"{site}{address.DATA_FILES}"'
    return CodeView(id=one.id, title=_(one.title), about=_(one.about), code=_placed(code, where, site))


def _placed(code: str, where: str, site: str | None) -> str:
    placed = code.replace(RELATIVE, where)
    return placed.replace(ADDRESSED, f'"{site}"') if site else placed


@cache
def _code(file: str) -> str:
    return (FOLDER / file).read_text("utf-8")


def documents(page: Page) -> Iterator[Document]:
    view = page.view
    yield _document(
        page, "spreadsheet", _("表格软件"), *(step for asked, steps in view.steps for step in (asked, *steps))
    )
    for one in view.examples:
        yield _document(page, one.id, one.title, one.about)
    yield _document(page, "programs", _("程序"), page.description, view.note, view.limits)


def _document(page: Page, id: str, title: str, *said: str) -> Document:
    where = f"{page.address}#{id}"
    return Document(kind="dataset", address=where, title=title, text=sentences(*said), place=page.title)
