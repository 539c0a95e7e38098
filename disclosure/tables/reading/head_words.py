"""How the heads of columns are called in tables of tasks, as data: a line more is another word known.

A head is compared without blanks, brackets and signs. What stands here as a whole head comes before what it may hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from disclosure.tables.columns import heads as own_heads
from disclosure.tables.shapes import Field

# What is known, and never taken: the order of rows
Meaning = Field | Literal["number", "stated", "light"]
NUMBER: Literal["number"] = "number"

WHOLE: Mapping[Meaning, str] = {
    "number": "序号 编码 项次 No 号 #",
    "id": "编号 任务编号 承诺编号 本站编号 事项编号",
    "task": "工作任务 重点任务 目标任务 任务 任务名称 工作内容 任务内容 项目名称 项目 实事项目 实事项目名称 事项 事项名称"
    " 工作事项 主要内容 主要任务 重点工作 重点工作任务 建设内容 建设内容及规模 主要建设内容 项目内容 具体任务 具体内容"
    " 工作要点 工作项目 任务事项 承诺 承诺事项 内容 分解任务 工作目标任务 年度工作任务 年度重点任务 报告任务 任务分解"
    " 督查事项 督办事项 民生实事 民生实事项目 工作目标 目标任务内容 重点项目 牵头事项 交办事项",
    "quote": "原文 报告原文 报告表述 政府工作报告原文 政府工作报告表述",
    "measure": "指标 指标名称 考核指标 主要指标 量化指标",
    "target": "目标 目标值 年度目标 年度目标值 全年目标 全年目标值 计划数 目标数 任务数 年度计划 全年计划 年初目标 年度任务数",
    "leader": "责任领导 牵头领导 分管领导 区领导 县领导 市领导 县级领导 区级领导 市级领导 包联领导 包抓领导 挂点领导 领导",
    "lead": "牵头单位 牵头部门 责任单位 责任部门 主办单位 承办单位 实施单位 主责单位 牵头责任单位 主要责任单位 责任主体"
    " 牵头 主办 单位名称 部门 填报单位 牵头责任部门 实施主体",
    "supporting": "配合单位 配合部门 协办单位 协同单位 参与单位 协作单位 配合 协办 配合责任单位 责任单位配合 其他责任单位",
    "deadline": "完成时限 完成时间 计划完成时间 计划完成时限 时间节点 时限 时限要求 完成期限 办结时限 计划时限 预计完成时间"
    " 计划竣工时间 完成时间节点 工作时限 计划完成日期 时间要求 时间进度要求",
    "reported": "状态 完成状态 进展状态 目前状态 推进状态 办理状态 当前状态 是否完成 是否办结 完成与否 工作状态",
    "stated": "完成率 完成比例 进度 进度% 完成进度 目前进度 完成百分比 总体进度 年度完成率",
    "light": "灯色 亮灯 亮灯情况 红黄绿灯 督查灯色 预警 督查评价 进度评价 亮牌 亮牌情况",
    "progress": "进展 进展情况 推进情况 完成情况 工作进展 目前进展 进度情况 落实情况 办理情况 最新进展 当前进展 实施进展"
    " 形象进度 工作推进情况 工作进展情况 工作完成情况 目前进展情况 任务完成情况 项目进展 项目进展情况 截至目前进展 具体进展"
    " 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 上半年 下半年 全年 年中 年底",
    "value": "实际值 完成数 完成值 实际完成 累计完成 完成量 实际数 当前值 已完成数 实绩 完成额 实际完成数 累计完成数 完成数量 实际完成值",
    "unit": "计量单位 数量单位",
    "period": "时期 统计时间 数据时间 统计周期 截至时间 统计时段",
    "vintage": "数据口径 口径",
    "basis": "可比口径",
    "done": "完成日期 实际完成时间 实际完成日期 办结时间 办结日期 竣工时间 实际竣工时间",
    "publisher": "材料发布单位 发布单位 材料来源 来源",
    "title": "材料标题 佐证材料 公开材料 佐证材料名称 证明材料",
    "url": "材料网址 网址 链接 公开网址 公开链接 网页链接",
    "date": "材料日期 发布日期 公开日期 发布时间 公开时间",
    "locator": "材料文号 文号",
    "remarks": "备注 说明 其他 备注说明 存在问题 存在的问题 存在困难 问题及困难 困难和问题 下一步工作 下一步工作计划 下一步打算 下一步计划",
}
# What a head that is not known as a whole holds, the first that does
HOLDS: tuple[tuple[Meaning, re.Pattern[str]], ...] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("remarks", "存在.*(?:问题|困难)|下一?步|备注"),
        ("done", "实际.*(?:完成|竣工|办结)(?:时间|日期)"),
        ("deadline", "(?:完成|办结|竣工)(?:的?时限|期限|时间|日期)|时间节点"),
        ("stated", "完成率|完成比例|百分比|进度[（(]?%"),
        ("reported", "是否.*(?:完成|办结|达标)|状态$"),
        ("progress", "进展|推进情况|完成情况|落实情况|办理情况|^[0-9一二三四五六七八九十]{1,3}(?:-[0-9]+)?月份?$"),
        ("supporting", "(?:配合|协办|协同|参与).*(?:单位|部门)"),
        ("leader", "领导$"),
        ("lead", "(?:牵头|责任|主办|承办|实施).*(?:单位|部门)"),
        ("value", "实际(?:完成)?[值数量]"),
        ("task", "(?:任务|项目|事项)(?:名称|内容)?$|主要内容"),
    )
)
# A head that is called so is of a body, or counts: its column says which
OPEN = "单位"
# Unlike others, these may stand several times: their cells are joined under their heads
JOINED: frozenset[Meaning] = frozenset({"task", "progress", "remarks", "supporting", "light"})


def by_word() -> dict[str, Meaning]:
    """Every whole head; our own workbooks' heads come first."""
    known: dict[str, Meaning] = {word: field for field, words in WHOLE.items() for word in words.split()}
    return known | dict(own_heads())
