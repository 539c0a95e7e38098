"""What VS Code's YAML extension makes of our schemas and settings, by its own language server; on request only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure.exports import schema
from disclosure.forms import vscode
from disclosure.source import frontmatter
from tests.forms.language_server import FOLDER, LanguageServer
from tests.projects import Sandbox, create

pytestmark = pytest.mark.skipif(not FOLDER, reason="YAML_LANGUAGE_SERVER names no folder")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    made = create(tmp_path_factory.mktemp("served") / "project", "shiguang")
    assert made.run("schema").code == 0
    return made


@pytest.fixture(scope="module")
def server(project: Sandbox) -> Iterator[LanguageServer]:
    settings = json.loads((project.root / vscode.FOLDER / vscode.SETTINGS).read_text("utf-8"))
    heads = {f"{vscode.SCHEMAS}/{name}.schema.json": f"heads/{name}/*.yml" for name in schema.FRONT_MATTER}
    made = LanguageServer(project.root, {**settings, "yaml.schemas": {**settings["yaml.schemas"], **heads}})
    yield made
    made.close()


def texts(project: Sandbox, pattern: str) -> Iterator[tuple[Path, str]]:
    for path in sorted(project.root.glob(pattern)):
        yield path, path.read_text("utf-8")


def test_nothing_is_wrong_in_a_project_that_passes(project: Sandbox, server: LanguageServer) -> None:
    for _model, pattern in schema.EDITORS.values():
        for path, text in texts(project, pattern):
            assert server.found(path.relative_to(project.root).as_posix(), text) == [], path
    for name, (_model, pattern) in schema.FRONT_MATTER.items():
        for path, text in texts(project, pattern):
            head = frontmatter.split(text, path.name)[0].head.text
            assert server.found(f"heads/{name}/{path.stem}.yml", head) == [], path


def test_a_slip_is_told_while_it_is_typed_and_words_are_offered(server: LanguageServer) -> None:
    name = "content/votes/2031.yml"
    text = "date: 2031-01-11\nprojects:\n  - {commitment: c022, adopted: 没过, votes: 3}\n"
    assert server.found(name, text) == [
        '1: Missing property "source".',
        '3: Value is not accepted. Valid values: "通过", "未通过", "结果未公开".',
        "3: Property votes is not allowed.",
    ]
    assert {"通过", "未通过", "结果未公开"} <= set(server.offered(name, 2, 33))


def test_a_whole_markdown_file_is_no_yaml_to_it(project: Sandbox, server: LanguageServer) -> None:
    """Why ``files.associations`` is no way to front matter: what stands behind it would be told as faults."""
    text = "---\ntitle: 一二三四\npublished: 2031-01-11 09:00\n---\n\n见[全文](../x.md)，**不是**。\n"
    assert server.found("heads/update/x.md.yml", text) != []
