"""``responsibilities/<report>.yml``: who answers for which promises, from which day on, by which document."""

from typing import Literal

from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import CORRECTED, FIXED, Day, NameOf, Record, optional, required

COMMITMENT = r"^c[0-9]{3,6}$"
# What an entry may state, and a later one may end
Duty = Literal["leader", "lead", "supporting", "deadline"]


class ResponsibilityRecord(Record, change=CORRECTED):
    """One document's word on one or more promises. A later entry replaces what it states and leaves the rest; the
    earlier one stays on the record."""

    commitments: list[str] = required(
        "承诺",
        "同一安排的承诺编号，例如 [c016, c017]",
        min_length=1,
        means="承诺的编号",
        change=FIXED,
        names=NameOf.OWN_COMMITMENT,
    )
    date: Day = required("日期", "从哪一天起；文件没有另写的，就是文件的日期", means="从哪一天起", change=FIXED)
    leader: str | None = optional("责任领导", "文件写明时才填")
    lead: str | None = optional("牵头单位", "用词见词表 departments", words=vocabulary.DEPARTMENTS)
    supporting: list[str] = optional(
        "配合单位", "用词见词表 departments；写全，不只写新增的", default=[], words=vocabulary.DEPARTMENTS
    )
    deadline: Day | None = optional(
        "计划时限", "责任单位计划哪一天以前完成；不改变原文的期限", means="责任单位计划哪一天以前完成"
    )
    ends: list[Duty] = optional(
        "不再有", "从这一天起不再有的：leader、lead、supporting 或 deadline；换人、换单位只写新的", default=[]
    )
    source: EvidenceRecord = required("依据", "写明责任的公开文件")
