"""A kind of page is declared once: everything that must know of all kinds reads its row."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.pages import navigation, registry
from disclosure.pages.kind import PageKind
from disclosure.project import find
from disclosure.search import data_file, documents
from disclosure.search import registry as search
from tests import made_up_kind
from tests.prepared import Prepared, prepare
from tests.projects import EXAMPLES, REPOSITORY, Project, configured, content_of

ADDRESS = f"reports/2024/{made_up_kind.NAME}.html"
TEMPLATES = REPOSITORY / "templates"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """With templates of its own, one of them the made-up kind's."""
    shutil.copytree(content_of("small"), tmp_path / "content")
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    template(tmp_path).write_text(made_up_kind.TEMPLATE, "utf-8")
    return configured(tmp_path, tmp_path / "templates")


def template(root: Path) -> Path:
    return root / "templates" / made_up_kind.ROW.template


def register(row: PageKind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "KINDS", (*registry.KINDS[:-3], row, *registry.KINDS[-3:]))


def test_a_made_up_kind_is_shown_led_to_listed_and_found_at_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(made_up_kind.ROW, monkeypatch)
    built = project.build()
    assert "<h1>承诺一览</h1>".encode() in built[ADDRESS]
    assert f'href="{ADDRESS}"'.encode() in built["sitemap.html"]
    head = data_file.decode(built["search/index.js"], dict)
    assert head["kinds"][-1] == {"id": made_up_kind.NAME, "label": "一览", "prior": 1.0}
    assert ADDRESS in built["search/site.js"].decode()


def test_an_edit_of_its_template_reaches_a_page_of_the_last_build(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(made_up_kind.ROW, monkeypatch)
    project.build()
    template(project.root).write_text(made_up_kind.TEMPLATE.replace("<ul>", "<ul><li>另有</li>"), "utf-8")
    assert "<li>另有</li>".encode() in project.build()[ADDRESS]


def test_it_stands_in_the_navigation_where_its_row_says_so(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    led = navigation.to_newest("一览", lambda _key: ADDRESS)
    register(replace(made_up_kind.ROW, nav=led), monkeypatch)
    assert f'href="{ADDRESS}"'.encode() in project.build()["index.html"]


def test_a_page_that_nothing_leads_to_is_our_bug(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    register(replace(made_up_kind.ROW, group=None), monkeypatch)
    done = project.run("build")
    assert done.code == 3
    assert f"{ADDRESS}: no page leads here" in done.out + done.err


def test_a_page_that_nothing_need_lead_to_is_none(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    register(replace(made_up_kind.ROW, group=None, unlinked=True), monkeypatch)
    assert ADDRESS in project.build()


def test_every_kind_has_one_row_one_maker_and_a_template_and_every_template_a_kind() -> None:
    assert [id for id, n in Counter(one.id for one in registry.KINDS).items() if n > 1] == []
    assert [one.id for one in registry.KINDS if (one.of_report is None) == (one.of_site is None)] == []
    found = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob("pages/*.html")}
    assert {one.template for one in registry.KINDS} == found | {"main.html"}


def test_every_module_of_a_maker_stands_in_a_row() -> None:
    """A module whose pages no row makes would show nothing."""
    modules = REPOSITORY.glob("disclosure/pages/*.py")
    made = {path.stem for path in modules if "kind=" in path.read_text("utf-8") and "Page(" in path.read_text("utf-8")}
    assert made - {one.view.__module__.rpartition(".")[2] for one in registry.KINDS} == set()


@pytest.fixture(scope="module")
def example() -> Prepared:
    prepared, problems = prepare(find(EXAMPLES / "shiguang"), date(2026, 11, 23))
    assert prepared is not None, problems
    return prepared


def test_every_page_has_the_view_of_its_row(example: Prepared) -> None:
    for page in example.pages:
        assert type(page.view) is registry.kind(page.kind).view, page.address


def test_every_search_kind_is_made_and_no_other(example: Prepared) -> None:
    found = [documents.of_report(example.catalog, one) for one in example.catalog.reports]
    found.append(documents.of_site(example.catalog))
    assert {one.kind for each in found for one in (*each.documents, *each.later)} == search.numbers().keys()


def test_search_kinds_have_one_rank_and_one_label_each() -> None:
    kinds = search.kinds()
    for values in ([one.id for one in kinds], [one.rank for one in kinds], [one.label for one in kinds]):
        assert len(set(values)) == len(values)
