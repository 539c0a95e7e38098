"""The narratives' HTML, made without MkDocs where ``mkdocs.yml`` asks for nothing that only MkDocs can do.

Python-Markdown turns the same text with the same settings into the same HTML whether MkDocs calls it or we do; only
links to content files are MkDocs' own work, and done here the same way. So a ``mkdocs.yml`` that asks for nothing of
its own (no plugin but ours, no extension, no hook) does not need MkDocs: importing it takes longer than most builds.
``mkdocs build`` always goes through it, and gives the same bytes.
"""

from __future__ import annotations

from typing import Any

import yaml

from disclosure.build.site_context import Narratives
from disclosure.build.site_plan import SitePlan
from disclosure.project import LOADER, Project
from disclosure.source import prose

# Settings that say where things are, or what MkDocs shall leave to us
KNOWN = {"site_name", "docs_dir", "site_dir", "use_directory_urls", "validation", "theme", "plugins"}


def render(plan: SitePlan) -> Narratives:
    """Every narrative's HTML by its path, its links led to where content files are shown."""

    # Most lead to one another: the address book, for which all pages are planned, is asked for the others
    own = {one.name: one.address for one in plan.catalog.narratives if one.name != "index.md"}

    def leads(path: str) -> str | None:
        return own.get(path) or plan.book.sources.get(path) or (path if path in plan.book.anchors else None)

    return Narratives({one.path: prose.relink(one.rendered.html, leads) for one in plan.catalog.narratives})


def asks_for_more(project: Project) -> bool:
    """Whether ``mkdocs.yml`` wants anything that only MkDocs can do."""
    raw: Any = yaml.load(project.config.read_text("utf-8"), Loader=LOADER) or {}  # noqa: S506 (text only)
    theme = raw.get("theme") or {}
    return not (raw.keys() <= KNOWN and raw.get("plugins") == ["disclosure"] and theme.keys() <= {"name", "custom_dir"})
