"""How much of a report is registered: said wherever its records are counted, for what is not there is in no number."""

from __future__ import annotations

from disclosure import coverage
from disclosure.catalog import address
from disclosure.catalog.catalog import Report
from disclosure.coverage import Share
from disclosure.pages.once import once
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


class ShareLink(Link, frozen=True):
    """``is_whole`` where nothing is left to register: a count beside it then needs no such warning."""

    is_whole: bool = False


@once
def share(report: Report) -> ShareLink | None:
    """登记38%, what that means, and the way to see it; None where there is no register."""
    accounts = report.accounts
    if not accounts.clauses:
        return None
    found = coverage.share(accounts.figures, accounts.clauses)
    is_whole = found.covered == found.all
    if is_whole:
        note = _("：报告的每个语句、每个数字都有记录，或写明免列的理由")
    else:
        note = _("：报告的{all}个语句和数字里，{covered}个有记录或写明免列的理由；其余还没有登记，不在这些数里").format(
            all=found.all, covered=found.covered
        )
    return ShareLink(said(found), address.coverage(report.key), note=note, is_whole=is_whole)


def said(found: Share) -> str:
    """The share in a word; little is not nothing."""
    if found.covered and not found.percent:
        return _("登记不到 1%")
    return _("登记 {n}%").format(n=found.percent)
