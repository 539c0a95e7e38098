"""A face with Chinese characters on this machine: the declared one, else the first that systems bring along."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from msgspec import Struct

from disclosure.source import programs

# Where systems keep them: Debian and its relatives, Fedora, Arch, Alpine; macOS; Windows
USUAL = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "/System/Library/Fonts/Hiragino Sans GB.ttc",
    "/System/Library/Fonts/STHeiti Medium.ttc",
    "C:/Windows/Fonts/msyh.ttc",
    "C:/Windows/Fonts/simhei.ttf",
)
# Seconds that fontconfig may take to list its fonts, the first time on a machine
PATIENCE = 30


class FontFile(Struct, frozen=True):
    """A file of faces, with its size and time: a new version of it makes other images."""

    path: str
    size: int
    mtime_ns: int


def candidates(declared: str | None, root: Path) -> Iterator[FontFile]:
    """The declared file alone where one is declared; a relative path begins at the project. Else each that is there."""
    places = (root / declared,) if declared else map(Path, chain(USUAL, _listed()))
    yield from filter(None, map(_file, places))


def _file(path: Path) -> FontFile | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return FontFile(str(path), stat.st_size, stat.st_mtime_ns) if path.is_file() else None


def _listed() -> Iterator[str]:
    """Not asked before the usual places: it takes a process. Whatever is installed elsewhere, by name."""
    yield from _fontconfig()


@cache
def _fontconfig() -> tuple[str, ...]:
    program = programs.find("fc-list")
    if program is None:
        return ()
    command = [program, "--format", "%{file}\n", ":lang=zh-cn"]
    try:
        said = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(sorted(one for one in said.decode("utf-8", "replace").splitlines() if one))
