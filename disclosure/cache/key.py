"""The key that the cache is sealed with: one user's on one machine, kept outside of every project.

Whoever may write into a project's folder can leave a cache there (an archive, a pull request's job, another user, a
copied folder). Without the key nothing in it is believed, so that it costs time and changes nothing. A machine that
keeps a cache between runs gives the key as ``DISCLOSURE_CACHE_KEY``; where neither can be had, the key lasts as long as
the process, and what it leaves is of no use to the next.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from stat import S_IMODE, S_ISREG

from msgspec import Struct

from disclosure.project import Project
from disclosure.translation import gettext as _

VARIABLE = "DISCLOSURE_CACHE_KEY"
# The form of what is kept: another program's cache is nothing to go by
FORMAT = 1
SIZE = 32
READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class CacheKey(Struct, frozen=True):
    """The user's key; ``word`` is what is to be said of it, as a sentence."""

    secret: bytes
    word: str = ""


class _Unfit(Exception):
    """What lies where the key should is none that could be kept secret."""


def of(project: Project) -> bytes:
    """The key of this project's cache: what is in that of another, or of the same elsewhere, is not believed."""
    where = f"{FORMAT}\0{os.path.realpath(project.root)}\0{os.path.realpath(project.site)}"
    return hashlib.blake2b(os.fsencode(where), key=users(project.root).secret, digest_size=SIZE).digest()


def users(root: Path) -> CacheKey:
    """The user's key for projects such as the one in ``root``; made where there is none."""
    given = os.fsencode(os.environ.get(VARIABLE, ""))
    if len(given) >= SIZE:
        return CacheKey(hashlib.sha256(given).digest())
    if given:
        return _of_process(_("环境变量 {what} 太短，至少要 {n} 个字节").format(what=VARIABLE, n=SIZE))
    place = _place()
    if place is None or Path(os.path.realpath(place)).is_relative_to(os.path.realpath(root)):
        return _of_process(_("没有项目以外的用户文件夹"))
    try:
        return _kept(place)
    except OSError as error:
        return _of_process(f"{place}: {error.strerror or error}")


def _of_process(why: str) -> CacheKey:
    told = _("缓存的密钥存不下来（{why}），这次生成的缓存下次不能用：每次都从头生成，结果一样，只是慢")
    return CacheKey(_secret(), told.format(why=why))


@cache
def _secret() -> bytes:
    return secrets.token_bytes(SIZE)


def _place() -> Path | None:
    """Where programs keep what is a user's own and no setting."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local, "disclosure", "cache.key") if local else None
    state = Path(os.environ.get("XDG_STATE_HOME", ""))
    if not state.is_absolute():
        # Of an account without a home, or whose home is no path, nothing can be said
        home = Path(os.path.expanduser("~"))  # noqa: PTH111 (never fails)
        state = home / ".local/state"
    return state / "disclosure/cache.key" if state.is_absolute() else None


def _kept(place: Path) -> CacheKey:
    try:
        return CacheKey(_read(place))
    except FileNotFoundError:
        return CacheKey(_made(place, first=True))
    except (_Unfit, OSError):
        told = _("缓存的密钥 {place} 不是只有自己能读的文件，换了新的；这次从头生成，结果一样")
        return CacheKey(_made(place, first=False), told.format(place=place))


def _read(place: Path) -> bytes:
    """``_Unfit`` where others own it or may read it, or it is no such file at all."""
    file = os.open(place, READ)
    try:
        stat = os.fstat(file)
        if not S_ISREG(stat.st_mode) or stat.st_size != SIZE or not _is_private(stat):
            raise _Unfit
        return os.read(file, SIZE)
    finally:
        os.close(file)


def _is_private(stat: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or (stat.st_uid == os.geteuid() and not S_IMODE(stat.st_mode) & 0o077)


def _made(place: Path, *, first: bool) -> bytes:
    """A new key, whole when it appears; of two programs that make the first one at once, both take the same."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    secret = secrets.token_bytes(SIZE)
    draft = place.with_name(f".{place.name}.{secrets.token_hex(8)}")
    try:
        _write(draft, secret)
        if not (first and _linked(draft, place)):
            draft.replace(place)
    except FileExistsError:
        return _read(place)
    finally:
        draft.unlink(missing_ok=True)
    return secret


def _linked(draft: Path, place: Path) -> bool:
    """Whether the disk knows a way that leaves what is there already: ``FileExistsError`` then."""
    with suppress(PermissionError, NotImplementedError):
        os.link(draft, place)
        return True
    return False


def _write(path: Path, secret: bytes) -> None:
    file = os.open(path, MAKE, 0o600)
    try:
        os.write(file, secret)
        os.fsync(file)
    finally:
        os.close(file)
