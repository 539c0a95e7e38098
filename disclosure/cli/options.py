"""The options of every command, and argparse as it speaks to editors."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from disclosure.cli import usage_errors
from disclosure.problem import Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_
from disclosure.visible import lines, visible

USAGE = 2
# Control characters, marks of format and direction, separators of lines
HIDDEN = ("Cc", "Cf", "Zl", "Zp")
HEADINGS = {"positional arguments": N_("要写的"), "options": N_("选项")}


class HelpLines(argparse.HelpFormatter):
    """The help in Chinese: argparse's own headings are English."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("用法：") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_(HEADINGS[heading]) if heading in HEADINGS else heading)


class Parser(argparse.ArgumentParser):
    """argparse, speaking to editors."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"formatter_class": HelpLines, **given})

    def error(self, message: str) -> NoReturn:
        told = visible(usage_errors.told(message))
        self.exit(USAGE, _("用法错误：{message}\n运行 {prog} --help 查看用法\n").format(message=told, prog=self.prog))

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        super().exit(status, message and lines(message))


def path_of(text: str) -> Path:
    """A file or folder; what its name hides would stand in the middle of our lines."""
    hidden = [one for one in text if unicodedata.category(one) in HIDDEN]
    if hidden:
        message = _("文件名 {text} 里有看不见的字符（{signs}）；先给文件改个名字，再运行一次")
        signs = "、".join(f"U+{ord(one):04X}" for one in dict.fromkeys(hidden))
        raise argparse.ArgumentTypeError(message.format(text=visible(text), signs=signs))
    return Path(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("日期应当写成 2026-11-23 的样子，不是 {text}").format(text=text)) from None


def period(text: str) -> str:
    """A time that values may be of, empty where none is named; ``Refused`` where there is no such time."""
    # The model is heavy, and few commands want it
    from disclosure.catalog.period import is_real
    from disclosure.model.update import PERIOD

    if text and not (re.fullmatch(PERIOD, text) and is_real(text)):
        raise Refused(_("时期写成 2025、2025-06 或 2025-06-18，不是 {text}").format(text=text))
    return text


def common(defaults: dict[str, object]) -> Parser:
    """The options of every command."""
    made = Parser(add_help=False)
    options = made.add_argument_group(_("选项"))
    add = partial(options.add_argument, default=argparse.SUPPRESS)
    add("-h", "--help", action="help", help=_("显示这份说明"))
    add("--root", type=path_of, help=_("项目所在文件夹，默认为当前文件夹"))
    add("--date", type=day, help=_("把这一天当作今天，例如 2026-11-23（默认为北京时间的今天）"))
    add("--json", action="store_true", help=_("输出 JSON，供程序读取"))
    made.set_defaults(**defaults)
    return made


def commands(parser: argparse.ArgumentParser, dest: str, title: str, modules: Mapping[str, ModuleType]) -> None:
    """A command for each of the modules, which say what it is for (``HELP``) and what it takes (``arguments``)."""
    every = parser.add_subparsers(dest=dest, title=title, metavar=title, required=True, parser_class=Parser)
    for name, module in modules.items():
        help = _(module.HELP)
        # Without defaults here: a command must not overrule what stood before it
        one = every.add_parser(name, help=help, description=help, parents=[common({})], add_help=False)
        module.arguments(one)
