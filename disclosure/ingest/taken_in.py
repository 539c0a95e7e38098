"""A document from elsewhere as the files of a report: its text is the archive, itself it is kept as it came."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePath

from msgspec import Struct

from disclosure.ingest import report_file
from disclosure.ingest.document import ExtractedText
from disclosure.ingest.report_file import Imported
from disclosure.model.report import Original
from disclosure.source.files import SourceFile

ARCHIVE = "source.txt"


class TakenIn(Struct, frozen=True):
    """The report, and the files beside it by name."""

    imported: Imported
    files: Mapping[str, bytes]


def report(file: SourceFile, document: ExtractedText) -> TakenIn:
    text = document.text.replace("\r\n", "\n").replace("\r", "\n")
    data = text.encode("utf-8")
    if data == file.data:
        return TakenIn(report_file.first(ARCHIVE, file.sha256, document), {ARCHIVE: data})
    original = Original(file=f"original{PurePath(file.name).suffix.lower() or '.txt'}", sha256=file.sha256)
    made = report_file.first(ARCHIVE, hashlib.sha256(data).hexdigest(), document, original)
    return TakenIn(made, {ARCHIVE: data, original.file: file.data})
