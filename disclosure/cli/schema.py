"""``schema``: the JSON Schemas and the data dictionary, from the declarations."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.cli.options import path_of
from disclosure.cli.output import Console
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.catalog.words import Vocabularies

HELP = N_("由字段和词表的声明生成 docs/schema/、docs/data.md 和 VS Code 的设置（.vscode/）")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=path_of, help=_("docs/ 的内容写到哪个文件夹；写了就不写 .vscode/"))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.cache import snapshot
    from disclosure.catalog import words
    from disclosure.drafts.sheets import shape
    from disclosure.exports import dictionary, schema
    from disclosure.forms import vscode
    from disclosure.source import content, reading

    own = snapshot.look(given.project, given.today).groups.get("")
    listed = [listing for listing in own.listed if listing.name.startswith("vocabulary/")] if own else []
    sources, unreadable = reading.read(given.project.root, listed)
    raw = content.read(sources, content.ParseCache())
    vocabularies, problems = words.join(raw.register.words)
    problems = [*unreadable, *raw.problems, *problems]
    output.problems(problems)
    if problems:
        output.say(_("没有写入：先改好词表"))
        output.result(problems, written=[])
        return 1
    target: Path = given.to or given.project.root / "docs"
    generated = {f"schema/{name}": data for name, data in schema.files(vocabularies)}
    drafts = schema.as_bytes(shape.draft_schema(vocabularies))
    generated[f"schema/editors/{schema.DRAFT_FILES[0]}.schema.json"] = drafts
    generated["data.md"] = dictionary.markdown(vocabularies)
    for name, data in generated.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    output.say(_("已写入 {n} 个文件到 {folder}").format(n=len(generated), folder=target))
    written = [(target / name).as_posix() for name in generated]
    written += [] if given.to else _for_editor(given.project.root / vscode.FOLDER, vocabularies, output)
    output.result(problems, written=written)
    return 0


def _for_editor(folder: Path, words: Vocabularies, output: Console) -> list[str]:
    """What VS Code is told. What its user set besides stays; a file that is no plain JSON stays as a whole."""
    from disclosure.forms import vscode

    there = {path.name: path.read_bytes() for path in folder.glob("*") if path.is_file()}
    made = dict(vscode.files(words, there))
    for name in vscode.unreadable(there):
        output.say(_("{path} 不是没有注释的 JSON，没有改动它").format(path=folder / name))
    folder.mkdir(exist_ok=True)
    for name, data in made.items():
        (folder / name).write_bytes(data)
    output.say(_("已写入 {n} 个文件到 {folder}").format(n=len(made), folder=folder))
    return [(folder / name).as_posix() for name in made]
