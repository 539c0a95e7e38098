"""A department's table as a public document: what is asked of whoever reads it in."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from disclosure.cli import asking
from disclosure.cli.options import day, period
from disclosure.cli.output import Console
from disclosure.forms.options import FormKind, FormOption
from disclosure.problem import Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.tables.changes import TableSource

# The table as a public document
DOCUMENT = FormKind(
    name="table",
    help=N_("读回填好的表格：先看有哪些变化，再写成一条更新和责任分工"),
    options=(
        FormOption(
            name="publisher",
            help=N_("这张表作为公开材料，是谁发布的"),
            sample=N_("拾光区住建局"),
            asks=N_("表是谁发布的，写全称"),
        ),
        FormOption(
            name="title",
            help=N_("它自己的标题"),
            sample=N_("2025年上半年重点任务进展情况表"),
            asks=N_("表自己的标题"),
        ),
        FormOption(
            name="day",
            help=N_("它公开的日期；责任分工也从这一天起"),
            sample="2025-07-10",
            asks=N_("表公开的日期，例如 2025-07-10"),
        ),
        FormOption(name="url", help=N_("它的网址"), sample="https://…"),
        FormOption(name="locator", help=N_("它的文号"), sample=N_("拾住建〔2025〕7号")),
    ),
)


def asked(given: argparse.Namespace, output: Console) -> TableSource:
    """The table as a document, as far as it is said or answered."""
    from disclosure.forms import finding
    from disclosure.tables.changes import TableSource

    covered = period(given.period)
    wishes: dict[str, Any] = {one.name: getattr(given, f"wish_{one.name}") or "" for one in DOCUMENT.options}
    if asking.is_possible(output) and not given.dry_run:
        wishes = asking.completed(DOCUMENT, None, wishes, output)
    said = {name: finding.line(value, f"--{name}") for name, value in wishes.items()}
    known = _known_day(said.pop("day"), given.today)
    return TableSource(**said, day=known, period=covered)


def _known_day(text: str, today: date) -> date | None:
    try:
        found = day(text) if text else None
    except argparse.ArgumentTypeError as error:
        raise Refused(str(error)) from None
    if found is not None and found > today:
        raise Refused(_("--day {day} 在今天（{today}）之后").format(day=found, today=today))
    return found
