"""``llms.txt``: what the site is, where its data are, how to cite it, and what must not be concluded from it.

For language models and whoever builds answers with them, in the form of https://llmstxt.org: Markdown, links in lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.catalog import address, data_folder, datasets
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.narrative import Narrative
from disclosure.model.site import Site
from disclosure.pages import data_facts, district_list
from disclosure.pages.card import Card
from disclosure.pages.page import Link
from disclosure.translation import gettext as _

ENGLISH = """\
This site shows what Chinese county-level government work reports said and promised, sentence by sentence, and what \
became of each promise according to public documents. All records are in the data files above (JSON and CSV). \
Cite the page of a record and the day you read it. Absence of public information is never evidence that a promise was \
broken; "reported" is what the responsible body says of itself, "evidenced" is what public documents support, and a \
comparison of numbers is made by a published rule.
"""


def text(catalog: Catalog, cards: Sequence[Card]) -> bytes:
    site = catalog.site
    parts = [f"# {site.title}", f"> {site.tagline}", *filter(None, (site.sample, _notice(site)))]
    for heading, lines in _sections(catalog, cards):
        parts += [f"## {heading}", "\n".join(lines)] if lines else []
    return ("\n\n".join([*parts, "## English", ENGLISH])).encode()


def _notice(site: Site) -> str:
    return "" if site.identity.site_id_code else site.notice


def _sections(catalog: Catalog, cards: Sequence[Card]) -> Iterator[tuple[str, list[str]]]:
    site = catalog.site
    if catalog.districts:
        yield _("区县"), [_line(site, link) for link in _districts(catalog, cards)]
    else:
        yield _("报告"), [_line(site, link) for card in cards for link in _of_report(card)]
    yield _("数据"), [_line(site, link) for link in _data(catalog, cards)]
    yield _("怎样引用"), [f"- {said}" for said in data_facts.citing()]
    yield _("不能据此推断"), [f"- {said}" for said in _limits()]
    yield (
        _("说明"),
        [_line(site, Link(one.meta.title, one.address, note=one.meta.description)) for one in _about(catalog)],
    )


def _line(site: Site, link: Link) -> str:
    note = _("：{note}").format(note=link.note) if link.note else ""
    return f"- [{link.label}]({site.address or ''}{link.address}){note}"


def _districts(catalog: Catalog, cards: Sequence[Card]) -> Iterator[Link]:
    """Each with what is on file of it; its reports stand on its own page."""
    for one in district_list.lines(catalog, cards):
        yield Link(one.link.label, one.link.address, note=one.known)


def _of_report(card: Card) -> Iterator[Link]:
    yield Link(card.title, address.report(card.key), note=_("概览、题名、报告人、日期、存档原文"))
    yield Link(_("{title}全文").format(title=card.title), address.text(card.key), note=_("每段有编号，可以逐句链接"))
    if card.commitments:
        title = _("{year}年承诺").format(year=card.year)
        yield Link(title, address.commitments(card.key), note=_("共{n}条，每条一页").format(n=card.commitments))


def _data(catalog: Catalog, cards: Sequence[Card]) -> Iterator[Link]:
    if not cards:
        return
    counts = data_folder.counts(catalog, [card.counts for card in cards])
    yield Link(_("数据下载"), address.DATA, note=_("每个表的说明、行数和下载"))
    if catalog.districts:
        yield Link("districts.json", address.data(data_folder.DISTRICTS), note=_("每个区县的数据在哪里"))
    yield Link("datapackage.json", address.PACKAGE, note=_("每个表的字段和含义"))
    yield Link("catalog.jsonld", address.DCAT, note=_("数据目录，DCAT-AP 3.0.0"))
    for one in datasets.published(datasets.totals((*counts, datasets.own(catalog)))):
        yield Link(f"{one.name}.json", address.data(one.name), note=_(one.about))


def _limits() -> Iterator[str]:
    yield _("没有公开信息，不等于没有完成；尚未检索、检索过没有找到、期限未到，是三种不同的情况。")
    yield _("“官方称”是责任单位自己的说法，不是核实过的结果；证据支持到什么程度，另有一项说明。")
    yield _("自动对照只比较目标和公布的数字，按公开的规则得出，不是官方结论；官方结论在案时以官方结论为先。")
    yield _("民生实事候选项目在票决结果公开以前，不算政府已经承诺。")
    yield _("省、市的数字只是背景，不能当作本地区的数字；报告里的“预计”不是最终数。")
    yield _("各方说法不一的，不能只取其中一方。不同年度、不同口径的比率不能直接相比。")


def _about(catalog: Catalog) -> Iterator[Narrative]:
    return (one for one in catalog.narratives if one.name in ("about.md", "method.md"))
