"""The shipped content, or (``DISCLOSURE_CONTENT``) another folder in its place."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from tests.projects import REPOSITORY, Sandbox, configured

CONTENT = Path(os.environ.get("DISCLOSURE_CONTENT", REPOSITORY / "content"))
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
