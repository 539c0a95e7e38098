"""The shipped content, for the tests of ``tests/content`` and of the search, whose quality is measured on it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.projects import REPOSITORY, Sandbox, configured

CONTENT = REPOSITORY / "content"
DAYS = re.compile(r"\b(?:published|date|searched|checked): ['\"]?(\d{4}-\d\d-\d\d)")


def day() -> str:
    """The newest day that the content speaks of: what counts as today, wherever and whenever the tests run."""
    texts = (path.read_text("utf-8") for path in CONTENT.rglob("*") if path.suffix in (".md", ".yml"))
    return max(day for text in texts for day in DAYS.findall(text))


def build(root: Path) -> None:
    """Its site, in ``root``."""
    project(root).build(date=day())


def project(root: Path) -> Sandbox:
    shutil.copytree(CONTENT, root / "content")
    return configured(root)
