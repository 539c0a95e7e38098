"""What must hold in a form besides each field's own limits: what the checks say of one record alone, so that who types
is told before the file is made. Each goes by the name of its rule; tests hold the two against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.words import Vocabularies
from disclosure.desk.shapes import FieldTest, FormCondition, Order, Sum
from disclosure.model import vocabulary
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


class Rules(Struct, frozen=True, kw_only=True):
    """What must hold in a form."""

    conditions: tuple[FormCondition, ...] = ()
    orders: tuple[Order, ...] = ()
    sums: tuple[Sum, ...] = ()


def said(field: str, name: str, *ids: str) -> FieldTest:
    """A test for words of the vocabulary ``name``, by their ids until ``worded`` puts their labels in."""
    return FieldTest(field=field, values=tuple(f"{name}:{id}" for id in ids))


EVIDENCE: tuple[FormCondition, ...] = (
    FormCondition(
        rule="source",
        of="EvidenceRecord",
        at="publisher",
        needs=("publisher", "passage"),
        message=N_("证据没有写发布者"),
        hint=N_("写发布者；材料就是本站的报告时写本站段落"),
    ),
    FormCondition(
        rule="source",
        of="EvidenceRecord",
        at="title",
        when=(FieldTest(field="publisher"),),
        needs=("title", "url", "locator", "passage"),
        message=N_("证据只写了发布者"),
        hint=N_("标题、网址、编号（文章编号、文号）至少写一样"),
    ),
    FormCondition(
        rule="seen",
        of="EvidenceRecord",
        at="url",
        when=(said("seen", vocabulary.SEEN, "mirror", "repost"),),
        refuses=("url",),
        message=N_("镜像和转载不作链接，这里却写了网址"),
        hint=N_("删去网址；写发布者、标题、编号和日期，读者据此去找原页面"),
    ),
    FormCondition(
        rule="snapshot",
        of="EvidenceRecord",
        at="sha256",
        when=(FieldTest(field="snapshot"),),
        needs=("sha256",),
        message=N_("存档没有写摘要"),
        hint=N_("在表单里选了存档文件，摘要自动填好"),
    ),
)
EVIDENCE_ORDERS = (
    Order(rule="evidence-order", of="EvidenceRecord", days=("date", "retrieved")),
    Order(rule="source", of="EvidenceRecord", days=("date", "today")),
    Order(rule="source", of="EvidenceRecord", days=("retrieved", "today")),
)


def worded(conditions: Iterable[FormCondition], words: Vocabularies) -> Iterator[FormCondition]:
    """Conditions as they are said, with the words that this site uses; none on a word that it has not."""
    for one in conditions:
        when = tuple(_worded(test, words) for test in one.when)
        if all(test.values or not asked.values for test, asked in zip(when, one.when, strict=True)):
            yield replace(one, when=when, message=_(one.message), hint=_(one.hint))


def _worded(test: FieldTest, words: Vocabularies) -> FieldTest:
    return replace(test, values=tuple(label for value in test.values if (label := _label(value, words))))


def _label(value: str, words: Vocabularies) -> str:
    name, colon, id = value.partition(":")
    found = words.word(name, id) if colon else None
    return found.label if found else "" if colon else value
