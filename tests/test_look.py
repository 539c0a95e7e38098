"""What a build sees of the disk: the same however it is listed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure import project
from disclosure.cache import snapshot
from disclosure.cache.owned import download_owner, output_digest
from disclosure.cache.published import output
from disclosure.cache.seal import Seals, sealed_folder
from disclosure.cache.store import Store
from disclosure.catalog import address, downloads
from disclosure.publishing import standing
from disclosure.publishing.staging import PublishedFile
from disclosure.publishing.standing import FolderSeal, StandingFolder, packed
from disclosure.source import files

TODAY = date(2026, 11, 23)
NAMES = st.sampled_from(["reports", "updates", "data", "a", "report-2022.json", "index.html"])


# Objects are written to a disk that others use too
@settings(deadline=None)
@given(st.sets(st.lists(NAMES, min_size=1, max_size=5).map("/".join)))
def test_files_of_the_site_belong_to_whom_their_addresses_say(addresses: set[str]) -> None:
    folders: dict[str, list[str]] = {}
    owned: dict[str, dict[str, PublishedFile]] = {}
    for one in addresses:
        folder, slash, name = one.rpartition("/")
        folders.setdefault(folder + slash, []).append(name)
        owner = download_owner(one) if downloads.is_download(one) else address.owner(one)
        owned.setdefault(owner, {})[one] = PublishedFile("", "", 1, 2)
    seals = {
        folder: FolderSeal("\0".join(sorted(own)), packed((1, 2, 3, 4, 5)) * len(own))
        for folder, own in folders.items()
    }
    with TemporaryDirectory() as cache:
        store = Store(Path(cache), b"key")
        known = Seals(store, {folder: sealed_folder(folder, one.files, store) for folder, one in seals.items()})
    stands = [StandingFolder(*one) for one in seals.items()]
    found = output(stands, {*owned}, known)
    assert found.digests == {key: output_digest(files) for key, files in owned.items()}
    for keys in ({*owned}, {*sorted(owned)[1:]}):
        made = {key: frozenset(all) for key, all in found.of(keys).items()}
        assert made == {key: frozenset(own) for key, own in owned.items() if key in keys}
    assert found.touched == frozenset()
    assert output(stands, {*owned}, Seals(store, {})).touched == addresses


def test_a_folder_stands_as_it_was_left_in_whatever_order_its_files_were_made(tmp_path: Path) -> None:
    for name in ("b.html", "甲.html", "a.html", "c.html"):
        (tmp_path / name).write_text(name)
    (now,) = standing.standing(tmp_path)
    left = sealed_folder("", dict(reversed(now.seal.files.items())), store := Store(tmp_path / "cache", b"key"))
    assert Seals(store, {"": left}).of(now) == left
    assert now.seal.listed == ["a.html", "b.html", "c.html", "甲.html"]


def test_a_folder_lists_the_same_by_its_name_and_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("content/reports/2022/report.md", "content/about.md", "content/reports-2/x.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    opened = files.walk(tmp_path, tmp_path / "content")
    monkeypatch.setattr(os, "supports_fd", set())
    assert files.walk(tmp_path, tmp_path / "content") == opened
    assert [one.name for one in opened[0]] == ["about.md", "reports/2022/report.md", "reports-2/x.yml"]


@pytest.mark.parametrize(
    "changed",
    [
        "updates/2024/2024-03-01-works.md",
        "reports/2024/report.md",
        "reports/2024/commitments/1-1/c001.yml",
        "reports/2024/commitments/1-1",
        "reports/2025/report.md",
        "reports/2025",
        "indicators/gdp.yml",
        "about.md",
    ],
)
def test_another_look_at_what_changed_sees_the_same_as_a_new_one(
    tmp_path: Path, changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Files too young to prove anything are listed again anyway
    monkeypatch.setattr(snapshot, "SETTLED_NS", -1_000_000_000)
    kept = ("site.yml", "reports/2024/report.md", "reports/2024/commitments/1-2/c002.yml", "updates/2024/a.md")
    for name in kept:
        write(tmp_path / "content" / name, "old")
    (tmp_path / "mkdocs.yml").write_text("docs_dir: content\nplugins: [disclosure]\n", "utf-8")
    found = project.find(tmp_path)
    before = snapshot.look(found, TODAY)
    path = found.content / changed
    write(path if path.suffix else path / "report.md", "new")
    names = {key: [one.name for one in group.listed] for key, group in snapshot.look(found, TODAY).groups.items()}
    seen = snapshot.again(before, [path])
    assert {key: [one.name for one in group.listed] for key, group in seen.groups.items()} == names
    assert [key for key, group in seen.groups.items() if group.is_report] == [key for key in seen.groups if key]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
