"""How old the information is: a site that has gone stale says so itself."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from disclosure.pages.page import chinese_date
from disclosure.translation import gettext as _


class FreshnessView(Struct, frozen=True):
    """``words`` say until when, the promised cycle and the next day; ``stale`` where that day has passed."""

    words: str
    stale: bool


def view(looked: date | None, cycle: int, today: date) -> FreshnessView:
    if looked is None:
        return FreshnessView(_("还没有核对过公开信息。"), True)
    due, days = looked + timedelta(days=cycle), (today - looked).days
    words = _("信息截至{looked}。本站承诺每{cycle}天至少核对一次，下次不晚于{due}。")
    if today > due:
        words = _(
            "信息截至{looked}，已经{days}天没有核对。本站承诺每{cycle}天至少核对一次，应在{due}以前更新，现已逾期。"
        )
    said = words.format(looked=chinese_date(looked), due=chinese_date(due), cycle=cycle, days=days)
    return FreshnessView(said, today > due)
