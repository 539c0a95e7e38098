"""The sample: a whole site of a fictional district, for tests that need one of everything.

Report 2024 with its register and a year of follow-up is the first year of ``examples/shiguang``. Report 2022 is a long
text to read, written here: two parts, twelve sections, sixty paragraphs, 24 notes. The shipped content is left to
``tests/content``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.projects import FIRST_YEAR, Sandbox, content_of, create, date_of

DATE = date_of(FIRST_YEAR)
KEY = "2022"
PARTS = (
    (
        "1",
        "一、2021年工作回顾",
        1,
        (("economy", 6), ("reform", 4), ("renewal", 4), ("livelihood", 4), ("government", 5)),
    ),
    (
        *("2", "二、2022年工作安排", 3),
        (
            *(("industry", 5), ("projects", 4), ("reform", 4), ("innovation", 4)),
            *(("renewal", 5), ("livelihood", 5), ("government", 6)),
        ),
    ),
)
TITLES = {
    "economy": "稳住样品生产",
    "reform": "深化样品改革",
    "renewal": "聚焦城市更新",
    "livelihood": "办好民生实事",
    "government": "建设样品政府",
    "industry": "聚焦产业升级",
    "projects": "聚焦项目招引",
    "innovation": "聚焦创新驱动",
}
# The paragraphs that notes explain a word of, in the notes' order
NOTED = (
    *("p1-02", "p1-09", "p1-09", "p1-10", "p1-10", "p1-11", "p1-11", "p1-11", "p1-13", "p1-18", "p1-19", "p1-19"),
    *("p2-10", "p2-10", "p2-14", "p2-14", "p2-14", "p2-19", "p2-20", "p2-23", "p2-24", "p2-28", "p2-29", "p2-35"),
)
# The last paragraph takes two of their words up again, as each was written and without the quotation marks
AGAIN = "继续围绕“样品一号甲”和样品二号乙开展工作"
VERBS = "推进 完善 优化 扩大 巩固 提升 规范 夯实 拓宽 盘活 理顺"
THINGS = "样品街 旧厂房 小游园 农贸市场 社区食堂 排水管网 校园操场 文化广场 物流园 楼宇 公交站 河道 菜篮子"
ENDS = "面貌一新 运转平稳 群众满意 管理到位 按时完成 经验可学 成效可见"
OPENING = """\
政 府 工 作 报 告
——2022年1月13日在拾光区第二届
人民代表大会第一次会议上
拾光区人民政府区长 乙某某
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议。
"""
NUMERALS = "一二三四五六七八九十"
FRONT = """\
---
title: 2022年拾光区政府工作报告
heading: 政府工作报告
district: 拾光区
region: 样例省样例市
year: 2022
session: 拾光区第二届人民代表大会第一次会议
speaker: 乙某某
speaker_title: 拾光区人民政府区长
delivered: 2022-01-13
published: 2022-01-20 09:00
note_prefix: n
source:
  file: source.txt
  sha256: {sha256}
disclosure:
  index:
  category:
  publisher:
  generated:
  number:
  validity:
  scope:
  method:
  written: 2022-01-13
  summary: 虚构的报告全文，以及24条名词注释。
---

"""
SITE = """\
title: 拾光区报告公开
tagline: 测试用的网站，内容全部是虚构的
keywords: [示例, 测试]
cycle_days: 30
notice: 本网站不是政府网站，内容全部是虚构的。
identity:
  site_id_code:
  domain:
  icp:
  police:
footer:
  sponsor: 样例编写组
  contact: 样例信箱 sample@sample.test
"""
LEVEL = """\
id: gdp
name: 地区生产总值
unit: 元
polarity: up
observations:
  - {period: 2023, report: 2024, result: r001/1}
"""
NARRATIVE = """\
---
title: {title}
description: {title}：样例怎样做
published: 2024-01-20 09:00
order: {order}
---

## {title}从哪里来

见[方法说明](method.md)和[全文](reports/2022/report.md#p2-05)。

## {title}怎样核对

正文与存档原文逐字一致，写信到 sample@sample.test。
"""


@dataclass(frozen=True)
class Line:
    """A line of the text with its id; ``hashes`` where it is a heading."""

    id: str
    text: str
    notes: tuple[int, ...] = ()
    hashes: str = ""
    head: str = ""


def project(root: Path) -> Sandbox:
    """The sample's content in ``root``, not yet built."""
    made = create(root, FIRST_YEAR)
    folder = made.content / "reports" / KEY
    folder.mkdir()
    archived = source()
    (folder / "source.txt").write_bytes(archived)
    front = FRONT.format(sha256=hashlib.sha256(archived).hexdigest())
    (folder / "report.md").write_text(front + "".join(map(_markdown, lines())), "utf-8")
    (made.content / "site.yml").write_text(SITE, "utf-8")
    (made.content / "indicators/gdp.yml").write_text(LEVEL, "utf-8")
    made.edit("indicators/gdp-growth.yml", "polarity: up\n", "polarity: up\nrate_of: gdp\n")
    for order, (name, title) in enumerate((("about", "关于本站"), ("accessibility", "无障碍说明"))):
        (made.content / f"{name}.md").write_text(NARRATIVE.format(title=title, order=order), "utf-8")
    (made.content / "files/list.csv").write_bytes((content_of("small") / "files/list.csv").read_bytes())
    return made


def source() -> bytes:
    """The archived text of report 2022."""
    return "".join(_archived(line) for line in lines()).encode()


def lines() -> Iterator[Line]:
    """Report 2022, line by line."""
    yield from (Line(f"p0-0{n}", text, hashes="" if n > 1 else "# ") for n, text in enumerate(OPENING.splitlines(), 1))
    for part, title, before, sections in PARTS:
        yield Line(f"part-{part}", title, hashes="## ")
        numbers = count(1)
        yield from (_paragraph(part, next(numbers)) for _each in range(before))
        for n, (name, paragraphs) in enumerate(sections):
            yield Line(f"{part}-{n + 1}-{name}", f"（{NUMERALS[n]}）{TITLES[name]}", hashes="### ")
            yield from (_paragraph(part, next(numbers)) for _each in range(paragraphs))


def _paragraph(part: str, number: int) -> Line:
    id = f"p{part}-{number:02}"
    seed = 40 * int(part) + number
    notes = tuple(n for n, noted in enumerate(NOTED) if noted == id)
    terms = "".join(f"围绕{_term(n)}\0{n}\0开展工作，" for n in notes)
    sentences = [_clauses(seed * n, 4 + n) for n in range(1, 3 + seed % 2)]
    sentences[-1] = terms + sentences[-1]
    sentences += [AGAIN] if id == "p2-36" else []
    return Line(
        id, "".join(f"{one}。" for one in sentences), notes, head=_clauses(seed, 1)[:4] + NUMERALS[seed % 10] + "条"
    )


def _clauses(seed: int, number: int) -> str:
    """So many clauses, others for each seed."""
    verbs, things, ends = (words.split() for words in (VERBS, THINGS, ENDS))
    made = (
        verbs[(seed * 3 + n) % len(verbs)] + things[(seed + n * 5) % len(things)] + ends[(seed * n + n) % len(ends)]
        for n in range(number)
    )
    return "，".join(made)


def _term(note: int) -> str:
    return f"“样品{NUMERALS[note % 10]}号{'甲乙丙'[note // 10]}”"


def _note(note: int) -> str:
    return f".{_term(note)}：指拾光区虚构的第{note}项做法，{_clauses(note + 7, 3)}。"


def _marked(line: Line, mark: str) -> str:
    text = line.text
    for note in line.notes:
        text = text.replace(f"\0{note}\0", mark.format(note))
    return text


def _markdown(line: Line) -> str:
    if line.hashes:
        return f"{line.hashes}{line.text} {{#{line.id}}}\n\n"
    head = f"**{line.head}**。" if line.head else ""
    notes = "".join(f"[^{n}]: {_note(n)}\n\n" for n in line.notes)
    return f"{head}{_marked(line, '[^{}]')}\n{{#{line.id}}}\n\n{notes}"


def _archived(line: Line) -> str:
    head = f"{line.head}。" if line.head else ""
    notes = "".join(f" [{n}: {_note(n)}] " for n in line.notes)
    return f"{head}{_marked(line, '[endnoteRef:{}]')}{notes}\n"
