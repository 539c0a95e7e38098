"""Documents and pictures that were given the name of a text."""

from __future__ import annotations

from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# How files begin that are no texts
NO_TEXTS = {
    b"PK\x03\x04": N_("Word、Excel、WPS 等文档或压缩包"),
    b"\xd0\xcf\x11\xe0": N_("旧的 Word、Excel、WPS 文档"),
    b"%PDF": N_("PDF"),
    b"\x89PNG": N_("图片"),
    b"\xff\xd8\xff": N_("图片"),
}


def told(data: bytes) -> tuple[str, str] | None:
    """What the bytes are, and what to do, where they are known to be no text."""
    what = next((words for begin, words in NO_TEXTS.items() if data.startswith(begin)), None)
    if what is None:
        return None
    hint = _("用原来的程序打开，把文字另存为 UTF-8 的文本文件；是附件就放进 content/files/")
    return _("这是{what}，改扩展名不会变成文字").format(what=_(what)), hint
