"""A document from elsewhere as files of the content: its text is the archive, itself it is an attachment."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePath

from msgspec import Struct, structs

from disclosure.ingest import report_file
from disclosure.ingest.document import ExtractedText
from disclosure.ingest.report_file import Imported
from disclosure.model.report import Original
from disclosure.source.files import SourceFile

ARCHIVE = "source.txt"
# Pages and their scripts would run in the site's name: they are packed
PAGES = (".htm", ".html", ".mht", ".mhtml", ".xhtml")
# The oldest day a zip file can hold: equal bytes whenever it is made
LONG_AGO = (1980, 1, 1, 0, 0, 0)


class TakenIn(Struct, frozen=True):
    """The report, and the files that it is made of, by their names in the content folder; ``original`` is the name of
    the document as it came, empty where it is not kept, or is the archive itself."""

    imported: Imported
    key: str
    files: Mapping[str, bytes]
    original: str = ""


def report(file: SourceFile, document: ExtractedText, key: str = "", *, with_original: bool = True) -> TakenIn:
    """``key`` is the report's folder; left out, the year that the report sets out. The original is published."""
    data = document.text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")
    text = structs.replace(document, text=data.decode("utf-8"))
    sha256 = hashlib.sha256(data).hexdigest()
    key = key or report_file.first(ARCHIVE, sha256, text).year
    archive = f"reports/{key}/{ARCHIVE}"
    if data == file.data or not with_original:
        return TakenIn(report_file.first(ARCHIVE, sha256, text), key, {archive: data})
    name, kept = _kept(file, f"{key}-report")
    original = Original(file=f"files/{name}", sha256=hashlib.sha256(kept).hexdigest())
    made = report_file.first(ARCHIVE, sha256, text, original)
    return TakenIn(made, key, {archive: data, original.file: kept}, original.file)


def _kept(file: SourceFile, stem: str) -> tuple[str, bytes]:
    """The attachment's name, and the document as it came; a web page as the only file of a zip file."""
    ending = PurePath(file.name).suffix.lower() or ".txt"
    if ending not in PAGES:
        return f"{stem}{ending}", file.data
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr(zipfile.ZipInfo(f"{stem}{ending}", LONG_AGO), file.data, zipfile.ZIP_DEFLATED)
    return f"{stem}.zip", packed.getvalue()
