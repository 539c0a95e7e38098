"""The site's scripts: the modules of ``templates/js/``, joined into plain scripts that any page may load.

The modules are small ES modules, which Node runs as they are. What is published are classic scripts, because older
browsers load no modules from a disk: each entry (a file that no other imports) after everything it imports, in one
function of its own. An entry that exports something is loaded by another script and hands over what it exports:
``disclosure.script("search-repair", { sounds, repair })`` (``templates/js/search/loader.js``).

Joining needs no parser because it asks for little: an import stands on one line and names a file, an export stands
before what it declares, no two of the files joined declare the same name, and no text goes over a line's end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from os.path import normpath
from pathlib import Path

from disclosure.theme.layers import files

IMPORT = re.compile(r'^import \{[^}]*\} from "(\.[a-z./-]+\.js)";\n', re.M)
EXPORTED = re.compile(r"^export (?:async )?(?:function|const|let|class) (\w+)", re.M)
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.M)
EXPORT = re.compile(r"^export ", re.M)
COMMENT = re.compile(r"^\s*//.*\n", re.M)
INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.M)
# Where a line goes on by its last sign; one with a comment ends where it ends
GOES_ON = re.compile(r"^(?!.*//)(.*[;{,(])\n", re.M)
SCRIPT = '(function () {{\n"use strict";\n{body}{hand_over}}})();\n'
HAND_OVER = 'disclosure.script("{name}", {{ {exported} }});\n'


class NamedTwice(Exception):
    """Two joined files declare the same name: our bug, never the editors'."""


def scripts(*folders: Path, wanted: Callable[[str], bool] = bool) -> dict[str, bytes]:
    """Names and bytes of everything that is published, as far as its name is ``wanted``."""
    found = sorted((Path(name), Path(path)) for name, path in files(folders, ".js").items())
    texts = {name: path.read_text("utf-8") for name, path in found}
    imported = {found for path in texts for found in _imported(path, texts)}
    entries = {f"{_name(path)}.js": path for path in texts if path not in imported}
    return {name: _joined(path, texts).encode() for name, path in entries.items() if wanted(name)}


def _name(entry: Path) -> str:
    """``search/search.js`` is ``search``, ``search/repair.js`` is ``search-repair``."""
    folder = entry.parent.name
    return f"{folder}-{entry.stem}" if folder not in ("", entry.stem) else entry.stem


def _joined(entry: Path, texts: Mapping[Path, str]) -> str:
    """An entry after everything that it imports, without comments, indentation and most line ends."""
    files = _files(entry, texts, [])
    _refuse_namesakes(entry, [texts[path] for path in files])
    exported = ", ".join(EXPORTED.findall(texts[entry]))
    hand_over = HAND_OVER.format(name=_name(entry), exported=exported) if exported else ""
    return SCRIPT.format(body="".join(_plain(texts[path]) for path in files), hand_over=hand_over)


def _imported(path: Path, texts: Mapping[Path, str]) -> list[Path]:
    return [Path(normpath(path.parent / name)) for name in IMPORT.findall(texts[path])]


def _files(path: Path, texts: Mapping[Path, str], found: list[Path]) -> list[Path]:
    """Files in the order they have to stand in."""
    for imported in _imported(path, texts):
        if imported not in found:
            _files(imported, texts, found)
    if path not in found:
        found.append(path)
    return found


def _refuse_namesakes(entry: Path, texts: Sequence[str]) -> None:
    names = Counter(name for text in texts for name in _declared(text))
    twice = sorted(name for name, times in names.items() if times > 1)
    if twice:
        raise NamedTwice(f"{entry}: {twice}")


# Entries import much the same files
@lru_cache(64)
def _declared(text: str) -> tuple[str, ...]:
    return tuple(DECLARED.findall(text))


@lru_cache(64)
def _plain(text: str) -> str:
    lines = INDENT.sub("", COMMENT.sub("", EXPORT.sub("", IMPORT.sub("", text))))
    return GOES_ON.sub(r"\1", lines)
