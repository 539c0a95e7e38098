"""Every link leads somewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from .conftest import TEXT

pytestmark = pytest.mark.browser

ID = re.compile(r' id="([^"]+)"')
FACTS = """() => ({
  links: [...document.querySelectorAll('a[href], link[href]')].map(one => one.href),
  written: [...document.querySelectorAll('[href], [src], [action], [cite]')].flatMap(one =>
    ['href', 'src', 'action', 'cite', 'data-index', 'data-root'].map(name => one.getAttribute(name)).filter(Boolean)),
  used: [...document.querySelectorAll('form')].map(one => one.action)
    .concat([...document.querySelectorAll('script[src]')].map(one => one.src))
    .concat([...document.querySelectorAll('blockquote[cite]')].map(one => one.cite))
    .concat([...document.querySelectorAll('[data-index]')].map(one => new URL(one.dataset.index, location).href)),
  ids: [...document.querySelectorAll('[id]')].map(one => one.id),
  referred: ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap(name =>
    [...document.querySelectorAll(`[${name}]`)].flatMap(one => one.getAttribute(name).split(/\\s+/))),
})"""


@cache
def ids(path: Path) -> frozenset[str]:
    """Those of a page, opened here or not, as its file has them."""
    return frozenset(ID.findall(path.read_text("utf-8")))


@pytest.fixture
def facts(on_each_page):
    """Of each page: its links, what else it points at, and its ids."""
    return on_each_page(FACTS)


def test_every_internal_link_and_fragment_resolves(facts, site, root):
    broken = set()
    for path, one in facts.items():
        for link in one["links"] + one["used"]:
            if link.startswith(root):
                target, _, fragment = link.removeprefix(root).partition("#")
                target = target.split("?")[0]
                if not (site / target).is_file() or (fragment and unquote(fragment) not in ids(site / target)):
                    broken.add((path, link))
    assert broken == set()


def test_links_to_other_places_are_web_or_mail_addresses(facts, root):
    elsewhere = {link for one in facts.values() for link in one["links"] if not link.startswith((root, "data:"))}
    assert {link for link in elsewhere if not link.startswith(("http://", "https://", "mailto:"))} == set()


def test_no_address_is_written_from_the_host_root_or_with_a_host(facts):
    written = {address for one in facts.values() for address in one["written"]}
    assert {one for one in written if one.startswith("/") or "127.0.0.1" in one} == set()


def test_ids_are_unique_and_what_is_referred_to_exists(facts):
    for one in facts.values():
        assert sorted(one["ids"]) == sorted(set(one["ids"]))
        assert set(one["referred"]) - set(one["ids"]) == set()


def test_every_page_can_be_reached_from_the_home_page(facts, root):
    links = {path: {link.removeprefix(root).split("#")[0] for link in one["links"]} for path, one in facts.items()}
    reached, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in links and path not in reached:
            reached.add(path)
            waiting += links[path]
    assert set(facts) - reached == {"404.html"}


def test_the_archived_source_is_published_byte_for_byte(facts, root, new_page, source):
    link = next(link for link in facts[TEXT]["links"] if link.endswith("source.txt"))
    assert new_page().request.get(link).body() == source.encode()
