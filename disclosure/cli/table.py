"""``table out`` and ``table in``: a department's table of its promises, sent out and read back."""

from __future__ import annotations

import argparse

from disclosure.cli import table_in, table_out
from disclosure.cli.options import commands
from disclosure.cli.output import Console
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("部门报表：out 发出去给单位填，in 把填好的读回来")
ACTIONS = {"out": table_out, "in": table_in}


def arguments(parser: argparse.ArgumentParser) -> None:
    commands(parser, "action", _("做什么"), ACTIONS)


def run(given: argparse.Namespace, output: Console) -> int:
    return int(ACTIONS[given.action].run(given, output))
