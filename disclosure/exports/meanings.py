"""What the names in published data mean. A field of a record says so itself; what is derived, says it here, once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct

from disclosure.model.fields import Field, Record, records_in
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

Type = Literal["string", "integer", "number", "boolean", "date"]

LABEL = "_label"
_TYPES: Mapping[Any, Type] = {int: "integer", Decimal: "number", bool: "boolean", date: "date"}


class Meaning(Struct, frozen=True):
    """The type of a cell, as Frictionless names it, and what stands in it."""

    type: Type
    text: str


def about(text: str) -> Any:
    """How a shape itself says what a value means. Evaluated when schemas are made: a build never loads pydantic."""
    import pydantic

    return pydantic.Field(description=text)


def meaning(name: str, record: type[Record] | None) -> Meaning:
    """What a column means in a table made of ``record``: that of its field, if it has one which a cell can hold."""
    field = source(name, record)
    if field is None or any(records_in(field.type)):
        type, text = DERIVED[name]
        return Meaning(type, _(text))
    return Meaning(_type(field), _coded(field) if _holds_ids(name, field) else _(field.meaning))


def explained(name: str, record: type[Record] | None, *, nested: bool) -> str:
    """What a value of JSON means that does not say so itself; ``nested`` are rows, whose own values say the rest."""
    field = source(name, record)
    if field is not None:
        return _coded(field) if _holds_ids(name, field) and not nested else _(field.meaning)
    return _(DERIVED[name][1]) if name in DERIVED and not nested else ""


def source(name: str, record: type[Record] | None) -> Field | None:
    """The field of a name in rows made of ``record``: of that name, or the one whose label it is (``kind_label``)."""
    fields = record.declared if record else {}
    coded = fields.get(name.removesuffix(LABEL))
    return fields.get(name) or (coded if coded and coded.words else None)


def _holds_ids(name: str, field: Field) -> bool:
    return bool(field.words) and not name.endswith(LABEL)


def _coded(field: Field) -> str:
    return _("{name}的编号").format(name=_(field.label))


def _type(field: Field) -> Type:
    """Several values in a cell are text."""
    kinds = {field.type, *(get_args(field.type) if get_origin(field.type) is UnionType else ())}
    return next((_TYPES[kind] for kind in kinds if kind in _TYPES), "string")


# name -> type, what it means
DERIVED: Mapping[str, tuple[Type, str]] = {
    "report": ("string", N_("报告的编号")),
    "id": ("string", N_("编号，永久不变")),
    "title": ("string", N_("标题")),
    "section": ("string", N_("所在小节的编号")),
    "head": ("string", N_("段首小标题")),
    "passage": ("string", N_("所在段落的编号")),
    "start": ("integer", N_("在段落文字里的起点，从0数起")),
    "end": ("integer", N_("在段落文字里的终点，不含")),
    "text": ("string", N_("照录的文字")),
    "strength_word": ("string", N_("决定强度的词")),
    "strength_source": ("string", N_("强度怎样得知：text 原文、inherited 承接前文、bare 只写数字、editor 编者判断")),
    "strength_because": ("string", N_("编者判断的理由")),
    "targets": ("string", N_("目标的编号，见 targets.csv")),
    "figures": ("string", N_("数字的编号，见 figures.csv")),
    "deadline": ("date", N_("期限")),
    "deadline_stated": ("boolean", N_("期限是否为原文写明")),
    "grouped": ("string", N_("同组的其他记录")),
    "commitments": ("string", N_("下一年在同一件事上的承诺")),
    "outcome": ("string", N_("后来怎样的编号：一个词，各处页面显示的就是它")),
    "outcome_label": ("string", N_("后来怎样")),
    "outcome_counts": ("string", N_("计作：kept 兑现、missed 没有兑现、neither 两样都不是")),
    "outcome_note": ("string", N_("后来怎样的说明")),
    "outcome_rule": ("string", N_("得出后来怎样的规则的版本")),
    "reported": ("string", N_("报告状态的编号：责任单位怎么说")),
    "reported_label": ("string", N_("报告状态")),
    "reported_since": ("date", N_("报告状态从哪一天起")),
    "evidenced": ("string", N_("证据状态的编号：公开证据支持到什么程度")),
    "evidenced_label": ("string", N_("证据状态")),
    "evidenced_since": ("date", N_("证据状态从哪一天起，或检索截至哪一天")),
    "schedule": ("string", N_("时序的编号：按日历算到哪里")),
    "schedule_label": ("string", N_("时序")),
    "absence": ("string", N_("为什么没有信息的编号")),
    "absence_label": ("string", N_("为什么没有信息：尚未检索、检索过没有、未到期")),
    "absence_settles": ("string", N_("哪一份文件公开以后就能知道")),
    "official_verdict": ("string", N_("官方结论的编号")),
    "official_verdict_label": ("string", N_("官方结论")),
    "official_verdict_said": ("string", N_("官方用语，照录")),
    "planned": ("date", N_("责任单位计划哪一天以前完成；不改变期限")),
    "task": ("string", N_("任务，即承诺的标题")),
    "lead_label": ("string", N_("牵头单位")),
    "supporting_label": ("string", N_("配合单位")),
    "progress": ("string", N_("最近一条跟踪更新的标题；没有公开的进展就空着")),
    "progress_date": ("date", N_("最近一条跟踪更新的日期")),
    "department": ("string", N_("责任单位的编号")),
    "department_label": ("string", N_("责任单位现在的名称")),
    "former_names": ("string", N_("曾用名")),
    "lead": ("string", N_("牵头的承诺的编号")),
    "supporting": ("string", N_("配合的承诺的编号")),
    "kept": ("integer", N_("牵头的承诺里，计作兑现的条数")),
    "missed": ("integer", N_("牵头的承诺里，计作没有兑现的条数")),
    "neither": ("integer", N_("牵头的承诺里，两样都不是的条数")),
    "source": ("string", N_("依据的标题、编号或网址")),
    "document": ("string", N_("文件的标题、编号或网址")),
    "adjustments": ("string", N_("目标或期限调整的日期")),
    "vote": ("string", N_("票决结果的编号")),
    "vote_label": ("string", N_("票决结果")),
    "updates": ("string", N_("跟踪更新的编号")),
    "verdict": ("string", N_("对照结果（自动）的编号")),
    "verdict_label": ("string", N_("对照结果（自动）")),
    "verdict_rule": ("string", N_("对照的规则")),
    "verdict_rubric": ("string", N_("对照尺度的版本")),
    "verdict_working": ("string", N_("对照的算式")),
    "observations": ("string", N_("写了实际值的目标")),
    "evidence": ("string", N_("证据的标题、编号或网址")),
    "settles": ("string", N_("能说明的承诺的编号")),
    "open": ("string", N_("其中还没有公开信息的承诺的编号")),
    "requests": ("string", N_("要过它的公开申请的编号")),
    "provisional": ("string", N_("期限为什么只是暂算；不是暂算的为空")),
    "extended": ("integer", N_("延长了几个工作日")),
    "state": ("string", N_("申请到了哪一步的编号：overdue、refused、without、open、answered")),
    "state_label": ("string", N_("申请到了哪一步")),
    "answer": ("string", N_("答复结果的编号")),
    "answer_label": ("string", N_("答复结果")),
    "answer_date": ("date", N_("答复日期")),
    "answer_reason": ("string", N_("机关说的理由，照录")),
    "answer_about": ("string", N_("答复说到的承诺")),
    "checks": ("string", N_("报告以外的材料怎么说的编号，后来的在后面")),
    "recorded": ("date", N_("在本站收录的日期；不是事情发生的日期")),
    "url": ("string", N_("页面地址，从网站根目录起")),
    "commitment": ("string", N_("承诺的编号")),
    "result": ("string", N_("成果的编号")),
    "written": ("string", N_("照录的原文数字")),
    "operator": ("string", N_("比较方式的编号")),
    "operator_label": ("string", N_("比较方式")),
    "value": ("number", N_("数值，按基本单位：1.5万个是15000个")),
    "unit": ("string", N_("基本单位")),
    "qualifier": ("string", N_("限定词")),
    "per": ("string", N_("频次目标的周期")),
    "overridden": ("string", N_("编者改写了程序读法的字段")),
    "baseline_figure": ("string", N_("上年同一指标的数字的编号")),
    "baseline_written": ("string", N_("上年同一指标的原文数字")),
    "baseline_value": ("number", N_("上年同一指标的数值")),
    "baseline_unit": ("string", N_("上年同一指标的单位")),
    "vintage": ("string", N_("口径的编号")),
    "vintage_label": ("string", N_("口径：预计、初步或最终")),
    "indicator": ("string", N_("指标的编号")),
    "period": ("string", N_("时期：年份，或者到哪个月、哪一天为止")),
    "basis": ("string", N_("可比口径的编号")),
    "basis_label": ("string", N_("可比口径：同口径或自然口径")),
    "update": ("string", N_("写明它的跟踪更新的编号")),
    "value_kind": ("string", N_("observation 实际值、target 目标")),
    "figure": ("string", N_("出自哪项成果的数字")),
    "target": ("string", N_("出自哪条承诺的目标")),
    "implied": ("number", N_("推算的绝对值；不是报告原文")),
    "implied_unit": ("string", N_("推算值的单位")),
    "entity": ("string", N_("地方或单位的编号")),
    "entities": ("string", N_("说到的地方和单位的编号")),
    "named": ("string", N_("原文里的写法")),
    "class": ("string", N_("由什么收录：result 成果、commitment 承诺、incidental 免列")),
    "record": ("string", N_("收录它的记录")),
    "records": ("string", N_("收录它的记录")),
    "reason": ("string", N_("免列理由的编号")),
    "reason_label": ("string", N_("免列理由")),
    "happening": ("string", N_("怎样变了：created 新收录、changed 有改动、retouched 只改标点、空格或写法、gone 撤下")),
    "happening_label": ("string", N_("怎样变了")),
    "kind": ("string", N_("哪类记录的编号")),
    "kind_label": ("string", N_("哪类记录")),
    "date": ("date", N_("在本站公开的日期；不是事情发生的日期")),
    "commit": ("string", N_("哪个提交；还没有提交的为空")),
    "field_label": ("string", N_("字段的名称")),
    "corrections": ("string", N_("一同发布的更正的编号")),
    "was_label": ("string", N_("原来的结论；收录时的结论没有原来的")),
    "now_label": ("string", N_("现在的结论")),
    "cause": ("string", N_("为什么变：record 记录有改动、term 期限到了")),
    "cause_label": ("string", N_("为什么变")),
    "grounds": ("string", N_("摘要依据的承诺、成果、段落和句子")),
    "number": ("integer", N_("原文的注释编号")),
    "term": ("string", N_("名词")),
    "explanation": ("string", N_("解释")),
}
