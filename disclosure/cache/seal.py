"""How each file of the site stood when a build left it, with what nobody can set: the time that the system notes.

Size and time of a file that was written to can be brought back to what they were, and a manifest can say anything; what
is kept here is sealed as all of the cache. A file that is not as it says is ``touched``: its bytes are made again, or
compared.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from disclosure.cache.store import Store
from disclosure.publishing import staging
from disclosure.publishing.staging import Standing

NAME = "sealed.json"


class Seals(Struct, frozen=True):
    """By folder, each file's name and how it stood, a null between them and one after each."""

    folders: dict[str, str] = field(default_factory=dict)


def touched(store: Store, standing: Standing) -> frozenset[str]:
    """The files that are not as the last build left them; all of them where nothing is known."""
    known = (store.read(NAME, Seals) or Seals()).folders
    found: set[str] = set()
    for folder, now in standing.seals.items():
        left = known.get(folder, "")
        if left != _text(now):
            before = _names(left)
            found.update(name for name, one in now.items() if before.get(name) != one)
    return frozenset(found)


def keep(
    store: Store, target: Path, before: Mapping[str, Mapping[str, str]], moved: Iterable[str], stray: Iterable[str]
) -> None:
    """After a publication that moved these files in and removed others.

    ``before`` is how the files stood when the build looked at them, nothing where it did not: what was kept then holds.
    """
    known = {folder: _text(lines) for folder, lines in before.items() if lines}
    known = known or (store.read(NAME, Seals) or Seals()).folders
    changed: dict[str, dict[str, str]] = {}
    for name in stray:
        _folder(name, known, changed).pop(name, None)
    for name in moved:
        with suppress(OSError):
            _folder(name, known, changed)[name] = staging.seal(os.lstat(f"{target}/{name}"))
    now = {**known, **{folder: _text(lines) for folder, lines in changed.items()}}
    store.write(NAME, Seals({folder: text for folder, text in now.items() if text}))


def _folder(name: str, known: Mapping[str, str], changed: dict[str, dict[str, str]]) -> dict[str, str]:
    folder = name[: name.rfind("/") + 1]
    if folder not in changed:
        changed[folder] = _names(known.get(folder, ""))
    return changed[folder]


def _text(lines: Mapping[str, str]) -> str:
    """Names that are no text are none of ours."""
    return "".join(f"{name}\0{one}\0" for name, one in sorted(lines.items()) if name.isprintable())


def _names(text: str) -> dict[str, str]:
    parts = text.split("\0")
    return dict(zip(parts[::2], parts[1::2], strict=False))
