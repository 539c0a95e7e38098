"""Vocabularies: words with a permanent id, a label that editors write, a description and an order.

Some ids have a meaning for the program; those must be there. Open vocabularies (topics, departments) may grow freely.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from disclosure.model.fields import CORRECTED, FIXED, FREE, Day, Record, optional, required

KINDS = "kinds"
RESULT_KINDS = "result-kinds"
STRENGTHS = "strengths"
SPECIFICITY = "specificity"
OPERATORS = "operators"
VINTAGES = "vintages"
REASONS = "reasons"
TOPICS = "topics"
DEPARTMENTS = "departments"
REPORTED = "reported"
EVIDENCED = "evidenced"
SCHEDULE = "schedule"
VERDICTS = "verdicts"
OUTCOMES = "outcomes"
ABSENCES = "absences"
CONFIDENCE = "confidence"
BASES = "bases"
ADOPTED = "adopted"
ENTITY_KINDS = "entity-kinds"
ANSWERS = "answers"
SEEN = "seen"
CHECKS = "checks"

# Ids that code refers to, by vocabulary; the docs name each rule that does
KNOWN: Mapping[str, tuple[str, ...]] = {
    KINDS: ("macro", "task", "livelihood", "orientation"),
    RESULT_KINDS: ("quantified", "plain", "shortfall"),
    STRENGTHS: ("binding", "promised", "expected", "striving", "process"),
    SPECIFICITY: ("deliverable", "number", "date", "body"),
    VINTAGES: ("forecast", "preliminary", "final"),
    OPERATORS: (
        *("ge", "le", "gt", "lt", "about_ge", "about_le", "about", "range", "int_range", "eq_base", "ge_base"),
        *("delta_pp", "all", "frequency", "first", "compare", "gt_ref", "deadline", "external", "qualitative"),
        *("vague", "process", "interval", "exact"),
    ),
    REPORTED: ("not-started", "under-way", "done", "done-early", "partly", "not-done", "adjusted", "no-information"),
    EVIDENCED: ("supported", "partly-supported", "none-public", "contradicted"),
    SCHEDULE: ("not-due", "on-pace", "behind", "ahead", "due"),
    VERDICTS: ("met", "not-met", "undecided", "just", "none"),
    OUTCOMES: (
        *("met", "met-striving", "part-met", "met-known", "adjusted-met", "late", "not-done", "below-expected"),
        *("striving-missed", "judge", "disputed", "done", "done-early", "claimed", "partly", "under-way"),
        *("not-started", "adjusted", "news", "held-so-far", "held", "not-comparable", "not-adopted", "candidate"),
        *("not-due", "due-unsearched", "due-silent"),
    ),
    ABSENCES: ("not-looked", "nothing-public", "not-due"),
    CONFIDENCE: ("high", "medium", "low"),
    BASES: ("same", "natural"),
    ADOPTED: ("yes", "no", "unknown"),
    ANSWERS: ("granted", "already-public", "partly", "absent", "not-theirs", "refused", "unprocessed"),
    SEEN: ("original", "mirror", "repost"),
    CHECKS: ("confirmed", "partly", "nothing", "not-looked"),
}
OPEN = (TOPICS, DEPARTMENTS, REASONS, ENTITY_KINDS)
# Wanted only where there is a record that uses it
WHERE_USED = (ANSWERS, SEEN, CHECKS)


ID = r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"


class FormerNameRecord(Record, change=CORRECTED):
    """What a department was called before."""

    label: str = required("名称", "当时的名称；以前的记录里写着它，不用改")
    since: Day | None = optional("起用", "从哪一天起用这个名称，知道时才填")
    until: Day = required("用到", "用到哪一天")


class WordRecord(Record, change=FREE):
    """One word of ``vocabulary/<name>.yml``."""

    id: str = required("编号", "英文小写，发布后不改", pattern=ID, max_length=80, change=FIXED)
    label: str = required("名称", "编辑在数据文件里写的词，也是页面上显示的词")
    description: str = required("说明", "一句话，显示在方法说明和数据字典里")
    order: int = optional("次序", "数字小的排在前面", default=100)
    of: Literal["clause", "figure"] | None = optional("用于", "只用于免列理由：clause 指语句，figure 指数字")
    shape: str = optional(
        "形状", "只用于一句话结论：词前面的一个符号，黑白打印也分得清", default="○", min_length=1, max_length=1
    )
    colour: Literal["accent", "focus", "ink", "muted"] = optional(
        "颜色", "只用于一句话结论：样式表里颜色的名字", default="muted"
    )
    counts: Literal["kept", "missed", "neither"] = optional(
        "计作", "只用于一句话结论：kept 兑现，missed 没有兑现，neither 两样都不是", default="neither"
    )
    names: list[FormerNameRecord] = optional(
        "曾用名", "只用于责任单位：改名以前的名称和用到哪一天；编号不变", default=[], change=CORRECTED
    )
    until: Day | None = optional("撤销日期", "只用于责任单位：撤销或并入别的单位的日期", change=CORRECTED)
    district: str | None = optional(
        "区县",
        "只用于有 districts.yml 的网站里的责任单位：是哪个区县的，写它的编号",
        pattern=ID,
        max_length=80,
        change=CORRECTED,
    )
    into: str | None = optional("并入", "只用于责任单位：并入的单位的编号", pattern=ID, max_length=80, change=CORRECTED)


class Term(Struct, frozen=True):
    """A word in use: what data carries (``id``) and what people read (``label``)."""

    id: str
    label: str
