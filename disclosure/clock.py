"""The day a site is made for, where nobody names one."""

from __future__ import annotations

import os
from datetime import date, datetime, time

from disclosure.problem import Refused
from disclosure.source.git import SHANGHAI
from disclosure.translation import gettext as _

VARIABLE = "DISCLOSURE_DATE"
MORNING = time(9)


def today(named: date | None = None) -> date:
    """The day ``named``, else the environment's, else Beijing's. ``Refused`` where the environment's does not exist."""
    if named is not None:
        return named
    given = os.environ.get(VARIABLE)
    if not given:
        return datetime.now(SHANGHAI).date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise Refused(_("环境变量 {what} 不是日期").format(what=VARIABLE)) from None


def minute(day: date) -> datetime:
    """This minute in Beijing; of another day than today its morning."""
    now = datetime.now(SHANGHAI).replace(second=0, microsecond=0, tzinfo=None)
    return now if now.date() == day else datetime.combine(day, MORNING)


def in_ci() -> bool:
    """Whether a machine builds that tests and publishes: nobody reads what it only reminds of."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")
