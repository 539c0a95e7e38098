"""After any edits, building on gives what building anew gives, byte for byte and word for word."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from disclosure.build import report, site_pages
from disclosure.cache import snapshot
from disclosure.search import files, tiers
from tests import edits, random_edits
from tests.edits import Editor
from tests.projects import Run, Sandbox, files_of


def build(project: Sandbox) -> tuple[int, str, dict[str, bytes]]:
    done: Run = project.run("build")
    return done.code, done.err.replace(str(project.root), ""), files_of(project.site) if project.site.exists() else {}


def anew(project: Sandbox, root: Path) -> tuple[int, str, dict[str, bytes]]:
    """The same in a new folder, without a cache."""
    return build(project.copy(root))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A project to edit, in which every file counts as settled: the editor gives each write a time of its own."""
    monkeypatch.setattr(snapshot, "SETTLED_NS", -1_000_000_000)
    monkeypatch.delenv("CI", raising=False)
    return edits.project(tmp_path / "project")


@pytest.fixture
def built(project: Sandbox) -> Sandbox:
    assert build(project)[0] == 0
    return project


@pytest.mark.parametrize(
    ("count", "each", "large"),
    [
        # What was left out of a build stays wrong at the next: it is seen then
        (25, 3, False),
        (25, 3, True),
        pytest.param(25, 1, False, marks=pytest.mark.long),
        pytest.param(25, 1, True, marks=pytest.mark.long),
        pytest.param(5000, 5, False, marks=pytest.mark.long),
        pytest.param(1000, 5, True, marks=pytest.mark.long),
    ],
)
def test_building_on_after_random_edits_gives_the_same_as_building_anew(
    project: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, each: int, *, large: bool
) -> None:
    # The index of a large site is brought up to date file by file
    monkeypatch.setattr(files, "LARGE", 0 if large else files.LARGE)
    # As many documents as the project's reports have: an edit parts them in two tiers, or puts them into one again
    monkeypatch.setattr(tiers, "AT_MOST", 102 if large else tiers.AT_MOST)
    editor = Editor(project, 20220113)
    assert build(project)[0] == 0
    done: list[str] = []
    for number in range(count):
        saved = project.copy(tmp_path / "saved")
        before = files_of(project.site)
        done.append(editor.edit())
        code, said, site = build(project)
        assert code in (0, 1), (done[-3:], said)
        if number % each == 0:
            wanted = anew(project, tmp_path / "anew")
            assert (code, said) == wanted[:2], done[-3:]
            assert site == (before if code else wanted[2]), done[-3:]
        if code:
            _restore(project, saved)


def _restore(project: Sandbox, saved: Sandbox) -> None:
    """Undo what made the content wrong, times and all."""
    for name in ("content", "templates"):
        shutil.rmtree(project.root / name)
        shutil.copytree(saved.root / name, project.root / name)


@pytest.mark.parametrize("number", random_edits.SHORT)
def test_edits_of_several_districts_give_the_same_as_building_anew(number: int) -> None:
    """The first edits of runs that ``make edits`` makes many of."""
    found = random_edits.run(number, random_edits.SHORT_EDITS)
    assert found.fault == ""
    assert found.edits == random_edits.SHORT_EDITS


@pytest.mark.long
@pytest.mark.parametrize("number", range(25))
def test_many_edits_of_several_districts_give_the_same_as_building_anew(number: int) -> None:
    assert random_edits.run(number).fault == ""


def test_a_file_that_a_clean_build_has_not_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    real = random_edits.build

    def left_over(project: Sandbox, day: str) -> random_edits.Built:
        code, said, site = real(project, day)
        return code, said, site | ({"stray.html": b""} if project.root.name == "project" else {})

    monkeypatch.setattr(random_edits, "build", left_over)
    fault = random_edits.run(0, 3).fault
    assert fault.startswith("1 other files: stray.html\n")


@pytest.mark.parametrize("workers", ["1", "2", "3"])
def test_any_number_of_workers_gives_the_same_site(tmp_path: Path, workers: str) -> None:
    one = edits.project(tmp_path / "one")
    other = one.copy(tmp_path / "other")
    assert other.run("build", "--workers", workers).code == 0
    assert files_of(other.site) == one.build()


def test_a_changed_template_renders_the_pages_and_reads_no_report(
    built: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    footer = built.root / "templates/components/footer.html"
    footer.write_text(footer.read_text("utf-8").replace("</footer>", "<p>新</p></footer>"), "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(report, "check_report", None)
        found = build(built)
    assert found == anew(built, tmp_path / "anew")
    pages = [data for where, data in found[2].items() if where.endswith(".html")]
    assert all("<p>新</p></footer>".encode() in data for data in pages)


def test_pages_of_the_whole_site_are_not_looked_at_where_they_show_nothing_new(
    built: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = next(iter(sorted(built.content.glob("reports/*/commitments/**/*.yml"))))
    record.write_text(record.read_text("utf-8") + "# 注\n", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(site_pages, "render_page", None)
        found = build(built)
    assert found == anew(built, tmp_path / "anew")
