"""A small project whose records are filled to the last field: of nothing in it may a page say that it is missing."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from tests.projects import EXAMPLES, Sandbox, configured

DAY = "2025-06-30"
# Saved from a web page: broken lines, notes in a form of their own, what is not the report
SOURCE = """打印本页
政府工作报告
各位代表：
一、2023年工作回顾
新建停车泊位260个，新建社区
食堂1家。
二、2024年工作安排
新建停车泊位〔1〕400个。
办好民生实事：新建社区食堂3家。
注释
1.停车泊位：划线的车位。
关闭窗口
"""
ORIGINAL = "原件：政府工作报告\n"
REPORT = """---
title: 2024年满填区政府工作报告
heading: 政府工作报告
district: 满填区
region: 样例省样例市
year: 2024
session: 满填区第一届人民代表大会第一次会议
speaker: 甲某某
speaker_title: 满填区人民政府区长
delivered: 2024-01-10
published: 2024-01-20 09:00
complete: [part-1, part-2]
source:
  file: source.txt
  sha256: SHA
  original: {file: files/2024-report.txt, sha256: ORIGINAL}
  notes: {mark: 〔1〕, body: 1., lines: 11}
  left_out:
    - because: 网页上的按钮
      lines: {1: 打印本页, 12: 关闭窗口}
    - because: 注释的标题
      lines: {10: 注释}
  joined: true
disclosure:
  index: MT2024001/2024-00001
  category: 政府工作报告
  publisher: 满填区人民政府办公室
  generated: 2024-01-15
  number: 满府〔2024〕1号
  validity: 有效
  scope: 面向社会
  method: 主动公开
  written: 2024-01-10
  summary: 满填区的报告
---

# 政府工作报告 {#p0-01}

各位代表：
{#p0-02}

## 一、2023年工作回顾 {#part-1}

新建停车泊位260个，新建社区食堂1家。
{#p1-01}

## 二、2024年工作安排 {#part-2}

新建停车泊位[^1]400个。
{#p2-01}

[^1]: 停车泊位：划线的车位。

办好民生实事：新建社区食堂3家。
{#p2-02}
"""
C001 = """id: c001
title: 新建停车泊位400个
passage: p2-01
quote: 新建停车泊位400个
kind: 重点任务
topics: [交通出行]
specificity: [成果, 数量, 时限, 主体]
targets:
  - {measure: 新建停车泊位, written: 400个, baseline: r001, plan: [100, 200, 300, 400]}
results: [r001]
same_matter: [c002]
leader: 丙某某
lead: 满填区城管局
supporting: [满填区交通局]
deadline: 2024-12-31
adjustments:
  - date: 2024-08-10
    target: c001/1
    old: 400个
    new: 350个
    by: 满填区人大常委会
    decision: 通过
    asked_by: 满填区人民政府
    asked: 2024-08-01
    reason: 两处用地未能收储
    votes_for: 30
    votes_against: 2
    abstained: 1
    cast: 33
    document: {publisher: 满填区人大常委会, title: 关于调整年度计划的决定, date: 2024-08-10}
official_verdict:
  said: 完成调整后的任务
  outcome: 达成
  target: c001/1
  date: 2025-01-20
  source: {publisher: 满填区人民政府, title: 2025年政府工作报告, date: 2025-01-20}
"""
C002 = """id: c002
title: 新建社区食堂3家
passage: p2-02
quote: 新建社区食堂3家
kind: 民生实事候选
topics: [交通出行]
specificity: [成果, 数量, 时限, 主体]
targets:
  - {measure: 新建社区食堂, written: 3家, baseline: r002}
results: [r002]
deadline: 2024-12-31
vote:
  adopted: 通过
  date: 2024-01-12
  votes_for: 160
  votes_against: 8
  abstained: 2
  cast: 170
  source: {publisher: 满填区人大, title: 票决结果公告, date: 2024-01-12}
satisfaction:
  date: 2025-02-16
  satisfied: 141
  basically: 38
  dissatisfied: 9
  cast: 188
  source: {publisher: 满填区人大, title: 满意度测评, date: 2025-02-16}
"""
R001 = """- id: r001
  title: 新建停车泊位260个
  passage: p1-01
  quote: 新建停车泊位260个
  kind: 量化成果
  topics: [交通出行]
  figures:
    - {measure: 新建停车泊位, written: 260个, vintage: 最终}
  checks:
    - outcome: 得到印证
      date: 2025-03-01
      what: 统计公报也写了260个
      evidence:
        - {publisher: 满填区统计局, title: 2023年统计公报, date: 2024-03-20}
- id: r002
  title: 新建社区食堂1家
  passage: p1-01
  quote: 新建社区食堂1家
  kind: 量化成果
  topics: [交通出行]
  figures:
    - {measure: 新建社区食堂, written: 1家}
"""
EXEMPTIONS = """- {passage: p0-01, quote: 政府工作报告, reason: 礼仪}
- {passage: p0-02, quote: 各位代表, reason: 礼仪}
- {passage: p2-02, quote: 办好民生实事, reason: 统领, see: [c002]}
"""
EVIDENCE = """evidence:
  - publisher: 满填区城管局
    title: 民生工程完成情况通报
    url: https://www.example.org/done
    locator: 满城管〔2025〕2号
    date: 2025-01-20
    retrieved: 2025-01-21
    seen: 原页面
    says: 全年新建停车泊位360个，新建社区食堂3家
"""
UPDATE = (
    """---
title: 停车泊位和社区食堂都已建成
date: 2025-01-20
published: 2025-01-21 18:00
event: 2024-12-31
inferred: 通报写的是年底的数
confidence: 高
entries:
  - commitment: c001
    reported: 部分完成
    evidenced: 有证据支持
    observations: [{target: 1, period: 2024, value: 360, unit: 个, vintage: 最终, basis: 同口径}]
  - commitment: c002
    reported: 已完成
    evidenced: 有证据支持
    observations: [{target: 1, period: 2024, value: 3, unit: 家, vintage: 最终}]
"""
    + EVIDENCE
    + """---

通报写明了地点。
"""
)
INDICATOR = """id: parking
name: 新建停车泊位
unit: '个'
polarity: up
note: 路内泊位不计
observations:
  - {period: 2023, report: 2024, result: r001}
targets:
  - {period: 2024, report: 2024, commitment: c001/1}
context:
  - name: 样例市
    period: 2024
    kind: target
    written: 5000个
    evidence: [{publisher: 样例市人民政府, title: 报告, date: 2024-01-20}]
  - name: 样例市
    period: 2024
    kind: observation
    written: 5200个
    evidence: [{publisher: 样例市统计局, title: 公报, date: 2025-03-20}]
"""
RESPONSIBLE = """- commitments: [c002]
  date: 2024-02-01
  leader: 丁某某
  lead: 满填区城管局
  supporting: [满填区交通局]
  deadline: 2024-11-30
  source: {publisher: 满填区人民政府办公室, title: 重点任务分工, date: 2024-02-01}
"""
DOCUMENTS = """- id: work-report-2025
  name: 满填区2025年政府工作报告
  holder: 满填区人民政府
  office: 区政府办公室
  expected: 2025-02
  because: 上一年在1月公布
  basis: 政府信息公开条例第二十条
  contents: 2024年各项任务的完成情况
  settles: {all: true}
  found: {publisher: 满填区人民政府, title: 2025年工作报告全文, date: 2025-01-20}
"""
DEPARTMENTS = """- {id: urban, label: 满填区城管局, description: 管停车泊位}
- {id: traffic, label: 满填区交通局, description: 管道路}
"""
SITE = """title: 满填区承诺跟踪
tagline: 每一样都写了
keywords: [示例]
cycle_days: 365
notice: 本网站不是政府网站。
footer: {contact: office@example.org}
"""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


FILES = {
    "site.yml": SITE,
    "reports/2024/source.txt": SOURCE,
    "reports/2024/report.md": REPORT.replace("SHA", _digest(SOURCE)).replace("ORIGINAL", _digest(ORIGINAL)),
    "files/2024-report.txt": ORIGINAL,
    "reports/2024/exemptions.yml": EXEMPTIONS,
    "reports/2024/commitments/part-2/c001.yml": C001,
    "reports/2024/commitments/part-2/c002.yml": C002,
    "reports/2024/results/part-1.yml": R001,
    "reports/2024/documents.yml": DOCUMENTS,
    "updates/2024/2025-01-20-done.md": UPDATE,
    "indicators/parking.yml": INDICATOR,
    "responsibilities/2024.yml": RESPONSIBLE,
    "vocabulary/departments.yml": DEPARTMENTS,
}


def filled(root: Path) -> Sandbox:
    """The project in ``root``; words, rubric and method are those of an example."""
    example = EXAMPLES / "shiguang/content"
    shutil.copytree(example / "vocabulary", root / "content/vocabulary")
    shutil.copy(example / "rubric.yml", root / "content")
    for name, text in FILES.items():
        (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / name).write_text(text, "utf-8")
    return configured(root)
