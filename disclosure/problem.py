"""What is wrong with the content, said so that an editor can mend it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from disclosure.translation import gettext as _
from disclosure.visible import visible


class Place(Struct, frozen=True, order=True):
    """A spot in a file: path from the project's root with ``/``, line and column counted from 1 in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(Struct, frozen=True, order=True):
    """One thing to mend. A notice is counted and shown but never stops the publication."""

    place: Place
    rule: str
    message: str
    hint: str = ""
    notice: bool = False

    def __str__(self) -> str:
        line = _("{place}: [{rule}] 提醒：{message}") if self.notice else _("{place}: [{rule}] {message}")
        head = line.format(place=visible(str(self.place)), rule=self.rule, message=visible(self.message))
        return head + "\n" + _("    提示：{hint}").format(hint=visible(self.hint)) if self.hint else head


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a publication."""
    return tuple(problem for problem in problems if not problem.notice)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, sorted by place, so that a run always says the same."""
    return tuple(sorted(set(problems)))


class Refused(Exception):
    """What stands in the way outside the content, told with what to do; the site stays as it was."""


class Misconfigured(Refused):
    """A project's own settings are wrong, so that not even its folders are known."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
