"""Plain text, in the encodings that editors' programs write."""

from __future__ import annotations

import codecs
import re

from disclosure.ingest.document import ExtractedText, UnreadableFile
from disclosure.ingest.formats import mending
from disclosure.ingest.formats.tally import Tally
from disclosure.translation import gettext as _

# What begins a text, and how it goes on
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What any bytes may be read as; a longer Chinese text without these characters is none
OLDER, COMMON, WIDE, FEW = ("gb18030", "big5"), re.compile("[的年和政府工作]"), re.compile(r"[^\0-\x7f]"), 20
# A text of ASCII has as many nulls as signs, one of Han characters few
MANY = 10


def read(data: bytes) -> ExtractedText:
    text, encoding = decoded(data)
    remarks = () if encoding == "utf-8" else (said(encoding),)
    tally = Tally()
    text = mending.pasted(text, tally)
    return ExtractedText(text=text, remarks=(*remarks, *tally.remarks))


def said(encoding: str) -> str:
    return _("文字按 {encoding} 编码读出").format(encoding=encoding.upper())


def decoded(data: bytes) -> tuple[str, str]:
    """A text and its encoding: by what it begins with, else by what it can be."""
    start, known = next((one for one in MARKS if data.startswith(one[0])), (b"", ""))
    for encoding in (known,) if known else _possible(data):
        try:
            text = data[len(start) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding not in OLDER or COMMON.search(text) or len(WIDE.findall(text)) < FEW:
            return text, encoding
    hint = _("用记事本打开，另存为时编码选 UTF-8，再导入；打开就是乱码的，换成原来的文件")
    raise UnreadableFile(_("不知道这个文本文件用的是什么编码"), hint)


def _possible(data: bytes) -> tuple[str, ...]:
    """Only UTF-16 is full of nulls: its line ends, digits and blanks have an empty half."""
    if b"\0" not in data:
        return ("utf-8", *OLDER)
    wide = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    return (wide,) if data.count(0) > len(data) // MANY else ("utf-8", wide, *OLDER)
