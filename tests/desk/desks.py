"""Projects whose editors have a desk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from disclosure.search import data_file
from tests import projects
from tests.projects import Sandbox, date_of

CASE = "shiguang"
ADDRESS = "https://github.com/example/shiguang"
SETTINGS = f"desk:\n  host: github\n  address: {ADDRESS}\n"


def turn_on(project: Sandbox, settings: str = SETTINGS) -> Sandbox:
    with (project.content / "site.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    return project


def build(root: Path) -> dict[str, bytes]:
    """The example with a desk, in ``root``: its site's files by address."""
    return turn_on(projects.create(root, CASE)).build(date=date_of(CASE))


def said(site: dict[str, bytes], name: str) -> Any:
    """What a file of the desk hands over."""
    return data_file.decode(site[f"desk/{name}.js"], object)


def named(rows: list[dict[str, Any]], **values: str) -> dict[str, Any]:
    """The row with these values."""
    return next(one for one in rows if {name: one.get(name) for name in values} == values)
