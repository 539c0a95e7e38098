"""All corrections, newest first; none, no page."""

from __future__ import annotations

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.correction import Corrected, corrected
from disclosure.history.kinds import named
from disclosure.pages.page import Page, column, iso
from disclosure.translation import gettext as _


class CorrectionView(Struct, frozen=True, kw_only=True):
    """``corrects`` are record, field, address (or none), was and now (empty: taken out)."""

    id: str
    title: str
    day: str
    corrects: tuple[tuple[str, str, str, str, str], ...]
    was: str
    now: str
    html: str


class CorrectionsView(Struct, frozen=True):
    corrections: tuple[CorrectionView, ...]


def _row(one: Corrected) -> tuple[str, str, str, str, str]:
    return one.record, named(one.record, one.field), one.address, one.was, one.now


def page(catalog: Catalog) -> Page:
    views = tuple(
        CorrectionView(
            id=correction.id,
            title=correction.meta.title,
            day=iso(correction.meta.date),
            corrects=tuple(map(_row, corrected(correction))),
            was=correction.meta.was or "",
            now=correction.meta.now or "",
            html=address.led(correction.rendered.html, correction.name, address.CORRECTIONS),
        )
        for correction in catalog.corrections
    )
    return column(
        catalog,
        kind="corrections",
        address=address.CORRECTIONS,
        title=_("更正记录"),
        description=_("本站发布过的错误和改正，共{n}条").format(n=len(views)),
        view=CorrectionsView(views),
        anchors=frozenset(one.id for one in views),
    )
