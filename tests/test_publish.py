"""Publishing: only what changed is written, strays go, an interruption is repaired, nothing is left behind."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from disclosure.cache.store import Store
from disclosure.problem import Refused
from disclosure.publishing import publish, staging
from disclosure.publishing.publish import PublicationCounts
from tests.projects import files_of, full
from tests.publications import RECORDS, put, recorded


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    assert put(tmp_path, {"a.html": b"1", "b/c.html": b"2"}) == PublicationCounts(2, 0, 0)
    assert put(tmp_path, {"a.html": b"1", "b/c.html": b"3"}) == PublicationCounts(1, 0, 1)
    assert put(tmp_path, {"a.html": b"1", "b/c.html": b"3"}) == PublicationCounts(0, 0, 2)
    assert files_of(tmp_path / "site") == {"a.html": b"1", "b/c.html": b"3"}


def test_what_is_no_longer_planned_is_removed_with_its_folder(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": b"1", "b/c.html": b"2"})
    (tmp_path / "site/stray.txt").write_text("x")
    assert put(tmp_path, {"a.html": b"1"}) == PublicationCounts(0, 2, 1)
    assert [path.name for path in (tmp_path / "site").rglob("*")] == ["a.html"]


def test_a_file_that_was_edited_by_hand_comes_back(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": b"1"})
    (tmp_path / "site/a.html").write_bytes(b"edited")
    assert put(tmp_path, {"a.html": b"1"}) == PublicationCounts(1, 0, 0)
    assert files_of(tmp_path / "site") == {"a.html": b"1"}


def test_a_file_that_was_deleted_comes_back(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": b"1", "b.html": b"2"})
    (tmp_path / "site/a.html").unlink()
    assert put(tmp_path, {"a.html": b"1", "b.html": b"2"}) == PublicationCounts(1, 0, 1)


def test_a_page_may_become_a_folder_and_back(tmp_path: Path) -> None:
    put(tmp_path, {"a": b"1"})
    put(tmp_path, {"a/b": b"2"})
    assert files_of(tmp_path / "site") == {"a/b": b"2"}
    put(tmp_path, {"a": b"1"})
    assert files_of(tmp_path / "site") == {"a": b"1"}


@pytest.mark.parametrize("renames", [0, 1, 2])
def test_an_interrupted_publication_is_repaired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int) -> None:
    put(tmp_path, {"a.html": b"1", "b.html": b"1", "c.html": b"1"})
    interrupt_after(monkeypatch, renames, tmp_path / "site")
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, {"a.html": b"2", "b.html": b"2", "c.html": b"2"})
    monkeypatch.undo()
    assert recorded(tmp_path).files == {}
    put(tmp_path, {"a.html": b"2", "b.html": b"1", "c.html": b"2"})
    assert files_of(tmp_path / "site") == {"a.html": b"2", "b.html": b"1", "c.html": b"2"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]


def interrupt_after(monkeypatch: pytest.MonkeyPatch, renames: int, site: Path) -> None:
    real = Path.replace
    left = [renames]

    def replace(self: Path, target: str | os.PathLike[str]) -> Path:
        if Path(target).is_relative_to(site):
            if left[0] == 0:
                raise KeyboardInterrupt
            left[0] -= 1
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"a.html": b"1"})
    monkeypatch.setattr(staging, "write", full)
    with pytest.raises(Refused, match=r"写不进去.*No space"):
        put(tmp_path, {"a.html": b"2"})
    assert files_of(tmp_path / "site") == {"a.html": b"1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]


@pytest.mark.parametrize("garbage", [b"", b"\xff\x00", b"[]", b"{}", b'{"files": {"a.html": 1}}', b"0\n{}"])
def test_records_that_cannot_be_read_cost_only_time(tmp_path: Path, garbage: bytes) -> None:
    put(tmp_path, {"a.html": b"1"})
    (Store(tmp_path / "cache" / publish.name_of(tmp_path / "site"), b"").folder / RECORDS).write_bytes(garbage)
    assert put(tmp_path, {"a.html": b"1"}) == PublicationCounts(0, 0, 1)


def test_two_targets_have_two_caches(tmp_path: Path) -> None:
    assert publish.name_of(tmp_path / "a") != publish.name_of(tmp_path / "b")


def test_a_folder_that_the_target_lacks_arrives_by_one_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"a.html": b"1"})
    interrupt_after(monkeypatch, 0, tmp_path / "site")
    put(tmp_path, {"a.html": b"1", "b/c/d.html": b"2", "b/e.html": b"3"})
    assert files_of(tmp_path / "site") == {"a.html": b"1", "b/c/d.html": b"2", "b/e.html": b"3"}


def test_a_folder_that_we_never_published_to_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/handbook.md").write_bytes(b"by hand")
    (tmp_path / "site/manifest.json").write_bytes(b'{"name": "of another program"}')
    before = files_of(tmp_path / "site")
    with pytest.raises(Refused, match="site 里有不是本程序发布的文件"):
        put(tmp_path, {"a.html": b"1"})
    assert files_of(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_whose_cache_was_lost_is_known_by_its_manifest(tmp_path: Path) -> None:
    files = {"a.html": b"1", "manifest.json": b'{"commit": "", "sources": {}, "files": {}}'}
    put(tmp_path, files)
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "site/stray.txt").write_text("x")
    assert put(tmp_path, files) == PublicationCounts(0, 1, 2)


def test_a_symbolic_link_is_a_stray_and_nothing_goes_through_it(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": b"1", "b/c.html": b"2", "b/d.html": b"3"})
    (tmp_path / "other/empty").mkdir(parents=True)
    (tmp_path / "other/c.html").write_bytes(b"2")
    (tmp_path / "other/a.html").write_bytes(b"1")
    shutil.rmtree(tmp_path / "site/b")
    (tmp_path / "site/a.html").unlink()
    links = {"b": "other", "a.html": "other/a.html", "stray": "other", "empty": "other/empty", "broken": "nowhere"}
    for name, to in links.items():
        (tmp_path / "site" / name).symlink_to(tmp_path / to)
    put(tmp_path, {"a.html": b"1", "b/c.html": b"2", "b/d.html": b"4"})
    assert files_of(tmp_path / "site") == {"a.html": b"1", "b/c.html": b"2", "b/d.html": b"4"}
    assert not [path for path in (tmp_path / "site").rglob("*") if path.is_symlink()]
    assert files_of(tmp_path / "other") == {"a.html": b"1", "c.html": b"2"}
    assert (tmp_path / "other/empty").is_dir()


def test_a_link_to_a_folder_gives_way_to_a_page(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": b"1"})
    (tmp_path / "other").mkdir()
    (tmp_path / "other/kept.txt").write_bytes(b"kept")
    (tmp_path / "site/a.html").unlink()
    (tmp_path / "site/a.html").symlink_to(tmp_path / "other")
    put(tmp_path, {"a.html": b"1"})
    assert files_of(tmp_path / "site") == {"a.html": b"1"}
    assert files_of(tmp_path / "other") == {"kept.txt": b"kept"}
