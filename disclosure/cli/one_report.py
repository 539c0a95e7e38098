"""The report that a command is to work on: the one that ``--report`` names, or the newest."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from disclosure.cli.output import Console
from disclosure.clock import in_ci
from disclosure.translation import gettext as _

if TYPE_CHECKING:
    from disclosure.catalog.catalog import Catalog


def catalog(given: argparse.Namespace, output: Console) -> Catalog | None:
    """That of the report; None where the content has errors, which are said."""
    # Heavy, and wanted by these commands only
    from disclosure.build.build import catalogs
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.forms import finding

    seen = snapshot.look(given.project, given.today)
    found, problems = catalogs(seen, BuildOptions(progress=output.progress, ci=in_ci()))
    output.problems(problems)
    if found is None:
        output.say(_("没有写：先改好上面的问题"))
        output.result(problems, written=None)
        return None
    by_key = {one.reports[0].key: one for one in found}
    return by_key[finding.one_of(by_key, given.report or "")]
