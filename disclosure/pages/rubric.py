"""The rubric as the method page prints it."""

from __future__ import annotations

from msgspec import Struct

from disclosure.catalog.catalog import Catalog
from disclosure.pages.page import chinese_date
from disclosure.translation import gettext as _


class RubricView(Struct, frozen=True, kw_only=True):
    """Version, day, reason; ``rows`` are what is measured, 达成 within, 待人工判断 within."""

    version: str
    since: str
    because: str
    rows: tuple[tuple[str, str, str], ...]
    revision: tuple[str, ...]


def view(catalog: Catalog) -> RubricView | None:
    if not catalog.raw.rubrics:
        return None
    one = catalog.raw.rubrics[0].value
    points, share = _("{n}个百分点"), _("目标的{n}%")
    return RubricView(
        version=one.version,
        since=chinese_date(one.date),
        because=one.because,
        rows=(
            (_("增速、比重"), points.format(n=one.rates.t1), points.format(n=one.rates.t2)),
            (_("总量、个数"), share.format(n=one.amounts.t1), share.format(n=one.amounts.t2)),
        ),
        revision=(
            _("增速：{n}个百分点").format(n=one.revision.rates),
            _("总量：{n}%").format(n=one.revision.amounts),
        ),
    )
