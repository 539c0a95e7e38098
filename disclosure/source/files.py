"""The content folder as bytes and text, inside its limits."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _

MAX_BYTES = 4 * 1024 * 1024
MAX_ATTACHMENT_BYTES = 64 * 1024 * 1024
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
IGNORED_ENDINGS = ("~", ".swp", ".tmp", ".bak")


@dataclass(frozen=True)
class SourceFile:
    """A file of the content folder. ``path`` is relative to the project's root, ``name`` to ``content/``."""

    path: str
    name: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def walk(root: Path, content: Path) -> tuple[list[SourceFile], list[Problem]]:
    """All files under ``content``, in the order of their names.

    Hidden and editors' backup files are passed over; a link out of the folder or a file over the limit
    is a problem, and so is a missing folder.
    """
    files: list[SourceFile] = []
    problems: list[Problem] = []
    if not content.is_dir():
        place = Place(content.relative_to(root).as_posix())
        return files, [Problem(place, "no-content", _("没有内容文件夹"), _("在项目根目录运行，或用 --root 指明项目"))]
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content).as_posix()
        if _is_ignored(name) or (path.is_dir() and path.resolve().is_relative_to(content.resolve())):
            continue
        found = _read(path, path.relative_to(root).as_posix(), name, content.resolve())
        (problems if isinstance(found, Problem) else files).append(found)  # type: ignore[arg-type]
    return files, problems


def _is_ignored(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/")) or name.endswith(IGNORED_ENDINGS)


def _read(path: Path, shown: str, name: str, inside: Path) -> SourceFile | Problem:
    if not path.resolve().is_relative_to(inside):
        return Problem(Place(shown), "outside", _("这个链接指向内容文件夹之外"), _("把文件本身放进 content/"))
    limit = MAX_ATTACHMENT_BYTES if name.startswith("files/") else MAX_BYTES
    try:
        if path.stat().st_size > limit:
            message = _("文件超过 {limit} MB").format(limit=limit // 1024 // 1024)
            return Problem(Place(shown), "too-large", message, _("拆成几个文件"))
        return SourceFile(shown, name, path.read_bytes())
    except OSError as error:
        message = _("读不出这个文件（{reason}）").format(reason=error.strerror or error)
        return Problem(Place(shown), "unreadable", message, _("检查文件是否还在、权限是否允许读取"))


def decode(file: SourceFile) -> tuple[str, list[Problem]]:
    """The file's text (line ends as ``\\n``, no byte order mark); undecodable bytes are a problem."""
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(file, error)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), list(_controls(file, text))


def _not_utf8(file: SourceFile, error: UnicodeDecodeError) -> Problem:
    before = file.data[: error.start].decode("utf-8-sig", "replace")
    place = place_at(file.path, before, len(before))
    message = _("文件不是 UTF-8 编码（第 {byte} 个字节）").format(byte=error.start + 1)
    return Problem(place, "not-utf8", message, _("用编辑器另存为 UTF-8；Windows 记事本选“UTF-8”而不是“ANSI”"))


def _controls(file: SourceFile, text: str) -> list[Problem]:
    found = CONTROL.search(text)
    if found is None:
        return []
    message = _("不可见的控制字符 U+{code:04X}").format(code=ord(found[0]))
    return [Problem(place_at(file.path, text, found.start()), "control", message, _("删去这个字符"))]


def place_at(path: str, text: str, offset: int, first_line: int = 1) -> Place:
    """The place of a code-point offset in a text whose first line is ``first_line`` of the file."""
    before = text[:offset]
    return Place(path, before.count("\n") + first_line, offset - (before.rfind("\n") + 1) + 1)
