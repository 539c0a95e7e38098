"""Pictures: one value of each says all that its page, its SVG file, its table and its citation say.

Plain values alone: ``theme/drawing`` makes the SVG where a page is rendered, so that a page left alone costs none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import beside
from disclosure.catalog.baselines import AROUND, LEVELS
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.entries import Observed
from disclosure.pages import citation
from disclosure.pages.drawings import Drawing
from disclosure.pages.drawings.rows import PictureMark
from disclosure.pages.page import Citation, Link, chinese_date
from disclosure.quantity import Operator, Quantity, reduces
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_
from disclosure.verdict.shapes import PROVISIONAL

# What a written target allows, which decides its sign
UPWARDS = {Operator.GE, Operator.GT, Operator.ABOUT_GE}
DOWNWARDS = {Operator.LE, Operator.LT, Operator.ABOUT_LE}
TURNED = {
    Operator.GE: Operator.LE,
    Operator.GT: Operator.LT,
    Operator.ABOUT_GE: Operator.ABOUT_LE,
    Operator.LE: Operator.GE,
    Operator.LT: Operator.GT,
    Operator.ABOUT_LE: Operator.ABOUT_GE,
}
# What the kinds of observed values are called: 预计 is never called 实际
OBSERVED = {"actual": N_("实际"), "preliminary": N_("初步数"), "forecast": N_("预计")}
# The operators of a value that can stand on the scale of others
DRAWN = LEVELS | AROUND | {Operator.EXACT}


# What a cell is made of: numbers and days are what they are in a file too, nothing is an empty cell
PictureCell = str | int | Decimal | date | None


class PictureTable(Struct, frozen=True):
    """What is drawn, as a table of texts: the first column names each row. A page has room for the first ``wide`` of
    them, which say all in words; its file holds all. ``plain`` are the columns that hold numbers or days alone."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    plain: tuple[str, ...] = ()
    wide: int | None = None

    @property
    def heads(self) -> tuple[tuple[str, bool], ...]:
        """The columns on a page, and whether they are plain."""
        return tuple((name, name in self.plain) for name in self.columns[: self.wide])


def table(
    columns: tuple[str, ...], rows: Iterable[tuple[PictureCell, ...]], *, wide: int | None = None
) -> PictureTable:
    given = tuple(rows)
    kinds = {name: {type(row[n]) for row in given} for n, name in enumerate(columns)}
    plain = tuple(name for name in columns if str not in kinds[name])
    return PictureTable(columns, tuple(tuple(map(_text, row)) for row in given), plain, wide)


def _text(cell: PictureCell) -> str:
    if cell is None:
        return ""
    return spelt(cell) if isinstance(cell, Decimal) else str(cell)


class Picture(Struct, frozen=True, kw_only=True):
    """A picture on the page at the address ``page``, where its fragment is ``picture-{id}``.

    ``title`` states the finding, ``sentence`` reads it, ``key`` says what signs mean where words beside them do not.
    ``name`` is what the drawing is called for who cannot see it. ``data`` leads to the published data that hold its
    numbers, ``source`` says whose numbers these are, and of when: it stands in the file that is taken away.
    """

    id: str
    page: str
    title: str
    sentence: str
    name: str
    key: str
    drawing: Drawing
    table: PictureTable
    data: tuple[Link, ...]
    cite: Citation
    source: str

    @property
    def anchor(self) -> str:
        return beside.picture_anchor(self.id)

    @property
    def svg(self) -> str:
        """The address of the image that is taken away."""
        return beside.picture(self.page, self.id, ".svg")

    @property
    def csv(self) -> str:
        return beside.picture(self.page, self.id, ".csv")


def picture(
    catalog: Catalog,
    *,
    id: str,
    page: str,
    day: date,
    title: str,
    sentence: str,
    name: str,
    drawing: Drawing,
    table: PictureTable,
    data: Iterable[Link],
    key: str = "",
) -> Picture:
    """``day`` is the one on which its words are true: that of the build where they depend on today, else that of the
    newest of its numbers."""
    here = f"{page}#{beside.picture_anchor(id)}"
    return Picture(
        id=id,
        page=page,
        title=title,
        sentence=sentence,
        name=name,
        key=key,
        drawing=drawing,
        table=table,
        data=tuple(data),
        cite=citation.part(catalog, title, day=day.isoformat(), address=here),
        source=_("数据来源：{site}，截至{day}").format(site=catalog.site.title, day=chinese_date(day)),
    )


def mark(kind: str, value: Decimal, bound: str = "") -> PictureMark:
    return PictureMark(kind, spelt(value), bound)


def vintage(one: Observed) -> str:
    """The kind of an observed value; what a report gives without a word is taken as it is given."""
    return kind(one.vintage.id if one.vintage else "")


def kind(vintage: str) -> str:
    return vintage if vintage in PROVISIONAL else "actual"


def aims(written: Quantity) -> tuple[PictureMark, ...]:
    """A target's mark; a range's two; none where it is no level (增加1个百分点)."""
    aim = level(written)
    if aim.value is None or aim.operator not in DRAWN:
        return ()
    if aim.upper is not None:
        return mark("aimed", aim.value, "up"), mark("aimed", aim.upper, "down")
    return (mark("aimed", aim.value, bound(aim)),)


def level(written: Quantity) -> Quantity:
    """Where it stands on a scale. A fall is written as its size: 下降3%以上 is a change of -3 or less."""
    ends = [-end for end in (written.value, written.upper) if end is not None]
    if not ends or not reduces(written):
        return written
    upper = max(ends) if len(ends) > 1 else None
    turned = TURNED.get(written.operator, written.operator)
    return replace(written, value=min(ends), upper=upper, operator=turned, qualifier="")


def spelt(value: Decimal) -> str:
    """Equal values are equal text: 9 and 9.0."""
    return f"{value.normalize():f}"


def numbers(read: Quantity | None) -> tuple[Decimal | None, Decimal | None]:
    """Of a table's cells: where it stands on a scale, and the upper end of a range."""
    aim = level(read) if read else None
    return (aim.value, aim.upper) if aim else (None, None)


def bound(aim: Quantity) -> str:
    if aim.operator in UPWARDS:
        return "up"
    return "down" if aim.operator in DOWNWARDS else ""
