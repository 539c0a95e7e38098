"""A page of the site as a printer gets it: its sheets, and what is read on each."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct
from playwright.sync_api import Page
from pypdfium2 import PdfDocument, PdfPage

from disclosure.source.characters import radical

# A4 less its margins (18 and 20 mm), in CSS pixels: the width at which a page is laid out on paper
WIDTH = 643
# The parts of a page that are pressed or lead on, and what only those hear who cannot see
TOOLS = (
    "nav, form, button, input, template, script, noscript, [hidden], [aria-hidden], .d-hidden, .d-screen, .d-actions, "
    ".d-citing__page, .d-subscribe--page, .d-subscribe__ways, .d-cite__panel, .d-cite__count, .d-legend, .d-also, "
    ".d-digest-way, .d-pager, .d-since, .d-tally__take, .d-more, .d-letter__title, .d-letter__actions, .d-search, "
    ".d-broken, .d-poster__actions, .d-words, [popover], .d-snippet, .d-aloud, .d-note__links, "
    ".d-page--posters .d-years"
)
TEXTS = """tools => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement.closest(`${tools}, svg`) && text.textContent.trim()) found.push(text.textContent);
  }
  return found;
}"""
# Words and pictures past the right edge of the sheet, or cut off by a box that scrolls
CUT_OFF = """() => {
  const width = document.documentElement.clientWidth;
  const isShown = one => one.checkVisibility() && !one.matches(".d-hidden") && !one.closest("svg *");
  const past = one => {
    const words = document.createRange();
    words.selectNodeContents(one);
    return [...words.getClientRects()].some(box => box.right > width + 1);
  };
  const isLeaf = one => one.matches("svg, img") || !one.children.length;
  const scrolls = one => getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
  const all = [...document.querySelectorAll("body *")].filter(isShown);
  return all.filter(one => isLeaf(one) ? past(one) : scrolls(one)).map(one => one.outerHTML.slice(0, 120));
}"""


class PrintedSheet(Struct, frozen=True):
    """What is read on a sheet, line by line, and its width and height in points."""

    lines: tuple[str, ...]
    size: tuple[int, int]

    @property
    def text(self) -> str:
        return plain("".join(self.lines))


def sheets(page: Page) -> tuple[PrintedSheet, ...]:
    """The sheets of an open page."""
    data = page.pdf(format="A4", prefer_css_page_size=True)
    return tuple(map(_sheet, PdfDocument(data)))


def _sheet(page: PdfPage) -> PrintedSheet:
    width, height = page.get_size()
    lines = tuple(line.strip() for line in page.get_textpage().get_text_range().splitlines() if line.strip())
    return PrintedSheet(lines, (round(width), round(height)))


def plain(text: str) -> str:
    """Without spaces; a glyph that two characters share as the one that is written (findings/pdf-radicals.sh)."""
    written = "".join(radical(sign) or sign for sign in text).replace("―", "—")
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", written))


def missing(page: Page, printed: tuple[PrintedSheet, ...]) -> list[str]:
    """What the page says and no sheet does, closed details too; a text that two sheets share is looked for in both."""
    text = "".join(sheet.text for sheet in printed)
    return [said for said in page.evaluate(TEXTS, TOOLS) if plain(said) not in text]


def alone_at_the_foot(page: Page, printed: tuple[PrintedSheet, ...]) -> list[str]:
    """Headings that end a sheet though something follows."""
    headings = {plain(one) for one in page.locator("main :is(h1, h2, h3, h4)").all_text_contents()}
    ends = [plain(sheet.lines[-1]) for sheet in printed[:-1] if sheet.lines]
    return [end for end in ends if end in headings]
