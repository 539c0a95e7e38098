"""What reading an attachment gives: texts with their places, and obstacles."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePosixPath

from msgspec import Struct

from disclosure.personal import found
from disclosure.personal.sighting import Sighting
from disclosure.translation import mark as N_

MIB = 1024 * 1024
# Of one attachment, unpacked: a part, all parts, their number, and the characters of its texts
MAX_PART, MAX_ALL, MAX_PARTS, MAX_TEXT = 64 * MIB, 256 * MIB, 5_000, 20_000_000
# Beyond this a packed part holds nothing but repetition
MAX_RATIO, SMALL = 500, 8 * MIB


class Obstacle(StrEnum):
    """Why a file is not what it is called, or cannot be looked into. Where an editor answers, it is called so there."""

    OTHER_KIND = "other-kind"
    NOT_OF_KIND = found.NOT_OF_KIND
    LOCKED = "locked"
    MACRO = "macro"
    SPOILT = "spoilt"
    TOO_MUCH = "too-much"
    NO_TEXT = found.NO_TEXT
    UNKNOWN = found.NOT_READ


# What to do, and whether only an editor can say if it matters
OBSTACLES: dict[Obstacle, tuple[str, str, bool]] = {
    Obstacle.OTHER_KIND: (
        N_("内容和扩展名不符：{name} 其实是 {found}"),
        N_("放原来的文件，扩展名照它的真实格式写"),
        False,
    ),
    Obstacle.NOT_OF_KIND: (
        N_("内容不像扩展名所说的格式：{name}"),
        N_("用能打开它的程序看一看；打不开就换成完好的文件"),
        True,
    ),
    Obstacle.LOCKED: (N_("文件加了密码：{name}"), N_("去掉密码再放；读者打不开，程序也看不进去"), False),
    Obstacle.MACRO: (N_("文件里有宏或脚本：{name}"), N_("另存为不带宏的格式，或转成 PDF"), False),
    Obstacle.SPOILT: (N_("文件已损坏：{name}（{found}）"), N_("重新下载或另存一份完好的"), False),
    Obstacle.TOO_MUCH: (N_("解开以后太大，程序没有看完：{name}"), N_("拆成几个文件，或去掉用不着的部分"), False),
    Obstacle.NO_TEXT: (
        N_("里面没有文字（多半是扫描件），程序看不出有没有个人信息：{name}"),
        N_("逐页看一遍，遮去个人信息"),
        True,
    ),
    Obstacle.UNKNOWN: (N_("程序看不进这种文件：{name}"), N_("自己看一遍有没有个人信息，或换成 docx、xlsx、pdf"), True),
}


class Where(Struct, frozen=True, kw_only=True):
    """A place in an attachment: ``words`` as a template of the editors' language, the file inside a packed one."""

    words: str = ""
    n: str = ""
    of: str = ""
    file: str = ""


class Passage(Struct, frozen=True, kw_only=True):
    """A text and where it stands. ``counted``: a bare number in a column of figures."""

    text: str
    where: Where
    counted: bool = False


class Flaw(Struct, frozen=True, kw_only=True):
    """A obstacle of an attachment, or of the file ``name`` inside it."""

    obstacle: Obstacle
    name: str
    found: str = ""


class Photographed(Struct, frozen=True):
    """A picture says where it was taken."""

    file: str


class Named(Struct, frozen=True):
    """A file that lies in a packed one."""

    file: str


Seen = Passage | Flaw | Photographed | Named


class AttachmentFinds(Struct, frozen=True, kw_only=True):
    """All that is remembered of an attachment: ``numbers`` and ``details`` of people, each with its place.

    ``photographed``: the pictures in it that say where they were taken.
    """

    numbers: tuple[tuple[Where, Sighting], ...] = ()
    details: tuple[tuple[Where, Sighting], ...] = ()
    photographed: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()


# What was seen before, by ``key``
Finds = dict[str, AttachmentFinds]


def key(name: str, sha256: str) -> str:
    """A file's bytes and its ending: the same bytes are spoilt as a PDF and fine as a text."""
    return sha256 + PurePosixPath(name).suffix.lower()


class Unreadable(Exception):
    """What stops the reading of a file, for whoever began it."""

    def __init__(self, obstacle: Obstacle, found: str = "") -> None:
        self.obstacle, self.found = obstacle, found
