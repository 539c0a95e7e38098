"""What citizens ask: each question with its answer, what that stands on, and where to read on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from disclosure.catalog import address, grounds
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.question import QuestionRecord
from disclosure.pages import ground
from disclosure.pages.document import Document, sentences
from disclosure.pages.page import Link, Page, column, iso
from disclosure.source.register import Located
from disclosure.translation import gettext as _


class GroundView(Struct, frozen=True):
    """A ground of a question's answer and its place among them: where it stands, and what is said there."""

    question: str
    n: int
    link: Link


class QuestionView(Struct, frozen=True, kw_only=True):
    id: str
    question: str
    answer: str
    grounds: tuple[Link, ...]
    ways: tuple[Link, ...]


class QuestionsView(Struct, frozen=True):
    questions: tuple[QuestionView, ...]


def of_report(catalog: Catalog, report: Report) -> Iterator[GroundView]:
    """What the answers take from one report, checked by then."""
    for placed in grounds.about(grounds.of_questions(catalog.questions), report.key):
        link = ground.way(report, placed.ground, dated=True)
        if link is not None:
            yield GroundView(placed.statement.name, placed.n, link)


def page(catalog: Catalog, all: Iterable[GroundView]) -> Page:
    known = {(one.question, one.n): one for one in all}
    questions = tuple(_question(located.value, known) for located in catalog.questions)
    paths = {located.written.path for located in catalog.questions}
    return column(
        catalog,
        kind="questions",
        address=address.QUESTIONS,
        title=_("常问的问题"),
        description=_("市民常问的{n}个问题，答案只说记录里有的，每次生成都与记录核对").format(n=len(questions)),
        view=QuestionsView(questions),
        anchors=frozenset(one.id for one in questions),
        updated=iso(max(filter(None, map(catalog.updated, paths)), default=None)),
    )


def _question(one: QuestionRecord, known: dict[tuple[str, int], GroundView]) -> QuestionView:
    found = (known.get((one.id, n)) for n in range(len(one.grounds)))
    return QuestionView(
        id=one.id,
        question=one.question,
        answer=one.answer,
        grounds=tuple(one.link for one in found if one),
        ways=tuple(Link(way.label, way.to) for way in one.ways),
    )


def links(catalog: Catalog, of: Collection[str] | None = None) -> tuple[Link, ...]:
    """The questions, each leading to its answer; of these reports alone, where some are named."""
    return tuple(_link(located) for located in catalog.questions if of is None or _stands_on(located.value, of))


def _stands_on(question: QuestionRecord, reports: Collection[str]) -> bool:
    return any(grounds.report_of(ground) in reports for ground in question.grounds)


def _link(located: Located[QuestionRecord]) -> Link:
    return Link(located.value.question, address.question(located.value.id))


def documents(page: Page) -> Iterator[Document]:
    """Each question with its answer and what that stands on."""
    for one in page.view.questions:
        grounds = (part for link in one.grounds for part in (link.label, link.note))
        yield Document(
            kind="question",
            address=address.question(one.id),
            title=one.question,
            text=sentences(one.answer, *grounds),
            place=page.title,
        )
