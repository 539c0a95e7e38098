"""What is wrong with the content, said so that an editor can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from msgspec import Struct

from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


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
        head = _("{place}: [{rule}] {message}").format(place=self.place, rule=self.rule, message=self.message)
        return head + "\n" + _("    提示：{hint}").format(hint=self.hint) if self.hint else head


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a publication."""
    return tuple(problem for problem in problems if not problem.notice)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, sorted by place, so that a run always says the same."""
    return tuple(sorted(set(problems)))


class Refused(Exception):
    """What stands in the way outside the content (the argument), told with what to do; the site stays as it was."""

    SAYS: ClassVar[str]

    def __str__(self) -> str:
        return _(self.SAYS).format(what=self.args[0])


class Busy(Refused):
    """Another publication of the same target did not end in time."""

    SAYS = N_("另一个构建一直在发布 {what}；等它结束再运行，网站保持原样")


class CannotWrite(Refused):
    """The disk refused: full, not permitted, or gone. The target is as it was, or will be repaired by the next run."""

    SAYS = N_("写不进去（{what}）。腾出空间或检查权限后再运行一次，会接着补齐")


class NotOurs(Refused):
    """The folder to publish to holds files that this program did not publish; nothing was touched."""

    SAYS = N_(
        "{what} 里有不是本程序发布的文件，什么也没有动。请在 mkdocs.yml 里把 site_dir 换成空文件夹，或先移走里面的文件"
    )
