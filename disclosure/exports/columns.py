"""The columns of the tables: which each has, and what each means. The names are those of the JSON files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from disclosure.translation import mark as N_

Type = Literal["string", "integer", "number", "boolean", "date"]

_PLACE = ("passage", "start", "end")
_OPERATOR = ("operator", "operator_label")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "report": ("report", "id", "section", "head", "text"),
    "commitments": (
        *("report", "id", "title", "kind", "kind_label", "section", "head", *_PLACE, "quote"),
        *("specificity", "specificity_label", "strength", "strength_label", "strength_source", "strength_because"),
        *("targets", "deadline", "deadline_stated", "leader", "lead", "lead_label", "supporting", "supporting_label"),
        *("topics", "topics_label", "group", "grouped", "results"),
        *("reported", "evidenced", "schedule", "official_verdict", "updates", "url"),
    ),
    "targets": (
        *("report", "commitment", "title", "id", "measure", "written", *_OPERATOR, "value", "upper", "unit"),
        *("qualifier", "strength", "strength_label", "strength_word", "strength_source", "per", "deadline"),
        *("overridden", "because", "baseline_figure", "baseline_written", "baseline_value", "baseline_unit", "verdict"),
    ),
    "results": (
        *("report", "id", "title", "section", *_PLACE, "quote", "kind", "kind_label", "topics", "topics_label"),
        *("figures", "group", "commitments", "url"),
    ),
    "figures": (
        *("report", "result", "title", "id", "measure", "written", *_OPERATOR, "value", "unit", "qualifier"),
        *("growth", "vintage", "vintage_label"),
    ),
    "indicators": (
        *("report", "indicator", "name", "unit", "polarity", "period", "value_kind", "figure", "target", "written"),
        *(*_OPERATOR, "value", "vintage", "vintage_label", "implied", "implied_unit"),
    ),
    "coverage-figures": ("report", *_PLACE, "text", "class", "record", "reason", "reason_label"),
    "coverage-clauses": ("report", *_PLACE, "text", "records", "reason", "reason_label"),
    "glossary": ("report", "number", "term", "explanation", "passage", "url"),
}

# name -> type, what it means
MEANINGS: Mapping[str, tuple[Type, str]] = {
    "report": ("string", N_("报告的编号")),
    "id": ("string", N_("编号，永久不变")),
    "title": ("string", N_("标题")),
    "kind": ("string", N_("类别的编号")),
    "kind_label": ("string", N_("类别")),
    "section": ("string", N_("所在小节的编号")),
    "head": ("string", N_("段首小标题")),
    "passage": ("string", N_("所在段落的编号")),
    "start": ("integer", N_("在段落文字里的起点，从0数起")),
    "end": ("integer", N_("在段落文字里的终点，不含")),
    "quote": ("string", N_("照录的原文")),
    "text": ("string", N_("照录的文字")),
    "specificity": ("string", N_("写明了什么，编号，几项之间用顿号")),
    "specificity_label": ("string", N_("写明了什么")),
    "strength": ("string", N_("强度的编号")),
    "strength_label": ("string", N_("强度")),
    "strength_word": ("string", N_("决定强度的词")),
    "strength_source": ("string", N_("强度怎样得知：text 原文、inherited 承接前文、editor 编者判断")),
    "strength_because": ("string", N_("编者判断的理由")),
    "targets": ("string", N_("目标的编号，见 targets.csv")),
    "figures": ("string", N_("数字的编号，见 figures.csv")),
    "deadline": ("date", N_("期限")),
    "deadline_stated": ("boolean", N_("期限是否为原文写明")),
    "leader": ("string", N_("责任领导")),
    "lead": ("string", N_("牵头单位的编号")),
    "lead_label": ("string", N_("牵头单位")),
    "supporting": ("string", N_("配合单位的编号")),
    "supporting_label": ("string", N_("配合单位")),
    "topics": ("string", N_("主题的编号")),
    "topics_label": ("string", N_("主题")),
    "group": ("string", N_("同一处原文拆成的几条共用的组名")),
    "grouped": ("string", N_("同组的其他记录")),
    "results": ("string", N_("上年在同一件事上的成果")),
    "commitments": ("string", N_("下一年在同一件事上的承诺")),
    "reported": ("string", N_("主管部门报告的状态；尚未收录时为空")),
    "evidenced": ("string", N_("公开证据的状态；尚未收录时为空")),
    "schedule": ("string", N_("时序状态；尚未收录时为空")),
    "official_verdict": ("string", N_("官方结论；尚未收录时为空")),
    "updates": ("string", N_("跟踪记录；尚未收录时为空")),
    "verdict": ("string", N_("自动对照结果；尚未收录时为空")),
    "url": ("string", N_("页面地址，从网站根目录起")),
    "commitment": ("string", N_("承诺的编号")),
    "result": ("string", N_("成果的编号")),
    "measure": ("string", N_("数的是什么")),
    "written": ("string", N_("照录的原文数字")),
    "operator": ("string", N_("比较方式的编号")),
    "operator_label": ("string", N_("比较方式")),
    "value": ("number", N_("数值，按基本单位：1.5万个是15000个")),
    "upper": ("number", N_("区间的上限")),
    "unit": ("string", N_("基本单位")),
    "qualifier": ("string", N_("限定词")),
    "per": ("string", N_("频次目标的周期")),
    "overridden": ("string", N_("编者改写了程序读法的字段")),
    "because": ("string", N_("改写的原因")),
    "baseline_figure": ("string", N_("上年同一指标的数字的编号")),
    "baseline_written": ("string", N_("上年同一指标的原文数字")),
    "baseline_value": ("number", N_("上年同一指标的数值")),
    "baseline_unit": ("string", N_("上年同一指标的单位")),
    "growth": ("boolean", N_("是否为比上年的增减幅度")),
    "vintage": ("string", N_("口径的编号")),
    "vintage_label": ("string", N_("口径：预计、初步或最终")),
    "indicator": ("string", N_("指标的编号")),
    "name": ("string", N_("指标的名称")),
    "polarity": ("string", N_("up 越高越好，down 越低越好")),
    "period": ("string", N_("年份")),
    "value_kind": ("string", N_("observation 实际值、target 目标")),
    "figure": ("string", N_("出自哪项成果的数字")),
    "target": ("string", N_("出自哪条承诺的目标")),
    "implied": ("number", N_("推算的绝对值；不是报告原文")),
    "implied_unit": ("string", N_("推算值的单位")),
    "class": ("string", N_("由什么收录：result 成果、commitment 承诺、incidental 免列")),
    "record": ("string", N_("收录它的记录")),
    "records": ("string", N_("收录它的记录")),
    "reason": ("string", N_("免列理由的编号")),
    "reason_label": ("string", N_("免列理由")),
    "number": ("integer", N_("原文的注释编号")),
    "term": ("string", N_("名词")),
    "explanation": ("string", N_("解释")),
}
