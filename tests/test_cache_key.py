"""The key of the cache is one user's alone, outside the project, and never a reason not to build."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure import project as projects
from disclosure.cache import key
from disclosure.cache.store import CacheMiss, Store
from tests.projects import Sandbox, full


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the key is, in a home of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv(key.VARIABLE, raising=False)
    return tmp_path / "state/disclosure/cache.key"


def test_it_is_made_once_for_its_user_alone(place: Path, tmp_path: Path) -> None:
    first = key.users(tmp_path / "project")
    assert (len(first.secret), first.word, first) == (key.SIZE, "", key.users(tmp_path / "project"))
    assert (place.stat().st_mode & 0o777, place.read_bytes()) == (0o600, first.secret)
    assert [one.name for one in place.parent.iterdir()] == [place.name]


def test_two_builds_that_make_it_at_once_have_the_same(place: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = {one.secret for one in pool.map(lambda _n: key.users(tmp_path / "project"), range(64))}
    assert found == {place.read_bytes()}


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _short(path: Path) -> None:
    path.write_bytes(b"short")


def _open(path: Path) -> None:
    path.chmod(0o640)


def _link(path: Path) -> None:
    path.rename(path.with_name("kept"))
    path.symlink_to("kept")


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path, 0o600)


@pytest.mark.parametrize("spoil", [_empty, _short, _open, _link, _pipe])
def test_one_that_is_no_secret_is_renewed_and_said_once(
    place: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    before = key.users(tmp_path / "project").secret
    spoil(place)
    found = key.users(tmp_path / "project")
    assert "换了新的" in found.word
    assert found.secret != before
    assert key.users(tmp_path / "project") == replace(found, word="")
    assert not place.is_symlink()


def test_without_a_place_the_process_has_one_of_its_own(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.parent.parent.write_text("a file where the folder should be")
    first = key.users(tmp_path / "project")
    assert ("存不下来" in first.word, len(first.secret)) == (True, key.SIZE)
    assert key.users(tmp_path / "project") == first
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "project/state"))
    assert "项目以外" in key.users(tmp_path / "project").word
    assert not (tmp_path / "project").exists()


def test_a_variable_gives_it(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(key.VARIABLE, "x" * 32)
    given = key.users(tmp_path)
    monkeypatch.setenv(key.VARIABLE, "y" * 32)
    assert given.secret != key.users(tmp_path).secret
    monkeypatch.setenv(key.VARIABLE, "short")
    assert "太短" in key.users(tmp_path).word
    assert not place.exists()


def test_each_project_and_each_site_has_its_own(place: Path, project: Sandbox, tmp_path: Path) -> None:
    one = projects.find(project.root)
    others = (replace(one, root=tmp_path / "other"), replace(one, site=tmp_path / "site"))
    assert len({key.of(each) for each in (one, *others)}) == 3


def test_what_another_key_wrote_is_not_there(tmp_path: Path) -> None:
    theirs, ours = Store(tmp_path, b"theirs"), Store(tmp_path, b"ours")
    theirs.write("x.json", [1])
    name = theirs.put(b"data")
    assert (theirs.read("x.json", list[int]), theirs.get(name)) == ([1], b"data")
    assert (ours.read("x.json", list[int]), ours.get(name), ours.holds("x.json")) == (None, None, False)
    with pytest.raises(CacheMiss):
        ours.need(name)


def test_a_value_is_no_other_value(tmp_path: Path) -> None:
    store = Store(tmp_path, b"key")
    store.write("x.json", [1])
    store.within("more").write("x.json", [2])
    (tmp_path / "y.json").write_bytes((tmp_path / "x.json").read_bytes())
    (tmp_path / "x.json").write_bytes((tmp_path / "more/x.json").read_bytes())
    assert (store.read("y.json", list[int]), store.read("x.json", list[int])) == (None, None)


@pytest.mark.parametrize("data", [b"[", b'"x"', b'{"x": ', b'{"\xe6": 1}', b'["\xe6"]', b"\xff\xfe"])
def test_what_is_no_value_of_its_shape_is_none(tmp_path: Path, data: bytes) -> None:
    store = Store(tmp_path, b"key")
    name = store.put(data)
    assert [store.get_value(name, shape) for shape in (dict[str, int], list[int])] == [None, None]


def test_nothing_is_written_through_what_stands_in_the_place_of_a_draft(tmp_path: Path) -> None:
    store, other = Store(tmp_path / "cache", b"key"), tmp_path / "other"
    other.write_bytes(b"kept")
    store.write("x.json", [1])
    for stands in (lambda path: path.symlink_to(other), lambda path: path.mkdir(), os.mkfifo):
        stands(tmp_path / f"cache/.x.json.{os.getpid()}")
        store.write("x.json", [2])
        assert (store.read("x.json", list[int]), other.read_bytes()) == ([2], b"kept")


def test_what_the_disk_does_not_take_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path, b"key")
    store.write("x.json", [1])
    monkeypatch.setattr("disclosure.cache.store.write", full)
    with pytest.raises(OSError, match="No space"):
        store.write("x.json", [2])
    assert (store.read("x.json", list[int]), [*tmp_path.iterdir()]) == ([1], [tmp_path / "x.json"])


def test_what_a_small_site_is_searched_by_does_not_grow_with_every_edit(project: Sandbox) -> None:
    about, kept = project.content / "about.md", []
    for number in range(3):
        about.write_text(f"{about.read_text('utf-8')}\n第{number}句。\n", "utf-8")
        assert project.run("build").code == 0
        kept.append(len(list(project.cache.glob("*/search/objects/*"))))
    assert kept == kept[:1] * 3
    assert kept[0]


def test_a_build_says_that_nothing_is_kept(project: Sandbox, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    place.parent.parent.write_text("")
    done = project.run("build")
    assert (done.code, done.err, "缓存的密钥存不下来" in done.out) == (0, "", True)
