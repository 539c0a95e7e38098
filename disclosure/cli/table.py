"""``table out`` and ``table in``: a department's table of its promises, sent out and read back."""

from __future__ import annotations

import argparse

from disclosure.cli import table_in, table_out
from disclosure.cli.options import Parser, common
from disclosure.cli.output import Console
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("部门报表：out 发出去给单位填，in 把填好的读回来")
ACTIONS = {"out": table_out, "in": table_in}


def arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action", title=_("做什么"), metavar=_("做什么"), required=True, parser_class=Parser
    )
    for name, module in ACTIONS.items():
        help = _(module.HELP)
        one = actions.add_parser(name, help=help, description=help, parents=[common({})], add_help=False)
        module.arguments(one)


def run(given: argparse.Namespace, output: Console) -> int:
    return int(ACTIONS[given.action].run(given, output))
