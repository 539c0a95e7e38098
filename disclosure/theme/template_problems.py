"""Templates are input too: what is wrong with one is said with its file and line, like what is wrong with content."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

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


def flaw(environment: jinja2.Environment, layers: Sequence[Path], error: BaseException) -> TemplateFlaw:
    """Every template that cannot be compiled; where all can, the one that failed when a page was rendered."""
    wrong = tuple(_uncompilable(environment, layers))
    return TemplateFlaw(wrong or (_rendering(layers, error),))


def _uncompilable(environment: jinja2.Environment, layers: Sequence[Path]) -> Iterator[Problem]:
    for name in environment.list_templates(extensions=["html"]):
        try:
            environment.get_template(name)
        except jinja2.TemplateSyntaxError as error:
            yield _problem(layers, error.name or name, error.lineno, error.message or "")
        except RAISED as error:
            yield _problem(layers, name, 1, str(error))


def _rendering(layers: Sequence[Path], error: BaseException) -> Problem:
    """The innermost line of a template that the error came through."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _problem(layers, error.name or "", error.lineno, error.message or "")
    frames = [(one, name) for one in traceback.extract_tb(error.__traceback__) for name in _names(layers, one.filename)]
    said = f"{type(error).__name__}: {error}"
    if not frames:
        return _problem(layers, "", 1, said)
    innermost, name = frames[-1]
    return _problem(layers, name, innermost.lineno or 1, said)


def _names(layers: Sequence[Path], filename: str) -> Iterator[str]:
    """A template's name by its file."""
    path = Path(filename)
    yield from (path.relative_to(folder).as_posix() for folder in layers if path.is_relative_to(folder))


def _problem(layers: Sequence[Path], name: str, line: int, said: str) -> Problem:
    place = Place(_shown(layers, name), line)
    message = _("模板不能用：{said}").format(said=said)
    return Problem(place, "template", message, _("对照上一次能用的版本改回；模板里只能用已有的变量、过滤器和组件"))


def _shown(layers: Sequence[Path], name: str) -> str:
    """The file that a template stands in: as in the project, or in full where the program's own is wrong."""
    own, *others = layers
    found = next((folder for folder in layers if (folder / name).is_file()), own)
    return (found / name).as_posix() if found in others else f"{own.name}/{name}".rstrip("/")
