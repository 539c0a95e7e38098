"""An attachment looked into: by its kind, and what lies packed in it by its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from disclosure.source.files import text_of
from disclosure.source.inside import documents, kinds, pdf, pictures, sheets
from disclosure.source.inside.archives import Allowance, Packed
from disclosure.source.inside.shapes import Flaw, Named, Obstacle, Passage, Seen, Unreadable, Where
from disclosure.translation import mark as N_

# A zip in a zip is looked into, one in that is not
MAX_NESTED = 2
PAGE, LINE = N_("第 {n} 页"), N_("第 {n} 行")
MACROS = re.compile(r"(?:^|/)vbaProject\.bin$|^Basic/.|^Scripts/.")
DOCUMENTS = frozenset({".docx", ".pptx", ".odt", ".odp"})
# What packed documents hold besides texts
SILENT = re.compile(
    r"\.(?:bin|emf|wmf|gif|tiff?|bmp|svg|ttf|odttf|fntdata|rdf|vml|jfif|xlsb)$|^(?:mimetype|Thumbnails/.*|META-INF/.*)$|^\.|/\.",
    re.I,
)


def look(name: str, data: bytes) -> Iterator[Seen]:
    """All that can be seen of an attachment; of what stops the reading there is a flaw."""
    yield from _look(name, data, "", Allowance(), 0)


def _look(name: str, data: bytes, file: str, allowance: Allowance, nested: int) -> Iterator[Seen]:
    called = file or name.rpartition("/")[2]
    try:
        yield from _of_kind(name, data, file, allowance, nested)
    except Unreadable as obstacley:
        yield Flaw(obstacle=obstacley.obstacle, name=called, found=obstacley.found)


def _of_kind(name: str, data: bytes, file: str, allowance: Allowance, nested: int) -> Iterator[Seen]:
    ending, kind = PurePosixPath(name).suffix.lower(), kinds.kind_of(data)
    if ending in kinds.TEXTS:
        yield from _text(data, kind, file, ending)
        return
    if ending not in kinds.ZIPPED | kinds.PICTURES | {".pdf"}:
        raise Unreadable(Obstacle.UNKNOWN)
    if kind != kinds.wanted(ending):
        raise _otherwise(ending, kind)
    if kind == "zip":
        yield from _packed(ending, Packed(data, allowance), file, nested)
    elif kind == "pdf":
        yield from _pages(data, file)
    else:
        yield from _picture(data, file)


def _otherwise(ending: str, kind: str) -> Unreadable:
    # Office packs an encrypted document into the older format
    if kind == "ole" and ending in kinds.ZIPPED:
        return Unreadable(Obstacle.LOCKED)
    return Unreadable(Obstacle.OTHER_KIND, kind) if kind else Unreadable(Obstacle.NOT_OF_KIND)


def _text(data: bytes, kind: str, file: str, ending: str) -> Iterator[Seen]:
    """A text's own lines are searched where it stands among the content; here those of a packed one."""
    if kind and kind != "html":
        raise Unreadable(Obstacle.OTHER_KIND, kind)
    if kind == "html" and ending not in (".html", ".htm", ".md", ".xml"):
        yield Flaw(obstacle=Obstacle.OTHER_KIND, name=file or ending, found=kind)
    if file:
        for n, line in enumerate(text_of(data).split("\n"), 1):
            yield Passage(text=line, where=Where(words=LINE, n=str(n), file=file))


def _picture(data: bytes, file: str) -> Iterator[Seen]:
    try:
        yield from pictures.seen(data, file)
    except Exception as error:  # noqa: BLE001 (whatever the library makes of a spoilt picture)
        raise Unreadable(Obstacle.SPOILT, type(error).__name__) from None


def _pages(data: bytes, file: str) -> Iterator[Seen]:
    found = pdf.read(data)
    if found is None:
        raise Unreadable(Obstacle.TOO_MUCH)
    if found.get("locked"):
        raise Unreadable(Obstacle.LOCKED)
    if found.get("spoilt"):
        raise Unreadable(Obstacle.SPOILT, found["spoilt"])
    called = [*enumerate(found["pages"], 1), *map(tuple, found["links"]), *((0, one) for one in found["said"])]
    for n, text in called:
        where = Where(words=PAGE, n=str(n), file=file) if n else Where(words=documents.BESIDE, file=file)
        yield Passage(text=text, where=where)
    if found["script"]:
        raise Unreadable(Obstacle.MACRO)
    if not found["whole"]:
        raise Unreadable(Obstacle.TOO_MUCH)
    if not any(map(str.strip, found["pages"])):
        raise Unreadable(Obstacle.NO_TEXT)


def _packed(ending: str, packed: Packed, file: str, nested: int) -> Iterator[Seen]:
    found = format_of(packed)
    if ending != (found or ".zip") and (found or ending != ".zip"):
        raise Unreadable(Obstacle.OTHER_KIND, (found or ".zip")[1:])
    if ending != ".zip" and any(map(MACROS.search, packed.names)):
        yield Flaw(obstacle=Obstacle.MACRO, name=file or ending[1:])
    if ending == ".xlsx":
        yield from sheets.of_workbook(packed, file)
    elif ending == ".ods":
        yield from sheets.of_tables(packed, file)
    for name in packed.names:
        yield from _part(ending, packed, name, file, nested)


def format_of(packed: Packed) -> str:
    """What a packed file is: a document, or only packed."""
    first = next((ending for start, ending in kinds.MEMBERS if any(n.startswith(start) for n in packed.names)), "")
    return first or kinds.MIMETYPES.get(packed.read("mimetype").strip() if "mimetype" in packed.names else b"", "")


def _part(ending: str, packed: Packed, name: str, file: str, nested: int) -> Iterator[Seen]:
    if ending == ".zip":
        inner = f"{file}/{name}" if file else name
        yield Named(inner)
        if nested >= MAX_NESTED:
            yield Flaw(obstacle=Obstacle.UNKNOWN, name=inner)
        else:
            yield from _look(name, packed.read(name), inner, packed.allowance, nested + 1)
    elif name.endswith((".xml", ".rels")):
        cells = name.startswith("xl/worksheets/sheet") or name == "xl/sharedStrings.xml"
        if not (cells or (ending == ".ods" and name == "content.xml") or SILENT.search(name)):
            yield from documents.passages(packed, name, file)
    elif not SILENT.search(name):
        inner = f"{file}/{name}" if file else name
        yield from _look(name, packed.read(name), inner, packed.allowance, nested + 1)
