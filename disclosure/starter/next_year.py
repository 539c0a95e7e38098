"""What another year's report needs beside its text, and a working list of what it should answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from disclosure.translation import gettext as _

# Kept in git beside the content, and never published
FOLDER = "draft"


class OpenPromise(Struct, frozen=True, kw_only=True):
    """A promise that nothing says was kept or missed; ``outcome`` is its word today."""

    report: str
    id: str
    title: str
    quote: str
    outcome: str


def files(district: str, year: int) -> dict[str, str]:
    """Of the report's folder, by name. What only editors know stands in comments: nothing is claimed in their place."""
    return {
        "absences.yml": ABSENCES,
        "documents.yml": DOCUMENTS.format(next=year + 1, district=district, year=year),
    }


def working_list(key: str, promises: Iterable[OpenPromise]) -> str:
    """Each promise with the line that a result which answers it has."""
    lines = [line for one in promises for line in _told(one)]
    return LIST.format(key=key) + "\n".join(lines or [_("上一年的报告没有登记还没有结论的承诺，没有要核对的。"), ""])


def _told(one: OpenPromise) -> Iterator[str]:
    yield f"- [ ] {one.report}/{one.id} {one.title}（{one.outcome}）"
    yield f"  - 原文：{one.quote}"
    yield f"  - 有一项成果说到它，就在那一项写：`answers: [{one.report}/{one.id}]`"
    yield ""


def narrative(text: str, old: int, new: int, day: date) -> str:
    """A page of prose of last year's, with its headings, and all else to be written anew."""
    _nothing, head, body = text.split("---\n", 2)
    head = re.sub(r"^published:.*$", f"published: {day.isoformat()} 09:00", head, flags=re.M)
    kept = [line for line in body.split("\n") if line.startswith("#")]
    blank = _("〔待填：{year}年的情况〕").format(year=new)
    parts = [part for line in kept for part in (line.replace(str(old), str(new)), "", blank, "")] or [blank, ""]
    return "\n".join(["---", head.replace(str(old), str(new)).rstrip("\n"), "---", "", *parts])


ABSENCES = """\
# 到哪里找过、没有找到的：去找过以后再写，没有找过的不写。写法（去掉行首的 # 和空格）：
# - kind: 民生实事候选
#   places: [district-site]
#   where: 民生实事项目的票决结果
"""
DOCUMENTS = """\
# 哪些文件公开以后就能知道承诺的结果；找到以后写 found（出处）
- id: work-report-{next}
  name: {next}年{district}政府工作报告
  holder: {district}人民政府
  contents: {next}年政府工作报告全文，其中应有{year}年所列目标和任务的完成情况
  settles: {{all: true}}
"""
LIST = """\
# {key}年报告应当回答的承诺

这是工作用的清单，不发布。逐条看新报告的总结部分说了什么：说到的，在 results/ 的那一项成果里写 answers；
没有说到的，不写。程序没有替你们猜哪一句说的是哪一条。核对完的打勾，全部核对完可以删去这个文件。

"""
