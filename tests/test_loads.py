"""A page loads the style sheet of what it shows and the script of what it asks for, where that is not everybody's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.catalog import address
from disclosure.theme.assets import OF_SOME, OF_TEXT, Assets
from tests.projects import REPOSITORY, create, date_of

SCRIPTS = REPOSITORY / "templates/js"
CLASSES = re.compile(r'\bclass="([^"]*)"')
ASKED = re.compile(r'\bdata-module="([^"]*)"')
# What asks for a script that only some sites publish, and the page that loads it
ASKING = {
    "districts.js": ("districts.yml", "- {id: sample, name: 示例区}\n", address.DISTRICTS),
    "search-together.js": (
        "federation.yml",
        "- {address: https://other.example/, name: 别的网站}\n",
        address.FEDERATION,
    ),
}
BOUND = re.compile(r"^bind\(\{([^}]*)\}\)", re.M)


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def shown(text: str) -> set[str]:
    """The blocks of a page."""
    return {re.split(r"__|--", name)[0] for value in CLASSES.findall(text) for name in value.split()}


def bound(script: str) -> set[str]:
    """The names that elements ask a script by."""
    (names,) = BOUND.findall((SCRIPTS / f"{script}.js").read_text("utf-8"))
    return {one.split(":")[0].strip() for one in names.split(",")}


@pytest.mark.parametrize(("sheet", "blocks"), [("text", {f"d-{name}" for name in OF_TEXT}), ("tasks", {"d-tasks"})])
def test_the_pages_that_show_a_block_of_few_are_those_that_load_its_sheet(
    grown_site: Path, sheet: str, blocks: set[str]
) -> None:
    found = pages(grown_site)
    showing = {name for name, text in found.items() if shown(text) & blocks}
    assert showing == {name for name, text in found.items() if f"/assets/{sheet}-" in text}
    assert showing != set()


@pytest.mark.parametrize("script", ["letter", "posters", "take", "text"])
def test_the_pages_that_ask_for_what_a_script_does_are_those_that_load_it(grown_site: Path, script: str) -> None:
    found, names = pages(grown_site), bound(script)
    asking = {name for name, text in found.items() if names & set(ASKED.findall(text))}
    assert asking == {name for name, text in found.items() if f"/assets/{script}.js" in text}
    assert asking != set()


def test_all_else_that_pages_ask_for_every_page_can_do(grown_site: Path) -> None:
    asked = {name for text in pages(grown_site).values() for name in ASKED.findall(text)}
    ours = set().union(*map(bound, ("letter", "posters", "take", "text", "main")))
    frame = re.findall(r"FRAME = \{([^}]*)\}", (SCRIPTS / "frame.js").read_text("utf-8"))[0]
    # The search binds itself, and brings the frame with it
    assert asked - ours - {one.strip() for one in frame.split(",")} == {"search"}


@pytest.mark.parametrize("script", OF_SOME)
def test_a_script_that_few_sites_ask_for_is_published_by_these_alone(tmp_path: Path, script: str) -> None:
    file, listed, page = ASKING[script]
    project = create(tmp_path)
    # Its notes stand elsewhere where there are districts
    (project.content / "index.md").unlink()
    (project.content / file).write_text(listed, "utf-8")
    project.build(date=date_of("small"))
    assert {name for name in OF_SOME if (project.site / address.ASSETS / name).exists()} == {script}
    assert f'src="{address.ASSETS}{script}?v=' in (project.site / page).read_text("utf-8")


def test_most_sites_publish_none_of_them(grown_site: Path) -> None:
    assert [name for name in OF_SOME if (grown_site / address.ASSETS / name).exists()] == []


@pytest.mark.parametrize("script", OF_SOME)
def test_their_version_is_another_when_a_script_is_that_they_may_load_later(tmp_path: Path, script: str) -> None:
    (tmp_path / "js").mkdir()
    (tmp_path / "js/later.js").write_text("const later = 1;\n", "utf-8")
    usual, more = (Assets(layers) for layers in ([REPOSITORY / "templates"], [tmp_path, REPOSITORY / "templates"]))
    assert usual.address(script) != more.address(script)
