"""Long lists go on on further pages, and nothing of them is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from disclosure.catalog import section_pages
from disclosure.pages import (
    comparison_kinds,
    corrections,
    district_kinds,
    paging,
    posters,
    projects,
    registry,
    tasks,
    updates,
    vanished,
)
from disclosure.pages.page import Link
from tests.projects import Sandbox, create, date_of, files_of

EXAMPLE = "shiguang"
LINK = re.compile(r'<a href="((?:\.\./)*)([^"#?]*)[^"]*"')
MAIN = re.compile(r"<main.*</main>", re.S)
GO_ON = re.compile(r'<(nav|div) class="d-(?:pages|pager)[ "].*?</\1>', re.S)
# Results stand on any page of their section
FURTHER = re.compile(r"(?<=/sections/)([^/]+)/\d+\.html$")
# How much stands on a page
SIZES = (
    (paging, "RECORDS"),
    (section_pages, "SIZE"),
    (posters, "POSTERS"),
    (projects, "PROJECTS"),
    (tasks, "TASKS"),
    (updates, "LINES"),
    (vanished, "MEASURES"),
    (corrections, "LINES"),
)


class Lists(Struct, frozen=True):
    """A part of a made-up list."""

    name: str
    first: tuple[int, ...]
    second: tuple[int, ...]
    head: tuple[str, ...] = ("head",)


def parts() -> st.SearchStrategy[list[Lists]]:
    numbers = st.lists(st.integers(), max_size=7).map(tuple)
    return st.lists(st.builds(Lists, st.text(max_size=2), numbers, numbers), max_size=5)


@given(parts(), st.integers(1, 6), st.integers(0, 9))
def test_every_page_but_the_last_is_full_and_all_things_stand_in_their_order(
    made: list[Lists], size: int, room: int
) -> None:
    sheets = paging.cut_lists(made, size, ["first", "second"], ["head"], room=room)
    held = [sum(len(part.first) + len(part.second) for part in sheet) for sheet in sheets]
    sizes = [room or size, *(size for _sheet in sheets[1:])]
    assert held[:-1] == sizes[:-1]
    assert held[-1] <= sizes[-1]
    things = [(part.name, n) for sheet in sheets for part in sheet for n in (*part.first, *part.second)]
    assert things == [(part.name, n) for part in made for n in (*part.first, *part.second)]
    heads = [part.name for sheet in sheets for part in sheet if part.head]
    assert heads == [part.name for part in made if part.first or part.second]


def test_the_groups_on_other_pages_are_led_to_where_they_begin() -> None:
    class Titled(Struct, frozen=True):
        id: str
        title: str
        lines: tuple[int, ...]

    sheets = paging.cut_lists([Titled("a", "甲", (1, 2, 3)), Titled("b", "乙", (4, 5))], 2, ["lines"])
    found = [[(one.id, one.link) for one in paging.elsewhere(sheets, n, "{}.html".format)] for n in (1, 2, 3)]
    to_a, to_b = ("a", Link("甲", "1.html#a")), ("b", Link("乙", "2.html#b"))
    assert found == [[to_b], [], [to_a]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """The example as it is, each list on one page."""
    project = create(tmp_path_factory.mktemp("whole"), EXAMPLE)
    project.build(date=date_of(EXAMPLE))
    return project


def test_a_list_with_a_thing_a_page_leads_to_all_that_it_led_to(
    whole: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build inspects links, anchors and headings of what it makes."""
    before, project = files_of(whole.site), create(tmp_path, EXAMPLE)
    for module, name in SIZES:
        monkeypatch.setattr(module, name, 1)
    after = project.build(date=date_of(EXAMPLE))
    further = {kind.id: {*addresses(after, paging.further(kind.id))} for kind in registry.KINDS if kind.further}
    # What became of records is told of a line of commits: tests/test_changes.py
    own_map = registry.kind("district-sitemap")
    of_districts = (*comparison_kinds.KINDS, *district_kinds.KINDS, own_map, registry.kind("glossary"))
    several = {kind.id for kind in of_districts}
    assert [kind for kind, found in further.items() if not found and kind not in several] == ["changes"]
    for found in further.values():
        for first in {re.sub(r"/\d+\.html$", ".html", address) for address in found}:
            pages = [first, *(one for one in found if one.startswith(first.removesuffix(".html") + "/"))]
            assert led_to(before[first].decode()) <= set().union(*(led_to(after[one].decode()) for one in pages)), first


def addresses(site: dict[str, bytes], kind: str) -> Iterator[str]:
    mark = f'<body class="d-page d-page--{kind}"'.encode()
    return (name for name, data in site.items() if mark in data)


def led_to(html: str) -> set[str]:
    """The site's own pages that a page's content leads to, from the root; a section's pages as one."""
    return {FURTHER.sub(r"\1.html", path) for _up, path in LINK.findall(GO_ON.sub("", MAIN.search(html)[0]))}
