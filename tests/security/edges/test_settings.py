"""``mkdocs.yml``: what it may do, and what of it no command but a build does; a fault in it is a message."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.projects import Sandbox
from tests.security.edges.names import faults

# Each makes MkDocs run what a project names: that is its purpose, and why the file is trusted as the program is
RUNNING = {
    "hooks": "hooks: [hook.py]\n",
    "inherited": "INHERIT: parent.yml\n",
    "object": "x: !!python/object/apply:os.mkdir [ran]\n",
}
# Is read as text by every command
WRONG = {
    "tag": "x: !evil a\n",
    "parent": "INHERIT: none.yml\n",
    "extension": "markdown_extensions: [no_such_extension]\n",
    "plugin": "site_author: &a a\nplugins: [disclosure, no_such_plugin]\n",
    "deep": f"x: {'[' * 3000}{']' * 3000}\n",
    "escape": 'markdown_extensions: ["\\e[31m\\u202e\\n::error::forged"]\n',
    "address": "site_url: javascript:window.ran=1\nhooks: []\nextra_css: [a.css]\n",
}


def write(project: Sandbox, more: str) -> None:
    path = project.root / "mkdocs.yml"
    kept = [
        line
        for line in path.read_text("utf-8").splitlines()
        if line.split(":")[0] not in re.findall(r"^\w+", more, re.M)
    ]
    path.write_text("\n".join((*kept, more)), "utf-8")


@pytest.mark.parametrize("name", RUNNING)
@pytest.mark.parametrize("command", ["check", "diff"])
def test_no_command_for_a_foreign_change_runs_what_it_names(
    name: str, command: str, project: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    (project.root / "hook.py").write_text("import os\nos.mkdir('ran')\n")
    (project.root / "parent.yml").write_text("hooks: [hook.py]\n")
    write(project, RUNNING[name])
    project.run(command)
    assert not Path("ran").exists()


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_a_message(name: str, project: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, WRONG[name])
    done = project.run("build")
    printed = done.out + done.err + "".join(capfd.readouterr())
    assert (done.code in (0, 1), "Traceback" in printed, faults(printed)) == (True, False, [])


def test_bytes_that_are_no_text_are_a_message(project: Sandbox) -> None:
    path = project.root / "mkdocs.yml"
    path.write_bytes(path.read_bytes() + b"x: \xff\n")
    done = project.run("build")
    assert (done.code, done.err.splitlines()[0]) == (
        1,
        "mkdocs.yml:8:4: [not-utf8] 文件不是 UTF-8 编码（第 {n} 个字节）".format(
            n=path.read_bytes().index(b"\xff") + 1
        ),
    )


def test_nothing_that_it_says_stands_on_a_page(project: Sandbox) -> None:
    mark = "</title><b id=hostile>"
    write(project, f"site_name: '{mark}'\ncopyright: '{mark}'\nsite_author: '{mark}'\nextra: {{a: '{mark}'}}\n")
    built = project.build()
    assert [name for name, data in built.items() if b"id=hostile" in data] == []
