"""What it takes a reader on a phone to get somewhere: taps, and screens that are scrolled."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

PHONE = {"width": 390, "height": 844}
# Where a thing stands in the window
BOX = "one => (({ top, bottom }) => [top, bottom])(one.getBoundingClientRect())"


class PhoneReader:
    """A reader at the home page of a site; ``taps`` and ``scrolled`` (in pixels) count from there."""

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self.taps = 0
        self.scrolled = 0.0
        page.set_viewport_size(PHONE)
        page.goto(f"{root}index.html")
        page.wait_for_selector("html[data-script=bound]")

    @property
    def screens(self) -> float:
        """The one that is seen at first, and what was scrolled."""
        return 1 + self.scrolled / PHONE["height"]

    def see(self, one: Locator) -> None:
        """Scrolls as far as it takes to have all of it in the window, or its beginning where it is higher."""
        self.page.wait_for_load_state()
        top, bottom = one.evaluate(BOX)
        below = bottom - PHONE["height"]
        further = min(top, max(below, 0))
        self.page.evaluate("by => scrollBy({ top: by, behavior: 'instant' })", further)
        self.scrolled += abs(further)

    def tap(self, one: Locator) -> None:
        self.see(one)
        one.click()
        self.taps += 1

    def ask(self, words: str) -> None:
        """Types the words where the focus is, and Enter: one tap."""
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")
        self.taps += 1
