"""A page in the full view beside the same page in the simple one (简洁版)."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Page

from . import kinds

# Whose full view is long: of these the simple one is at most LIST_SHARE as high
LISTS_AND_RECORDS = frozenset(
    [
        "adjustments",
        "commitment",
        "commitments",
        "department",
        "departments",
        "entities",
        "entity",
        "gaps",
        "indicators",
        "progress",
        "projects",
        "request",
        "requests",
        "results",
        "section",
        "tasks",
        "topic",
        "update",
        "updates",
        "vanished",
    ]
)
LIST_SHARE = 0.8
# What nobody may miss: warnings, corrections, what is not what it seems, and the word of a promise beside it
KEPT = (
    ".d-notice, .d-years__over, .d-hero__over, .d-card__over, .d-mending, .d-fresh--stale, .d-places__late, .d-tag,"
    " .d-check__word, .d-silence, s, .d-record__outcome .d-outcome, .d-box .d-outcome, .d-verdict .d-outcome,"
    " .d-tasks .d-outcome, .d-pictogram .d-outcome"
)
# Without the window's own height, which a short page fills; what is shown of KEPT; links within the page to what is
# not; headings with nothing under them
SEEN = """kept => {
  const shown = one => one.checkVisibility();
  const target = one => document.getElementById(decodeURIComponent(one.hash.slice(1)));
  const heads = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].filter(shown);
  const texts = [...document.querySelectorAll('main *')]
    .filter(one => !one.closest('.d-pager, h1, h2, h3, h4') && shown(one))
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  const leads = (one, next) => next && next.localName > one.localName;
  const isAfter = (one, other) => other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
  const isBetween = (text, one, next) => isAfter(text, one) && (!next || isAfter(next, text));
  return {
    height: document.querySelector('.d-footer').getBoundingClientRect().bottom + scrollY,
    text: document.body.innerText.length,
    kept: [...document.querySelectorAll(kept)].filter(shown).map(one => one.textContent.trim()),
    dead: [...document.querySelectorAll('main a[href^="#"]')].filter(one => shown(one) && !shown(target(one)))
      .map(one => one.hash),
    empty: heads.filter((one, n) => !one.querySelector('a') && !leads(one, heads[n + 1]))
      .filter(one => !texts.some(text => isBetween(text, one, heads[heads.indexOf(one) + 1])))
      .map(one => one.textContent.trim()),
  };
}"""


class SeenView(Struct, frozen=True):
    height: float
    text: int
    kept: list[str]
    dead: list[str]
    empty: list[str]


class BothViews(Struct, frozen=True):
    """Both views of a page."""

    full: SeenView
    simple: SeenView

    def faults(self, kind: str) -> list[str]:
        share = self.simple.height / self.full.height
        most = LIST_SHARE if kind in LISTS_AND_RECORDS else 1
        found = {
            f"{share:.2f} as high": share > most or share == 1,
            f"{self.simple.text} characters of {self.full.text}": self.simple.text >= self.full.text,
            f"hides {[*{*self.full.kept} - {*self.simple.kept}]}": self.simple.kept != self.full.kept,
            f"nothing under {self.simple.empty}": bool(self.simple.empty),
            f"dead {self.simple.dead}": self.simple.dead != self.full.dead,
        }
        return [words for words, is_so in found.items() if is_so]


def views(page: Page) -> BothViews:
    """Of the page that is open; it stays in the full view."""
    full = view(page)
    page.evaluate("document.documentElement.dataset.simple = 'on'")
    simple = view(page)
    page.evaluate("delete document.documentElement.dataset.simple")
    return BothViews(full, simple)


def view(page: Page) -> SeenView:
    return SeenView(**page.evaluate(SEEN, KEPT))


def too_long(page: Page, root: str, site: Path, besides: str = "") -> dict[str, list[str]]:
    """The faults of the longest page of each kind."""
    pages = {kind: path for kind, path in kinds.largest(site).items() if kind != besides}
    found = {kind: views(open_page(page, root + path)).faults(kind) for kind, path in pages.items()}
    return {f"{kind}: {pages[kind]}": faults for kind, faults in found.items() if faults}


def open_page(page: Page, address: str) -> Page:
    page.goto(address)
    return page
