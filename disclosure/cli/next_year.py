"""``init --next-year FILE``: the next report into a site that has one."""

from __future__ import annotations

import argparse

from disclosure.cli.output import Console


def run(given: argparse.Namespace, output: Console) -> int:
    raise NotImplementedError
