"""What the columns mean that are no field of a record: their types, heads and texts, each said once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from disclosure.translation import mark as N_

Type = Literal["string", "integer", "number", "boolean", "date"]


class Meaning(Struct, frozen=True):
    """What stands in a column: its type as Frictionless names it, a short head for people, the text that explains it.

    Where a cell holds ``several`` values, the type is that of each.
    """

    type: Type
    head: str
    text: str
    several: bool = False


def _several(head: str, text: str) -> Meaning:
    return Meaning("string", head, text, several=True)


# The name of a column, in all tables or in one of them (table.name)
DERIVED: Mapping[str, Meaning] = {
    "report": Meaning("string", N_("报告"), N_("报告的编号")),
    "id": Meaning("string", N_("编号"), N_("编号，永久不变")),
    "title": Meaning("string", N_("标题"), N_("标题")),
    "section": Meaning("string", N_("小节编号"), N_("所在小节的编号")),
    "parent": Meaning("string", N_("所属部分"), N_("所属部分的编号；部分本身为空")),
    "level": Meaning("integer", N_("层级"), N_("1 是部分，2 是小节")),
    "reports.source": Meaning("string", N_("存档原文"), N_("存档原文的文件名")),
    "head": Meaning("string", N_("段首小标题"), N_("段首小标题")),
    "passage": Meaning("string", N_("段落编号"), N_("所在段落的编号")),
    "start": Meaning("integer", N_("起点"), N_("在段落文字里的起点，从0数起")),
    "end": Meaning("integer", N_("终点"), N_("在段落文字里的终点，不含")),
    "text": Meaning("string", N_("文字"), N_("照录的文字")),
    "strength_word": Meaning("string", N_("强度的词"), N_("决定强度的词")),
    "strength_source": Meaning(
        "string", N_("强度来源"), N_("强度怎样得知：text 原文、inherited 承接前文、bare 只写数字、editor 编者判断")
    ),
    "strength_because": Meaning("string", N_("强度改判理由"), N_("编者判断的理由")),
    "targets": _several(N_("目标编号"), N_("目标的编号，见 targets.csv")),
    "figures": _several(N_("数字编号"), N_("数字的编号，见 figures.csv")),
    "deadline": Meaning("date", N_("期限"), N_("期限")),
    "deadline_stated": Meaning("boolean", N_("原文写明期限"), N_("期限是否为原文写明")),
    "grouped": _several(N_("同组"), N_("同组的其他记录")),
    "commitments": _several(N_("相关承诺"), N_("下一年在同一件事上的承诺")),
    "outcome": Meaning("string", N_("结论编号"), N_("后来怎样的编号：一个词，各处页面显示的就是它")),
    "outcome_label": Meaning("string", N_("结论"), N_("后来怎样")),
    "outcome_counts": Meaning("string", N_("计作"), N_("计作：kept 兑现、missed 没有兑现、neither 两样都不是")),
    "outcome_note": Meaning("string", N_("结论说明"), N_("后来怎样的说明")),
    "outcome_rule": Meaning("string", N_("结论规则"), N_("得出后来怎样的规则的版本")),
    "reported": Meaning("string", N_("报告状态编号"), N_("报告状态的编号：责任单位怎么说")),
    "reported_label": Meaning("string", N_("报告状态"), N_("报告状态")),
    "reported_since": Meaning("date", N_("报告状态起"), N_("报告状态从哪一天起")),
    "evidenced": Meaning("string", N_("证据状态编号"), N_("证据状态的编号：公开证据支持到什么程度")),
    "evidenced_label": Meaning("string", N_("证据状态"), N_("证据状态")),
    "evidenced_since": Meaning("date", N_("证据状态起"), N_("证据状态从哪一天起，或检索截至哪一天")),
    "schedule": Meaning("string", N_("时序编号"), N_("时序的编号：按日历算到哪里")),
    "schedule_label": Meaning("string", N_("时序"), N_("时序")),
    "absence": Meaning("string", N_("无信息编号"), N_("为什么没有信息的编号")),
    "absence_label": Meaning("string", N_("无信息情形"), N_("为什么没有信息：尚未检索、检索过没有、未到期")),
    "absence_settles": Meaning("string", N_("待公开文件"), N_("哪一份文件公开以后就能知道")),
    "official_verdict": Meaning("string", N_("官方结论编号"), N_("官方结论的编号")),
    "official_verdict_label": Meaning("string", N_("官方结论"), N_("官方结论")),
    "planned": Meaning("date", N_("计划时限"), N_("责任单位计划哪一天以前完成；不改变期限")),
    "task": Meaning("string", N_("任务"), N_("任务，即承诺的标题")),
    "lead_label": Meaning("string", N_("牵头"), N_("牵头单位")),
    "supporting_label": _several(N_("配合"), N_("配合单位")),
    "progress": Meaning("string", N_("进展"), N_("最近一条跟踪更新的标题；没有公开的进展就空着")),
    "progress_date": Meaning("date", N_("进展日期"), N_("最近一条跟踪更新的日期")),
    "department": Meaning("string", N_("单位编号"), N_("责任单位的编号")),
    "department_label": Meaning("string", N_("单位"), N_("责任单位现在的名称")),
    "former_names": _several(N_("曾用名"), N_("曾用名")),
    "lead": _several(N_("牵头的承诺"), N_("牵头的承诺的编号")),
    "supporting": _several(N_("配合的承诺"), N_("配合的承诺的编号")),
    "kept": Meaning("integer", N_("兑现"), N_("牵头的承诺里，计作兑现的条数")),
    "missed": Meaning("integer", N_("没有兑现"), N_("牵头的承诺里，计作没有兑现的条数")),
    "neither": Meaning("integer", N_("两样都不是"), N_("牵头的承诺里，两样都不是的条数")),
    "source": Meaning("string", N_("依据"), N_("依据的标题、编号或网址")),
    "document": Meaning("string", N_("文件"), N_("文件的标题、编号或网址")),
    "adjustments": _several(N_("调整日期"), N_("目标或期限调整的日期")),
    "vote": Meaning("string", N_("票决结果编号"), N_("票决结果的编号")),
    "vote_label": Meaning("string", N_("票决结果"), N_("票决结果")),
    "updates": _several(N_("更新编号"), N_("跟踪更新的编号")),
    "verdict": Meaning("string", N_("对照结果编号"), N_("对照结果（自动）的编号")),
    "verdict_label": Meaning("string", N_("对照结果"), N_("对照结果（自动）")),
    "verdict_rule": Meaning("string", N_("对照规则"), N_("对照的规则")),
    "verdict_rubric": Meaning("string", N_("尺度版本"), N_("对照尺度的版本")),
    "verdict_working": Meaning("string", N_("算式"), N_("对照的算式")),
    "observations": _several(N_("有实际值的目标"), N_("写了实际值的目标")),
    "evidence": _several(N_("证据"), N_("证据的标题、编号或网址")),
    "settles": _several(N_("能说明的承诺"), N_("能说明的承诺的编号")),
    "open": _several(N_("仍无信息的承诺"), N_("其中还没有公开信息的承诺的编号")),
    "requests": _several(N_("申请编号"), N_("要过它的公开申请的编号")),
    "provisional": _several(N_("暂算的原因"), N_("期限为什么只是暂算；不是暂算的为空")),
    "extended": Meaning("integer", N_("延长工作日"), N_("延长了几个工作日")),
    "state": Meaning("string", N_("进度编号"), N_("申请到了哪一步的编号：overdue、refused、without、open、answered")),
    "state_label": Meaning("string", N_("进度"), N_("申请到了哪一步")),
    "answer": Meaning("string", N_("答复编号"), N_("答复结果的编号")),
    "answer_label": Meaning("string", N_("答复"), N_("答复结果")),
    "checks": _several(N_("核对编号"), N_("报告以外的材料怎么说的编号，后来的在后面")),
    "recorded": Meaning("date", N_("收录日期"), N_("在本站收录的日期；不是事情发生的日期")),
    "url": Meaning("string", N_("页面"), N_("页面地址，从网站根目录起")),
    "commitment": Meaning("string", N_("承诺编号"), N_("承诺的编号")),
    "result": Meaning("string", N_("成果编号"), N_("成果的编号")),
    "written": Meaning("string", N_("原文数字"), N_("照录的原文数字")),
    "operator": Meaning("string", N_("比较方式编号"), N_("比较方式的编号")),
    "operator_label": Meaning("string", N_("比较方式"), N_("比较方式")),
    "value": Meaning("number", N_("数值"), N_("数值，按基本单位：1.5万个是15000个")),
    "unit": Meaning("string", N_("单位"), N_("基本单位")),
    "qualifier": Meaning("string", N_("限定词"), N_("限定词")),
    "per": Meaning("string", N_("周期"), N_("频次目标的周期")),
    "overridden": _several(N_("改写的字段"), N_("编者改写了程序读法的字段")),
    "baseline_figure": Meaning("string", N_("上年数字编号"), N_("上年同一指标的数字的编号")),
    "baseline_written": Meaning("string", N_("上年原文数字"), N_("上年同一指标的原文数字")),
    "baseline_value": Meaning("number", N_("上年数值"), N_("上年同一指标的数值")),
    "baseline_unit": Meaning("string", N_("上年单位"), N_("上年同一指标的单位")),
    "vintage": Meaning("string", N_("口径编号"), N_("口径的编号")),
    "vintage_label": Meaning("string", N_("口径"), N_("口径：预计、初步或最终")),
    "indicator": Meaning("string", N_("指标编号"), N_("指标的编号")),
    "period": Meaning("string", N_("时期"), N_("时期：年份，或者到哪个月、哪一天为止")),
    "basis": Meaning("string", N_("可比口径编号"), N_("可比口径的编号")),
    "basis_label": Meaning("string", N_("可比口径"), N_("可比口径：同口径或自然口径")),
    "update": Meaning("string", N_("更新编号"), N_("写明它的跟踪更新的编号")),
    "value_kind": Meaning("string", N_("值的种类"), N_("observation 实际值、target 目标")),
    "figure": Meaning("string", N_("成果数字编号"), N_("出自哪项成果的数字")),
    "target": Meaning("string", N_("目标编号"), N_("出自哪条承诺的目标")),
    "implied": Meaning("number", N_("推算值"), N_("推算的绝对值；不是报告原文")),
    "implied_unit": Meaning("string", N_("推算单位"), N_("推算值的单位")),
    "entity": Meaning("string", N_("地方或单位编号"), N_("地方或单位的编号")),
    "entities": _several(N_("说到的地方和单位"), N_("说到的地方和单位的编号")),
    "named": Meaning("string", N_("原文写法"), N_("原文里的写法")),
    "class": Meaning("string", N_("收录方式"), N_("由什么收录：result 成果、commitment 承诺、incidental 免列")),
    "record": Meaning("string", N_("记录"), N_("收录它的记录")),
    "records": _several(N_("记录"), N_("收录它的记录")),
    "reason": Meaning("string", N_("免列理由编号"), N_("免列理由的编号")),
    "reason_label": Meaning("string", N_("免列理由"), N_("免列理由")),
    "happening": Meaning(
        "string",
        N_("变化编号"),
        N_("怎样变了：created 新收录、changed 有改动、retouched 只改标点、空格或写法、gone 撤下"),
    ),
    "happening_label": Meaning("string", N_("变化"), N_("怎样变了")),
    "kind": Meaning("string", N_("记录类别编号"), N_("哪类记录的编号")),
    "kind_label": Meaning("string", N_("记录类别"), N_("哪类记录")),
    "date": Meaning("date", N_("日期"), N_("在本站公开的日期；不是事情发生的日期")),
    "commit": Meaning("string", N_("提交"), N_("哪个提交；还没有提交的为空")),
    "field_label": Meaning("string", N_("字段名称"), N_("字段的名称")),
    "corrections": _several(N_("更正编号"), N_("一同发布的更正的编号")),
    "was_label": Meaning("string", N_("原来的结论"), N_("原来的结论；收录时的结论没有原来的")),
    "now_label": Meaning("string", N_("现在的结论"), N_("现在的结论")),
    "cause": Meaning("string", N_("原因编号"), N_("为什么变：record 记录有改动、term 期限到了")),
    "cause_label": Meaning("string", N_("原因"), N_("为什么变")),
    "grounds": _several(N_("依据"), N_("摘要依据的承诺、成果、段落和句子")),
    "glossary.number": Meaning("integer", N_("注释编号"), N_("原文的注释编号")),
    "target_measures": _several(N_("目标指标"), N_("每个目标的指标")),
    "target_written": _several(N_("目标"), N_("每个目标的原文数字")),
    "target_value": Meaning("number", N_("目标值"), N_("目标的数值；有几个目标的空着，见“目标”表")),
    "target_unit": Meaning("string", N_("目标单位"), N_("目标值和实际值的单位")),
    "observed": _several(N_("实际"), N_("每个目标截至最后一天的实际值，带口径；说法不同的都在")),
    "observed_value": Meaning(
        "number", N_("实际值"), N_("截至最后一天的实际值；有几个目标的，或这一天有不同的数的，空着")
    ),
    "observed_until": Meaning("date", N_("实际值截至"), N_("实际值覆盖到哪一天；有几个目标的空着")),
    "target_verdicts": _several(N_("对照结果"), N_("每个目标的对照结果（自动）")),
    "tasks.deadline": Meaning("date", N_("时限"), N_("期限")),
    "tasks.outcome_label": Meaning("string", N_("状态"), N_("后来怎样：一个词，与各处页面一致")),
    "tasks.number": Meaning("integer", N_("序号"), N_("第几项任务，按报告的次序")),
    "term": Meaning("string", N_("名词"), N_("名词")),
    "explanation": Meaning("string", N_("解释"), N_("解释")),
}
