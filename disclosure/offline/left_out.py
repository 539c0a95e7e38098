"""Which files of a site are of no use on a disk, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from disclosure.catalog import address, downloads
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

FEED_ENDINGS = (".xml", ".feed.json")
# What readers and editors brought along keeps its ending, whatever it is
ATTACHMENTS = "files/"
# The page for what is not there, with its script, is only shown by servers
LISTS = (
    *(address.SITEMAP_XML, address.OPENSEARCH, address.ROBOTS, address.LLMS, address.MANIFEST),
    *(address.NOT_FOUND, f"{address.ASSETS}lost.js"),
)


class StayingOut(Struct, frozen=True):
    """Why files stay out, as the start page says it; a test of an address."""

    said: str
    concerns: Callable[[str], bool]


def _is_feed(where: str) -> bool:
    return where.endswith(FEED_ENDINGS) and not where.startswith(ATTACHMENTS) and not _is_for_programs(where)


def _is_for_programs(where: str) -> bool:
    return where in LISTS or where.startswith("sitemap/") or where.rpartition("/")[2].startswith(".")


def _is_desk(where: str) -> bool:
    return where.startswith(address.DESK_FILES)


def _is_shared(where: str) -> bool:
    """They are asked for by their addresses on the net, where somebody passes a page on; no page shows them."""
    return where.endswith(".png") and downloads.is_download(where)


REASONS = (
    StayingOut(N_("订阅源：离线收不到新消息"), _is_feed),
    StayingOut(N_("给搜索引擎和程序读的清单、“找不到网页”的说明页"), _is_for_programs),
    StayingOut(N_("编辑用的表单"), _is_desk),
    StayingOut(N_("转发链接时显示的图片：只在网上用得着"), _is_shared),
)
DOWNLOADS = StayingOut(
    N_("全部数据合成的大文件（表格、数据库和给问答程序的段落）；各类数据的 CSV 和 JSON 都在"),
    {one.address for one in downloads.DOWNLOADS}.__contains__,
)


def reasons(*, with_downloads: bool) -> tuple[StayingOut, ...]:
    return REASONS if with_downloads else (*REASONS, DOWNLOADS)


class Chosen(Struct, frozen=True, kw_only=True):
    """The addresses that go along, those that do not, and why not, in sentences."""

    taken: tuple[str, ...]
    left_out: frozenset[str]
    said: tuple[str, ...]


def chosen(addresses: Iterable[str], *, with_downloads: bool) -> Chosen:
    why = {one: _reason(one, reasons(with_downloads=with_downloads)) for one in sorted(addresses)}
    told = dict.fromkeys(reason.said for reason in why.values() if reason)
    return Chosen(
        taken=tuple(one for one, reason in why.items() if reason is None),
        left_out=frozenset(one for one, reason in why.items() if reason),
        said=tuple(_(said) for said in sorted(told, key=_order)),
    )


def _reason(where: str, all: Iterable[StayingOut]) -> StayingOut | None:
    return next((one for one in all if one.concerns(where)), None)


def _order(said: str) -> int:
    return [one.said for one in (*REASONS, DOWNLOADS)].index(said)
