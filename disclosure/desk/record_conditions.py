"""What must hold in the other forms."""

from __future__ import annotations

from disclosure.desk.conditions import EVIDENCE, EVIDENCE_ORDERS, Rules, said
from disclosure.desk.often import COUNTS
from disclosure.desk.shapes import FieldTest, FormCondition, Order, Sum
from disclosure.model import vocabulary
from disclosure.translation import mark as N_

CORRECTION = Rules(
    conditions=(
        FormCondition(
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
        FormCondition(
            rule="request",
            of="RequestMeta",
            at="documents",
            needs=("documents", "commitments"),
            message=N_("没有写要哪份文件、问哪条承诺"),
            hint=N_("选要的文件，或问的承诺"),
        ),
        FormCondition(
            rule="request",
            of="RequestMeta",
            at="because",
            when=(FieldTest(field="due"),),
            needs=("because",),
            message=N_("改写了期限，没有写理由"),
            hint=N_("期限由程序按工作日算出；机关另有告知时，写明依据"),
        ),
        FormCondition(
            rule="request",
            of="RequestMeta",
            at="because",
            when=(FieldTest(field="because"),),
            needs=("due",),
            message=N_("写了期限为什么不同，没有写期限"),
            hint=N_("删去，或写机关告知的期限"),
        ),
        FormCondition(
            rule="request",
            of="AnswerRecord",
            at="reason",
            when=(said("result", vocabulary.ANSWERS, "partly", "refused", "unprocessed"),),
            needs=("reason",),
            message=N_("没有全部给的答复，没有写理由"),
            hint=N_("照录机关说的理由；没有说理由就写“没有说明理由”"),
        ),
        FormCondition(
            rule="request",
            of="AnswerRecord",
            at="about",
            when=(said("result", vocabulary.ANSWERS, "absent", "not-theirs", "refused", "unprocessed"),),
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
    sums=(Sum(rule="vote", of="ProjectVoteRecord", parts=COUNTS[:-1], total=COUNTS[-1]),),
)

RESPONSIBILITY = Rules(
    conditions=(
        FormCondition(
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
    sums=(Sum(rule="adjustment-vote", of="AdjustmentRecord", parts=COUNTS[:-1], total=COUNTS[-1]),),
)

NARRATIVE = Rules(orders=(Order(rule="date-future", of="NarrativeMeta", days=("published", "today")),))
