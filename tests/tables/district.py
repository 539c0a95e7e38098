"""A made-up report of forty promises in the example's district, for tables as long as real ones are."""

from __future__ import annotations

import hashlib
from pathlib import Path

YEAR = "2026"
# A promise a line: its quote; measure and figure of its targets
TASKS = """\
地区生产总值增长5%左右|地区生产总值增速 5%左右
一般公共预算收入增长3%以上|一般公共预算收入增速 3%以上
完成固定资产投资80亿元|固定资产投资 80亿元
新增规上工业企业9家、高新技术企业15家|新增规上工业企业 9家|新增高新技术企业 15家
科技型中小企业突破150家|科技型中小企业 突破150家
引进亿元以上项目12个|引进亿元以上项目 12个
建成标准厂房6万平方米|标准厂房 6万平方米
推进“星河”智慧园区三期建设
编制完成低空经济发展规划
举办消费促进活动20场|消费促进活动 20场
培育特色街区2条|特色街区 2条
打造“拾光里”夜间经济示范点3个|夜间经济示范点 3个
改造升级农贸市场4个|农贸市场 4个
打通断头路6条|打通断头路 6条
新改建城市道路12公里|城市道路 12公里
新建停车位3000个|新建停车位 3000个
新建充电桩800个|新建充电桩 800个
6月底前建成东站广场|建成东站广场 6月底前
完成老旧小区改造15个|老旧小区改造 15个
改造燃气管网30公里|燃气管网 30公里
改造供水管网25公里|供水管网 25公里
新建口袋公园5个|新建口袋公园 5个
新建绿道10公里|新建绿道 10公里
空气质量优良天数比率达到85%以上|空气质量优良天数比率 85%以上
完成河道清淤18公里|河道清淤 18公里
9月底前投用云山小学|投用云山小学 9月底前
新增公办幼儿园学位900个|公办幼儿园学位 900个
组织惠民演出40场|惠民演出 40场
新建24小时书房4个|24小时书房 4个
城镇新增就业1.2万人|城镇新增就业 1.2万人
""".splitlines()
LIVELIHOOD = """\
新建社区老年食堂8个|社区老年食堂 8个
加装电梯30部|加装电梯 30部
新建公共厕所10座|公共厕所 10座
改造农村危房60户|农村危房 60户
新增普惠托位500个|普惠托位 500个
为3000名老年人提供助浴服务|助浴服务 3000名
新建健身步道15公里|健身步道 15公里
建成社区卫生服务站3个|社区卫生服务站 3个
增设便民服务网点20个|便民服务网点 20个
更新老旧公交车40辆|更新老旧公交车 40辆
""".splitlines()
HEAD = """\
---
title: 2026年拾光区政府工作报告（示例）
heading: 政府工作报告
district: 拾光区
region: 样例省样例市
year: 2026
session: 拾光区第二届人民代表大会第五次会议
speaker: 甲某某
speaker_title: 拾光区人民政府区长
delivered: 2026-01-15
published: 2026-02-01 09:00
source:
  file: source.txt
  sha256: {digest}
disclosure:
  publisher: 拾光区人民政府
  generated: 2026-01-20
  summary: 政府工作报告全文（虚构）。
---
"""
# So many promises stand in a paragraph
TOGETHER = 8


def add(content: Path) -> None:
    """The report with its promises, c001 to c040, beside those of the example."""
    folder = content / "reports" / YEAR
    promises = folder / "commitments/part-1"
    promises.mkdir(parents=True)
    rows = [*((line, "重点任务") for line in TASKS), *((line, "民生实事候选") for line in LIVELIHOOD)]
    paragraphs = [rows[n : n + TOGETHER] for n in range(0, len(rows), TOGETHER)]
    texts = ["；".join(_quote(line) for line, _kind in group) + "。" for group in paragraphs]
    source = "\n".join(("政府工作报告", "一、2026年工作安排", *texts)) + "\n"
    marked = [f"{text}\n{{#p1-{n:02}}}\n" for n, text in enumerate(texts, 1)]
    head = HEAD.format(digest=hashlib.sha256(source.encode()).hexdigest())
    body = ["# 政府工作报告 {#p0-01}\n", "## 一、2026年工作安排 {#part-1}\n", *marked]
    (folder / "source.txt").write_text(source, "utf-8")
    (folder / "report.md").write_text("\n".join((head, *body)), "utf-8")
    for n, (line, kind) in enumerate(rows):
        name = f"c{n + 1:03}"
        (promises / f"{name}.yml").write_text(_record(name, f"p1-{n // TOGETHER + 1:02}", line, kind), "utf-8")


def _quote(line: str) -> str:
    return line.partition("|")[0]


def _record(name: str, passage: str, line: str, kind: str) -> str:
    quote, *targets = line.split("|")
    rows = [one.rpartition(" ") for one in targets]
    listed = "".join(f"  - {{measure: {measure}, written: {written}}}\n" for measure, _blank, written in rows)
    return (
        f"id: {name}\ntitle: {quote}\npassage: {passage}\nquote: {quote}\nkind: {kind}\n"
        f"topics: [产业]\nspecificity: [{_specific(targets)}]\n" + (f"targets:\n{listed}" if listed else "")
    )


def _specific(targets: list[str]) -> str:
    """What the figures say is written down."""
    if not targets:
        return "成果"
    return "成果, 时限" if targets[0].endswith("前") else "成果, 数量"
