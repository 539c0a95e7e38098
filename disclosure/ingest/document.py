"""What a file says, as plain lines; or why it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from disclosure.problem import Refused
from disclosure.translation import gettext as _

# In ``metadata``, whatever the format: the number of an official document, and the list of contents that a program made
NUMBER, CONTENTS = "document_number", "contents"
# 示政发〔2026〕1号
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［（(]\d{4}[〕\]］）)]第?\d{1,5}号")


class ExtractedText(Struct, frozen=True, kw_only=True):
    """The text of a document, before anything is known of its structure.

    ``text``: lines. Notes that the format itself holds are in the archived form: ``[endnoteRef:N]`` where they are
    referred to, ``[N: body]`` at the end of that paragraph. ``wrapped``: lines end where the page does, not where a
    paragraph does. ``title`` is what the format itself calls the document, a hint that may be empty. ``metadata``:
    what else it says of itself, under the format's own names. ``remarks``: whole sentences, one for each kind of thing
    that was guessed, left out or mended. ``unseen``: what the file holds beside its text and gives away
    with itself, each with how much of it: 批注 2 条.
    """

    text: str
    wrapped: bool = False
    title: str = ""
    metadata: Mapping[str, str] = {}
    remarks: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


class UnreadableFile(Refused):
    """A file has no text that could be taken, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message + "\n" + _("    提示：{hint}").format(hint=hint))
        self.message, self.hint = message, hint
