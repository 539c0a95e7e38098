"""Whether a report's period is over: said wherever its records stand, so that no old target is taken for today's."""

from __future__ import annotations

from datetime import date

from disclosure.catalog import period
from disclosure.translation import gettext as _


def said(year: int, today: date) -> str:
    """In a word, to stand beside a report's title; empty while its year goes on."""
    return _("报告期已结束") if period.is_over(year, today) else ""


def of_report(year: int) -> str:
    """With the year, to stand beside one of its records."""
    return _("{year}年报告期已结束").format(year=year)


def named(title: str, year: int, today: date) -> str:
    """A report's title with the word."""
    word = said(year, today)
    return _("{title}（{word}）").format(title=title, word=word) if word else title
