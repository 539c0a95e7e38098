"""What citizens ask: each question with its answer, what that stands on, and where to read on."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from disclosure.catalog import address, answers
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.question import GroundRecord, QuestionRecord
from disclosure.pages import records
from disclosure.pages.page import Link, Page, column, iso
from disclosure.source.register import Located
from disclosure.translation import gettext as _


class GroundView(Struct, frozen=True, kw_only=True):
    """A ground of a question's answer: where it stands, and what is said there; what became of it the answer says."""

    question: str
    n: int
    link: Link
    says: str


class QuestionView(Struct, frozen=True, kw_only=True):
    id: str
    question: str
    answer: str
    grounds: tuple[GroundView, ...]
    ways: tuple[Link, ...]


class QuestionsView(Struct, frozen=True):
    questions: tuple[QuestionView, ...]


def grounds(catalog: Catalog, report: Report) -> tuple[GroundView, ...]:
    """What the answers take from one report, checked by then."""
    found = answers.about(catalog.questions, report.key)
    return tuple(view for located, n, ground in found if (view := _ground(report, located.value.id, n, ground)))


def _ground(report: Report, question: str, n: int, ground: GroundRecord) -> GroundView | None:
    if ground.of:
        basis = answers.basis(report, ground)
        if basis is None:
            return None
        says = [_("{year}年报告").format(year=report.meta.year), *([basis.record.id] if basis.record else [])]
        says += [f"“{ground.says}”"] if ground.says else []
        link = records.link(basis.record) if basis.record else records.passage(report, basis.passage)
        return GroundView(question=question, n=n, link=link, says=_("，").join(says))
    register = Link(_("{year}年承诺").format(year=report.meta.year), address.commitments(report.key))
    if ground.without:
        words = _("、").join(f"“{word}”" for word in ground.without)
        return GroundView(question=question, n=n, link=register, says=_("引文里都没有{words}").format(words=words))
    return GroundView(question=question, n=n, link=register, says=_counted(ground))


def _counted(ground: GroundRecord) -> str:
    naming = {"leader": _("责任领导"), "lead": _("牵头单位"), "supporting": _("配合单位")}
    if ground.naming == "report":
        return _("报告写明由谁负责的 {n} 条").format(n=ground.count)
    if ground.naming:
        return _("写明{what}的 {n} 条").format(what=naming[ground.naming], n=ground.count)
    return _("{kind} {n} 条").format(kind=ground.kind or _("全部"), n=ground.count)


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
        grounds=tuple(ground for ground in found if ground),
        ways=tuple(Link(way.label, way.to) for way in one.ways),
    )


def links(catalog: Catalog) -> tuple[Link, ...]:
    """The questions, each leading to its answer."""
    return tuple(_link(located) for located in catalog.questions)


def _link(located: Located[QuestionRecord]) -> Link:
    return Link(located.value.question, address.question(located.value.id))
