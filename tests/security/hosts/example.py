"""The site that is put on the servers: the example with its history and all that can be switched on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from disclosure.publishing.release import release
from tests import grown, second_year, shared
from tests.projects import FIRST_YEAR, REPOSITORY, Sandbox, configured, create, date_of

SWITCHED_ON = "embed: true\nshare_images: site\ndesk:\n  host: none\n\n"


def build(root: Path, folder: str = "/") -> Sandbox:
    """The project, built, in a new folder; ``folder`` is where its site stands on its host."""
    root.mkdir(parents=True)
    for _commit in grown.grow(root):
        pass
    settings = root / "content/site.yml"
    text = settings.read_text("utf-8").replace("shiguang.example/\n", f"shiguang.example{folder}\n")
    settings.write_text(text + SWITCHED_ON, "utf-8")
    project = configured(root)
    project.build(date=date_of(grown.EXAMPLE))
    return project


def publish(site: Path, target: Path, name: str) -> Path:
    """A release of a site, as ``build.py release`` makes it; the folder that servers are pointed at."""
    release(site, target, name)
    return target / "current"


def two_years(folder: Path) -> tuple[Path, Path]:
    """Two sites that follow each other: the first year's, and today's with another style sheet."""
    first = create(folder / "first", FIRST_YEAR)
    first.build(date=second_year.FIRST_DAY)
    second = create(folder / "second", grown.EXAMPLE)
    templates = folder / "templates"
    shutil.copytree(REPOSITORY / "templates", templates)
    with sorted((templates / "css").glob("*.css"))[0].open("a", encoding="utf-8") as file:
        file.write("\n.d-other { color: inherit; }\n")
    configured(folder / "second", templates).build(date=date_of(grown.EXAMPLE))
    return first.site, second.site


def shared_site(factory: pytest.TempPathFactory) -> Path:
    """The example's site, built once in a run of the tests. Nobody may write in it."""
    return shared.folder(factory, "hosts", lambda root: build(root / "project")) / "project/site"
