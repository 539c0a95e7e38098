"""Templates are input too: what is wrong with one is said with its file and line, like what is wrong with content."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _

# What the code of a template raises where it asks for what is not there, or takes one thing for another
RAISED = (jinja2.TemplateError, AttributeError, KeyError, TypeError, ValueError, OSError)


class TemplateFlaw(Exception):
    """A page could not be rendered because of the templates; ``problems`` say where. It survives being sent by a worker
    process, which a traceback does not."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


def flaw(environment: jinja2.Environment, folder: Path, error: BaseException) -> TemplateFlaw:
    """Every template that cannot be compiled; where all can, the one that failed when a page was rendered."""
    wrong = tuple(_uncompilable(environment, folder))
    return TemplateFlaw(wrong or (_rendering(folder, error),))


def _uncompilable(environment: jinja2.Environment, folder: Path) -> Iterator[Problem]:
    for name in environment.list_templates(extensions=["html"]):
        try:
            environment.get_template(name)
        except jinja2.TemplateSyntaxError as error:
            yield _problem(folder, error.name or name, error.lineno, error.message or "")
        except RAISED as error:
            yield _problem(folder, name, 1, str(error))


def _rendering(folder: Path, error: BaseException) -> Problem:
    """The innermost line of a template that the error came through."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _problem(folder, error.name or "", error.lineno, error.message or "")
    frames = [one for one in traceback.extract_tb(error.__traceback__) if Path(one.filename).is_relative_to(folder)]
    said = f"{type(error).__name__}: {error}"
    if not frames:
        return _problem(folder, "", 1, said)
    name = Path(frames[-1].filename).relative_to(folder).as_posix()
    return _problem(folder, name, frames[-1].lineno or 1, said)


def _problem(folder: Path, name: str, line: int, said: str) -> Problem:
    place: Any = Place(f"{folder.name}/{name}".rstrip("/"), line)
    message = _("模板不能用：{said}").format(said=said)
    return Problem(place, "template", message, _("对照上一次能用的版本改回；模板里只能用已有的变量、过滤器和组件"))
