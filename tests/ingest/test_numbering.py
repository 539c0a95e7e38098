"""Automatic numbers are written as Word prints them."""

from __future__ import annotations

import pytest

from disclosure.ingest.formats import read
from disclosure.ingest.formats.numerals import numeral
from tests.ingest.word import docx, level, numbered, numbering, p

FORMATS = [
    ("decimal", ["1", "10", "11", "20", "21", "101"]),
    ("decimalZero", ["01", "10", "11", "20", "21", "101"]),
    ("decimalFullWidth", ["１", "１０", "１１", "２０", "２１", "１０１"]),
    ("decimalEnclosedCircle", ["①", "⑩", "⑪", "⑳", "21", "101"]),
    ("decimalEnclosedParen", ["⑴", "⑽", "⑾", "⒇", "21", "101"]),
    ("chineseCounting", ["一", "十", "十一", "二十", "二十一", "一○一"]),
    ("chineseCountingThousand", ["一", "十", "十一", "二十", "二十一", "一百零一"]),
    ("japaneseCounting", ["一", "十", "十一", "二十", "二十一", "百一"]),
    ("ideographDigital", ["一", "一〇", "一一", "二〇", "二一", "一〇一"]),
    ("chineseLegalSimplified", ["壹", "壹拾", "壹拾壹", "贰拾", "贰拾壹", "壹佰零壹"]),
    ("ideographTraditional", ["甲", "癸", "11", "20", "21", "101"]),
    ("ideographZodiac", ["子", "酉", "戌", "20", "21", "101"]),
    ("ideographZodiacTraditional", ["甲子", "癸酉", "甲戌", "癸未", "甲申", "甲辰"]),
    ("upperRoman", ["I", "X", "XI", "XX", "XXI", "CI"]),
    ("lowerLetter", ["a", "j", "k", "t", "u", "wwww"]),
    ("none", ["", "", "", "", "", ""]),
]


@pytest.mark.parametrize(("format", "written"), FORMATS, ids=[name for name, _written in FORMATS])
def test_numbers_in_each_format(format: str, written: list[str]) -> None:
    assert [numeral(n, format) for n in (1, 10, 11, 20, 21, 101)] == written


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return read("报告.docx", docx(body, numbering=numbering, styles=styles)).text.splitlines()


PARTS = level("%1、", "chineseCountingThousand"), level("（%2）", "chineseCounting", depth=1), level("%3.", depth=2)


def test_levels_count_on_and_begin_anew_below_another() -> None:
    depths = [0, 1, 1, 2, 2, 0, 1, 2]
    body = "".join(p(f"第{n}", properties=numbered(1, depth)) for n, depth in enumerate(depths))
    found = ["一、第0", "（一）第1", "（二）第2", "1. 第3", "2. 第4", "二、第5", "（一）第6", "1. 第7"]
    assert lines(body, numbering(*PARTS)) == found


def test_the_remark_says_how_many_were_written() -> None:
    body = p("回顾", properties=numbered(1)) + p("安排", properties=numbered(1)) + p("", properties=numbered(0))
    found = read("报告.docx", docx(body, numbering=numbering(*PARTS)))
    assert found.remarks == ("自动编号 2 处已写成文字：“一、”、“二、”",)


def test_a_level_that_never_begins_anew_and_one_that_shows_those_above_as_digits() -> None:
    never = level("（%2）", "chineseCounting", depth=1, more='<w:lvlRestart w:val="0"/>')
    legal = level("%1.%3", depth=2, more='<w:isLgl/><w:suff w:val="nothing"/>')
    depths = [0, 1, 2, 0, 1, 2]
    body = "".join(p("题", properties=numbered(1, depth)) for depth in depths)
    written = lines(body, numbering(PARTS[0], never, legal))
    assert written == ["一、题", "（一）题", "1.1题", "二、题", "（二）题", "2.1题"]


def test_lists_of_one_kind_count_on_unless_one_begins_anew() -> None:
    lists = "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="0"/>{more}</w:num>'
        for id, more in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        )
    )
    body = "".join(p("题", properties=numbered(id)) for id in (1, 2, 3, 3, 1))
    assert lines(body, numbering(PARTS[0], lists=lists)) == ["一、题", "二、题", "五、题", "六、题", "七、题"]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="1"/></w:style>'
    )
    tied = level("%1、", "chineseCounting", more='<w:pStyle w:val="1"/>')
    used = [("1", ""), ("2", ""), ("3", ""), ("1", '<w:numPr><w:numId w:val="0"/></w:numPr>')]
    body = "".join(p("题", properties=f'<w:pStyle w:val="{style}"/>{more}') for style, more in used)
    assert lines(body, numbering(tied, PARTS[1]), styles) == ["一、题", "（一）题", "二、题", "题"]


def test_a_format_that_is_not_known_is_said() -> None:
    body = p("题", properties=numbered(1))
    found = read("报告.docx", docx(body, numbering=numbering(level("%1、", "hebrew1"))))
    assert (found.text, found.remarks[0]) == (
        "1、题\n",
        "有 1 处自动编号的格式程序不认识，按阿拉伯数字写出：“hebrew1”，请对照原件",
    )


def test_bullets_of_symbol_fonts_are_round() -> None:
    assert lines(p("题", properties=numbered(1)), numbering(level("\uf06c", "bullet"))) == ["• 题"]
