"""The manifest lets anybody check a copy of the site."""

from __future__ import annotations

import hashlib
import json

import pytest

from disclosure.catalog import manifests
from tests.projects import Sandbox, files_of
from tests.repositories import SandboxRepository


def test_every_other_file_is_listed_with_its_digest(project: Sandbox) -> None:
    files = project.build()
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["files"] == {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}


def test_the_sources_are_listed_with_their_digests(project: Sandbox) -> None:
    manifest = json.loads(project.build()["manifest.json"])
    source = (project.content / "reports/2024/source.txt").read_bytes()
    assert manifest["sources"] == {"2024": hashlib.sha256(source).hexdigest()}


def test_the_commit_is_named_where_there_is_one(project: Sandbox) -> None:
    assert json.loads(project.build()["manifest.json"])["commit"] == ""
    head = SandboxRepository(project.root).commit()
    assert json.loads(project.build()["manifest.json"])["commit"] == head


def test_an_incremental_build_lists_what_it_kept(project: Sandbox) -> None:
    project.build()
    project.edit("about.md", "order: 20", "order: 21")
    files = project.build()
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["files"].keys() == files_of(project.site).keys() - {"manifest.json"}


def test_of_many_reports_each_has_a_list_of_its_own(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifests, "HOLDS", 0)
    files = project.build()
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["parts"] == ["manifest/2024.json", "manifest/downloads/site.json"]
    listed = dict(manifest["files"])
    for part in manifest["parts"]:
        assert not listed.keys() & json.loads(files[part])["files"].keys()
        listed |= json.loads(files[part])["files"]
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_lists_of_reports_go_where_one_manifest_holds_all(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifests, "HOLDS", 0)
    project.build()
    project.edit("about.md", "order: 20", "order: 21")
    before, after = project.build(), project.build()
    assert before == after
    monkeypatch.undo()
    assert not [name for name in project.build() if name.startswith("manifest/")]
