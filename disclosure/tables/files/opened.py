"""A table file opened by what it is, whatever it is called; or refused with what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from disclosure.ingest.document import UnreadableFile
from disclosure.source.inside import kinds, look
from disclosure.source.inside.archives import Allowance, Packed
from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.tables.files import opendocument, separated, workbooks
from disclosure.tables.files.shapes import OpenedTable
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

SAVE_AS = N_("用 WPS、Excel 或 LibreOffice 打开，另存为 .xlsx，再读那个文件")
# What bytes alone do not say
WPS, XML, XLSB = "et", "xml", "xlsb"
WORDS: Mapping[str, tuple[str, str]] = {
    Obstacle.LOCKED: (N_("文件加了密码：{name}"), N_("打开文件，去掉密码另存一份，再读那个文件")),
    Obstacle.SPOILT: (N_("文件已损坏，或不是表格：{name}（{found}）"), SAVE_AS),
    Obstacle.TOO_MUCH: (
        N_("文件太大，程序没有读完：{name}"),
        N_("删去图片和表格下面、右边的空行空列，另存一份再读"),
    ),
    WPS: (N_("这是 WPS 表格自己的格式，程序读不出来：{name}"), SAVE_AS),
    XLSB: (N_("这是二进制的工作簿（.xlsb）：{name}"), SAVE_AS),
    "html": (N_("这其实是一个网页，只是扩展名像表格：{name}"), SAVE_AS),
    XML: (N_("这是 XML 表格或别的 XML，程序不读：{name}"), SAVE_AS),
    "pdf": (N_("这是 PDF，表格的格子读不准：{name}"), N_("请填表的单位给原来的表格文件（.xlsx）")),
    "docx": (
        N_("这是文字处理的文件，不是表格：{name}"),
        N_("把里面的表格复制到 WPS 表格或 Excel 里，存成 .xlsx 再读"),
    ),
    "zip": (N_("这是压缩包：{name}"), N_("先解开，再读里面的那份表格")),
    "": (N_("程序不会读这种文件：{name}"), N_("表格要 .xlsx、.xls、.ods 或 .csv")),
}
PACKED_TEXTS = {"rar": "zip", "7z": "zip", "gzip": "zip", "html": "html", "pdf": "pdf"}
EXTERNAL = "xl/externalLinks/"
LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def read(data: bytes, name: str) -> OpenedTable:
    """Raises ``UnreadableFile``."""
    kind = kinds.kind_of(data)
    if kind not in _READERS:
        raise _refused(PACKED_TEXTS.get(kind, ""), name)
    try:
        return _READERS[kind](data, name)
    except Unreadable as error:
        raise _refused(error.obstacle, name, error.found) from None


def _refused(what: str, name: str, found: str = "") -> UnreadableFile:
    message, hint = WORDS.get(what, WORDS[""])
    return UnreadableFile(_(message).format(name=name, found=found), _(hint))


def _zipped(data: bytes, name: str) -> OpenedTable:
    packed = Packed(data, Allowance())
    _weigh(packed)
    found = look.format_of(packed)
    if found == ".ods":
        return opendocument.read(packed)
    if found != ".xlsx":
        raise _refused("docx" if found in look.DOCUMENTS else "zip", name)
    if "xl/workbook.bin" in packed.names:
        raise _refused(XLSB, name)
    opened = workbooks.read(data, "xlsx")
    return OpenedTable(sheets=opened.sheets, told=(*opened.told, *_beside(packed)))


def _weigh(packed: Packed) -> None:
    """Nothing is given to a library that takes more room than an attachment may."""
    for part in packed.names:
        for _chunk in packed.chunks(part):
            pass


def _beside(packed: Packed) -> Iterator[str]:
    if any(map(look.MACROS.search, packed.names)):
        yield _("文件里有宏：没有运行它；存档时另存为不带宏的 .xlsx")
    if any(one.startswith(EXTERNAL) for one in packed.names):
        yield _("有的格子引用别的工作簿：取的是文件里存着的旧值，请核对")


def _older(data: bytes, name: str) -> OpenedTable:
    """xls and WPS's own et are alike; Office packs what is encrypted so too."""
    if LOCKED_PACKAGE in data:
        raise Unreadable(Obstacle.LOCKED)
    try:
        return workbooks.read(data, "xls")
    except Unreadable as error:
        if error.obstacle is Obstacle.SPOILT and PurePosixPath(name).suffix.lower() in (".et", ".ett"):
            raise _refused(WPS, name) from None
        raise


def _text(data: bytes, name: str) -> OpenedTable:
    if data.lstrip()[:5] == b"<?xml":
        raise _refused(XML, name)
    return separated.read(data, PurePosixPath(name).stem)


_READERS: Mapping[str, Callable[[bytes, str], OpenedTable]] = {"zip": _zipped, "ole": _older, "": _text}
