"""A report as another machine made it, in one sealed file: written by ``carried``, taken over by ``take``.

It is taken where it was made of the very files and surroundings that there are here. What lies in the file is sealed
with the user's key (``cache.key``): it can be missing, but never wrong or anybody else's.
"""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from disclosure.build.context import ReportContext
from disclosure.build.report import ReportBuild, ReportTask
from disclosure.cache import key as keys
from disclosure.cache.owned import output_digest
from disclosure.cache.state import ArtifactRefs, FileCounts, PreviousFiles, ReportSummary
from disclosure.cache.store import Store
from disclosure.problem import Problem
from disclosure.publishing import publish
from disclosure.publishing.staging import staging_of
from disclosure.source import reading

# A page is compressed to a sixth at this level, in a fifth of the time of the usual one
FAST = 1


class CarriedReport(Struct, frozen=True, kw_only=True):
    """A report as it was made: what its build found, its files, and its objects, by field of ``ArtifactRefs``.

    ``inputs`` is a digest of all that it was made of beside its own files, whose digest is ``content``.
    """

    inputs: str
    content: str
    problems: tuple[Problem, ...]
    counts: FileCounts
    summary: ReportSummary
    pieces: dict[str, bytes]
    objects: dict[str, bytes]
    made: PreviousFiles
    files: dict[str, bytes]


def store_of(folder: Path, root: Path) -> Store:
    """A folder of reports, as whoever has the user's key can open it, wherever it and the project lie."""
    return Store(folder, hashlib.blake2b(b"part", key=keys.users(root).secret, digest_size=keys.SIZE).digest())


def name_of(key: str) -> str:
    return f"{key}.report"


def carried(build: ReportBuild, inputs: str, store: Store, target: Path) -> bytes | None:
    """The report's file; ``None`` where nothing was made of it. Its files are staged for ``target``, all of them."""
    if build.summary is None or build.artifacts is None:
        return None
    refs = asdict(build.artifacts)
    made = msgspec.json.decode(store.need(refs.pop("files")), type=PreviousFiles)
    # When it was written says nothing elsewhere, and two parts of the same shall be equal
    made.files = {where: replace(record, mtime_ns=0) for where, record in made.files.items()}
    one = CarriedReport(
        inputs=inputs,
        content=build.content,
        problems=build.problems,
        counts=build.counts,
        summary=build.summary,
        pieces={name: store.need(ref) for name, ref in refs.pop("pieces").items()},
        objects={field: store.need(ref) for field, ref in refs.items()},
        made=made,
        files={where: (staging_of(target) / where).read_bytes() for where in made.files},
    )
    return zlib.compress(msgspec.msgpack.encode(one), FAST)


def take(task: ReportTask, context: ReportContext) -> ReportBuild | None:
    """The report as it was made elsewhere; ``None`` where it is to be made here."""
    found = _read(task, context)
    if found is None or found.inputs != task.inputs:
        return None
    sources, unreadable = reading.read(context.root, task.listed, context.known, context.settled)
    if unreadable or reading.digest_of(sources) != found.content:
        return None
    with publish.disk():
        return _taken(task, found, context)


def _read(task: ReportTask, context: ReportContext) -> CarriedReport | None:
    data = store_of(Path(task.part), context.root).sealed(name_of(task.key))
    try:
        return None if data is None else msgspec.msgpack.decode(zlib.decompress(data), type=CarriedReport)
    except (zlib.error, msgspec.DecodeError):
        # Another version of the program left it, with the same key
        return None


def _taken(task: ReportTask, found: CarriedReport, context: ReportContext) -> ReportBuild:
    """Its files are staged, and its objects kept, as those of a report that is made here are."""
    store, last = context.store, task.artifacts
    known = (store.get_value(last.files, PreviousFiles) if last else None) or PreviousFiles()
    made, staged = PreviousFiles(facts=found.made.facts), 0
    for where, record in found.made.files.items():
        made.files[where], new = context.staging.put(
            where, record.fingerprint, found.files[where], known.files.get(where)
        )
        staged += new
    refs = ArtifactRefs(
        pieces={name: store.put(data) for name, data in found.pieces.items()},
        files=store.put_value(made),
        **{field: store.put(data) for field, data in found.objects.items()},
    )
    return ReportBuild(
        key=task.key,
        problems=found.problems,
        counts=FileCounts(found.counts.pages, 0, found.counts.files, staged),
        content=found.content,
        output=output_digest(made.files),
        linked=refs.links,
        summary=found.summary,
        artifacts=refs,
        taken=True,
    )
