"""What is wrong, said to the machines that show a pull request: on file and line, in a report, in a comment."""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.cli.options import path_of
from disclosure.cli.output import count
from disclosure.problem import Problem, errors
from disclosure.translation import gettext as _
from disclosure.visible import as_json, visible
from disclosure.visible import lines as lines_of

# A comment is read, not searched: what is beyond stands in the run's own lines
MOST = 50


class MachineFormat(Struct, frozen=True):
    """One way of saying all problems: its name, and the file that it goes to (none for the standard output)."""

    name: str
    file: Path | None = None


def option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        dest="formats",
        action="append",
        default=[],
        type=_format,
        metavar=_("格式[=文件]"),
        help=_("另给合并请求用：github（逐行标注）、gitlab（Code Quality 报告）、markdown（评论）；可写几次"),
    )


def _format(text: str) -> MachineFormat:
    name, _equals, file = text.partition("=")
    if name not in FORMATS:
        raise argparse.ArgumentTypeError(
            _("没有 {name} 这种格式，只有 {known}").format(name=name, known="、".join(FORMATS))
        )
    return MachineFormat(name, path_of(file) if file else None)


def text(format: MachineFormat, problems: Iterable[Problem], folder: str = ".") -> str:
    """All problems in a format; ``folder`` is the project's within the repository that the pull request belongs to."""
    return FORMATS[format.name]([_within(folder, one) for one in problems])


def _within(folder: str, one: Problem) -> Problem:
    return replace(one, place=replace(one.place, path=(Path(folder) / one.place.path).as_posix()))


def _github(problems: Iterable[Problem]) -> str:
    """Workflow commands: GitHub shows ten errors and ten warnings of them in the change itself."""
    return "".join(map(_command, problems))


def _command(one: Problem) -> str:
    place, said = one.place, f"{one.message}\n{one.hint}".strip()
    values = {"file": place.path, "line": place.line, "col": place.column, "title": one.rule}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in values.items())
    return f"::{'warning' if one.notice else 'error'} {properties}::{_escaped(said)}\n"


def _escaped(said: str, also: str = "") -> str:
    return visible(re.sub(rf"[%\r\n{also}]", lambda found: f"%{ord(found[0]):02X}", said))


def _gitlab(problems: Iterable[Problem]) -> str:
    """A Code Quality report."""
    return as_json(list(_issues(problems))) + "\n"


def _issues(problems: Iterable[Problem]) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for one in problems:
        # What is wrong is the same when it moves to another line; of two that are called the same GitLab drops one
        what = f"{one.place.path}\0{one.rule}\0{one.message}"
        seen[what] += 1
        yield {
            "description": f"{one.message} {one.hint}".strip(),
            "check_name": one.rule,
            "fingerprint": hashlib.sha256(f"{what}\0{seen[what]}".encode(errors="surrogateescape")).hexdigest(),
            "severity": "minor" if one.notice else "blocker",
            "location": {"path": one.place.path, "lines": {"begin": one.place.line}},
        }


def _markdown(problems: Sequence[Problem]) -> str:
    """For a comment: within a fence nothing that content says is markup, a mention or a link."""
    verdict = _("检查未通过：{count}") if errors(problems) else _("检查通过：{count}")
    lines = "\n".join(lines_of(str(one)) for one in problems[:MOST])
    fence = max(re.findall(r"`+", lines), key=len, default="").ljust(2, "`") + "`"
    shown = f"\n{fence}text\n{lines}\n{fence}\n" if problems else ""
    more = _("还有 {n} 个，见运行记录。").format(n=len(problems) - MOST) if len(problems) > MOST else ""
    return f"**{verdict.format(count=count(problems))}**\n{shown}" + (f"\n{more}\n" if more else "")


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"github": _github, "gitlab": _gitlab, "markdown": _markdown}
