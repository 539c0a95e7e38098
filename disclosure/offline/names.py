"""Names of files that every system can unpack.

Windows knows no ``:`` or ``?`` in a name, no end in a dot or a blank, some names of devices, takes two names for one
that differ in capitals only (macOS does too, and forms of one character as well), and many of its programs end at 260
characters of a whole path: what a file is called inside the zip may take 200 of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from disclosure.grouping import grouped
from disclosure.translation import gettext as _

LONGEST = 200
FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
# With any ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I)


def flaws(names: Iterable[str]) -> Iterator[str]:
    """What is wrong with names of a zip, in sentences."""
    every = list(names)
    for name in every:
        yield from _flaws(name)
    for alike in grouped((_alike(name), name) for name in every).values():
        if len(alike) > 1:
            yield _("{names}：只有大小写或写法不同，在 Windows 和 macOS 上是同一个文件").format(
                names=_("、").join(alike)
            )


def _flaws(name: str) -> Iterator[str]:
    if len(name) > LONGEST:
        yield _("{name}：路径有 {n} 个字符，超过 {most} 个，Windows 上可能解不开").format(
            name=name, n=len(name), most=LONGEST
        )
    for part in name.split("/"):
        if found := FORBIDDEN.search(part):
            yield _("{name}：名字里有 Windows 不许用的符号 {sign}").format(name=name, sign=found[0])
        elif part.endswith((".", " ")):
            yield _("{name}：名字以点或空格结尾，Windows 会去掉它").format(name=name)
        elif DEVICE.fullmatch(part):
            yield _("{name}：{part} 在 Windows 上是设备的名字，不能当文件名").format(name=name, part=part)


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
