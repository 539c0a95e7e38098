"""One build, from reading to publishing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from disclosure.problem import Problem
from disclosure.render import Theme
from disclosure.shell import host
from disclosure.shell.finish import Bodies, Outcome, Progress, finish
from disclosure.shell.prepare import Prepared, prepare
from disclosure.shell.project import Project


@dataclass
class Build:
    """What the plugin is handed when the command line turns the crank; it leaves the narratives' HTML in ``bodies``."""

    project: Project
    prepared: Prepared
    bodies: Bodies | None = None


def build(project: Project, today: date, progress: Progress) -> tuple[Outcome | None, tuple[Problem, ...]]:
    """The site brought up to date, or ``None`` where an error left it as it was; and every problem."""
    prepared, problems = prepare(project, today)
    if prepared is None:
        return None, problems
    bodies = host.remembered(project, prepared) or _through_mkdocs(project, prepared)
    theme = Theme(project.templates, prepared.catalog.site.language)
    return finish(project, prepared, theme, bodies, progress), problems


def _through_mkdocs(project: Project, prepared: Prepared) -> Bodies:
    # Imported here: most builds do not need MkDocs, and start-up time is felt at every save
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    running = Build(project, prepared)
    config = load_config(str(project.config), site_dir=str(project.site))
    plugin = config.plugins["disclosure"]
    plugin.build = running  # type: ignore[attr-defined]
    mkdocs_build(config)
    assert running.bodies is not None
    return running.bodies
