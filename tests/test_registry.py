"""A kind of page is declared once: everything that must know of all kinds reads its row."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import asdict, replace

from disclosure.pages import navigation, plan, registry
from disclosure.pages.kind import PageKind
from disclosure.pages.service import NotFoundView
from disclosure.project import find
from disclosure.search import data_file, documents
from disclosure.search import registry as search
from tests.made_up_kind.row import ROW
from tests.prepared import Prepared, prepare
from tests.projects import DATE, EXAMPLES, REPOSITORY, Sandbox, configured, content_of, date_of, files_of

MADE_UP = REPOSITORY / "tests/made_up_kind"
TEMPLATES = REPOSITORY / "templates"
PAGE = f"reports/2024/{ROW.id}.html"
LISTED = f'<a href="{PAGE}">承诺一览</a>'.encode()


# Added to a copy of the program, as its next owner would


@pytest.fixture
def copy(tmp_path: Path) -> Sandbox:
    """The whole program, with the content of a site with promises."""
    for name in ("disclosure", "templates"):
        shutil.copytree(REPOSITORY / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "build.py", tmp_path)
    shutil.copytree(content_of("register"), tmp_path / "content")
    return configured(tmp_path, tmp_path / "templates")


def test_a_made_up_kind_is_three_files_and_reachable_in_the_site_map_and_searchable_at_once(copy: Sandbox) -> None:
    before = files_of(copy.root)
    add_made_up_kind(copy.root)
    assert changed(before, files_of(copy.root)) == {
        "disclosure/pages/promises_in_brief.py",
        "disclosure/pages/registry.py",
        "templates/pages/promises-in-brief.html",
    }
    built = build_with_its_own_program(copy)
    assert "<h1>承诺一览</h1>".encode() in built[PAGE]
    assert LISTED in built["sitemap.html"]
    assert data_file.decode(built["search/index.js"], dict)["kinds"][-1] == {
        "id": ROW.id,
        "label": "一览",
        "prior": 1.0,
    }
    assert PAGE in built["search/site.js"].decode()

    # Its pages are then read back from the cache, as those of every kind
    template = copy.root / "templates" / ROW.template
    template.write_text(template.read_text("utf-8").replace("<ul>", "<ul><li>另有</li>"), "utf-8")
    again = build_with_its_own_program(copy)
    assert again[PAGE] == built[PAGE].replace(b"<ul><li>", "<ul><li>另有</li><li>".encode())
    assert changed(built, again) == {PAGE, "manifest.json"}


def add_made_up_kind(root: Path) -> None:
    shutil.copy(MADE_UP / "promises_in_brief.py", root / "disclosure/pages")
    shutil.copy(MADE_UP / "promises-in-brief.html", root / "templates/pages")
    path = root / "disclosure/pages/registry.py"
    text = path.read_text("utf-8")
    row = (MADE_UP / "row.py").read_text("utf-8").partition("ROW = ")[2]
    text = text.replace("from disclosure.pages import (\n", "from disclosure.pages import (\n    promises_in_brief,\n")
    path.write_text(re.sub(r"(KINDS: .*?\n)\)\n", rf"\1{row.strip()},\n)\n", text, flags=re.S), "utf-8")


def build_with_its_own_program(copy: Sandbox) -> dict[str, bytes]:
    command = [sys.executable, "build.py", "--root", ".", "--date", DATE, "build"]
    done = subprocess.run(
        command, cwd=copy.root, env=os.environ | {"PYTHONPATH": ""}, capture_output=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return files_of(copy.site)


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


# Its row, another than it should be


@pytest.fixture
def project(tmp_path: Path) -> Sandbox:
    """With templates of its own, one of them the made-up kind's."""
    shutil.copytree(content_of("small"), tmp_path / "content")
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    shutil.copy(MADE_UP / "promises-in-brief.html", tmp_path / "templates/pages")
    return configured(tmp_path, tmp_path / "templates")


def register(row: PageKind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "KINDS", (*registry.KINDS, row))


def test_it_stands_in_the_navigation_where_its_row_says_so(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    register(replace(ROW, nav=navigation.to_newest("一览", lambda _key: PAGE)), monkeypatch)
    assert f'href="{PAGE}"'.encode() in project.build()["index.html"]


def test_a_page_that_nothing_leads_to_is_our_bug(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    register(replace(ROW, sitemap=None), monkeypatch)
    done = project.run("build")
    assert done.code == 3
    assert f"{PAGE}: no page leads here" in done.out + done.err


def test_a_page_that_nothing_need_lead_to_is_none(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    register(replace(ROW, sitemap=None, unlinked=True), monkeypatch)
    assert PAGE in project.build()


@pytest.mark.parametrize("part", ["id", "view", "sitemap", "search"])
def test_a_row_without_one_of_its_parts_is_a_type_error(part: str) -> None:
    parts = asdict(ROW)
    del parts[part]
    with pytest.raises(TypeError, match=f"Missing required argument '{part}'"):
        PageKind(**parts)


def test_a_page_with_another_view_than_its_row_says_is_our_bug(
    example: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(replace(ROW, view=NotFoundView), monkeypatch)
    with pytest.raises(AssertionError, match=f"{ROW.id}.html is not as the row {ROW.id} says"):
        list(plan.of_report(example.catalog, example.catalog.reports[0]))


# The rows there are


def test_every_kind_has_one_row_one_maker_and_a_template_and_every_template_a_kind() -> None:
    assert [id for id, n in Counter(row.id for row in registry.KINDS).items() if n > 1] == []
    # What the whole site has of a kind, and a district: one maker is beside the other
    of_site = {row.id: row.of_site or row.of_district or row.of_district_pages for row in registry.KINDS}
    makers = {row.id: [row.of_report, of_site[row.id], row.of_pages, row.of_gone] for row in registry.KINDS}
    assert [id for id, given in makers.items() if given.count(None) != len(given) - 1] == []
    found = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob("pages/*.html")}
    assert {row.template for row in registry.KINDS} == found | {"main.html"}


@pytest.fixture(scope="module")
def example() -> Prepared:
    return prepared(EXAMPLES / "shiguang")


def prepared(root: Path) -> Prepared:
    found, problems = prepare(find(root), date.fromisoformat(date_of("shiguang")))
    assert found is not None, problems
    return found


def test_every_search_kind_is_made_and_no_other(example: Prepared, tmp_path: Path) -> None:
    """The example has no notes."""
    shutil.copytree(content_of("small"), tmp_path / "content")
    both = [example, prepared(configured(tmp_path).root)]
    found = [documents.of_site(one.catalog, one.pages) for one in both]
    found += [documents.of_report(one.catalog, report, ()) for one in both for report in one.catalog.reports]
    made = {document.kind for content in found for document in (*content.documents, *content.later)}
    # The example is a site of one district
    assert made | {"district"} == search.numbers().keys()


def test_search_kinds_have_one_rank_and_one_label_each() -> None:
    kinds = search.kinds()
    for values in ([kind.id for kind in kinds], [kind.rank for kind in kinds], [kind.label for kind in kinds]):
        assert len(set(values)) == len(values)
