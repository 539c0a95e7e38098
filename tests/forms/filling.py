"""A new record filled in as an editor would."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

BLANK = re.compile(r"'?〔待填：([^〕]*)〕'?")
# By what is asked for; of evidence what any may say
VALUES: Mapping[str, str] = {
    "事情发生": "2025-02",
    "标题": "拾光区公布道路建设情况",
    "发布者": "拾光区人民政府",
    "材料日期": "2025-03-01",
    "怎样看到": "原页面",
    "内容": "材料说了道路建设的情况",
    "没有说": "没有说竣工的日期",
    "日期": "2025-03-01",
    "调整为": "4条",
    "谁决定的": "拾光区人民代表大会常务委员会",
    "怎样提交": "邮寄",
    "现在": "打通断头路五条",
    "数值": "5",
    "哪天完成": "2024-05-20",
    "说明": "虚构的单位",
    "正文，写材料说了什么、没有说什么": "材料说了道路建设的情况，没有说竣工的日期。",
    "正文，写经过；没有要说的就删去这一行，留空": "寄出一份申请。",
    "正文，怎么发现的、依据什么": "核对原文时发现。",
}


def fill(path: Path, **others: str) -> str:
    """The file with each blank filled in; what it says then."""
    known = {**VALUES, **others}
    text = BLANK.sub(lambda found: known[found[1]], path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    return text
