"""Plain text, in the encodings that editors' programs write."""

from __future__ import annotations

import codecs

from disclosure.ingest.document import ExtractedText, UnreadableFile
from disclosure.translation import gettext as _

# What begins a text, and how it goes on
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read(data: bytes) -> ExtractedText:
    text, remarks = decoded(data)
    return ExtractedText(text=text, remarks=remarks)


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """A text, and what was taken for its encoding where nothing in the file says so."""
    start, encoding = next((one for one in MARKS if data.startswith(one[0])), (b"", ""))
    tried = (encoding,) if encoding else ("utf-8", "gb18030")
    for name in tried:
        try:
            text = data[len(start) :].decode(name)
        except UnicodeDecodeError:
            continue
        return text, () if name == "utf-8" else (_("文字按 {encoding} 编码读出").format(encoding=name.upper()),)
    raise UnreadableFile(
        _("不知道这个文本文件用的是什么编码"),
        _("用记事本打开，另存为时编码选 UTF-8，再导入；打开就是乱码的，换成原来的文件"),
    )
