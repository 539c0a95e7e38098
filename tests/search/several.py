"""The index of a site of several districts and years, whose reports say the same of the same topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product
from pathlib import Path

from msgspec.structs import replace

from disclosure.model.vocabulary import Term
from disclosure.pages.document import Document
from disclosure.search import answer_files, answers, files, statuses
from disclosure.search.answers import AnsweredReport, AnswerLine, DueCount, SearchAnswers
from disclosure.search.files import SearchContent
from disclosure.search.statuses import StatusCount
from tests.search import collection, indexes

DISTRICTS = ("甲山区", "乙水区", "丙田区")
YEARS = (2024, 2023)
TOPICS = {"education": "教育", "health": "卫生健康", "transport": "交通"}
DEPARTMENTS = {"schools": "教育局", "clinics": "卫健委", "roads": "交通局"}
OUTCOMES = {"done": "已完成", "not-done": "未完成", "not-due": "未到期"}
WORDS = {"topic": TOPICS, "department": DEPARTMENTS, "outcome": OUTCOMES}
# Of each topic in each report, of each outcome a third: more than a page of all reports together
RECORDS = 6
REPORTS = tuple(
    (f"{n}-{year}", year, f"{year}年{name}报告", name) for year in YEARS for n, name in enumerate(DISTRICTS)
)
# Each of these answers for one promise of each report
OFFICES = {f"office-{n}": f"第{n}街道办事处" for n in range(1, 41)}


def write(
    folder: Path,
    *,
    large: bool,
    offices: int = 0,
    named: Mapping[str, str] = DEPARTMENTS,
    figures: Iterable[AnswerLine] = (),
    own: SearchContent = SearchContent(),  # noqa: B008 (frozen)
) -> Path:
    """``offices``: how many further departments there are beside the ``named``; ``own`` is of no report."""
    named = {**named, **dict(list(OFFICES.items())[:offices])}
    ways = [(f"departments/{id}.html", f"样品{label}", label) for id, label in named.items()]
    given = answered()
    given = replace(given, lines=(*figures, *given.lines))
    parted = large and answer_files.are_parted(REPORTS)
    head = {
        **indexes._head(),
        "names": [],
        "aliases": "",
        "reports": REPORTS,
        "over": {},
        "ways": [] if parted else ways,
        **({files.DEPARTMENTS: ways} if parted else {}),
        "asks": answer_files.asks(given, REPORTS, figures_apart=parted),
    }
    labels = {"topic": TOPICS, "department": named, **statuses.labels(collection.whole().catalog, [])}
    parts = [SearchContent(tuple(records(key, district, offices))) for key, _year, _title, district in REPORTS]
    indexes._write(folder, parts, own, head, labels, large=large, answered=given)
    return folder


def records(key: str, district: str, offices: int) -> Iterator[Document]:
    yield _heading(key)
    each = product(zip(TOPICS.items(), DEPARTMENTS, strict=True), OUTCOMES, range(RECORDS // len(OUTCOMES)))
    for number, (((topic, label), department), outcome, _n) in enumerate(each, 1):
        yield _record(key, district, number, label, topic=topic, outcome=outcome, department=department)
    for number, office in enumerate(list(OFFICES)[:offices], 101):
        yield _record(key, district, number, "街道", topic="", outcome="", department=office)


def _heading(key: str) -> Document:
    where = f"reports/{key}/text.html#part-2"
    return Document(kind="heading", address=where, title="二、重点任务", text="", place="", section=f"{key}/part-2")


def _record(key: str, district: str, number: int, label: str, *, topic: str, outcome: str, department: str) -> Document:
    return Document(
        kind="commitment",
        address=f"reports/{key}/commitments/c{number:03}.html",
        title=f"推进{label}项目{number}",
        text=f"{district}推进{label}项目{number}，2023年和2024年都做",
        place="二、工作安排",
        section=f"{key}/part-2",
        topics=(topic,) if topic else (),
        outcome=outcome,
        filed={
            "department": (department,),
            "reported": ("no-information",),
            "evidenced": ("none-public",),
            "schedule": ("due",),
        },
    )


def answered() -> SearchAnswers:
    """What the reports answer: of each outcome as many promises as there are."""
    each = len(TOPICS) * RECORDS // len(OUTCOMES)
    counts = tuple(StatusCount("outcome", Term(id, label), each) for id, label in OUTCOMES.items())
    made = [
        AnsweredReport(
            key=key,
            title=title,
            delivered=date(year, 1, 15),
            responsible="",
            kept=f"{year}年的都没有兑现。",
            outcomes=(),
            counts=counts,
            due=(DueCount(date(year, 6, 30), 2, 0), DueCount(date(year, 12, 31), 1, 15)),
        )
        for key, year, title, _district in REPORTS
    ]
    return answers.answers(collection.whole().catalog, made)
