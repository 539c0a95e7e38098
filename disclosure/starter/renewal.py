"""What the program gives a project, brought up to date: only what nobody there has changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from disclosure.starter import files, given, program
from disclosure.starter.given import digest


class Renewal(Struct, frozen=True, kw_only=True):
    """Files to be written, to be removed, and those that the project has changed: they stay as they are.

    ``present``: digests of those that are there already, whoever wrote them: the run before may have been stopped.
    """

    written: Mapping[str, bytes]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    present: Mapping[str, str]

    def digests(self, known: Mapping[str, str]) -> dict[str, str]:
        """What ``.given`` says afterwards."""
        rest = {name: one for name, one in known.items() if name not in self.removed}
        new = {name: digest(data) for name, data in self.written.items() if not name.startswith(files.WORDS)}
        return {**rest, **self.present, **new}


def renewal(root: Path, content: Path) -> Renewal:
    """Of the project in ``root``. One that did not begin with ``init`` is given the words that it lacks, no more."""
    known = given.read(root)
    offered = {**files.given(), **program.carried()} if known else {}
    states = {name: _state(root, name, data, known) for name, data in offered.items()}
    carried = any(name.startswith(program.FOLDER) for name in offered)
    gone = [name for name in known if name not in offered and (carried or not name.startswith(program.FOLDER))]
    return Renewal(
        written={name: offered[name] for name, one in states.items() if one == "old"} | _missing_words(root, content),
        removed=tuple(name for name in gone if given.is_as_given(root, name, known)),
        kept=tuple(name for name, one in states.items() if one == "changed"),
        present={name: digest(offered[name]) for name, one in states.items() if one == "new"},
    )


def _state(root: Path, name: str, data: bytes, known: Mapping[str, str]) -> str:
    """``new`` where it is as the program has it now, ``gone`` where the project has taken it away."""
    path = root / name
    if not path.is_file():
        return "gone" if name in known else "old"
    if given.is_as_given(root, name, {name: digest(data)}):
        return "new"
    return "old" if given.is_as_given(root, name, known) else "changed"


def _missing_words(root: Path, content: Path) -> dict[str, bytes]:
    """Vocabularies that came later; in those that are there the words are the project's own."""
    own = content.relative_to(root).as_posix()
    offered = {name.replace("content/", f"{own}/", 1): data for name, data in files.words().items()}
    return {name: data for name, data in offered.items() if not (root / name).exists()}
