"""All promises of a district over the years: how many of each year came to what, each number a way to these promises in
the register of their year, which filters further. No page holds them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.model import vocabulary
from disclosure.pages import by_district, searching, topics
from disclosure.pages.card import Card
from disclosure.pages.page import Link, Page, column
from disclosure.pages.searching import SearchWithin
from disclosure.translation import gettext as _

# So many years are shown, the newest
YEARS = 12
# A cell: how many, and the way to them; None where there are none
NumberWay = Link | None


class RegisterRow(Struct, frozen=True):
    """What is counted, and its number in each year."""

    label: str
    cells: tuple[NumberWay, ...]


class RegisterTable(Struct, frozen=True, kw_only=True):
    """Numbers by year; each year leads to its register."""

    id: str
    title: str
    head: str
    years: tuple[Link, ...]
    rows: tuple[RegisterRow, ...]


class DistrictRegisterView(Struct, frozen=True, kw_only=True):
    """``search`` finds promises of all years by words; ``ways`` lead to what else gathers a district's promises."""

    said: str
    search: SearchWithin | None
    tables: tuple[RegisterTable, ...]
    ways: tuple[Link, ...]


# So many years stand beside each other: a phone has no room for more
WIDE = 4


def page(catalog: Catalog, district: District, cards: Sequence[Card], ways: Sequence[Link]) -> Iterator[Page]:
    """Of reports newest first; nothing where none has promises."""
    held = [one for one in cards if one.progress is not None][:YEARS]
    if held:
        promises = sum(one.commitments for one in held)
        said = _("{n}份报告的{m}条承诺。点数字看是哪些，在那里还可以按单位、类别、期限再筛选。")
        yield column(
            catalog,
            *by_district.crumb(district),
            kind="district-register",
            address=address.of_district("commitments", district.id),
            title=_("{district}历年的承诺").format(district=district.name),
            description=_("{district}{n}份报告的{m}条承诺，按年份、结论和主题").format(
                district=district.name, n=len(held), m=promises
            ),
            view=DistrictRegisterView(
                said=said.format(n=len(held), m=promises),
                search=searching.of_promises(district, cards),
                tables=tuple(_tables(catalog, held)),
                ways=tuple(ways),
            ),
        )


def _tables(catalog: Catalog, held: Sequence[Card]) -> Iterator[RegisterTable]:
    for start in range(0, len(held), WIDE):
        some = held[start : start + WIDE]
        years = tuple(Link(str(one.year), address.commitments(one.key)) for one in some)
        span = f"{some[-1].year}-{some[0].year}"
        words = _span(some[-1].year, some[0].year)
        yield RegisterTable(
            id=f"outcomes-{span}",
            title=_("按结论：{years}").format(years=words),
            head=_("结论"),
            years=years,
            rows=tuple(_outcomes(catalog, some)),
        )
        yield RegisterTable(
            id=f"topics-{span}",
            title=_("按主题：{years}").format(years=words),
            head=_("主题"),
            years=years,
            rows=tuple(_topics(catalog, some)),
        )


def _span(first: int, last: int) -> str:
    one = _("{year}年").format(year=last)
    return one if first == last else _("{first}—{last}年").format(first=first, last=last)


def _outcomes(catalog: Catalog, cards: Sequence[Card]) -> Iterator[RegisterRow]:
    """In the order of the vocabulary."""
    counted = [{row.outcome.id: row for row in one.progress.outcomes.rows} for one in cards if one.progress]
    for id in catalog.words.order(vocabulary.OUTCOMES):
        rows = [each.get(id) for each in counted]
        known = next((row for row in rows if row), None)
        if known:
            cells = tuple(Link(str(row.count), row.register) if row else None for row in rows)
            yield RegisterRow(f"{known.outcome.shape} {known.outcome.label}", cells)


def _topics(catalog: Catalog, cards: Sequence[Card]) -> Iterator[RegisterRow]:
    counted = [{count.topic: count for count in one.topics.counts if count.commitments} for one in cards]
    for id in catalog.words.order(vocabulary.TOPICS):
        if any(id in each for each in counted):
            cells = tuple(_cell(one, each, id) for one, each in zip(cards, counted, strict=True))
            yield RegisterRow(catalog.words.id(vocabulary.TOPICS, id).label, cells)


def _cell(card: Card, counted: dict[str, topics.TopicCount], topic: str) -> NumberWay:
    found = counted.get(topic)
    return Link(str(found.commitments), topics.filtered(card.key, topic)) if found else None
