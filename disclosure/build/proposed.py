"""Content as it would be with files that are not written yet: checked before anything is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from disclosure.build import build
from disclosure.build.options import BuildOptions
from disclosure.build.revision import NEVER_SETTLED
from disclosure.cache import groups
from disclosure.cache.snapshot import Snapshot
from disclosure.problem import Problem, errors
from disclosure.source import files
from disclosure.source.files import HeldFile


def problems(snapshot: Snapshot, options: BuildOptions, proposed: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """The errors that the content would have with these files, by name, in place of what lies there."""
    _passed, found, _lines = build.check(_with(snapshot, proposed), options, targets=False)
    return errors(found)


def _with(snapshot: Snapshot, proposed: Mapping[str, bytes]) -> Snapshot:
    folder = snapshot.project.content.relative_to(snapshot.project.root).as_posix()
    kept = (one for group in snapshot.groups.values() for one in group.listed if one.name not in proposed)
    # A file that lies in no folder has no time that would prove anything
    held = (
        HeldFile(path=f"{folder}/{name}", name=name, size=len(data), mtime_ns=NEVER_SETTLED, inode=0, data=data)
        for name, data in proposed.items()
    )
    return replace(snapshot, groups=groups.grouped(files.in_order([*kept, *held]), snapshot.settled))
