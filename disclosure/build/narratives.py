"""The narratives' HTML. MkDocs makes it where ``mkdocs.yml`` asks for more than we do ourselves.

Python-Markdown turns the same text with the same settings into the same HTML whether MkDocs calls it or we do; only
links to content files are MkDocs' own work, and done here the same way. So a ``mkdocs.yml`` that asks for nothing of
its own (no plugin but ours, no extension, no hook) does not need MkDocs: importing it takes longer than most builds.
``mkdocs build`` always goes through it, and gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from disclosure.build.site_files import Narratives
from disclosure.build.site_plan import SitePlan
from disclosure.project import LOADER, Project
from disclosure.source import prose

if TYPE_CHECKING:
    from disclosure.build.build import Building

# Settings that say where things are, or what MkDocs shall leave to us
KNOWN = {"site_name", "docs_dir", "site_dir", "use_directory_urls", "validation", "theme", "plugins"}


def bodies(building: Building) -> Narratives:
    """Every narrative's HTML by its path."""
    if asks_for_more(building.project):
        return _through_mkdocs(building)
    return Narratives(own(building.site))


def own(site: SitePlan) -> dict[str, str]:
    def leads(path: str) -> str | None:
        return site.book.sources.get(path) or (path if path in site.book.anchors else None)

    return {one.path: prose.relink(one.rendered.html, leads) for one in site.catalog.narratives}


def asks_for_more(project: Project) -> bool:
    """Whether ``mkdocs.yml`` wants anything that only MkDocs can do."""
    raw: Any = yaml.load(project.config.read_text("utf-8"), Loader=LOADER) or {}  # noqa: S506 (text only)
    theme = raw.get("theme") or {}
    return not (raw.keys() <= KNOWN and raw.get("plugins") == ["disclosure"] and theme.keys() <= {"name", "custom_dir"})


def _through_mkdocs(building: Building) -> Narratives:
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    config = load_config(str(building.project.config), site_dir=str(building.project.site))
    plugin = config.plugins["disclosure"]
    plugin.building = building  # type: ignore[attr-defined]
    mkdocs_build(config)
    found: Narratives = plugin.bodies  # type: ignore[attr-defined]
    return found
