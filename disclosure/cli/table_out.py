"""``table out``: a workbook of promises for the department that leads or supports them."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.cli import one_report, options, writing
from disclosure.cli.output import Console
from disclosure.problem import Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.catalog.catalog import Catalog, Report
    from disclosure.model.vocabulary import Term
    from disclosure.tables.rows import OutWish

HELP = N_("生成给单位填的表格（.xlsx）：它牵头或配合的承诺，已登记的内容填好")


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--department", metavar=_("单位"), help=_("哪个单位的：名称、曾用名或编号；不写就是全部承诺"))
    add("--report", metavar=_("报告"), help=_("哪一份报告，不写就是最新的一份"))
    words = _("只要这一章节的，可以写几次：标题或编号，例如 2-2")
    add("--section", action="append", default=[], metavar=_("章节"), help=words)
    words = _("要填哪个时期的数，例如 2025-06 是1至6月，2025 是全年；不写就填好最近的数，供改写")
    add("--period", metavar="2025-06", default="", help=words)
    add("-o", "--output", type=options.path_of, metavar=_("文件"), help=_("写成哪个文件；不写就按报告和单位取名"))


def run(given: argparse.Namespace, output: Console) -> int:
    if find_spec("xlsxwriter") is None:
        raise Refused(_("缺少程序库 xlsxwriter：运行 pip install '.[desk]' 再来一次"))
    catalog = one_report.catalog(given, output)
    return 1 if catalog is None else _write(given, output, catalog, _wish(given, catalog))


def _write(given: argparse.Namespace, output: Console, catalog: Catalog, wish: OutWish) -> int:
    from disclosure.tables import rows, workbook

    (report,) = catalog.reports
    promises = list(rows.chosen(report, wish))
    if not promises:
        raise Refused(_("没有写：报告 {report} 里没有这样的承诺").format(report=report.key))
    made = rows.rows(promises, wish)
    department = wish.department.label if wish.department else ""
    target = given.output or Path(_named(report, department))
    if target.exists():
        raise Refused(_("已有 {path}，没有改动它；用 -o 换一个名字").format(path=target))
    title = workbook.BookTitle(report.meta.title, department)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        workbook.write(target, title, made, catalog.words)
    except OSError as error:
        raise writing.refused(target, error) from error
    output.say(_("已写入 {path}：{n} 条承诺，{rows} 行").format(path=target, n=len(promises), rows=len(made)))
    output.say(_("填好以后：python build.py table in {path}").format(path=target))
    output.result([], written=target.as_posix(), commitments=[one.name for one in promises], rows=len(made))
    return 0


def _named(report: Report, department: str) -> str:
    # Names of departments may hold signs that no file's name may
    who = writing.plain_name(department or _("任务进展"))
    return f"{report.key}-{who}.xlsx"


def _wish(given: argparse.Namespace, catalog: Catalog) -> OutWish:
    from disclosure.catalog import period
    from disclosure.tables.rows import OutWish

    asked = options.period(given.period)
    return OutWish(
        department=_department(catalog, given.department) if given.department else None,
        sections=frozenset(_section(catalog.reports[0], one) for one in given.section),
        period=asked,
        until=period.last_day(asked) if asked else None,
    )


def _department(catalog: Catalog, text: str) -> Term:
    """By its name, a former one, or its id."""
    from disclosure.catalog import words
    from disclosure.model.vocabulary import DEPARTMENTS

    if found := catalog.words.label(DEPARTMENTS, text.strip()):
        return found
    if catalog.words.word(DEPARTMENTS, text.strip()):
        return catalog.words.id(DEPARTMENTS, text.strip())
    known = catalog.words.labels(DEPARTMENTS)
    near = words.nearest(text, known, 0.4)
    hint = _("是不是“{label}”？").format(label=near) if near else _("有：{known}").format(known="、".join(known))
    raise Refused(_("词表 departments 里没有“{label}”。{hint}").format(label=text, hint=hint))


def _section(report: Report, text: str) -> str:
    """A section by its id or its title."""
    wanted = text.strip()
    for id, heading in report.sections.items():
        if wanted in (id, heading.title):
            return id
    listed = "".join(f"\n    {id}  {heading.title}" for id, heading in report.sections.items())
    raise Refused(
        _("报告 {report} 里没有章节“{text}”，有：{listed}").format(report=report.key, text=text, listed=listed)
    )
