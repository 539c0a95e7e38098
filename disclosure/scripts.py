"""The site's scripts: each file of ``templates/js/``, and each folder in it joined into as few files as its entries.

A folder's files are plain ES modules, which Node runs as they are. An entry is a file with a default export:
``search/search.js`` becomes ``search.js``, ``search/repair.js`` ``search-repair.js``, each with what it imports.
Joining needs no parser because it asks for little: an import stands on one line and names a file beside it, and no two
of the files joined declare the same name.
"""

from __future__ import annotations

import re
from pathlib import Path

IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z-]+\.js)";\n', re.M)
EXPORT = re.compile(r"^export (?!default )", re.M)
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.M)
COMMENT = re.compile(r"^\s*//.*\n", re.M)
INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.M)
ENTRY = "\nexport default "


class NamedTwice(Exception):
    """Two joined files declare the same name: our bug, never the editors'."""


def scripts(folder: Path) -> dict[str, bytes]:
    """Names and bytes of everything that is published."""
    made = {path.name: joined(path).encode() for path in sorted(folder.glob("*.js"))}
    for path in sorted(folder.glob("*/*.js")):
        if ENTRY in path.read_text("utf-8"):
            name = path.parent.name if path.stem == path.parent.name else f"{path.parent.name}-{path.stem}"
            made[f"{name}.js"] = joined(path).encode()
    return made


def joined(entry: Path) -> str:
    """An entry after everything that it imports, without comments and indentation."""
    files = _files(entry, [])
    names = [name for path in files for name in DECLARED.findall(path.read_text("utf-8"))]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise NamedTwice(f"{entry}: {twice}")
    return "".join(_plain(path, is_entry=path == entry) for path in files)


def _files(path: Path, found: list[Path]) -> list[Path]:
    """Files in the order they have to stand in."""
    for name in IMPORT.findall(path.read_text("utf-8")):
        if path.with_name(name) not in found:
            _files(path.with_name(name), found)
    if path not in found:
        found.append(path)
    return found


def _plain(path: Path, *, is_entry: bool) -> str:
    text = IMPORT.sub("", path.read_text("utf-8"))
    # An entry keeps what it exports, for whoever loads it
    text = text if is_entry else EXPORT.sub("", text.replace(ENTRY, "\n"))
    return INDENT.sub("", COMMENT.sub("", text))
