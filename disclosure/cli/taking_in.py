"""A report's document into a project that is being made, or into another year of one: by ``import``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.cli import import_
from disclosure.cli.output import Console, reason
from disclosure.problem import Refused
from disclosure.project import Project
from disclosure.source.files import SourceFile, decode
from disclosure.translation import gettext as _

TEXT = ".txt"
# The text of the report is named so in its folder
ARCHIVE = "source.txt"


class InnerConsole(Console):
    """Says what an inner command says, but for its result: the outer one has its own. Files are told by where they
    will lie."""

    def __init__(self, outer: Console, made_in: Path, target: Path) -> None:
        super().__init__(outer.as_json)
        self.made_in, self.target = made_in, target

    def say(self, line: str) -> None:
        super().say(line.replace(str(self.made_in), str(self.target)))

    def result(self, problems: object, **_values: object) -> None:
        """Part of another command's."""


def take_in(given: argparse.Namespace, output: Console, project: Project, file: Path, key: str) -> Path:
    """The ``report.md`` made of a document, in the report's folder; ``Refused`` where none can be."""
    folder = project.content / "reports" / key
    asked = argparse.Namespace(**vars(given) | {"project": project, "drop": False, "yes": True})
    asked.source, asked.report = file, key
    if file.suffix.lower() == TEXT:
        data = _readable(output, file)
        folder.mkdir(parents=True, exist_ok=True)
        asked.source, asked.report = folder / ARCHIVE, None
        asked.source.write_bytes(data)
    made = folder / "report.md"
    if import_.run(asked, output) != 0 or not made.exists():
        raise _unread(file)
    return made


def _readable(output: Console, file: Path) -> bytes:
    """A text that can be the archive; what is wrong with it is told of the file that was given."""
    try:
        text = SourceFile(file.as_posix(), file.name, file.read_bytes())
    except OSError as error:
        raise Refused(_("读不出 {path}：{reason}").format(path=file, reason=reason(error))) from error
    if problems := decode(text)[1]:
        output.problems(problems)
        raise _unread(file)
    return text.data


def _unread(file: Path) -> Refused:
    return Refused(_("没有读成 {file}，什么也没有写：先改好上面的问题").format(file=file))


class HeadValues(Struct, frozen=True, kw_only=True):
    """What is known of a report's front matter: ``known`` where the import found nothing, ``certain`` in any case."""

    known: Mapping[str, str]
    certain: Mapping[str, str]
    delivered: date | None


def fill_head(output: Console, made: Path, head: HeadValues) -> None:
    """What is known into the front matter. The day of the report is asked for: much is held against it."""
    # Wanted here only
    from disclosure.starter import heads

    text = made.read_text("utf-8")
    found, day = heads.values(text), head.delivered
    if day is None and not found.get("delivered"):
        day = heads.delivered(text.split(heads.FENCE, 2)[2])
        if day is None:
            raise Refused(_("文件开头没有找到作报告的日期：加 --delivered 2024-01-10 这样的日期再运行一次"))
    certain = {**head.certain, "delivered": day.isoformat()} if day else head.certain
    for name in ("district", "year"):
        if found.get(name, certain[name]) not in ("", certain[name]):
            message = _("核对：文件里读到的 {name} 是“{found}”，写进去的是“{given}”；拿错了文件就删去重来")
            output.say(message.format(name=name, found=found[name], given=certain[name]))
    made.write_text(heads.filled(text, head.known, certain), "utf-8")
