"""The editors' desk: a page of forms that stands for itself. No other page leads there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.desk import site as told
from disclosure.desk.forms import KINDS
from disclosure.desk.site import ReportLine
from disclosure.desk.words import WORDS
from disclosure.pages.kind import PageData, SiteInputs
from disclosure.pages.page import Page
from disclosure.translation import gettext as _

# What the scripts ask the files for that they load
SITE, FILES = "desk-data", "files"


class DeskView(Struct, frozen=True, kw_only=True):
    """``forms`` that can be filled in, each with what it is for; ``base`` is where its scripts find what they load, and
    ``without`` says what to do without them."""

    about: str
    without: str
    base: str
    forms: tuple[tuple[str, str], ...]


def pages(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.site.desk is None:
        return
    yield Page(
        kind="desk",
        address=address.DESK,
        title=_("编辑填表"),
        description=_("给本站编辑用：登记进展、更正、公开申请和分工，填好的是可以直接提交的内容文件"),
        view=DeskView(
            about=_("填的内容只在这台设备上，交出去以前谁也看不到。填好以后看一遍生成的文件，再提交。"),
            without=_("这一页要用脚本。不用脚本时，在自己的电脑上运行 python build.py new，见编辑手册。"),
            base=address.DESK_FILES,
            forms=tuple((_(one.label), _(one.help)) for one in KINDS),
        ),
    )


def data(site: SiteInputs, _pages: tuple[Page, ...]) -> Iterator[PageData]:
    """What its scripts load at once, and the standing files of the whole site."""
    desk = site.catalog.site.desk
    if desk is None:
        return
    reports = tuple(ReportLine(key=card.key, title=card.title, year=card.year) for card in site.cards)
    said = {name: _(words) for name, words in WORDS.items()}
    yield PageData(address.desk(SITE), SITE, told.told(site.catalog, desk, reports, said))
    yield PageData(address.desk(FILES), FILES, told.texts(site.catalog))
