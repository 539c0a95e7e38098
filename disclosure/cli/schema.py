"""``schema``: the JSON Schemas and the data dictionary, from the declarations."""

from __future__ import annotations

import argparse
from pathlib import Path

from disclosure.cli.output import Console
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("由字段和词表的声明生成 docs/schema/ 和 docs/data.md")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, help=_("写到哪个文件夹，默认为项目的 docs/"))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.cache import snapshot
    from disclosure.catalog import words
    from disclosure.exports import dictionary, schema
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
    generated["data.md"] = dictionary.markdown(vocabularies)
    for name, data in generated.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    output.say(_("已写入 {n} 个文件到 {folder}").format(n=len(generated), folder=target))
    output.result(problems, written=[(target / name).as_posix() for name in generated])
    return 0
