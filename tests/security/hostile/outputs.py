"""Every published file as a list of what it holds, read by parsers that are not ours.

Two sites are held against each other by these lists: structure is an item as texts are, so that an element, an
attribute, a key, a column or a property more or less shows.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tempfile
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import unquote

import openpyxl
from icalendar import Calendar
from lxml import etree, html

from tests.feeds.reading import unescaped

Items = Iterator[str]
# What a spreadsheet takes for the beginning of a formula; a number may begin so too
FORMULA: Final = re.compile(r"[=+\-@\t\r＝＋－＠]")
NUMBER: Final = re.compile(r"[+-]?[0-9][0-9.]*%?")
# Ids of feeds are made of what they are about, the size of a poster's type of its longest word; what is counted
# is more, and what has the sign of a rate in its unit is higher
MADE_OF_WORDS: Final = re.compile(r"urn:uuid:[0-9a-f-]{36}|(?<=d-poster--)[0-9]+|(?:升|增加)到|[多高](?=。)")
# A page shows how its own card looks in a frame: no other frame is allowed
CARD: Final = re.compile(r"(?:\.\./)*embed/[a-z0-9./-]+\.html")
# Schemes of addresses that a published file leads to; all others would run, load or open something
SCHEMES: Final = ("http", "https", "mailto", "webcal", "")
DATA_IMAGE: Final = re.compile(r"data:(?:,$|image/)")
SCHEME: Final = re.compile(r"\s*([a-z][a-z0-9+.\-]*):", re.I)
# Attributes that hold addresses, and which of them a browser fetches by itself
ADDRESSES: Final = ("href", "src", "action", "formaction", "data", "poster", "background", "cite", "ping", "srcset")
# The attribute that lists other sites as JSON
SITES: Final = "data-sites"
# Attributes that a word in a picture has where it is longer than its place
SQUEEZED: Final = ("textlength", "lengthadjust")
BETWEEN: Final = "\x1f"
NEVER: Final = ("object", "embed", "base", "applet", "frame", "frameset", "marquee", "plaintext")


def items(name: str, data: bytes) -> list[str] | None:
    """What the file of this name holds; ``None`` where it is a program, a style sheet or counted from the others."""
    read = READERS.get(PurePosixPath(name).suffix)
    if name.endswith(UNREAD) or read is None:
        return None
    return [plain(one) for one in read(data)]


def plain(text: str) -> str:
    """A text as it is compared: with one blank for all white space, and without what is counted from words."""
    return MADE_OF_WORDS.sub("…", " ".join(text.replace(BETWEEN, f" {BETWEEN} ").split()))


def _html(data: bytes) -> Items:
    document = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    for drawing in document.iter("svg"):
        yield from _drawing(drawing)
        drawing[:] = []
        drawing.attrib.clear()
    for element in document.iter():
        if not isinstance(element.tag, str):
            yield f"<!{element.text}"
            continue
        yield f"<{element.tag}"
        for attribute, value in sorted(element.attrib.items()):
            yield f"@{attribute}"
            yield from _values(json.loads(value)) if attribute == SITES else (_address(str(value)),)
        if element.get("type") == "application/ld+json":
            yield from _values(json.loads(element.text or ""))
        else:
            yield element.text or ""
        yield element.tail or ""


def _address(value: str) -> str:
    return unquote(value) if value.startswith("mailto:") else value


def _xml(data: bytes) -> Items:
    for element in etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)).iter():
        yield f"<{element.tag}"
        for attribute, value in sorted(element.attrib.items()):
            yield from (f"@{attribute!s}", str(value))
        yield from (element.text or "", element.tail or "")


def _svg(data: bytes) -> Items:
    yield from _drawing(etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)))


def _drawing(root: Any) -> Items:
    """What a picture is made of: how long its words are moves all else, and squeezes some."""
    yield from sorted({f"<{etree.QName(element).localname}" for element in root.iter() if isinstance(element.tag, str)})
    yield from sorted(
        {f"@{name}" for element in root.iter() for name in element.attrib if name.lower() not in SQUEEZED}
    )


def _json(data: bytes) -> Items:
    yield from _values(json.loads(data))


def _lines_of_json(data: bytes) -> Items:
    for line in data.decode().split("\n"):
        if line:
            yield from _values(json.loads(line))


def _values(value: Any) -> Items:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{key}:"
            yield from _values(inner)
    elif isinstance(value, list):
        yield f"[{len(value)}"
        for inner in value:
            yield from _values(inner)
    else:
        yield value if isinstance(value, str) else json.dumps(value)


def _csv(data: bytes) -> Items:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        # An apostrophe in front is taken away again, as who reads the data has to
        yield BETWEEN.join(" ".join(one.removeprefix("'").split()) for one in row)


def _ics(data: bytes) -> Items:
    for part in Calendar.from_ical(data).walk():
        yield f"<{part.name}"
        for key, value in part.property_items(recursive=False):
            text = str(getattr(value, "dt", value))
            # The library gives back what a calendar is called as it is written
            yield from (key, unescaped(text) if key in ("NAME", "X-WR-CALNAME") else text)


def _xlsx(data: bytes) -> Items:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        yield f"<{sheet.title}"
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"a formula in {sheet.title}!{cell.coordinate}"
                if cell.value is not None:
                    yield str(cell.value)
                if cell.hyperlink:
                    yield f"@{cell.hyperlink.target or cell.hyperlink.location}"
    yield from sorted(zipfile.ZipFile(io.BytesIO(data)).namelist())


def _sqlite(data: bytes) -> Items:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "read.sqlite"
        path.write_bytes(data)
        base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            yield from _tables(base)
        finally:
            base.close()


def _tables(base: sqlite3.Connection) -> Items:
    names = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    for name in names:
        if "_fts" not in name and not name.startswith("sqlite_"):
            yield f"<{name}"
            for row in base.execute(f'SELECT * FROM "{name}"'):
                yield from (str(value) for value in row if not isinstance(value, bytes))


def _text(data: bytes) -> Items:
    yield data.decode()


READERS: Final[dict[str, Callable[[bytes], Items]]] = {
    ".html": _html,
    ".xml": _xml,
    ".svg": _svg,
    ".json": _json,
    ".jsonld": _json,
    ".jsonl": _lines_of_json,
    ".csv": _csv,
    ".ics": _ics,
    ".xlsx": _xlsx,
    ".sqlite": _sqlite,
    ".txt": _text,
    ".md": _text,
}
# Digests and sizes of the other files, of the site or of a district
UNREAD: Final = ("manifest.json", "data/datapackage.json", "data/catalog.jsonld")


def cells_that_run(data: bytes) -> list[str]:
    """Cells of a CSV file that a spreadsheet would take for a formula."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [one for row in rows for one in row if FORMULA.match(one) and not NUMBER.fullmatch(one)]


def what_runs(page: bytes) -> list[str]:
    """Handlers, scripts and styles within, frames and addresses that run something, whatever put them there."""
    found = []
    for element in html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8")).iter():
        if isinstance(element.tag, str):
            found += _risky(element)
    return found


def _risky(element: Any) -> Iterator[str]:
    tag = element.tag.lower()
    if tag in NEVER or tag == "style" or (tag == "script" and not element.get("src") and not _is_data(element)):
        yield f"<{tag}>"
    if tag == "iframe" and not CARD.fullmatch(element.get("src") or ""):
        yield "<iframe>"
    if element.get("id") == "hostile" or "hostile" in (element.get("class") or "").split():
        yield f"<{tag} id or class>"
    for name, value in element.attrib.items():
        if name.startswith("on") or name in ("style", "srcdoc", "ping", "formaction"):
            yield f"<{tag} {name}>"
        elif name.split(":")[-1] in ADDRESSES and (scheme := SCHEME.match(_plain(value))):
            if scheme[1].lower() not in SCHEMES and not (tag in ("img", "link") and DATA_IMAGE.match(value)):
                yield f"<{tag} {name}={value}>"
            if tag in ("img", "script", "link", "source") and "example.invalid" in value:
                yield f"<{tag} {name}={value}>"


def _is_data(element: Any) -> bool:
    return element.get("type") in ("application/ld+json", "application/json")


def _plain(address: str) -> str:
    """An address as browsers read it: without controls, tabs and line ends."""
    return "".join(sign for sign in address if sign > " ")
