"""The content folder as bytes and text, inside its limits."""

from __future__ import annotations

import codecs
import errno
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from unicodedata import normalize

from msgspec import Struct

from disclosure.problem import Changed, Place, Problem
from disclosure.source import characters, conflicts, no_texts
from disclosure.source.folders import opened_folder
from disclosure.translation import gettext as _

MAX_BYTES = 4 * 1024 * 1024
# Of a file's own name in bytes, room left for what the site and the cache add to it, and of its whole path
MAX_NAME_BYTES = 200
MAX_PATH = 400
MAX_ATTACHMENT_BYTES = 64 * 1024 * 1024
MAX_ALL_ATTACHMENTS_BYTES = 256 * 1024 * 1024
READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
# Folders whose folders are reports
OF_REPORTS = ("reports", "updates")
# ... and whose files are called by one
FILE_OF_REPORT = re.compile(r"(?:responsibilities|votes)/([^/]+)\.yml")
# What content is written in: no folder is called so
TEXTS = (".yml", ".md")
# Hidden files, and what Office keeps beside a file that is open
IGNORED_BEGINNINGS = (".", "~$")
IGNORED_ENDINGS = ("~", ".swp", ".tmp", ".bak", "Thumbs.db", "desktop.ini")


class SourceFile(Struct, frozen=True, dict=True):
    """A file of the content folder. ``path`` is relative to the project's root, ``name`` to ``content/``."""

    path: str
    name: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def decoded(self) -> tuple[str, list[Problem]]:
        """See ``decode``; asked for by the reading and by the checks."""
        try:
            text = self.data.decode().removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            return "", [_not_utf8(self, error)]
        plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        return plain, [*conflicts.find(plain, self.path), *_controls(self, text)]


class Listed(Struct, frozen=True, kw_only=True):
    """A file as its folder lists it, not yet opened: bytes, and times in nanoseconds (nobody can set ``ctime_ns``).

    ``name`` is relative to ``folder``, the content folder from the project's root; a site has hundreds of thousands.
    """

    folder: str
    name: str
    size: int
    mtime_ns: int
    inode: int
    ctime_ns: int = 0

    @property
    def path(self) -> str:
        return f"{self.folder}/{self.name}"


class HeldFile(Listed, frozen=True, kw_only=True):
    """A file that lies in no folder: its bytes are known."""

    data: bytes


def as_listed(folder: str, name: str, stat: os.stat_result) -> Listed:
    """A file of which the system said this."""
    size, mtime_ns, ctime_ns = stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
    return Listed(folder=folder, name=name, size=size, mtime_ns=mtime_ns, inode=stat.st_ino, ctime_ns=ctime_ns)


def digest(listed: Iterable[Listed]) -> str:
    """Whatever changes when one of the files does."""
    lines = [f"{one.name}\0{one.size}\0{one.mtime_ns}\0{one.ctime_ns}\0{one.inode}\n" for one in listed]
    return hashlib.sha256(os.fsencode("".join(lines))).hexdigest()


def walk(root: Path, content: Path, below: str = "") -> tuple[list[Listed], list[Problem]]:
    """All files under ``content``, or under its folder ``below`` (``reports/2022/``), by name, none of them opened.

    Hidden and editors' backup files are passed over; a link out of the folder is a problem, and so is a missing
    folder.
    """
    shown = content.relative_to(root).as_posix()
    if not content.is_dir():
        hint = _("在项目根目录运行，或用 --root 指明项目；文件夹的名字写在 mkdocs.yml 的 docs_dir")
        return [], [Problem(Place(shown), "no-content", _("没有内容文件夹"), hint)]
    found = list(_walk(content, shown, below))
    ordered = in_order(one for one in found if isinstance(one, Listed))
    listed, too_large = _in_memory(ordered)
    return listed, [*(one for one in found if isinstance(one, Problem)), *_alike(ordered), *too_large]


def _in_memory(listed: list[Listed]) -> tuple[list[Listed], list[Problem]]:
    """The attachments that a build can hold together, with all other files; and a problem for each of the rest."""
    room, kept, problems = MAX_ALL_ATTACHMENTS_BYTES, [], []
    for one in listed:
        room -= one.size if one.name.startswith("files/") and one.size <= MAX_ATTACHMENT_BYTES else 0
        if room >= 0 or not one.name.startswith("files/"):
            kept.append(one)
        else:
            message = _("到这个文件为止，附件一共超过 {n} MB").format(n=MAX_ALL_ATTACHMENTS_BYTES // 1024 // 1024)
            problems.append(Problem(Place(one.path), "too-large", message, _("压缩图片和扫描件，或只留必要的附件")))
    return kept, problems


def in_order(found: Iterable[Listed]) -> list[Listed]:
    """By name; no name holds a null, so that a folder comes before what its name begins."""
    return sorted(found, key=lambda one: one.name.replace("/", "\0"))


def _walk(content: Path, shown: str, below: str) -> Iterator[Listed | Problem]:
    folders = [below]
    while folders:
        folder = folders.pop()
        with opened_folder(f"{content}/{folder}") as found:
            for entry in found:
                name = folder + entry.name
                if entry.name.startswith(IGNORED_BEGINNINGS) or name.endswith(IGNORED_ENDINGS):
                    continue
                if wrong := wrong_name(name, f"{shown}/{name}"):
                    yield wrong
                elif entry.is_dir(follow_symlinks=False):
                    if name.endswith(TEXTS):
                        yield _no_file(f"{shown}/{name}", _("这是文件夹，不是文件"))
                    else:
                        folders.append(name + "/")
                elif entry.is_symlink():
                    yield from _link(entry, shown, content, name)
                else:
                    yield _listed(entry, shown, name)


def wrong_name(name: str, shown: str) -> Problem | None:
    """A name that is no text, or that has no room for what is added to it."""
    if not name.isprintable():
        message = _("文件名里有不是 UTF-8 的字节，或看不见的字符")
    elif len(name) > MAX_PATH or len(name.rpartition("/")[2].encode()) > MAX_NAME_BYTES:
        message = _("文件名太长")
    else:
        return None
    return Problem(Place(shown), "path", message, _("改一个短的、看得见的名字"))


def _alike(listed: Iterable[Listed]) -> Iterator[Problem]:
    """Of names that other systems take for one, all but the first."""
    seen: dict[str, Listed] = {}
    for one in listed:
        name = one.name.casefold() if one.name.isascii() else normalize("NFC", one.name).casefold()
        first = seen.setdefault(name, one)
        if first is not one:
            message = _("与 {other} 只差大小写或字形，在 Windows 和 macOS 上是同一个文件").format(other=first.path)
            yield Problem(Place(one.path), "path", message, _("留下一个，或给它另起一个名字"))


def _link(entry: os.DirEntry[str], shown: str, content: Path, name: str) -> Iterator[Listed | Problem]:
    # realpath, unlike Path.resolve, takes links that lead in a circle
    if not Path(os.path.realpath(content / name)).is_relative_to(os.path.realpath(content)):
        hint = _("把文件本身放进 content/")
        yield Problem(Place(f"{shown}/{name}"), "outside", _("这个链接指向内容文件夹之外"), hint)
    elif (content / name).is_dir():
        yield _no_file(f"{shown}/{name}", _("这是指向文件夹的链接"))
    else:
        yield _listed(entry, shown, name)


def _listed(entry: os.DirEntry[str], folder: str, name: str) -> Listed | Problem:
    try:
        stat = entry.stat()
    except OSError:
        # A link to nothing or in a circle, or a file that went away: opening it will say so
        return Listed(folder=folder, name=name, size=0, mtime_ns=0, inode=0)
    if not S_ISREG(stat.st_mode):
        # A pipe would be waited for without end
        return _no_file(f"{folder}/{name}", _("这不是普通的文件"))
    return as_listed(folder, name, stat)


def _no_file(shown: str, message: str) -> Problem:
    return Problem(Place(shown), "unreadable", message, _("删去它；要放的内容写成普通的文件"))


def load(root: Path, listed: Listed) -> SourceFile | Problem:
    """The file's bytes; one over the limit, or that cannot be read, is a problem; ``Changed`` where it is not as it
    was listed."""
    limit = MAX_ATTACHMENT_BYTES if listed.name.startswith("files/") else MAX_BYTES
    if listed.size > limit:
        message = _("文件超过 {limit} MB").format(limit=limit // 1024 // 1024)
        return Problem(Place(listed.path), "too-large", message, _("拆成几个文件"))
    if isinstance(listed, HeldFile):
        return SourceFile(listed.path, listed.name, listed.data)
    try:
        return SourceFile(listed.path, listed.name, bytes_of(f"{root}/{listed.path}", limit, listed))
    except OSError as error:
        if isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError) and listed.inode:
            raise Changed(listed.path) from error
        message = _("读不出这个文件（{reason}）").format(reason=error.strerror or error)
        return Problem(Place(listed.path), "unreadable", message, _("检查文件是否还在、权限是否允许读取"))


def bytes_of(path: str, limit: int = MAX_BYTES, listed: Listed | None = None) -> bytes:
    """What a plain file holds. ``OSError`` for a pipe, which would be waited for without end, and for what is longer
    than the limit; ``Changed`` where it is not as it was ``listed``."""
    with open(os.open(path, READ), "rb", buffering=0) as file:  # noqa: PTH123 (thousands of them)
        stat = os.fstat(file.fileno())
        if not S_ISREG(stat.st_mode) or stat.st_size > limit:
            raise OSError(errno.EINVAL, _("不是普通的文件，或者太大"))
        data = file.read()
        stat = os.fstat(file.fileno())
    # Of a listing without inodes (Windows), sizes and times may be older than the file's own
    if listed and listed.inode and (len(data), stat.st_mtime_ns) != (listed.size, listed.mtime_ns):
        raise Changed(listed.path)
    return data


def owner(name: str) -> str:
    """The key of the report that a content file belongs to; empty where it belongs to the whole site."""
    folder, _slash, rest = name.partition("/")
    key, _slash, inner = rest.partition("/")
    if folder in OF_REPORTS:
        return key if inner else ""
    found = FILE_OF_REPORT.fullmatch(name)
    return found[1] if found else ""


def report(key: str) -> str:
    """The file that holds a report's text."""
    return f"reports/{key}/report.md"


def places(key: str) -> tuple[str, ...]:
    """Where a report's files are: its folders, and what stands elsewhere under its name."""
    return (*(f"{folder}/{key}/" for folder in OF_REPORTS), f"responsibilities/{key}.yml", f"votes/{key}.yml")


def decode(file: SourceFile) -> tuple[str, list[Problem]]:
    """The file's text (line ends as ``\\n``, no byte order mark); undecodable bytes are a problem."""
    text, problems = file.decoded
    return text, list(problems)


def text_of(data: bytes) -> str:
    """The text of an attachment, which may be in the encodings that Excel and Notepad write."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = data.decode("utf-16" if wide else "gb18030", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(file: SourceFile, error: UnicodeDecodeError) -> Problem:
    before = file.data[: error.start].decode("utf-8-sig", "replace")
    place = place_at(file.path, before, len(before))
    if told := no_texts.told(file.data):
        return Problem(Place(file.path), "not-utf8", *told)
    message = _("文件不是 UTF-8 编码（第 {byte} 个字节）").format(byte=error.start + 1)
    return Problem(place, "not-utf8", message, _("用编辑器另存为 UTF-8；Windows 记事本选“UTF-8”而不是“ANSI”"))


def _controls(file: SourceFile, text: str) -> list[Problem]:
    match = characters.CONTROL.search(text)
    if match is None:
        return []
    strange = characters.Strange(match.start(), match[0], characters.UNSEEN, "")
    return [characters.problem(place_at(file.path, text, match.start()), strange)]


def place_at(path: str, text: str, offset: int, first_line: int = 1) -> Place:
    """The place of a code-point offset in a text whose first line is ``first_line`` of the file."""
    before = text[:offset]
    return Place(path, before.count("\n") + first_line, offset - (before.rfind("\n") + 1) + 1)
