"""Files of every kind to the text they hold.

plain  plain text
"""

from __future__ import annotations

from pathlib import PurePosixPath

from disclosure.ingest.document import ExtractedText, UnreadableFile
from disclosure.ingest.formats import plain
from disclosure.translation import gettext as _


def read(name: str, data: bytes) -> ExtractedText:
    """The text of a file. ``UnreadableFile`` for what has none, or none that can be read."""
    ending = PurePosixPath(name).suffix.lower()
    if ending in (".txt", ""):
        return plain.read(data)
    raise UnreadableFile(_("不会读这种文件：{name}").format(name=name), _("把文字存成 .txt（UTF-8）、.docx 或 .pdf"))
