"""The journey of a saved update through the program: which floors it passes on its way to its page.

``python -m tests.journey`` prints it, for ``ARCHITECTURE.md``.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NamedTuple

from disclosure import project as projects
from disclosure.build import narratives
from disclosure.preview.rebuild import Rebuild
from tests.edits import followed
from tests.projects import date_of

PACKAGE = Path(projects.__file__).parent
# The floors that know the order of things, and call all others
ORDER = frozenset({"preview", "build"})
UPDATE = "updates/2024/2024-06-30-journey.md"
WORD = "行程里的一句话"
MARKER = re.compile(f"2024-06-30-journey|{WORD}")
TEXT = f"""\
---
date: 2024-06-30
published: 2024-07-01 09:00
commitments: [c002]
reported: 推进中
evidenced: 无公开证据
searched: 2024-06-30
title: 一次保存
---
{WORD}。
"""


class Call(NamedTuple):
    """A call of a function of the package by another module's.

    ``held`` where the order of things gave it the update or got it back.
    """

    caller: str
    function: str
    held: bool

    @property
    def floors(self) -> tuple[str, str]:
        return floor(self.caller), floor(self.function)


def floor(function: str) -> str:
    return function.split(".", maxsplit=1)[0]


def saved_update(folder: Path) -> list[Call]:
    """Every call between two modules while an update is added in a preview, up to where its own page is staged.

    From then on it is shown; the report's pieces, and the pages of the whole site, are made of what it says of itself.
    """
    project = followed(folder)
    rebuild = Rebuild(projects.find(project.root), lambda: date.fromisoformat(date_of("shiguang")), narratives.render)
    _build(rebuild)
    update = project.content / UPDATE
    update.write_text(TEXT, "utf-8")
    calls: list[Call] = []
    with _traced(calls):
        _build(rebuild, update)
    return calls


def _build(rebuild: Rebuild, *changed: Path) -> None:
    outcome, problems = rebuild.build(changed, lambda _stage, _done, _total: None, lambda: None)
    assert outcome is not None, problems


def stays(calls: list[Call]) -> list[tuple[str, list[str]]]:
    """The floors that the order of things hands the update to, in turn, with the functions that took it there."""
    held = [call.function for call in calls if call.held]
    return [(name, list(dict.fromkeys(functions))) for name, functions in groupby(held, key=floor)]


@contextmanager
def _traced(calls: list[Call]) -> Iterator[None]:
    def profile(frame: FrameType, event: str, given: Any) -> None:
        names = _names(frame) if event in ("call", "return") else None
        if names is None:
            return
        caller, called = names
        handed = floor(caller) in ORDER and floor(called) not in ORDER
        held = handed and bool(MARKER.search(repr(given if event == "return" else _arguments(frame))))
        calls.append(Call(caller, called, held))
        if held and event == "return" and called == "output.page.render_page":
            sys.setprofile(None)

    sys.setprofile(profile)
    try:
        yield
    finally:
        sys.setprofile(None)


def _names(frame: FrameType) -> tuple[str, str] | None:
    """Caller and called, where both are of the package and of different modules; methods speak for their values."""
    called = _name(frame.f_code)
    caller = frame.f_back and _name(frame.f_back.f_code)
    if not called or not caller or "." in frame.f_code.co_qualname or frame.f_code.co_name.startswith("<"):
        return None
    return None if caller.rpartition(".")[0] == called.rpartition(".")[0] else (caller, called)


@cache
def _name(code: CodeType) -> str:
    """``floor.module.function``; empty for what is not of the package."""
    path = Path(code.co_filename)
    if not path.is_relative_to(PACKAGE):
        return ""
    module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    return f"{module}.{code.co_name}"


def _arguments(frame: FrameType) -> list[Any]:
    code = frame.f_code
    count = code.co_argcount + code.co_kwonlyargcount
    return [frame.f_locals.get(name) for name in code.co_varnames[:count]]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, functions in stays(saved_update(Path(folder) / "project")):
            print(f"{name:10} {', '.join(functions)}")
