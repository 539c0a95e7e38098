"""The forms that data are published in, and what catalogues call them."""

from __future__ import annotations

from msgspec import Struct

MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"


class DataFormat(Struct, frozen=True, kw_only=True):
    """A form: how its files' names end, its media type, and its name among the file types of the EU, if it has one.

    ``is_registered`` where IANA has the media type: else no address says it.
    """

    ending: str
    media_type: str
    file_type: str = ""
    is_registered: bool = True

    @property
    def media_type_iri(self) -> str:
        return MEDIA_TYPES + self.media_type if self.is_registered else ""

    @property
    def file_type_iri(self) -> str:
        return FILE_TYPES + self.file_type if self.file_type else ""


JSON = DataFormat(ending=".json", media_type="application/json", file_type="JSON")
CSV = DataFormat(ending=".csv", media_type="text/csv", file_type="CSV")
XLSX = DataFormat(
    ending=".xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    file_type="XLSX",
)
SQLITE = DataFormat(ending=".sqlite", media_type="application/vnd.sqlite3")
LINES = DataFormat(ending=".jsonl", media_type="application/jsonl", is_registered=False)
FORMATS = (JSON, CSV, XLSX, SQLITE, LINES)


def of_file(name: str) -> DataFormat:
    """The form of a published file; ``KeyError`` where nothing is said of it."""
    return _BY_ENDING[name[name.rindex(".") :]]


_BY_ENDING = {one.ending: one for one in FORMATS}
