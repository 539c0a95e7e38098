"""``table in``: what a table that came back says, shown as changes and written as records."""

from __future__ import annotations

import argparse

from disclosure.cli.output import Console
from disclosure.translation import mark as N_

HELP = N_("读回填好的表格：先看有哪些变化，再写成更新和责任分工")


def arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(given: argparse.Namespace, output: Console) -> int:
    return 0
