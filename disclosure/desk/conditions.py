"""What must hold in a form besides each field's own limits: what the checks say of one record alone, so that who types
is told before the file is made. Each goes by the name of its rule; tests hold the two against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.words import Vocabularies
from disclosure.desk.shapes import Condition, Order, Sum, Test
from disclosure.model import vocabulary
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# What the responsible body, or an editor, can only be said to say where a document shows it
DONE = ("done", "done-early", "partly")
SHOWN = ("supported", "partly-supported", "contradicted")


class Rules(Struct, frozen=True, kw_only=True):
    """What must hold in a form."""

    conditions: tuple[Condition, ...] = ()
    orders: tuple[Order, ...] = ()
    sums: tuple[Sum, ...] = ()


def _said(field: str, name: str, *ids: str) -> Test:
    """A test for words of the vocabulary ``name``, by their ids until ``worded`` puts their labels in."""
    return Test(field=field, values=tuple(f"{name}:{id}" for id in ids))


def _status(of: str, evidence: str) -> tuple[Condition, ...]:
    """What an update, or an entry of one, says without showing it."""
    return (
        Condition(
            rule="no-evidence",
            of=of,
            at="searched",
            when=(_said("evidenced", vocabulary.EVIDENCED, "none-public"),),
            needs=("searched",),
            message=N_("证据状态是“无公开证据”，却没有写检索截至的日期"),
            hint=N_("写最后一次检索的日期"),
        ),
        Condition(
            rule="no-evidence",
            of=of,
            at="reported",
            when=(_said("reported", vocabulary.REPORTED, *DONE),),
            needs=(evidence,),
            message=N_("说完成了，却没有证据"),
            hint=N_("加上证据；没有公开材料时不写报告状态，页面显示“无公开信息”"),
        ),
        Condition(
            rule="no-evidence",
            of=of,
            at="evidenced",
            when=(_said("evidenced", vocabulary.EVIDENCED, *SHOWN),),
            needs=(evidence,),
            message=N_("说公开材料支持或不符，却没有列出证据"),
            hint=N_("在证据里写明是哪一份公开材料"),
        ),
    )


def _value(of: str) -> tuple[Condition, ...]:
    return (
        Condition(
            rule="period",
            of=of,
            at="period",
            needs=("period", "done", "open_on"),
            message=N_("没有写时期"),
            hint=N_("数字写时期，例如 2022 或 2022-06；期限目标写完成日期，或尚未完成的日期"),
        ),
        Condition(
            rule="no-evidence",
            of=of,
            at="value",
            needs=("/evidence",),
            message=N_("写了实际值，却没有证据"),
            hint=N_("在证据里写明数字出自哪里"),
        ),
    )


EVIDENCE: tuple[Condition, ...] = (
    Condition(
        rule="source",
        of="EvidenceRecord",
        at="publisher",
        needs=("publisher", "passage"),
        message=N_("证据没有写发布者"),
        hint=N_("写发布者；材料就是本站的报告时写本站段落"),
    ),
    Condition(
        rule="source",
        of="EvidenceRecord",
        at="title",
        when=(Test(field="publisher"),),
        needs=("title", "url", "locator", "passage"),
        message=N_("证据只写了发布者"),
        hint=N_("标题、网址、编号（文章编号、文号）至少写一样"),
    ),
    Condition(
        rule="seen",
        of="EvidenceRecord",
        at="url",
        when=(_said("seen", vocabulary.SEEN, "mirror", "repost"),),
        refuses=("url",),
        message=N_("镜像和转载不作链接，这里却写了网址"),
        hint=N_("删去网址；写发布者、标题、编号和日期，读者据此去找原页面"),
    ),
    Condition(
        rule="snapshot",
        of="EvidenceRecord",
        at="sha256",
        when=(Test(field="snapshot"),),
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

UPDATE = Rules(
    conditions=(
        Condition(
            rule="entries",
            of="UpdateMeta",
            at="commitments",
            needs=("commitments", "entries"),
            message=N_("没有写说的是哪条承诺"),
            hint=N_("选承诺；每条各有状态时用“逐条”"),
        ),
        Condition(
            rule="event",
            of="UpdateMeta",
            at="event",
            when=(Test(field="date", absent=True),),
            needs=("event",),
            message=N_("没有写日期，也没有写事情发生的时间"),
            hint=N_("写事情发生的时间，例如 2022；不知道写 不详"),
        ),
        Condition(
            rule="event",
            of="UpdateMeta",
            at="inferred",
            when=(Test(field="inferred"),),
            needs=("event",),
            message=N_("写了推断的理由，却没有写推断出的时间"),
            hint=N_("写推断出的时间，例如 2022-08-16"),
        ),
        Condition(
            rule="event",
            of="UpdateMeta",
            at="inferred",
            when=(Test(field="event", values=("不详",)),),
            refuses=("inferred",),
            message=N_("时间不详，却写了推断的理由"),
            hint=N_("写出推断的时间，或删去推断的理由"),
        ),
        Condition(
            rule="event",
            of="UpdateMeta",
            at="observations",
            when=(Test(field="event", values=("不详",)),),
            refuses=("observations",),
            message=N_("时间不详的事，不能写实际值"),
            hint=N_("对照和时序都看日期；查明时间再写"),
        ),
        Condition(
            rule="context",
            of="UpdateMeta",
            at="context",
            when=(Test(field="context"),),
            refuses=("reported", "evidenced", "observations", "entries"),
            message=N_("这是背景，不能写状态和实际值"),
            hint=N_("背景里的数字写在正文里；本区自己的进展另写一条更新"),
        ),
        Condition(
            rule="none-public",
            of="UpdateMeta",
            at="evidence",
            when=(
                _said("evidenced", vocabulary.EVIDENCED, "none-public"),
                Test(field="reported", absent=True),
            ),
            refuses=("evidence",),
            message=N_("证据状态是“无公开证据”，却列出了证据"),
            hint=N_("材料能说明一部分就写“部分支持”；说明不了的，写在正文里"),
            notice=True,
        ),
        *_status("UpdateMeta", "evidence"),
        *_status("EntryRecord", "/evidence"),
        *_value("SeenRecord"),
        *_value("EntrySeenRecord"),
        *EVIDENCE,
    ),
    orders=(
        Order(rule="update-date", of="UpdateMeta", days=("delivered", "date", "published")),
        Order(rule="update-date", of="UpdateMeta", days=("date", "today")),
        Order(rule="date-future", of="UpdateMeta", days=("published", "today")),
        Order(rule="none-public", of="UpdateMeta", days=("delivered", "searched", "today")),
        Order(rule="none-public", of="EntryRecord", days=("delivered", "searched", "today")),
        Order(rule="evidence-order", of="EvidenceRecord", days=("date", "/published")),
        *EVIDENCE_ORDERS,
    ),
)

CORRECTION = Rules(
    conditions=(
        Condition(
            rule="correction",
            of="CorrectionMeta",
            at="corrects",
            needs=("corrects", "was"),
            message=N_("没有写更正了什么"),
            hint=N_("写更正的记录和字段；没有记录可写时写原来和现在"),
        ),
    ),
    orders=(
        Order(rule="correction", of="CorrectionMeta", days=("date", "published")),
        Order(rule="correction", of="CorrectionMeta", days=("date", "today")),
        Order(rule="date-future", of="CorrectionMeta", days=("published", "today")),
    ),
)

REQUEST = Rules(
    conditions=(
        Condition(
            rule="request",
            of="RequestMeta",
            at="documents",
            needs=("documents", "commitments"),
            message=N_("没有写要哪份文件、问哪条承诺"),
            hint=N_("选要的文件，或问的承诺"),
        ),
        Condition(
            rule="request",
            of="RequestMeta",
            at="because",
            when=(Test(field="due"),),
            needs=("because",),
            message=N_("改写了期限，没有写理由"),
            hint=N_("期限由程序按工作日算出；机关另有告知时，写明依据"),
        ),
        Condition(
            rule="request",
            of="RequestMeta",
            at="because",
            when=(Test(field="because"),),
            needs=("due",),
            message=N_("写了期限为什么不同，没有写期限"),
            hint=N_("删去，或写机关告知的期限"),
        ),
        Condition(
            rule="request",
            of="AnswerRecord",
            at="reason",
            when=(_said("result", vocabulary.ANSWERS, "partly", "refused", "unprocessed"),),
            needs=("reason",),
            message=N_("没有全部给的答复，没有写理由"),
            hint=N_("照录机关说的理由；没有说理由就写“没有说明理由”"),
        ),
        Condition(
            rule="request",
            of="AnswerRecord",
            at="about",
            when=(_said("result", vocabulary.ANSWERS, "absent", "not-theirs", "refused", "unprocessed"),),
            refuses=("about",),
            message=N_("没有给信息的答复，却写了说到的承诺"),
            hint=N_("没有给信息的答复什么也没有说到；删去"),
        ),
        *EVIDENCE,
    ),
    orders=(
        Order(
            rule="request-date",
            of="RequestMeta",
            days=("date", "received", "extended.date", "answer.date", "today"),
        ),
        Order(rule="date-future", of="RequestMeta", days=("published", "today")),
        *EVIDENCE_ORDERS,
    ),
)

VOTE = Rules(
    conditions=EVIDENCE,
    orders=(Order(rule="vote-date", of="BallotRecord", days=("delivered", "date", "today")), *EVIDENCE_ORDERS),
    sums=(
        Sum(
            rule="vote",
            of="ProjectVoteRecord",
            parts=("votes_for", "votes_against", "abstained"),
            total="cast",
        ),
    ),
)

RESPONSIBILITY = Rules(
    conditions=(
        Condition(
            rule="responsibility",
            of="ResponsibilityRecord",
            at="lead",
            needs=("leader", "lead", "supporting", "deadline", "ends"),
            message=N_("没有写明任何责任"),
            hint=N_("牵头单位、配合单位、责任领导、计划时限，至少写一样"),
        ),
        *EVIDENCE,
    ),
    orders=(Order(rule="responsibility", of="ResponsibilityRecord", days=("date", "today")), *EVIDENCE_ORDERS),
)

ADJUSTMENT = Rules(
    conditions=EVIDENCE,
    orders=(
        Order(rule="adjustment", of="AdjustmentRecord", days=("delivered", "date", "today")),
        Order(rule="adjustment", of="AdjustmentRecord", days=("asked", "date")),
        *EVIDENCE_ORDERS,
    ),
    sums=(
        Sum(
            rule="adjustment-vote",
            of="AdjustmentRecord",
            parts=("votes_for", "votes_against", "abstained"),
            total="cast",
        ),
    ),
)

NARRATIVE = Rules(orders=(Order(rule="date-future", of="NarrativeMeta", days=("published", "today")),))


def worded(conditions: Iterable[Condition], words: Vocabularies) -> Iterator[Condition]:
    """Conditions as they are said, with the words that this site uses; none on a word that it has not."""
    for one in conditions:
        when = tuple(_worded(test, words) for test in one.when)
        if all(test.values or not asked.values for test, asked in zip(when, one.when, strict=True)):
            yield replace(one, when=when, message=_(one.message), hint=_(one.hint))


def _worded(test: Test, words: Vocabularies) -> Test:
    return replace(test, values=tuple(label for value in test.values if (label := _label(value, words))))


def _label(value: str, words: Vocabularies) -> str:
    name, colon, id = value.partition(":")
    found = words.word(name, id) if colon else None
    return found.label if found else "" if colon else value
