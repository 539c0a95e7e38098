"""Files that commands write: where they may, as a whole or not at all, and what is said where it cannot be."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from disclosure.cli.output import Console, reason
from disclosure.problem import Refused
from disclosure.project import Project
from disclosure.publishing import together as publishing
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# Of a file that is to be written, the system says that it is not there, or is there, where its folder cannot be
WHY = {errno.ENOENT: N_("那里不能放文件"), errno.EEXIST: N_("路径里有一段不是文件夹")}
ELSEWHERE = N_("换一个文件夹，再来一次")
RIGHTS = N_("改好权限，或换一个能写的文件夹，再来一次")
HINTS = {
    errno.EISDIR: N_("换一个文件名，再来一次"),
    errno.ENAMETOOLONG: N_("换一个短一些的名字，再来一次"),
    errno.ENOSPC: N_("腾出空间，再来一次"),
    errno.EACCES: RIGHTS,
    errno.EPERM: RIGHTS,
    errno.EROFS: RIGHTS,
}


def together(project: Project, files: Mapping[str, bytes | None], command: str, *, fresh: bool = False) -> None:
    """Files of the content, and draft files, by their paths from the project's root: all are written, or none; ``None``
    where one is removed. ``Refused`` where the disk does not take them, or one that shall be ``fresh`` is there."""
    try:
        publishing.write(project, files, command, fresh=fresh)
    except FileExistsError as error:
        if not fresh:
            raise refused(_shown(project, error, files), error) from error
        raise Refused(_("已有 {path}，没有改动它").format(path=error.filename)) from None
    except OSError as error:
        raise refused(_shown(project, error, files), error) from error


def finish(project: Project, output: Console) -> None:
    """What a command was writing when it was stopped is written to its end, and said."""

    def told(command: str, number: int) -> None:
        message = _("上一次 {command} 写内容时中断了，现在已经写完（{n} 个文件）；看过改动再提交")
        output.say(message.format(command=command, n=number))

    try:
        publishing.finish(project, told)
    except OSError as error:
        raise refused(project.content, error) from error


def _shown(project: Project, error: OSError, files: Mapping[str, bytes | None]) -> Path | str:
    """The file that could not be written, not the one that was laid in its stead."""
    where = Path(error.filename2 or error.filename or "")
    first = project.root / next(iter(files))
    return first if not where.name or publishing.FOLDER in "/".join(where.parts) else where


def replace(path: Path, data: bytes) -> None:
    """A file written anew, as a whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.writing.tmp")
    beside.write_bytes(data)
    beside.replace(path)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write a file that arrives at ``path`` as a whole or not at all."""
    beside = path.with_name(f".{path.stem}.writing{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield beside
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise refused(path, error) from error


def plain_name(text: str) -> str:
    """A text as a part of a file's name, hyphens for what no name may hold."""
    return re.sub(r"[^\w（）·-]+", "-", text)


def refused(path: Path | str, error: OSError) -> Refused:
    """What could not be written, why, and what to do."""
    known = WHY.get(error.errno or 0)
    why, hint = _(known) if known else reason(error), _(HINTS.get(error.errno or 0, ELSEWHERE))
    return Refused(_("写不了 {path}：{reason}。{hint}").format(path=path, reason=why, hint=hint))


def target(asked: Path | None, name: str, project: Project) -> Path:
    """The file that is written: the one asked for, or one of this name in the folder asked for, or here."""
    path = Path(asked or "")
    if asked is None or path.is_dir():
        path = path / name
    ending = Path(name).suffix
    if path.suffix.lower() != ending:
        raise Refused(_("没有写：{path} 要以 {ending} 结尾").format(path=path, ending=ending))
    for folder in (project.site, project.cache, project.content):
        if path.resolve().is_relative_to(folder.resolve()):
            raise Refused(_("没有写：{folder} 里的文件由程序管，换一个地方").format(folder=folder))
    return path
