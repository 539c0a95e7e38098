"""A document from elsewhere as files of the content: its text is the archive, itself it is an attachment."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePath

from msgspec import Struct, structs

from disclosure.ingest import report_file
from disclosure.ingest.document import ExtractedText
from disclosure.ingest.report_file import Imported
from disclosure.model.report import Original
from disclosure.source.files import SourceFile

ARCHIVE = "source.txt"
# A browser shows these as text, and runs nothing of theirs in the site's name
SHOWN = (".htm", ".html", ".mht", ".mhtml", ".xhtml")


class TakenIn(Struct, frozen=True):
    """The report, and the files that it is made of, by their names in the content folder."""

    imported: Imported
    key: str
    files: Mapping[str, bytes]


def report(file: SourceFile, document: ExtractedText, key: str = "") -> TakenIn:
    """``key`` is the report's folder; left out, the year that the report sets out."""
    data = document.text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")
    text = structs.replace(document, text=data.decode("utf-8"))
    sha256 = hashlib.sha256(data).hexdigest()
    key = key or report_file.first(ARCHIVE, sha256, text).year
    archive = f"reports/{key}/{ARCHIVE}"
    if data == file.data:
        return TakenIn(report_file.first(ARCHIVE, sha256, text), key, {archive: data})
    original = Original(file=f"files/{key}-report{_ending(file.name)}", sha256=file.sha256)
    made = report_file.first(ARCHIVE, sha256, text, original)
    return TakenIn(made, key, {archive: data, original.file: file.data})


def _ending(name: str) -> str:
    ending = PurePath(name).suffix.lower() or ".txt"
    return f"{ending}.txt" if ending in SHOWN else ending
