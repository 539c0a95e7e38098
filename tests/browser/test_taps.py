"""Where errors are reported is two taps from the home page, without scrolling."""

from __future__ import annotations

from contextlib import closing

import pytest

from .server import serve
from .taps import PhoneReader

pytestmark = pytest.mark.browser


def test_an_error_is_reported_from_the_menu(chromium, example_site):
    with closing(chromium.new_page()) as page, serve(example_site) as root:
        reader = PhoneReader(page, root)
        reader.tap(page.locator(".d-menu > summary"))
        way = page.locator(".d-menu").get_by_role("link", name="我要纠错")
        reader.see(way)
        assert way.get_attribute("href") == "https://tracker.example/shiguang/-/issues/new"
        assert (reader.taps + 1, reader.screens) == (2, 1)
