"""``sweep``: which places it is time to look at again, and how many promises wait for each. No network."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from disclosure.cli.output import Console
from disclosure.clock import in_ci
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.catalog.catalog import Catalog
    from disclosure.catalog.places import SearchPlace

HELP = N_("列出该再去看的地方：到期几天，有几条承诺等着它；不上网")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=_("没有到期的地方也列出"))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.build.build import catalogs
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot

    reports, problems = catalogs(
        snapshot.look(given.project, given.today), BuildOptions(progress=output.progress, ci=in_ci())
    )
    output.problems(problems)
    if reports is None:
        output.result(problems, places=[])
        return 1
    places = reports[0].places if reports else ()
    waiting = _waiting(reports)
    ranked = sorted(places, key=lambda one: _rank(one, given.today, waiting[one.id]))
    late = [one for one in ranked if one.days_late(given.today) != 0]
    for one in ranked if given.all else late:
        output.say(_line(one, given.today, waiting[one.id]))
    output.say(_("{n} 个地方，{late} 个该去看了").format(n=len(places), late=len(late)))
    output.result(problems, places=[_row(one, given.today, waiting[one.id]) for one in ranked])
    return 0


def _waiting(reports: Iterable[Catalog]) -> Counter[str]:
    """How many promises without public information name each place."""
    return Counter(
        look.id
        for catalog in reports
        for report in catalog.reports
        for became in report.follow.values()
        if became.absence
        for look in became.absence.looks
    )


def _rank(one: SearchPlace, today: date, waiting: int) -> tuple[int, int, int]:
    """Where nobody ever looked comes first, then what is latest; among equals what most promises wait for."""
    late = one.days_late(today)
    return (0 if late is None else 1, -(late or 0), -waiting)


def _line(one: SearchPlace, today: date, waiting: int) -> str:
    late = one.days_late(today)
    if one.last is None:
        said = _("还没有看过")
    elif late:
        said = _("{last} 看过，应在 {next} 再看，过了 {n} 天").format(last=one.last, next=one.next, n=late)
    else:
        said = _("{last} 看过，下次不晚于 {next}").format(last=one.last, next=one.next)
    url = f" {one.url}" if one.url else ""
    return _("{id}：{name}（{holder}）{said}；{n} 条承诺等着它{url}").format(
        id=one.id, name=one.name, holder=one.holder, said=said, n=waiting, url=url
    )


def _row(one: SearchPlace, today: date, waiting: int) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "holder": one.holder,
        "url": one.url or None,
        "every": one.every,
        "last": one.last.isoformat() if one.last else None,
        "next": one.next.isoformat() if one.next else None,
        "late": one.days_late(today),
        "commitments": waiting,
    }
