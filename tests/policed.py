"""The example's site with all that a site can have: its years and history, cards, and the editors' desk."""

from __future__ import annotations

from pathlib import Path

from tests import grown
from tests.desk import desks
from tests.projects import configured, date_of

NAME = "policed"


def build(root: Path) -> None:
    for _commit in grown.grow(root):
        pass
    project = desks.turn_on(configured(root), f"embed: true\n{desks.SETTINGS}")
    project.build(date=date_of(grown.EXAMPLE))
