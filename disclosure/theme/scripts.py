"""The site's scripts: each file of ``templates/js/``, and each folder in it joined into as few files as its entries.

A folder's files are plain ES modules, which Node runs as they are. An entry is a file with a default export:
``search/search.js`` becomes ``search.js``, ``search/repair.js`` ``search-repair.js``, each with what it imports.
Joining needs no parser because it asks for little: an import stands on one line and names a file beside it, and no two
of the files joined declare the same name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
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
    texts = {path: path.read_text("utf-8") for found in ("*.js", "*/*.js") for path in sorted(folder.glob(found))}
    entries = [path for path, text in texts.items() if path.parent == folder or ENTRY in text]
    return {_name(path, folder): _joined(path, texts).encode() for path in entries}


def _name(entry: Path, folder: Path) -> str:
    within = entry.parent.name
    return entry.name if entry.parent == folder or entry.stem == within else f"{within}-{entry.name}"


def _joined(entry: Path, texts: Mapping[Path, str]) -> str:
    """An entry after everything that it imports, without comments and indentation."""
    files = _files(entry, texts, [])
    names = Counter(name for path in files for name in _declared(texts[path]))
    twice = sorted(name for name, times in names.items() if times > 1)
    if twice:
        raise NamedTwice(f"{entry}: {twice}")
    return "".join(_plain(texts[path], is_entry=path == entry) for path in files)


def _files(path: Path, texts: Mapping[Path, str], found: list[Path]) -> list[Path]:
    """Files in the order they have to stand in."""
    for name in IMPORT.findall(texts[path]):
        if path.with_name(name) not in found:
            _files(path.with_name(name), texts, found)
    if path not in found:
        found.append(path)
    return found


# Entries import much the same files
@lru_cache(64)
def _declared(text: str) -> tuple[str, ...]:
    return tuple(DECLARED.findall(text))


@lru_cache(64)
def _plain(text: str, *, is_entry: bool) -> str:
    text = IMPORT.sub("", text)
    # An entry keeps what it exports, for whoever loads it
    text = text if is_entry else EXPORT.sub("", text.replace(ENTRY, "\n"))
    return INDENT.sub("", COMMENT.sub("", text))
