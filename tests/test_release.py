"""Releases share what did not change, and `current` moves in one step."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from disclosure.problem import Refused
from disclosure.publishing import publish
from disclosure.publishing.release import Released, release
from tests.projects import Sandbox


def site(folder: Path, **pages: str) -> Path:
    for name, text in pages.items():
        path = folder / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_an_unchanged_file_is_one_file_on_the_disk(tmp_path: Path) -> None:
    first = release(site(tmp_path / "site", a="1", b="1"), tmp_path / "www", "one")
    second = release(site(tmp_path / "site", a="1", b="2"), tmp_path / "www", "two")
    assert (first.copied, second.linked, second.copied) == (2, 1, 1)
    assert (first.folder / "a.html").samefile(second.folder / "a.html")
    assert (first.folder / "b.html").read_text() == "1"


def test_current_points_at_the_last_release(tmp_path: Path) -> None:
    release(site(tmp_path / "site", a="1"), tmp_path / "www", "one")
    release(site(tmp_path / "site", a="2"), tmp_path / "www", "two")
    assert (tmp_path / "www/current").readlink() == Path("releases/two")
    assert (tmp_path / "www/current/a.html").read_text() == "2"


def test_changing_the_site_in_place_changes_no_release(tmp_path: Path) -> None:
    made = release(site(tmp_path / "site", a="1"), tmp_path / "www", "one")
    (tmp_path / "site/a.html").write_text("spoilt")
    assert (made.folder / "a.html").read_text() == "1"


def test_an_interrupted_release_is_begun_again(tmp_path: Path) -> None:
    partial = tmp_path / "www/releases/.one.partial"
    site(partial, a="half", stray="x")
    made = release(site(tmp_path / "site", a="1"), tmp_path / "www", "one")
    assert sorted(path.name for path in made.folder.iterdir()) == ["a.html"]
    assert not partial.exists()


def test_the_same_site_on_the_same_day_is_the_same_release(project: Sandbox, tmp_path: Path) -> None:
    done = [project.run("release", str(tmp_path / "www")) for _ in range(2)]
    assert [one.code for one in done] == [0, 0]
    assert len(list((tmp_path / "www/releases").iterdir())) == 1
    assert (tmp_path / "www/current/index.html").is_file()


def test_a_wrong_content_leaves_current_where_it_was(project: Sandbox, tmp_path: Path) -> None:
    project.run("release", str(tmp_path / "www"))
    before = (tmp_path / "www/current").readlink()
    (project.content / "about.md").write_text("no head")
    assert project.run("release", str(tmp_path / "www")).code == 1
    assert (tmp_path / "www/current").readlink() == before


def test_nobody_publishes_while_the_site_is_copied(
    project: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(site: Path, target: Path, name: str) -> Released:
        with pytest.raises(Refused, match="另一个构建"), publish.exclusively(project.cache, site, lambda: None):
            pass
        return release(site, target, name)

    monkeypatch.setattr(publish, "PATIENCE", 0.05)
    monkeypatch.setattr("disclosure.publishing.release.release", held)
    assert project.run("release", str(tmp_path / "www")).code == 0


def styled(folder: Path, sheet: str) -> Path:
    """A site whose only asset is ``sheet``."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / sheet).write_text(sheet)
    (folder / "manifest.json").write_text(json.dumps({"files": {f"assets/{sheet}": "", "index.html": ""}}))
    return folder


def test_a_style_sheet_stays_one_release_longer(tmp_path: Path) -> None:
    kept = []
    for name in ("site-1.css", "site-2.css", "site-2.css", "site-3.css"):
        made = release(styled(tmp_path / "site", name), tmp_path / "www", f"release-{len(kept)}")
        kept.append(sorted(path.name for path in (made.folder / "assets").iterdir()))
    assert kept == [["site-1.css"], ["site-1.css", "site-2.css"], ["site-2.css"], ["site-2.css", "site-3.css"]]


@pytest.mark.parametrize("manifest", ["", "[]", "{}"])
def test_a_release_before_that_lists_no_files_hands_on_nothing(tmp_path: Path, manifest: str) -> None:
    first = release(styled(tmp_path / "site", "site-1.css"), tmp_path / "www", "one")
    (first.folder / "manifest.json").unlink()
    (first.folder / "manifest.json").write_text(manifest)
    second = release(styled(tmp_path / "site", "site-2.css"), tmp_path / "www", "two")
    assert [path.name for path in (second.folder / "assets").iterdir()] == ["site-2.css"]


def test_a_file_that_replaces_another_is_later_by_a_second(tmp_path: Path) -> None:
    """Servers tell them apart by that and the size: two releases in one second, or a clock that was set back."""
    first = release(site(tmp_path / "site", a="8", b="b"), tmp_path / "www", "one")
    late = int((first.folder / "a.html").stat().st_mtime) + 100
    os.utime(first.folder / "a.html", (late, late))
    second = release(site(tmp_path / "site", a="9"), tmp_path / "www", "two")
    assert (second.folder / "a.html").stat().st_mtime == late + 1
    assert (second.folder / "b.html").samefile(first.folder / "b.html")
