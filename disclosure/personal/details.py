"""Details of a person's life, which only an editor can judge: each is asked about, none is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from disclosure.personal.sighting import Sighting, detail
from disclosure.translation import mark as N_

HAN = r"[\u4e00-\u9fff]"
# 3, ３, 三十
COUNTING = "0123456789０１２３４５６７８９一二三四五六七八九十百两"
COUNT = r"(?:\d{1,5}|[一二三四五六七八九十百两]{1,4})"
# Somebody of flesh and blood in the same sentence; 张某某 is a mask
SOMEBODY = (
    r"(?:本人|户主|[他她](?!们|乡|山)|同志|先生|女士|妻子|丈夫|儿子|女儿|父亲|母亲|孙[子女]|老伴|姓名|学生|同学|小朋友|村民"
    rf"|居民)(?!某|们|{HAN}某)"
)
ILLNESSES = (
    *(
        "癌",
        "瘤",
        "白血病",
        "艾滋",
        "HIV",
        "尿毒症",
        "肝硬化",
        "精神分裂",
        "抑郁",
        "癫痫",
        "糖尿病",
        "乙肝",
        "肺结核",
        "心脏病",
        "脑梗",
    ),
    *("中风", "瘫痪", "综合征", "残疾", "病历号", "住院号", "门诊号", "就诊卡"),
)
ILLNESS = "(?:" + "|".join(ILLNESSES[:18]) + ")"
AT_HOME = ("家住", "住在", "现住", "住址", "居住地址", "户籍地", "户口所在地")
BESIDE_NUMBER = "#"
# How far around a sign its detail may reach
REACH = 60
# A threshold is a rule, and not what somebody earns
LIMIT = r"(?!\s*(?:低于|不足|不超过|未超过|高于|超过|不高于|标准|[以之]?[内下上]|限))"


class _Kind(Struct, frozen=True, dict=True):
    """A kind of detail. ``signs``: words, one of which is near wherever there is one; none for a cheap pattern.

    Of a sign that begins with # only those places count where a number stands against it.
    """

    what: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]

    @cached_property
    def needs(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each sign with its characters: a text that lacks one need not be searched for it."""
        return tuple((sign, frozenset(sign.removeprefix(BESIDE_NUMBER))) for sign in self.signs)


KINDS = (
    _Kind(
        N_("门牌号"),
        ("#室", "#单元", "#房", "#组", *AT_HOME),
        re.compile(
            rf"{HAN}{{0,8}}{HAN}\s?(?:{COUNT}[号\-—]){{0,2}}{COUNT}(?:栋|幢|座|号楼|单元|弄|号)[，,\s]{{0,2}}"
            rf"(?:{COUNT}(?:单元|楼|层|栋|幢|门)?[-—，,\s]?)?{COUNT}(?:室|户(?!外|型|籍|均)|房(?!间|屋|源))"
            rf"|(?:{'|'.join(AT_HOME)})址?[:：]?\s?{HAN}{{2,20}}?(?:路|街|道|巷|弄|村|组|小区|{HAN}园)"
            rf"{COUNT}(?:号|栋|幢|组)"
            rf"|{HAN}{{1,6}}村{HAN}{{0,8}}?{COUNT}组{COUNT}号"
        ),
    ),
    _Kind(
        N_("家庭人口或收入"),
        ("户主", "该户", "其家", "一家", "全家", "家里", "家中", "家有", "家庭", "口人", "年收入", "月收入"),
        re.compile(
            rf"(?:户主|该户|其家|一家|全家|家里|家中|家有|家庭(?:共有?|人口[:：]?|成员[:：]?))[^，。；\n]{{0,8}}?{COUNT}\s?(?:口人|口(?!径|岸)|人(?!民))"
            rf"|(?:户主|该户|其|本人|[他她]|全家|(?<!民)家庭)(?:家庭)?(?:全?年|每?月)(?:人均)?(?:纯|总|净|实际)?收入{LIMIT}(?:约|为|是|仅|只有|[:：])?\s?{COUNT}(?:\.\d+)?\s?万?[多余]?元{LIMIT}"
        ),
    ),
    _Kind(
        N_("账号"),
        ("账号", "帐号", "账户", "帐户", "卡号", "存折号"),
        re.compile(r"(?:账号|帐号|账户|帐户|卡号|存折号)[^\d\n，。；*]{0,8}\d(?:[ -]?\d){7,29}"),
    ),
    _Kind(
        N_("健康状况"),
        ILLNESSES,
        re.compile(
            rf"{SOMEBODY}[^。；\n]{{0,20}}?(?:身?患有?|确诊|罹患|查出|诊断为|感染|因)[^。；，\n]{{0,8}}?{ILLNESS}"
            r"|(?:残疾证号|残疾人证号?|病历号|住院号|门诊号|就诊卡号?)[:：]?\s?[A-Za-z]?\d{3,}"
            rf"|{SOMEBODY}[^。；\n]{{0,12}}?[一二三四1-4]级(?:肢体|智力|精神|视力|听力|言语|多重)?残疾"
        ),
    ),
    _Kind(
        N_("未成年人"),
        ("岁", "年级", "学生", "同学", "小朋友", "学籍", "出生日期", "出生年月", "生日"),
        re.compile(
            rf"[，,、\s（(][男女][，,、\s]{{0,2}}(?:\d|1[0-7]|[一二三四五六七八九]|十[一二三四五六七]?)周?岁"
            rf"|{HAN}{{2,8}}(?:小学|中学|学校|幼儿园){COUNT}?[（(]?{COUNT}[）)]?(?:年级|班)[^，。；\n]{{0,6}}?(?:学生|同学|小朋友)(?!们)"
            r"|学籍号[:：]?\s?[A-Z]?\d{8,}"
            r"|(?:出生日期|出生年月|生日)[:：]?\s?(?:19|20)\d\d(?:[-./年]\d{1,2})?"
        ),
    ),
    _Kind(
        N_("证件号码"),
        ("护照", "通行证", "台胞证", "回乡证", "居留", "军官证", "assport"),
        re.compile(
            r"(?:护照|通行证|台胞证|回乡证|居留证|居留许可|军官证|[Pp]assport)[^\d\n。；*]{0,8}?"
            r"(?:[A-Za-z]{1,3}\d{7,10}|E[A-HJ-NP-Z]\d{7}|\d{8,10})(?![\dA-Za-z])"
        ),
    ),
    _Kind(
        N_("车牌号"),
        (),
        re.compile(
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][\s·•.-]?"
            r"(?=[A-HJ-NP-Z]*\d)(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警])(?![A-Za-z0-9〔-])"
        ),
    ),
    _Kind(
        N_("用汉字写的手机号"),
        (),
        re.compile(
            r"[一幺](?<![〇零一二三四五六七八九幺].)[三四五六七八九](?:[\s-]?[〇零一二三四五六七八九幺]){9}(?![〇零一二三四五六七八九幺十百千万])"
        ),
    ),
)
PICTURED = re.compile(
    r"身份证|户口[簿本]|户籍证明|结婚证|离婚证|出生证|残疾人?证|驾驶证|行驶证|护照|房产证|不动产权证|病历|诊断书|诊断证明|银行卡|存折|学生证"
    r"|(?<![a-z])(?:id-?card|passport|hukou|sfz|shenfenzheng)(?![a-z])",
    re.I,
)


def details(text: str) -> Iterator[Sighting]:
    """What may tell of one person's life."""
    characters = set(text)
    for kind in KINDS:
        signs = [word for word, needed in kind.needs if needed <= characters]
        for start, end in _near(text, signs) if kind.signs else [(0, len(text))]:
            yield from (detail(kind.what, found) for found in kind.pattern.finditer(text, start, end))


def _near(text: str, signs: Iterable[str]) -> list[tuple[int, int]]:
    """The stretches around signs, none overlapping: looking at a whole text for each pattern would cost too much."""
    found: list[tuple[int, int]] = []
    for at in sorted(at for sign in signs for at in _places(text, sign)):
        start = found.pop()[0] if found and found[-1][1] >= at - REACH else max(0, at - REACH)
        found.append((start, at + REACH))
    return found


def _places(text: str, sign: str) -> Iterator[int]:
    word = sign.removeprefix(BESIDE_NUMBER)
    at = text.find(word)
    while at >= 0:
        beside = text[max(0, at - 1) : at], text[at + len(word) : at + len(word) + 1]
        if word is sign or any(one in COUNTING for one in beside if one):
            yield at
        at = text.find(word, at + 1)


def of_picture(name: str) -> Sighting | None:
    """What a picture's name, or the words that stand for it, say that it shows: somebody's papers."""
    found = PICTURED.search(name.replace("_", "-"))
    return detail(N_("证件的照片"), found) if found else None
