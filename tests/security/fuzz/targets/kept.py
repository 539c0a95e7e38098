"""What the program reads of its own: cache, published files, the settings of a project, answers of git."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from disclosure.cache import git_history, snapshot, state, told
from disclosure.cache.git_history import Remembered
from disclosure.cache.published import PublishedSite
from disclosure.cache.state import LinkTargets, PageLinks, PreviousFiles, ReportState, SiteState
from disclosure.cache.store import Store
from disclosure.exports.listing import Listing
from disclosure.history import facts
from disclosure.pages.change_lines import ReportChanges
from disclosure.pages.details import ReportDetails
from disclosure.pages.update_lines import ReportUpdates
from disclosure.problem import Refused
from disclosure.project import find_any, format_of
from disclosure.publishing.publish import MANIFEST, manifest_of
from disclosure.source import git, git_process
from disclosure.source.content import ParseCache
from tests.security.fuzz.target import FuzzTarget, example, folder, joined, numbers, pieces, text, words

__all__ = ["joined", "pieces", "snapshot", "state", "told"]

SHAPES: tuple[type[Any], ...] = (
    *(SiteState, ReportState, PreviousFiles, LinkTargets, PageLinks, ParseCache, Remembered, PublishedSite),
    *(ReportChanges, ReportDetails, ReportUpdates),
)
ID = "a" * 40
KEY = b"k" * 32
CONFIG = b"docs_dir: content\nsite_dir: site\ntheme: {name: null, custom_dir: templates}\nplugins: [disclosure]\n"


@cache
def _folder() -> Path:
    """What is written there is small, and read at once."""
    return folder()


def _cached(data: bytes) -> None:
    """An object of the cache that is sealed, whatever it says; and a value that somebody wrote who has not the key."""
    (kind,), rest = numbers(data, 1)
    held = Store(_folder(), KEY)
    held.get_value(held.put(rest), SHAPES[kind % len(SHAPES)])
    (_folder() / "value").write_bytes(data)
    assert held.read("value", SHAPES[kind % len(SHAPES)]) is None


def _manifest(data: bytes) -> None:
    (_folder() / MANIFEST).write_bytes(data)
    assert isinstance(manifest_of(_folder()), dict)


def _settings(data: bytes) -> None:
    """``mkdocs.yml`` and ``site.yml``, before anything else is read."""
    config, _sign, site = data.partition(b"\x1e")
    root = _folder()
    (root / "content").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_bytes(config)
    (root / "content/site.yml").write_bytes(site)
    try:
        project = find_any(root)
    except Refused as refused:
        assert str(refused)
        return
    format_of(project)
    git_history.line_settings(project)
    git_history.written_settings(project).place("published_since")


def _git(data: bytes) -> None:
    """A commit that anybody may have made, and what git says where it does not answer."""
    commit = git._commit(ID, data)
    assert commit.moment.year >= 1970
    assert all("\n" not in one for one in (commit.tree, *commit.parents, commit.subject))
    assert git_process.trouble(text(data)).reason


def _facts(data: bytes) -> None:
    """A version of a content file in the history."""
    (kind,), rest = numbers(data, 1)
    facts.read(PATHS[kind % len(PATHS)], rest, ID)


def _listed(data: bytes) -> None:
    """A published list, read line by line, and a few of its lines again."""
    (_folder() / "list.json").write_bytes(data)
    for inside in ("", "list"):
        one = Listing(_folder(), "list", inside)
        found = list(one.lines())
        assert [line.data for line in found] == list(one.rows())
        assert len(one.at(line.offset for line in found)) == len(found)


PATHS = (
    "reports/2024/commitments/1-1/c001.yml",
    "reports/2024/report.md",
    "updates/2024/2024-01-01-a.md",
    "votes/2024.yml",
    "responsibilities/2024.yml",
    "corrections/2024-01-01-a.md",
    "retired.yml",
    "indicators/a.yml",
    "entities/a.yml",
    "questions.yml",
)


def _seeds(shapes: Iterable[type[Any]]) -> list[bytes]:
    """A value of each shape that can be made of nothing."""
    import msgspec

    found = []
    for n, shape in enumerate(shapes):
        try:
            found.append(bytes([n]) + msgspec.json.encode(shape()))
        except TypeError:
            found.append(bytes([n]) + b"{}")
    return found


JSON = words("kept-json")
YAML = words("kept-yaml")
COMMIT = (
    b"tree "
    + b"b" * 40
    + b"\nparent "
    + b"c" * 40
    + b"\nauthor A <a@b.test> 1 +0800\ncommitter A <a@b.test> 1700000000 +0800\n\nsubject\n"
)
TARGETS = (
    FuzzTarget(name="cache-values", reads=_cached, seeds=_seeds(SHAPES), words=JSON, size=400),
    FuzzTarget(
        name="manifests",
        reads=_manifest,
        seeds=[b'{"files": {"index.html": {"sha256": "a"}}}', b"[]"],
        words=JSON,
        size=200,
    ),
    FuzzTarget(
        name="settings",
        reads=_settings,
        seeds=[CONFIG + b"\x1eformat: 1\npublished_since: 2024-01-01\n"],
        words=YAML,
        size=500,
    ),
    FuzzTarget(
        name="git-commits",
        reads=_git,
        seeds=[COMMIT, b"fatal: detected dubious ownership in repository"],
        words=(
            "\ntree ",
            "\nparent ",
            "\ncommitter ",
            " +0800",
            "gpgsig ",
            "\n\n",
            "9" * 20,
            "-1",
            "dubious ownership",
            "promisor",
        ),
        size=300,
    ),
    FuzzTarget(
        name="history-facts",
        reads=_facts,
        seeds=[bytes([0]) + one[:500] for one in example("reports/*/commitments/*/*.yml", 9)]
        + [bytes([2]) + one[:400] for one in example("updates/*/*.md", 5)]
        + [
            bytes([3 + n]) + one[:400]
            for n, name in enumerate(PATHS[3:])
            for one in example(name.replace("2024-01-01-a", "*").replace("a.yml", "*.yml"), 2)
        ],
        words=("\n- ", ": ", "commitments: [c001]", "2024-01-01", "projects:", "id: ", "{", "}"),
        size=500,
    ),
    FuzzTarget(
        name="published-lists",
        reads=_listed,
        seeds=[b'[\n{"id": "a"},\n{"id": "b"}\n]\n', b'{"list":[\n{"id": "a"}\n]}\n'],
        words=JSON,
        size=200,
    ),
)
