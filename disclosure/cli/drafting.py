"""What ``draft`` and ``accept`` both read: the content as far as it can be read, and the draft files beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.problem import Refused
from disclosure.project import Project
from disclosure.translation import gettext as _

if TYPE_CHECKING:
    from disclosure.drafts.sheets.accepting import DraftFile
    from disclosure.problem import Problem
    from disclosure.source.files import SourceFile

ENDING = ".yml"


def sources(project: Project) -> list[SourceFile]:
    """The content's files but for attachments."""
    from disclosure.source import reading

    return reading.besides_attachments(project.root, project.content)


def paths(project: Project, report: str = "") -> list[Path]:
    """The draft files that lie there, of one report or of all."""
    from disclosure.drafts.sheets.sheet import FOLDER

    folder = project.root / FOLDER
    return sorted(path for path in folder.glob(f"{report or '*'}/*{ENDING}") if path.is_file())


def read(project: Project, found: Iterable[Path]) -> tuple[list[DraftFile], list[Problem]]:
    """The draft files that can be read, and what is wrong with any."""
    from disclosure.drafts.sheets import reading
    from disclosure.drafts.sheets.accepting import DraftFile
    from disclosure.source.files import SourceFile, bytes_of

    made: list[DraftFile] = []
    problems: list[Problem] = []
    for path in found:
        name = path.relative_to(project.root).as_posix()
        try:
            file = SourceFile(name, name, bytes_of(str(path)))
        except OSError as error:
            message = _("读不出 {path}：{reason}").format(path=name, reason=error.strerror or error)
            raise Refused(message) from error
        sheet, wrong = reading.read(file)
        problems += wrong
        made += [DraftFile(file, sheet)] if sheet is not None else []
    return made, problems


def chosen(project: Project, given: Sequence[str]) -> list[Path]:
    """The draft files that were named; all of them where none was."""
    if not given:
        return paths(project)
    every = {path.resolve(): path for path in paths(project)}
    found = []
    for name in given:
        path = next(
            (every[one] for one in (Path(name).resolve(), (project.root / name).resolve()) if one in every), None
        )
        if path is None:
            raise Refused(_("没有草稿文件 {name}；草稿在 draft/ 里，先运行 python build.py draft").format(name=name))
        found.append(path)
    return found
