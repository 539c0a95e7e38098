"""What a line of a report looks like: the signs by which parts, sections, items, titles and annexes are known."""

from __future__ import annotations

import re
from enum import Enum, auto

from msgspec import Struct

from disclosure.source.note_marks import BLANKS, FINISHED, ordinal

NUMERAL = "[一二三四五六七八九十]{1,3}"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
CHAPTER = re.compile(rf"(?:第\s*({NUMERAL})\s*(?:部分|章|篇|编)[、，：:]?|([{ROMAN}])[、．.]?)\s*")
# 一、 一． 一. 一
PART = re.compile(rf"({NUMERAL})(?:\s*[、．.]\s*|[ \u3000]+(?!是))(?=\S)")
SECTION = re.compile(rf"[（(]\s*({NUMERAL}|[0-9０-９]{{1,2}})\s*[）)]\s*(?=\S)")
ITEM = re.compile(
    rf"[0-9０-９]{{1,2}}[.．、](?=[^0-9０-９\s])|[①-⑳㉑-㊿●■◆•]|第?{NUMERAL}(?:是|，|要)|——|[（(](?:{NUMERAL}|[0-9０-９]{{1,2}})[）)]"
)
COUNTED = re.compile(r"([0-9０-９]{1,2})[.．、]\s*(?=[^0-9０-９\s])")
# 2023年工作回顾, 2024年工作打算: parts without a number
BARE = re.compile(
    r"(?=.{4,30}$)(?:[0-9〇○零一二三四五六七八九xX×*]{4}年|过去[一五]年|今后[一五]年|未来[一五]年|新的一年|今年|去年|本届|上年|“?十[三四五六]五”?|工作回顾)"
    r"[^，。；：！？]*(?:回顾|总结|打算|安排|任务|目标|重点|要求|思路|建议|工作|计划|部署|举措)$|(?:工作|年度)回顾$"
)
PLANS = re.compile(r"回顾|总结|打算|安排|任务|目标|重点|要求|思路|建议|部署|建设|措施")
TITLE = re.compile(r"(?!关于)(?!.*作(?:了|的)?(?:政府)?工作报告).{0,34}工作报告(?:[（(].{1,60}[）)])?$")
SALUTATION = re.compile(r"(?:各位|尊敬的)(?:代表|委员|领导|同志)[^。]{0,12}[：:，,]$")
BEGINS_SPEECH = re.compile(r"(?:各位|尊敬的)(?:代表|委员)")
# A heading with a wide blank between it and its text
SPACED_HEAD = re.compile(r"([^，、：；。！？\s]{2,})(?:\u3000+| {2,})(?=.{4,}[，。；])")
STOP = re.compile(r"[。！？][”’）)》】]*")
LABEL = re.compile(rf"(?:附\s*[件录表]|附)\s*(?:{NUMERAL}|[0-9０-９]{{1,2}})?\s*[：:]?(?:\s*[^。；]{{2,40}})?$")
GLOSSARY = re.compile(
    r"[（(【\[]?(?:(?:《?.{0,16}报告》?)?(?:中?的?)?(?:有关|相关|部分|重要)?"
    r"(?:名词|名词术语|术语|用语|专有名词|词语)(?:解释|注释|说明|释义)|注释|注解|备注|尾注|脚注|注)[）)】\]]?[：:]?$"
)
PROJECTS = re.compile(r"(?:[0-9]{4}年)?.{0,14}(?:民生|惠民|为民|便民)[^，。；]{0,6}(?:实事|项目|工程)[^，。；]{0,10}$")
ENDS = FINISHED
LONGEST_HEADING, LONGEST_HEAD = 70, 45


class Shape(Enum):
    TEXT = auto()
    CHAPTER = auto()
    PART = auto()
    SECTION = auto()
    ITEM = auto()
    BARE = auto()


class Shaped(Struct, frozen=True, kw_only=True):
    """A line with what it looks like. ``head``: how much of it is a heading; all of it where nothing follows.

    ``is_chinese``: its number is written as headings are, ``is_stopped``: its heading ends with a full stop.
    """

    text: str
    shape: Shape = Shape.TEXT
    number: int = 0
    head: int = 0
    is_chinese: bool = True
    is_stopped: bool = False

    @property
    def is_whole(self) -> bool:
        return self.head == len(self.text)


def shaped(text: str) -> Shaped:
    """What a line looks like by itself."""
    for shape, looks in ((Shape.CHAPTER, CHAPTER), (Shape.PART, PART), (Shape.SECTION, SECTION)):
        match = looks.match(text)
        if match:
            head = heading_length(text, match.end())
            written = next(filter(None, match.groups()))
            is_stopped = text[:head].endswith(("。", "！"))
            return Shaped(
                text=text,
                shape=shape if head else Shape.TEXT,
                number=_number(written),
                head=head,
                is_chinese=not written.isdecimal(),
                is_stopped=is_stopped,
            )
    match = COUNTED.match(text)
    if match and _is_item(text, match.end()):
        return Shaped(text=text, shape=Shape.ITEM, number=int(match[1]), head=len(text))
    if BARE.match(text):
        return Shaped(text=text, shape=Shape.BARE, head=len(text))
    return Shaped(text=text)


def _is_item(text: str, start: int) -> bool:
    """Whether a counted line is a heading: short, alone, and no sentence."""
    return (
        len(text) <= LONGEST_HEAD and not re.search("[。；：！？;:]", text[start:]) and not text.endswith(("，", "、"))
    )


def _number(written: str) -> int:
    if written in ROMAN:
        return ROMAN.index(written) + 1
    return int(written) if written.isdecimal() else ordinal(written)


def heading_length(text: str, start: int) -> int:
    """How much of a numbered line is its heading: all of it, or what stands before the text; 0 for none."""
    blank = SPACED_HEAD.match(text, start)
    if blank and len(blank[1]) <= LONGEST_HEAD:
        return blank.end(1)
    stop = STOP.search(text, start)
    if stop is None or stop.end() == len(text):
        is_open = text.endswith(("；", "，", "、", ";")) or (text.endswith(("：", ":")) and len(text) > LONGEST_HEAD)
        return 0 if is_open or len(text) > LONGEST_HEADING or "；" in text else len(text)
    is_head = start + 2 < stop.end() <= LONGEST_HEAD and "；" not in text[: stop.end()]
    return stop.end() if is_head else 0


def begins_anew(text: str) -> bool:
    """Whether a line begins something, whatever stands before it."""
    return bool(CHAPTER.match(text) or PART.match(text) or ITEM.match(text) or BEGINS_SPEECH.match(text)) or is_label(
        text
    )


def is_label(text: str) -> bool:
    """Whether a line says that an annex or a glossary begins."""
    return bool(LABEL.match(text) or GLOSSARY.match(text))


def squeezed(text: str) -> str:
    """Without blanks: 政 府 工 作 报 告."""
    return re.sub(rf"[{BLANKS}]", "", text)


def is_title(text: str) -> bool:
    return bool(TITLE.match(squeezed(text)))
