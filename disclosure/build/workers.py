"""Reports made one after the other, or side by side in worker processes where there is enough to do.

A worker takes one report at a time and keeps nothing of it, so that memory is bounded by the largest report. What it
made lies in the staging folder and in the cache; only what the rest of the site needs comes back.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from threading import Thread

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from disclosure import memo
from disclosure.build.report import ReportContext, ReportResult, make, repaint
from disclosure.cache.store import ArtifactRefs, ReportState, Store, known_by
from disclosure.cache.summary import FileCounts, LinkTargets, PreviousFiles, ReportSummary
from disclosure.pages import kept
from disclosure.pages.topics import TopicPart
from disclosure.parallel import processors
from disclosure.problem import Problem
from disclosure.publishing import publish, staging
from disclosure.publishing.staging import PublishedFile, line
from disclosure.source import reading
from disclosure.source.content import ParseCache
from disclosure.source.files import Listed
from disclosure.theme import theme as rendering

# How often a worker looks whether its build is still there, in seconds
LOOKED_AFTER = 0.2
# The piece of the manifest, by the name of pieces
MANIFEST = "manifest"
# Starting workers costs about as much as making this many files of records
WORTH_IT = 600
# So many reports for each processor are few
FEW = 10


class ReportTask(Struct, frozen=True):
    """A report to make: its files as listed, and the objects that the last run left of it, if it may be trusted.

    ``stands`` where nothing but the look of its pages has changed.
    """

    key: str
    listed: tuple[Listed, ...]
    left: ArtifactRefs | None
    stands: ReportState | None = None


class ReportBuild(Struct, frozen=True, kw_only=True):
    """A report after work. ``content`` is a digest of its files, ``output`` of what it published.

    ``reach`` and ``topics`` are given where they are not among the ``objects``; ``reached`` is the name of ``reach``.
    ``leave`` gives the objects where they are left in the cache later.
    """

    key: str
    problems: tuple[Problem, ...]
    understood: tuple[str, ...]
    tally: FileCounts
    content: str
    output: str
    made: ReportSummary | None
    reach: LinkTargets | None
    topics: tuple[TopicPart, ...] | None
    objects: ArtifactRefs | None
    reached: str = ""
    leave: Callable[[], ArtifactRefs] | None = None


class Orders(Struct, frozen=True, kw_only=True):
    """What every task needs. ``later``: its pages are waited for, and the cache may wait (of one report alone).

    Only what changed before ``settled`` is known to have changed since where its time did.
    """

    root: Path
    settled: int
    store: Store
    work: ReportContext
    later: bool = False


def workers(tasks: Sequence[ReportTask], wanted: int | None) -> int:
    """How many processes; one means this one."""
    if wanted is not None:
        return min(wanted, len(tasks))
    enough = len(tasks) > 1 and sum(len(task.listed) for task in tasks) >= WORTH_IT
    return min(_sharing(len(tasks)), len(tasks)) if enough else 1


def _sharing(tasks: int) -> int:
    """As many as there are processors, and one more where one of them would wait long for the last of a few reports."""
    number = processors()
    return number + (number > 1 and tasks % number > 0 and tasks < FEW * number)


def run(tasks: Sequence[ReportTask], orders: Orders, wanted: int | None = None) -> Iterator[ReportBuild]:
    """Each task's result, in no certain order."""
    number = workers(tasks, wanted)
    if number <= 1:
        work = replace(orders.work, spare=wanted is None)
        yield from _one_by_one(tasks, replace(orders, work=work))
        return
    # Imported here: most builds need no second process
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    # Forked workers have everything imported and every template loaded
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    largest_first = sorted(tasks, key=lambda task: -len(task.listed))
    if orders.work.theme is not None:
        orders.work.theme.load()
    gc.freeze()
    try:
        with ProcessPoolExecutor(number, get_context(method), _begin, (orders, os.getpid())) as pool:
            yield from pool.map(_do, largest_first)
    finally:
        gc.unfreeze()


def _one_by_one(tasks: Sequence[ReportTask], orders: Orders) -> Iterator[ReportBuild]:
    gc.freeze()
    try:
        for task in tasks:
            # Of many reports nothing is remembered
            with nullcontext() if orders.later else memo.used(None):
                done = do(task, orders)
            yield done
    finally:
        gc.unfreeze()


_orders: list[Orders] = []


def _begin(orders: Orders, parent: int) -> None:
    _orders[:] = [orders]
    Thread(target=_die_with, args=(parent,), daemon=True).start()
    # What a report leaves behind is collected before the next, not in the middle of it
    gc.disable()


def _die_with(parent: int) -> None:
    """A worker whose build was killed would wait for work for ever, and hold the build's lock."""
    while os.getppid() == parent:
        time.sleep(LOOKED_AFTER)
    os._exit(1)


def _do(task: ReportTask) -> ReportBuild:
    return do(task, _orders[0])


def do(task: ReportTask, orders: Orders) -> ReportBuild:
    """Read, make, and leave in the cache what the next run can use."""
    # What the report before left behind is young; what was there already is not looked through again
    gc.collect(0)
    left, store = task.left, orders.store
    before = store.recall_value(left.before, PreviousFiles) if left else None
    if task.stands and before and (done := _repainted(task.stands, before, orders)):
        return done
    sources, problems = reading.read(orders.root, task.listed, orders.settled)
    known = known_by(store.recall_value(left.known, ParseCache) if left else None, rendering.program_digest())
    result = make(task.key, sources, orders.work, before or PreviousFiles(), known)
    laid, content = bool(result.after.files), reading.digest_of(sources)
    if laid and orders.later:
        return _later(_done(result, problems, content, None), store, result)
    return _done(result, problems, content, _leave(store, result) if laid else None)


def _repainted(stands: ReportState, before: PreviousFiles, orders: Orders) -> ReportBuild | None:
    """The report with its pages rendered again; nothing where the cache does not hold all that takes."""
    store, left = orders.store, stands.objects
    reach, views = store.get_value(left.reach, LinkTargets), store.get(left.views)
    if reach is None or views is None:
        return None
    result = repaint(stands.made, reach, kept.unpack(views), orders.work, before)
    with publish.disk():
        pieces = left.pieces | {MANIFEST: store.put(manifest_piece(result.after.files))}
        before_next, reach_now = store.put_value(result.after), store.put_value(result.reach)
    objects = replace(left, pieces=pieces, before=before_next, reach=reach_now)
    return _done(result, [], stands.seen.content, objects)


def _done(result: ReportResult, problems: Iterable[Problem], content: str, objects: ArtifactRefs | None) -> ReportBuild:
    files = result.after.files
    return ReportBuild(
        key=result.key,
        problems=(*problems, *result.problems),
        understood=tuple(result.understood),
        tally=FileCounts(result.pages, result.rendered, len(files), result.staged),
        content=content,
        output=output_of(files),
        made=result.made,
        reach=None if objects else result.reach,
        topics=None if objects else result.topics,
        objects=objects,
        reached=objects.reach if objects else "",
    )


def _later(done: ReportBuild, store: Store, result: ReportResult) -> ReportBuild:
    """Where links lead is asked at once."""
    with publish.disk():
        return replace(done, reached=store.put_value(result.reach), leave=partial(_leave, store, result))


def _leave(store: Store, result: ReportResult) -> ArtifactRefs:
    pieces = {**result.pieces(), MANIFEST: manifest_piece(result.after.files)}
    with publish.disk():
        return ArtifactRefs(
            pieces={name: store.put(data) for name, data in pieces.items()},
            before=store.keep_value(result.after),
            known=store.keep_value(result.known),
            reach=store.put_value(result.reach),
            topics=store.put_value(result.topics),
            views=store.put(kept.pack(result.views)),
        )


def manifest_piece(files: Mapping[str, PublishedFile]) -> bytes:
    return b",\n".join(manifest_line(address, one) for address, one in sorted(files.items()))


def manifest_line(address: str, one: PublishedFile) -> bytes:
    return b'  %b: "%b"' % (msgspec.json.encode(address), one.sha256.encode())


def output_of(files: Mapping[str, PublishedFile]) -> str:
    """The digest of files as they will stand when they are published."""
    return staging.digest(line(address, one.size, one.mtime_ns) for address, one in files.items())
