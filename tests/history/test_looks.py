"""One process looks at the folder again and again: each time as if it looked for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from msgspec.structs import replace

from disclosure import project as projects
from disclosure.cache import git_history, snapshot, working_tree
from disclosure.cache.git_history import GitHistory
from disclosure.cache.store import Store
from disclosure.cache.working_tree import WorkingTree
from disclosure.source.git import Repository
from tests.history.seeds import NOTE, UPDATE, Material, enrich, sub
from tests.projects import FIRST_YEAR, Sandbox
from tests.repositories import SandboxRepository

U = UPDATE + ".md"
DONE = sub(U, "reported: 部分完成", "reported: 已完成")
BACK = sub(U, "reported: 已完成", "reported: 部分完成")

Look = Callable[[], list[str]]


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    made = create(FIRST_YEAR)
    enrich(Material(made.content))
    SandboxRepository(made.root).commit("2026-11-20")
    return made


@pytest.fixture
def look(project: Sandbox) -> Look:
    """The fields that are caught, by a process that remembers its last look; the same as by one that does not."""
    found = projects.find(project.root)
    store, anew = Store(found.cache / "looks", b""), Store(found.cache / "anew", b"")
    last: list[tuple[GitHistory | None, WorkingTree | None]] = [(None, None)]

    def again() -> list[str]:
        seen = snapshot.look(found, date(2026, 11, 29))
        # As if all had been written long ago: whatever may be believed is believed
        seen = replace(seen, settled=seen.settled + 10**12)
        history = git_history.read(seen, store, last[-1][0])
        tree = working_tree.look(seen, history, store, last[-1][1])
        fresh = working_tree.look(seen, git_history.read(seen, anew), anew)
        assert (tree.clean, tree.violations) == (fresh.clean, fresh.violations)
        last.append((history, tree))
        return [one.what.field for one in tree.violations]

    return again


def test_a_step_that_adds_many_files_asks_git_for_all_of_them_at_once(
    project: Sandbox, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, sizes = Repository.objects, []

    def counted(repository: Repository, ids: Iterable[str]) -> dict[str, bytes]:
        many = list(ids)
        sizes.append(len(many))
        return ask(repository, many)

    monkeypatch.setattr(Repository, "objects", counted)
    assert look() == []
    assert max(sizes) > 20 > len(sizes)


def test_a_save_and_an_undo(project: Sandbox, look: Look) -> None:
    assert look() == []
    DONE(Material(project.content))
    assert look() == look() == ["reported"]
    BACK(Material(project.content))
    assert look() == []


def test_what_is_staged_between_two_looks(project: Sandbox, look: Look) -> None:
    repository = SandboxRepository(project.root)
    assert look() == []
    DONE(Material(project.content))
    repository.git("add", "content")
    BACK(Material(project.content))
    assert look() == ["reported"]
    repository.git("add", "content")
    assert look() == []


def test_what_is_committed_between_two_looks(project: Sandbox, look: Look) -> None:
    repository = SandboxRepository(project.root)
    assert look() == []
    DONE(Material(project.content))
    repository.commit("2026-11-21")
    assert look() == ["reported"]
    Material(project.content).drop(NOTE + ".md")
    assert sorted(look()) == ["", "reported"]
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    assert look() == []
