"""``init DIR``: a new site of a work report; ``init --next-year FILE``: the next year's report in a site."""

from __future__ import annotations

import argparse
from datetime import date

from disclosure import project as projects
from disclosure.cli.import_ import originals
from disclosure.cli.options import path_of
from disclosure.cli.output import Console
from disclosure.problem import Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("为一个地区建一个新的网站，或在已有的网站里建下一年的报告")
# There is none yet
NEEDS_PROJECT = False
LONGEST_YEAR = 4


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("folder", type=path_of, nargs="?", metavar=_("文件夹"), help=_("新网站放在哪里，要是空的或还没有的文件夹"))
    add("--district", default="", help=_("地区，例如 示例区"))
    add("--region", default="", help=_("上级地区，例如 样例省样例市"))
    add("--year", type=_year, help=_("报告部署工作的年份，例如 2024"))
    add("--report", type=path_of, metavar=_("文件"), help=_("报告的文件：.txt、.docx、网页或 PDF"))
    add("--delivered", type=_day, metavar=_("日期"), help=_("作报告的日期；文件里写着的，不用给"))
    add("--title", default="", help=_("网站名称，默认为“地区＋政府工作报告公开与跟踪”"))
    add("--name", default="", help=_("主办单位，写在页脚"))
    originals(parser)
    add("--next-year", type=path_of, metavar=_("文件"), help=_("在已有的网站里，用这份文件建下一年的报告"))


def _year(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > LONGEST_YEAR:
        raise argparse.ArgumentTypeError(_("年度写四位数字，例如 2024，不是 {text}").format(text=text))
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("日期应当写成 2026-11-23 的样子，不是 {text}").format(text=text)) from None


def run(given: argparse.Namespace, output: Console) -> int:
    # Wanted by this command only
    from disclosure.cli import new_project, next_year

    if given.next_year is not None:
        given.project = projects.find(given.root)
        return next_year.run(given, output)
    if given.folder is None:
        raise Refused(_("没有说放在哪里：python build.py init 文件夹"))
    return new_project.run(given, output)
