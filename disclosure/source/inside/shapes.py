"""What reading an attachment gives: texts with their places, and faults."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from disclosure.personal.found import Found
from disclosure.translation import mark as N_

MIB = 1024 * 1024
# Of one attachment, unpacked: a part, all parts, their number, and the characters of its texts
MAX_PART, MAX_ALL, MAX_PARTS, MAX_TEXT = 64 * MIB, 256 * MIB, 5_000, 20_000_000
# Beyond this a packed part holds nothing but repetition
MAX_RATIO, SMALL = 500, 8 * MIB


class Fault(StrEnum):
    """Why a file is not what it is called, or cannot be looked into."""

    OTHER_KIND = "other-kind"
    NOT_OF_KIND = "not-of-kind"
    LOCKED = "locked"
    MACRO = "macro"
    SPOILT = "spoilt"
    TOO_MUCH = "too-much"
    NO_TEXT = "no-text"
    UNKNOWN = "unknown"


# What to do, and whether only an editor can say if it matters
FAULTS: dict[Fault, tuple[str, str, bool]] = {
    Fault.OTHER_KIND: (
        N_("内容和扩展名不符：{name} 其实是 {found}"),
        N_("放原来的文件，扩展名照它的真实格式写"),
        False,
    ),
    Fault.NOT_OF_KIND: (
        N_("内容不像扩展名所说的格式：{name}"),
        N_("用能打开它的程序看一看；打不开就换成完好的文件"),
        True,
    ),
    Fault.LOCKED: (N_("文件加了密码：{name}"), N_("去掉密码再放；读者打不开，程序也看不进去"), False),
    Fault.MACRO: (N_("文件里有宏或脚本：{name}"), N_("另存为不带宏的格式，或转成 PDF"), False),
    Fault.SPOILT: (N_("文件已损坏：{name}（{found}）"), N_("重新下载或另存一份完好的"), False),
    Fault.TOO_MUCH: (N_("解开以后太大，程序没有看完：{name}"), N_("拆成几个文件，或去掉用不着的部分"), False),
    Fault.NO_TEXT: (
        N_("里面没有文字（多半是扫描件），程序看不出有没有个人信息：{name}"),
        N_("逐页看一遍，遮去个人信息"),
        True,
    ),
    Fault.UNKNOWN: (N_("程序看不进这种文件：{name}"), N_("自己看一遍有没有个人信息，或换成 docx、xlsx、pdf"), True),
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
    """A fault of an attachment, or of the file ``name`` inside it."""

    fault: Fault
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

    numbers: tuple[tuple[Where, Found], ...] = ()
    details: tuple[tuple[Where, Found], ...] = ()
    photographed: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()


# What was seen before, by the digest of the bytes and the ending
Finds = dict[str, AttachmentFinds]


class Faulty(Exception):
    """What stops the reading of a file, for whoever began it."""

    def __init__(self, fault: Fault, found: str = "") -> None:
        self.fault, self.found = fault, found
