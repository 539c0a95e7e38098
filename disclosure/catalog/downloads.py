"""The files made of the published data once the pages stand: what each is for readers, and what making it takes."""

from __future__ import annotations

import re
from importlib.util import find_spec

from msgspec import Struct

from disclosure.catalog.address import DATA_FILES
from disclosure.catalog.dataset import Dataset
from disclosure.translation import mark as N_

# What is made of the published data once the pages stand: files of their own, and the twins of records' pages
DOWNLOAD = re.compile(
    r"(?:districts/[^/]+/)?data/[^/]+\.(?:jsonl|xlsx|sqlite)|reports/[^/]+/commitments-rows\.js|"
    r"share\.png|reports/[^/]+/commitments/[^/.]+\.png|"
    r"(?:reports/[^/]+/(?:commitments|sections)|updates/[^/]+|indicators|departments|entities|requests)/[^/.]+\.(?:json|csv)"
)


class Download(Struct, frozen=True, kw_only=True):
    """A file of the published data, called by its ``address`` where all data lie in one folder.

    ``needs`` are modules that only the extra ``data`` installs: without them it is not made, and nothing leads to it.
    """

    address: str
    title: str
    about: str
    needs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.address.removeprefix(DATA_FILES)

    @property
    def can_be_made(self) -> bool:
        return all(find_spec(name) is not None for name in self.needs)


PASSAGES = Download(
    address="data/passages.jsonl",
    title=N_("段落和记录，供问答程序读取"),
    about=N_(
        "报告的每一段、每条承诺、成果、跟踪更新等一行：文字、出处、截至哪一天、是否过期、结论，以及不能由此得出什么"
    ),
)
WORKBOOK = Download(
    address="data/disclosure.xlsx",
    title=N_("全部数据，一个表格文件"),
    about=N_("一张表一个工作表，列名是中文，可以直接筛选、排序、求和；每一列的含义在最后一张表"),
    needs=("xlsxwriter",),
)
DATABASE = Download(
    address="data/disclosure.sqlite",
    title=N_("全部数据，一个数据库"),
    about=N_("SQLite，表与 CSV 相同，有主键、外键、全文检索和几个常问的问题；每一列的含义在 about_columns"),
)
# What catalogues call them together
WHOLE = Dataset(
    name="whole",
    title=N_("全部数据"),
    about=N_("全部记录在一个文件里：表格、数据库，和供问答程序读取的段落"),
    tables=(),
)
# Each has its maker in ``disclosure/downloads/registry.py``
DOWNLOADS: tuple[Download, ...] = (WORKBOOK, DATABASE, PASSAGES)


def available() -> tuple[Download, ...]:
    """Those that a build makes here."""
    return tuple(one for one in DOWNLOADS if one.can_be_made)


def lacking() -> tuple[Download, ...]:
    """Those that it cannot make, for want of a library."""
    return tuple(one for one in DOWNLOADS if not one.can_be_made)


def is_download(address: str) -> bool:
    """Whether a file is one of those that are made of the published data; every other is made with the pages."""
    # Asked of each file of a site, most of which are pages
    return not address.endswith(".html") and DOWNLOAD.fullmatch(address) is not None
