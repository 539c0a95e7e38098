"""The worker pool: reports built one after the other, or side by side in forked processes where there are enough.

A worker takes one report at a time and keeps nothing of it, so that memory is bounded by the largest report. What it
made lies in the staging folder and in the store; only what the rest of the site needs comes back.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from disclosure.build import carried, garbage
from disclosure.build.context import ReportContext
from disclosure.build.report import ReportBuild, ReportTask, build_report, store_report
from disclosure.problem import Refused
from disclosure.translation import gettext as _

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")
# How often a worker looks whether its build is still there, in seconds
LOOKED_AFTER = 0.2
# Starting workers costs about as much as building this many files of records
WORTH_IT = 600
# So many reports for each processor are few
FEW = 10


def processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def workers(tasks: Sequence[ReportTask], wanted: int | None) -> int:
    """How many processes; one means this one."""
    return sharing([len(task.listed) for task in tasks], wanted)


def sharing(sizes: Sequence[int], wanted: int | None) -> int:
    """How many processes share tasks of these sizes, in files; one means this one."""
    if wanted is not None:
        return min(wanted, len(sizes))
    enough = len(sizes) > 1 and sum(sizes) >= WORTH_IT
    return min(_sharing(len(sizes)), len(sizes)) if enough else 1


def _sharing(tasks: int) -> int:
    """As many as there are processors, and one more where one of them would wait long for the last of a few reports."""
    number = processors()
    return number + (number > 1 and tasks % number > 0 and tasks < FEW * number)


def run(tasks: Sequence[ReportTask], context: ReportContext, wanted: int | None = None) -> Iterator[ReportBuild]:
    """Each task's report, in no certain order; stored, but for one made in this process that is shown first."""
    number = workers(tasks, wanted)
    with garbage.frozen():
        if number > 1:
            yield from _side_by_side(tasks, context, number)
        else:
            make = _build if context.shown_first else _stored
            yield from (make(task, context) for task in tasks)


def _side_by_side(tasks: Sequence[ReportTask], context: ReportContext, number: int) -> Iterator[ReportBuild]:
    largest_first = sorted(tasks, key=lambda task: -len(task.listed))
    if context.theme is not None:
        context.theme.load()
    with _pool(number, partial(_stored, context=context)) as pool:
        yield from pool.map(_in_worker, largest_first)


def each(tasks: Sequence[T], make: Callable[[T], R], number: int) -> Iterator[R]:
    """What is made of each task: side by side in as many processes, which must be forked, or in this one."""
    from multiprocessing import get_all_start_methods

    if number <= 1 or "fork" not in get_all_start_methods():
        yield from map(make, tasks)
        return
    with garbage.frozen(), _pool(number, make) as pool:
        yield from pool.map(_in_worker, tasks)


@contextmanager
def _pool(number: int, make: Callable[[Any], Any]) -> Iterator[ProcessPoolExecutor]:
    # Imported here: most builds need no second process
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_all_start_methods, get_context

    # Forked workers have everything imported and every template loaded
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    try:
        with ProcessPoolExecutor(number, get_context(method), _begin, (make, os.getpid())) as pool:
            yield pool
    except BrokenProcessPool as error:
        message = _("一个进程被系统结束了，多半是内存不够；网站保持原样。关掉别的程序，或加 --workers 1，再运行一次")
        raise Refused(message) from error


# What a worker makes its tasks with
_make: list[Callable[[Any], Any]] = []


def _begin(make: Callable[[Any], Any], parent: int) -> None:
    _make[:] = [make]
    # Ctrl+C goes to all processes of a terminal: the main one says so and ends the others
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_die_with, args=(parent,), daemon=True).start()
    garbage.collect_nothing()


def _die_with(parent: int) -> None:
    """A worker whose build was killed would wait for work for ever, and hold the build's lock."""
    while os.getppid() == parent:
        time.sleep(LOOKED_AFTER)
    os._exit(1)


def _in_worker(task: Any) -> Any:
    garbage.collect_young()
    return _make[0](task)


def _stored(task: ReportTask, context: ReportContext) -> ReportBuild:
    taken = carried.take(task, context) if task.part and context.theme is not None else None
    return taken or store_report(_build(task, context), context)


def _build(task: ReportTask, context: ReportContext) -> ReportBuild:
    garbage.collect_young()
    return build_report(task, context)
