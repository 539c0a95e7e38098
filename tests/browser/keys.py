"""Keys, pressed where a reader could press them."""

from __future__ import annotations

from playwright.sync_api import Locator, expect


def focus(place: Locator) -> None:
    """Takes the focus to an element as soon as a reader could.

    ``Locator.focus`` waits only until the element is in the page: one that is still hidden does not take the focus,
    nobody says so, and the next key goes elsewhere.
    """
    expect(place).to_be_visible()
    place.focus()
    expect(place).to_be_focused()
