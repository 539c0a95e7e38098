"""The test collection of the search: a whole work report with its register and aliases, to which the judgements refer.

It stays as it was when it was judged: what editors add to the shipped content changes no figure of ours. The report is
an official document, archived word for word; the vocabulary is the example's.
"""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import EXAMPLES, Sandbox, configured

CONTENT = Path(__file__).with_name("content")
REPORT = CONTENT / "reports/2022/report.md"
# The day on which it was judged
DATE = "2026-11-29"


def project(root: Path) -> Sandbox:
    """The collection in ``root``, not yet built."""
    shutil.copytree(CONTENT, root / "content")
    shutil.copytree(EXAMPLES / "shiguang/content/vocabulary", root / "content/vocabulary")
    return configured(root)


def build(root: Path) -> None:
    project(root).build(date=DATE)


@cache
def whole() -> Prepared:
    """The collection, read and checked once."""
    with TemporaryDirectory() as folder:
        prepared, problems = prepare(find(project(Path(folder)).root), date.fromisoformat(DATE))
    assert prepared is not None, problems
    return prepared
