"""What is typed into a data file is in the record that is read, or there is a problem on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from disclosure.problem import Problem
from disclosure.source import yaml
from disclosure.source.yaml import RawNode
from disclosure.source.yaml_mending import mended

# Signs of every kind that Unicode knows but controls, and the productions of YAML's grammar
SIGNS = st.characters(categories=["L", "M", "N", "P", "S", "Zs", "Cf", "Co"])
PRODUCTIONS = st.sampled_from(
    [
        *"-?:,[]{}#&*!|>'\"%@`~\\=<.",
        *(": ", " #", "# ", ", ", "- ", "? ", "''", '""', "---", "...", "<<", "\\n", "\\", "|-", ">+", "!!", "%YAML "),
        *(
            "：",
            "，",
            "“",
            "”",
            "1,180",
            "2024",
            "甲",
            "乙处",
            "a",
            "key:",
            "null",
            "https://example.org/?id=3,8",
            "\t",
            " ",
        ),
    ]
)
TYPED = st.lists(PRODUCTIONS | SIGNS, min_size=1, max_size=8).map("".join).map(str.strip).filter(bool)
FOLDED = st.lists(TYPED, min_size=2, max_size=3).map("\n    ".join)
# Where a value stands: in a field, among fields in braces, among items
PLACES = (
    "title: {}",
    "- {}",
    "a:\n  b: {}\nc: 丙",
    "{{title: {}, order: 2}}",
    "- {{order: 2, title: {}}}",
    "a: [甲, {}]",
)


def scalars(value: RawNode | None) -> Iterator[str]:
    """All texts of a value, names of fields too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    elif value is not None:
        yield value


def is_syntax(typed: str) -> bool:
    """Whether it may be more than a text: in quotes, in brackets, a block, an item, or a field of its own."""
    return typed[0] in "'\"[{|>?-" or re.search(r":(?:\s|$)|,", typed) is not None


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def kept(typed: str, value: RawNode | None) -> bool:
    """Whether a text is among those that were read; of what may be syntax, whether its letters are."""
    texts = list(scalars(value))
    if not is_syntax(typed):
        return " ".join(typed.split()) in {" ".join(text.split()) for text in texts}
    # An escape stands for another sign
    return "\\" in typed or letters(typed) in letters("".join(texts))


@settings(max_examples=max(100, settings.default.max_examples))
@given(st.sampled_from(PLACES), TYPED)
@example("{{title: {}, order: 2}}", "1,180")
@example("title: {}", "停车场 #2 号地块")
@example("title: {}", "! 重要")
def test_what_is_typed_on_a_line_is_read_or_told_on_that_line(place: str, typed: str) -> None:
    text = place.format(typed)
    value, problems = yaml.read(text, "x.yml")
    line = text[: text.index(typed)].count("\n") + 1
    assert kept(typed, value) if not problems else [problem.place.line for problem in problems] == [line]


@settings(max_examples=max(100, settings.default.max_examples))
@given(st.sampled_from(("title: {}\nb: c", "- {}", "- a: {}")), FOLDED)
def test_what_is_typed_on_several_lines_is_read_or_told_on_one_of_them(place: str, typed: str) -> None:
    text = place.format(typed)
    value, problems = yaml.read(text, "x.yml")
    assert kept(typed, value) if not problems else 1 <= problems[0].place.line <= text.count("\n") + 1


@settings(max_examples=max(100, settings.default.max_examples))
@given(st.sampled_from(PLACES), TYPED)
def test_the_spelling_that_a_hint_shows_is_read_as_what_was_typed(place: str, typed: str) -> None:
    """Where a value alone is wrong, what is shown reads as that value."""
    spelling = mended(place.format(typed).split("\n")[0])
    if spelling.startswith("title: "):
        value, problems = yaml.read(spelling, "x.yml")
        assert problems == []
        assert isinstance(value, dict)
        assert letters(str(value["title"])) in letters(typed)


# What some hints say
OWN_LINE = "是值的下一行就写在 | 下面，缩进对齐；是注释就与字段名对齐"
ONE_LINE = "值写成一行；要保留换行就用 |"
TWO_ITEMS = "是两项就在逗号后面加一个空格；是一个值就加引号"
FORM = "写法是“字段: 值”，用半角冒号加一个空格，缩进用空格"
QUOTES = "给值加引号，写作 a: '甲 #2 号'；是注释就单独写一行"
COMMA = "补上缺少的逗号；文字里有冒号就给值加引号，写作 a: 'b c: d'"


def told(text: str) -> tuple[int, int, str, str] | None:
    _value, problems = yaml.read(text, "x.yml")
    return next(((one.place.line, one.place.column, one.message, one.hint) for one in problems), None)


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("{a: 1,180}", 1, 7, "“180”成了一个没有值的字段：花括号里的半角逗号会截断值", "给值加引号，写作 a: '1,180'"),
        ("a: 甲 #2 号", 1, 6, "空格加 # 以后的字成了注释，不会发布：#2 号", QUOTES),
        ("a: '甲' # 乙", 1, 8, "空格加 # 以后的字成了注释，不会发布：# 乙", "注释单独写一行"),
        ("a: 甲\n  #2 号", 2, 3, "以 # 开头的这一行成了注释，不会发布：#2 号", OWN_LINE),
        ("a: 甲\n  乙", 2, 3, "值换了行，YAML 会在这里加一个空格：“甲 乙”", ONE_LINE),
        ("a: >\n  甲\n  b", 3, 3, "值换了行，YAML 会在这里加一个空格：“甲 b”", ONE_LINE),
        ("- 产值 2,345.6 亿", 0, 0, "", ""),
        ("[产值 2,345.6 亿]", 1, 6, "方括号里的半角逗号把值截断了：逗号后面是“345.6 亿”", TWO_ITEMS),
        ("a: !note 甲", 1, 4, "不支持标签（!）；文字以 ! 开头时加引号", "给值加引号，写作 a: '!note 甲'"),
        ("a: 甲\n...\n乙", 2, 1, "这里不用写 ...，它以后的字不会被读取", "删去 ..."),
        ("%YAML 1.1\n---\na: b", 1, 1, "行首的 % 不能用（YAML 指令）", "删去这一行；文字以 % 开头时给值加引号"),
        ("a: 甲\u2028乙", 1, 5, "不可见的控制字符 U+2028", "删去这个字符"),
        ("a:\n  -c1\n  -c2", 2, 3, "短横后面缺一个空格", "写作 - c1"),
        ("a: {b:1}", 1, 6, "冒号后面缺一个空格", "写作 b: 1"),
        ("a: |\n甲", 2, 1, "| 和 > 下面的文字要缩进", "每行前面加上空格，比字段名多缩进两格"),
        ("a: “甲: 乙”", 1, 4, "中文引号不能代替 YAML 的引号", "给值加引号，写作 a: '“甲: 乙”'"),
        ("a: '甲' 乙", 1, 4, "引号后面还有文字：引号要把整个值括起来", "给值加引号，写作 a: \"'甲' 乙\""),
        ("{a: [转载]通报, b: c}", 1, 5, "以 [ 开头的文字要加引号", "给值加引号，写作 a: '[转载]通报'"),
        ("{a: b c: d}", 1, 5, "花括号没有成对，或缺少逗号", COMMA),
        ("a: [", 1, 5, "这里缺少内容，或多了逗号、括号", FORM),
        ("a:\n\tb: c", 2, 1, "缩进要用空格，不能用制表符", "把行首的制表符换成空格"),
    ],
)  # fmt: skip
def test_what_would_be_lost_is_told_with_what_mends_it(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    assert told(text) == ((line, column, message, hint) if line else None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("# 说明 #2\na: 甲\n# 又一条\n", {"a": "甲"}),
        ("a:\n  # 说明\n  - 甲\n", {"a": ["甲"]}),
        ("- a: 甲\n  # 说明\n  b: 乙\n", [{"a": "甲", "b": "乙"}]),
        ("a: |\n  甲 #2\n  # 三\n  乙, 丙\n", {"a": "甲 #2\n# 三\n乙, 丙\n"}),
        ("a: '甲 #2, 3,180'\n", {"a": "甲 #2, 3,180"}),
        ("a: [交通,住房]\n", {"a": ["交通", "住房"]}),
        ("a: [2022,2023]\n", {"a": ["2022", "2023"]}),
        ("{a: 甲,b: 乙, c: }", {"a": "甲", "b": "乙", "c": ""}),
        ("a: C#语言，甲#2，1,180\n", {"a": "C#语言，甲#2，1,180"}),
        ("a: two\n  lines\n", {"a": "two lines"}),
        ('a: "甲\\\n  乙"\n', {"a": "甲乙"}),
        ("a: [\n  甲, # 说明\n  乙]\n", None),
        ("a: [\n  甲,\n  # 说明\n  乙]\n", {"a": ["甲", "乙"]}),
        ("---\na: 甲\n", {"a": "甲"}),
    ],
)
def test_what_loses_nothing_is_read(text: str, value: RawNode | None) -> None:
    assert yaml.read(text, "x.yml")[0] == value


@given(st.text(st.characters(codec="utf-8")) | FOLDED | TYPED)
def test_no_message_is_in_the_words_of_the_parser(text: str) -> None:
    problems: list[Problem] = yaml.read(text, "x.yml")[1]
    assert [one for one in problems if "无法解析" in one.message] == []
