"""The order of things: document, bound, printed, numbered, printed again, finished, read back. ``paper``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.build.options import Progress
from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages.chrome import SiteView
from disclosure.paper import printing, reading, structure
from disclosure.paper.binding import bound
from disclosure.paper.document import MethodText, PaperView, document
from disclosure.paper.finishing import AboutPaper, finished
from disclosure.paper.pdf_file import PdfFile, named
from disclosure.paper.places import PaperPlaces
from disclosure.paper.reading import TextDifference
from disclosure.paper.text import SeenText
from disclosure.theme import policy
from disclosure.theme.environment import Environment
from disclosure.theme.layers import files

TEMPLATE, SHEET = "paper/document.html", "paper/paper.css"
ID = re.compile(r' id="([^"]+)"')
# What the style sheet has in the title's place
TITLE = "var(--d-title)"
STEPS = 4


class PaperSources(Struct, frozen=True, kw_only=True):
    """What is printed: a report with its own catalogue, the site around it, how it looks, the day."""

    catalog: Catalog
    report: Report
    site: SiteView
    method: MethodText | None
    environment: Environment
    layers: tuple[Path, ...]
    today: date


class Paper(Struct, frozen=True, kw_only=True):
    """The file, its number of pages, and what is wrong with it: where a reader reads another text, which tags are not
    as they should be."""

    data: bytes
    pages: int
    headings: int
    links: int
    differences: tuple[TextDifference, ...]
    flaws: tuple[str, ...]


def paper(sources: PaperSources, program: Path, progress: Progress) -> Paper:
    """``Refused`` where the browser prints nothing."""
    progress("paper", 0, STEPS)
    view = document(sources.catalog, sources.report, sources.site, sources.method, sources.today)
    plain = html(sources, view, {one.id: "" for one in view.contents})
    progress("paper", 1, STEPS)
    numbers = page_numbers(printing.printed(program, plain))
    numbered = html(sources, view, {one.id: str(numbers.get(one.id, "")) for one in view.contents})
    progress("paper", 2, STEPS)
    data = printing.printed(program, numbered)
    progress("paper", 3, STEPS)
    return read_back(data, numbered, AboutPaper(view.title, view.site.language, sources.today))


def html(sources: PaperSources, view: PaperView, numbers: Mapping[str, str]) -> str:
    """The bound document; ``numbers`` are the pages of what the contents list."""
    style = Path(files(sources.layers, ".css")[SHEET]).read_text("utf-8").replace(TITLE, _quoted(view.title))
    template = sources.environment.get_template(TEMPLATE)
    made = template.render(view=view, numbers=numbers, style=style, own_policy=policy.own_style(style))
    ids = frozenset(ID.findall(bound(made, lambda _address: None)))
    return bound(made, PaperPlaces(sources.report, ids, view.site.address).leads)


def _quoted(text: str) -> str:
    """A text of CSS; what could end it, or the style sheet, is written by its number."""
    return '"' + re.sub(r"""["\\<\n]""", lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def page_numbers(data: bytes) -> dict[str, int]:
    """The page on which each part of the document that a link leads to begins."""
    file = PdfFile(data)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(file.pages, 1)}
    found = named(file.root["/Dests"]) if "/Dests" in file.root else {}
    return {name[1:]: pages[found[name].get_object()[0].idnum] for name in found}


def read_back(printed: bytes, html: str, about: AboutPaper) -> Paper:
    """The finished file of what was printed of ``html``, with what is wrong with it."""
    seen = SeenText(html)
    data = finished(printed, seen.links, about)
    text = "".join(seen.text)
    return Paper(
        data=data,
        pages=len(PdfFile(data).pages),
        headings=len(seen.headings),
        links=len(seen.links),
        differences=tuple(reading.differences(data, text, seen.heads, about.title)),
        flaws=tuple(structure.flaws(data, seen.headings, about.language)),
    )
