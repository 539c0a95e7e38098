"""What must hold in an update: it says nothing that its evidence, its dates or its scope do not carry."""

from __future__ import annotations

from disclosure.catalog.outcome.targets import CLAIMS_DONE, CLAIMS_SEEN
from disclosure.desk.conditions import EVIDENCE, EVIDENCE_ORDERS, Rules, said
from disclosure.desk.shapes import FieldTest, FormCondition, Order
from disclosure.model import vocabulary
from disclosure.model.update import UNKNOWN
from disclosure.translation import mark as N_


def _status(of: str, evidence: str) -> tuple[FormCondition, ...]:
    """What an update, or an entry of one, says without showing it."""
    return (
        FormCondition(
            rule="no-evidence",
            of=of,
            at="searched",
            when=(said("evidenced", vocabulary.EVIDENCED, "none-public"),),
            needs=("searched",),
            message=N_("证据状态是“无公开证据”，却没有写检索截至的日期"),
            hint=N_("写最后一次检索的日期"),
        ),
        FormCondition(
            rule="no-evidence",
            of=of,
            at="reported",
            when=(said("reported", vocabulary.REPORTED, *CLAIMS_DONE),),
            needs=(evidence,),
            message=N_("说完成了，却没有证据"),
            hint=N_("加上证据；没有公开材料时不写报告状态，页面显示“无公开信息”"),
        ),
        FormCondition(
            rule="no-evidence",
            of=of,
            at="evidenced",
            when=(said("evidenced", vocabulary.EVIDENCED, *CLAIMS_SEEN),),
            needs=(evidence,),
            message=N_("说公开材料支持或不符，却没有列出证据"),
            hint=N_("在证据里写明是哪一份公开材料"),
        ),
    )


def _value(of: str) -> tuple[FormCondition, ...]:
    return (
        FormCondition(
            rule="period",
            of=of,
            at="period",
            needs=("period", "done", "open_on"),
            message=N_("没有写时期"),
            hint=N_("数字写时期，例如 2022 或 2022-06；期限目标写完成日期，或尚未完成的日期"),
        ),
        FormCondition(
            rule="no-evidence",
            of=of,
            at="value",
            needs=("/evidence",),
            message=N_("写了实际值，却没有证据"),
            hint=N_("在证据里写明数字出自哪里"),
        ),
    )


UPDATE = Rules(
    conditions=(
        FormCondition(
            rule="entries",
            of="UpdateMeta",
            at="commitments",
            needs=("commitments", "entries"),
            message=N_("没有写说的是哪条承诺"),
            hint=N_("选承诺；每条各有状态时用“逐条”"),
        ),
        FormCondition(
            rule="event",
            of="UpdateMeta",
            at="event",
            when=(FieldTest(field="date", absent=True),),
            needs=("event",),
            message=N_("没有写日期，也没有写事情发生的时间"),
            hint=N_("写事情发生的时间，例如 2022；不知道写 不详"),
        ),
        FormCondition(
            rule="event",
            of="UpdateMeta",
            at="inferred",
            when=(FieldTest(field="inferred"),),
            needs=("event",),
            message=N_("写了推断的理由，却没有写推断出的时间"),
            hint=N_("写推断出的时间，例如 2022-08-16"),
        ),
        FormCondition(
            rule="event",
            of="UpdateMeta",
            at="inferred",
            when=(FieldTest(field="event", values=(UNKNOWN,)),),
            refuses=("inferred",),
            message=N_("时间不详，却写了推断的理由"),
            hint=N_("写出推断的时间，或删去推断的理由"),
        ),
        FormCondition(
            rule="event",
            of="UpdateMeta",
            at="observations",
            when=(FieldTest(field="event", values=(UNKNOWN,)),),
            refuses=("observations",),
            message=N_("时间不详的事，不能写实际值"),
            hint=N_("对照和时序都看日期；查明时间再写"),
        ),
        FormCondition(
            rule="context",
            of="UpdateMeta",
            at="context",
            when=(FieldTest(field="context"),),
            refuses=("reported", "evidenced", "observations", "entries"),
            message=N_("这是背景，不能写状态和实际值"),
            hint=N_("背景里的数字写在正文里；本区自己的进展另写一条更新"),
        ),
        FormCondition(
            rule="none-public",
            of="UpdateMeta",
            at="evidence",
            when=(
                said("evidenced", vocabulary.EVIDENCED, "none-public"),
                FieldTest(field="reported", absent=True),
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
