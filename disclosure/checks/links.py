"""Links in narratives lead somewhere, down to the anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from msgspec import Struct

from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.problem import Place, Problem
from disclosure.source import web_address
from disclosure.source.files import place_at
from disclosure.translation import gettext as _

# What the templates call their own elements
RESERVED = re.compile(r"d-|UCAP-CONTENT$")
ELSEWHERE = ("http://", "https://")
FOREIGN = ("http://", "https://", "mailto:")


class Linked(Struct, frozen=True, kw_only=True):
    """A narrative, an update or a correction with its link targets and images: what following its links takes."""

    name: str
    path: str
    body: str
    body_line: int
    targets: tuple[str, ...]
    images: tuple[str, ...]


def linked(catalog: Catalog) -> Iterator[Linked]:
    """Everything written in Markdown that has a link."""
    for one in catalog.prose:
        if one.rendered.targets:
            yield Linked(
                name=one.name,
                path=one.path,
                body=one.body,
                body_line=one.body_line,
                targets=one.rendered.targets,
                images=one.rendered.images,
            )


def check_addresses(catalog: Catalog) -> Iterator[Problem]:
    """web-address: 网址看上去是谁的，打开的就是谁的：不带用户名，域名里没有相似的、全角的字符。"""
    for one in linked(catalog):
        seen: dict[str, int] = {}
        for target in one.targets:
            seen[target] = seen.get(target, 0) + 1
            leads = target.startswith(FOREIGN)
            found = web_address.fault(target.rstrip(web_address.BEHIND)) if leads else None
            if found is not None:
                place = _find(one, target, seen[target])
                yield Problem(place, "web-address", found.message, found.hint, found.notice)


def check_links(prose: Iterable[Linked], book: AddressBook) -> Iterator[Problem]:
    """broken-link, broken-anchor, external-image: 说明文字里的站内链接、锚点和图片都必须存在，图片都在站内。"""
    for narrative in prose:
        seen: dict[str, int] = {}
        for target in narrative.targets:
            seen[target] = seen.get(target, 0) + 1
            yield from _check(narrative, target, seen[target], book)
        for image in narrative.images:
            if image.startswith(ELSEWHERE):
                message = _("图片 {target} 在别的网站上，浏览器不会显示").format(target=image)
                hint = _("把图片放进 content/files/，写相对路径，例如 files/map.png")
                yield Problem(_find(narrative, image, 1), "external-image", message, hint)


def _check(narrative: Linked, target: str, nth: int, book: AddressBook) -> Iterator[Problem]:
    # Of a backslash more is said where Markdown is compared
    if target.startswith(FOREIGN) or "\\" in target:
        return
    place = _find(narrative, target, nth)
    if ":" in target.split("/", maxsplit=1)[0].split("#", maxsplit=1)[0] or target.startswith(("/", "\\")):
        message = _("链接 {target} 不是站内相对路径，也不是 http(s) 地址").format(target=target)
        yield Problem(place, "broken-link", message, _("站内写内容文件的相对路径，例如 reports/2022/report.md"))
        return
    address, fragment = book.resolve(target, narrative.name)
    if address is None:
        message = _("链接 {target} 没有对应的页面或文件").format(target=target)
        known = [*book.sources, *book.anchors]
        yield Problem(place, "broken-link", message, _near(target.partition("#")[0], known, 0.75))
    elif fragment and fragment not in (book.anchors[address] or ()):
        message = _("{address} 上没有锚点 #{fragment}").format(address=address, fragment=fragment)
        yield Problem(place, "broken-anchor", message, _near(fragment, [*(book.anchors[address] or ())], 0.5))


def _near(wanted: str, known: list[str], alike: float) -> str:
    near = get_close_matches(wanted, sorted(known), 1, alike)
    return _("是不是想写 {name}？").format(name=near[0]) if near else _("检查路径；全部地址见网站地图")


def _find(narrative: Linked, target: str, nth: int) -> Place:
    """The place of the ``nth`` link to ``target`` in the narrative's Markdown."""
    offset = -1
    for _count in range(nth):
        found = narrative.body.find(target, offset + 1)
        offset = found if found >= 0 else offset
    return place_at(narrative.path, narrative.body, max(offset, 0), narrative.body_line)


def check_raw_html(catalog: Catalog) -> Iterator[Problem]:
    """raw-html: 说明文字只用 Markdown，不写 HTML。"""
    for narrative in catalog.prose:
        for block in narrative.rendered.raw_html:
            first = block.strip().split("\n")[0][:40]
            offset = max(narrative.body.find(first), 0)
            place = place_at(narrative.path, narrative.body, offset, narrative.body_line)
            message = _("不能写 HTML：{text}").format(text=first)
            yield Problem(place, "raw-html", message, _("改用 Markdown；要显示尖括号时写 &lt;"))


def check_headings(catalog: Catalog) -> Iterator[Problem]:
    """heading-level, duplicate-heading: 一级标题由页面标题生成；同一页的小标题不重名，锚点才不会随增删移动。"""
    for narrative in catalog.prose:
        seen: set[str] = set()
        offset = 0
        for level, id, text in narrative.rendered.headings:
            offset = _heading_offset(narrative.body, text, offset)
            place = place_at(narrative.path, narrative.body, offset, narrative.body_line)
            if level == 1:
                message = _("正文里不能有一级标题：{text}").format(text=text)
                yield Problem(place, "heading-level", message, _("从 ## 开始；一级标题是页面标题"))
            if text in seen or _gave_way(id, text):
                message = _("小标题“{text}”的锚点与同页另一处相同").format(text=text)
                hint = _("改名，或写明编号：## {text} {{#id}}").format(text=text)
                yield Problem(place, "duplicate-heading", message, hint)
            seen.add(text)


def _heading_offset(body: str, text: str, after: int) -> int:
    """Where the next heading of these words begins; the place of the one before where it is not found."""
    found = re.compile(rf"^#+[ \t]*(?=.*{re.escape(text)})", re.M).search(body, after)
    return found.end() if found else after


def _gave_way(id: str, text: str) -> bool:
    """Whether the heading's own anchor was taken, so that it got a number (``核对_1``)."""
    stem, _line, number = id.rpartition("_")
    if not number.isdigit():
        return False
    # Heavy, and seldom asked
    from disclosure.source import markdown

    return stem == markdown.slug(text)


def check_anchors(catalog: Catalog) -> Iterator[Problem]:
    """duplicate-id, reserved-id: 写明的编号在一页里只用一次，也不占用页面自己的编号。"""
    for narrative in catalog.prose:
        ids = narrative.rendered.ids
        for id in sorted(set(ids)):
            place = place_at(narrative.path, narrative.body, _last(narrative.body, f"#{id}"), narrative.body_line)
            if ids.count(id) > 1:
                message = _("锚点 {id} 用了两次").format(id=id)
                yield Problem(place, "duplicate-id", message, _("换一个编号"))
            if RESERVED.match(id):
                message = _("锚点 {id} 由页面自己使用").format(id=id)
                yield Problem(place, "reserved-id", message, _("换一个编号，不以 d- 开头"))


def _last(body: str, wanted: str) -> int:
    return max(body.rfind(wanted + "}"), body.rfind(wanted + " "), 0)
