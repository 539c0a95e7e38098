"""How many processes make reports, and what a report leaves behind in them."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest

from disclosure.build import workers
from disclosure.build.report import ReportTask
from disclosure.catalog.catalog import Report
from disclosure.source.files import Listed
from tests.projects import Sandbox

FILE = Listed(folder="content", name="x.yml", size=1, mtime_ns=1, inode=1)


def tasks(number: int, files: int) -> list[ReportTask]:
    return [ReportTask(key=str(n), listed=(FILE,) * files, guests=(), artifacts=None) for n in range(number)]


@pytest.mark.parametrize(
    ("reports", "files", "processors", "wanted", "number"),
    [
        (1, 5000, 2, None, 1),
        (10, 20, 2, None, 1),
        (10, 300, 1, None, 1),
        (10, 300, 2, None, 2),
        (11, 300, 2, None, 3),
        (101, 300, 2, None, 2),
        (3, 300, 8, None, 3),
        (11, 300, 2, 1, 1),
        (2, 10, 2, 5, 2),
    ],
    ids=[
        "one report",
        "little to do",
        "one processor",
        "one for each",
        "an odd one",
        "many",
        "few reports",
        "as told",
        "no more than reports",
    ],
)
def test_there_are_as_many_processes_as_pay(
    monkeypatch: pytest.MonkeyPatch, reports: int, files: int, processors: int, wanted: int | None, number: int
) -> None:
    monkeypatch.setattr(workers, "processors", lambda: processors)
    assert workers.workers(tasks(reports, files), wanted) == number


def reports_in_memory() -> int:
    return sum(type(one) is Report for one in gc.get_objects())


def test_a_report_that_is_made_goes_without_the_collector(
    create: Callable[..., Sandbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    gc.collect()
    before = reports_in_memory()
    with monkeypatch.context() as without:
        without.setattr(gc, "enable", lambda: None)
        without.setattr(gc, "collect", lambda _generation: 0)
        create("register").build()
        after = reports_in_memory()
    gc.enable()
    assert after == before
