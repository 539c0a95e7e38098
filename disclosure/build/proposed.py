"""Content as it would be with files that are not written yet: checked before anything is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build import build
from disclosure.build.options import BuildOptions
from disclosure.build.revision import NEVER_SETTLED
from disclosure.cache import groups
from disclosure.cache.snapshot import Snapshot
from disclosure.problem import Problem, errors
from disclosure.source import files
from disclosure.source.files import HeldFile


class ProposedProblems(Struct, frozen=True):
    """The errors of the content with files that are proposed: in them, and ``elsewhere``, where something rests on
    what they change."""

    here: tuple[Problem, ...]
    elsewhere: tuple[Problem, ...]


def problems(snapshot: Snapshot, options: BuildOptions, proposed: Mapping[str, bytes]) -> ProposedProblems:
    """``proposed`` are files by name, in place of what lies there."""
    folder = snapshot.project.content.relative_to(snapshot.project.root).as_posix()
    paths = {f"{folder}/{name}" for name in proposed}
    _passed, found, _lines = build.check(_with(snapshot, proposed), options, targets=False)
    wrong = errors(found)
    return ProposedProblems(
        here=tuple(one for one in wrong if one.place.path in paths),
        elsewhere=tuple(one for one in wrong if one.place.path not in paths),
    )


def _with(snapshot: Snapshot, proposed: Mapping[str, bytes]) -> Snapshot:
    folder = snapshot.project.content.relative_to(snapshot.project.root).as_posix()
    kept = (one for group in snapshot.groups.values() for one in group.listed if one.name not in proposed)
    # A file that lies in no folder has no time that would prove anything
    held = (
        HeldFile(path=f"{folder}/{name}", name=name, size=len(data), mtime_ns=NEVER_SETTLED, inode=0, data=data)
        for name, data in proposed.items()
    )
    return replace(snapshot, groups=groups.grouped(files.in_order([*kept, *held]), snapshot.settled))
