"""What libyaml says of a text that is no YAML, in the words of somebody who edits a data file, with what to do."""

from __future__ import annotations

import re
from typing import Any

from disclosure.source import yaml_lines
from disclosure.source.yaml_mending import mended
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

NO_ALIAS = N_("不支持锚点（&）和引用（*）；文字以 & 或 * 开头时加引号")
NO_TAG = N_("不支持标签（!）；文字以 ! 开头时加引号")
NO_INDENT = N_("缩进没有对齐，或引号没有成对")
NO_BLOCK = N_("| 和 > 后面只能换行；文字以它们开头时加引号")
NO_DIRECTIVE = N_("行首的 % 不能用（YAML 指令）")
NO_ESCAPE = N_("双引号里的反斜杠（\\）不能这样写，改用单引号")
NO_CONTROL = N_("不可见的控制字符")
WORDS = {
    "mapping values are not allowed in this context": N_("这里不能出现冒号：文字里有冒号时整个值要加引号，或缩进不对"),
    "could not find expected ':'": N_("这一行缺少冒号，或冒号后面缺空格"),
    "found character that cannot start any token": N_("这里的字符不能用来开头"),
    "found a tab character that violates indentation": N_("缩进要用空格，不能用制表符"),
    "found a tab character where an indentation space is expected": N_("缩进要用空格，不能用制表符"),
    "did not find expected key": NO_INDENT,
    "did not find expected node content": N_("这里缺少内容，或多了逗号、括号"),
    "did not find expected '-' indicator": N_("列表的缩进没有对齐"),
    "did not find expected ',' or ']'": N_("方括号没有成对，或缺少逗号"),
    "did not find expected ',' or '}'": N_("花括号没有成对，或缺少逗号"),
    "found unexpected ':'": N_("括号里的文字有冒号时要加引号"),
    "found unexpected end of stream": N_("引号没有成对"),
    "found unexpected document indicator": N_("引号没有成对"),
    "found unknown escape character": NO_ESCAPE,
    "did not find expected hexdecimal number": NO_ESCAPE,
    "found invalid Unicode character escape code": NO_ESCAPE,
    "block sequence entries are not allowed in this context": N_(
        "列表项不能写在这里，请换行并缩进；文字以 - 开头时加引号"
    ),
    "mapping keys are not allowed in this context": N_("这里不能出现问号加空格，给文字加引号"),
    "did not find expected alphabetic or numeric character": NO_ALIAS,
    "found undefined alias": NO_ALIAS,
    "did not find expected whitespace or line break": NO_TAG,
    "did not find expected tag URI": NO_TAG,
    "did not find URI escaped octet": NO_TAG,
    "found an incorrect leading UTF-8 octet": NO_TAG,
    "found an incorrect trailing UTF-8 octet": NO_TAG,
    "did not find the expected '>'": NO_TAG,
    "did not find expected '!'": NO_TAG,
    "found undefined tag handle": NO_TAG,
    "did not find expected comment or line break": NO_BLOCK,
    "found an indentation indicator equal to 0": NO_BLOCK,
    "did not find expected <document start>": N_("这一行不是“字段: 值”，或缩进没有对齐"),
    "found unknown directive name": NO_DIRECTIVE,
    "could not find expected directive name": NO_DIRECTIVE,
    "found unexpected non-alphabetical character": NO_DIRECTIVE,
    "found incompatible YAML document": NO_DIRECTIVE,
    "found duplicate %YAML directive": NO_DIRECTIVE,
    "found duplicate %TAG directive": NO_DIRECTIVE,
    "found extremely long version number": NO_DIRECTIVE,
    "did not find expected version number": NO_DIRECTIVE,
    "did not find expected digit or '.' character": NO_DIRECTIVE,
    "did not find expected whitespace": NO_DIRECTIVE,
}
# Here the place to mend is where it was opened, not where the parser gave up
OPENED = (
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unexpected document indicator",
)
# What it says where a colon is missing, or one stands behind a field that was not seen as one
COLON = (
    "mapping values are not allowed in this context",
    "could not find expected ':'",
    "did not find expected <document start>",
)
TAB = "found a tab character that violates indentation"
BRACKETS = {"did not find expected ',' or ']'": "]", "did not find expected ',' or '}'": "}"}
ANOTHER = re.compile(r"\s[A-Za-z_]+: ")
UNPAIRED = {"found unexpected end of stream", "found unexpected document indicator"}
# A field whose colon is no colon to YAML: full-width, or without the blank
NEAR_FIELD = re.compile(r"[ -]*[^\s:：#'\"]{1,20}(?:(：)|:(?=[^\s:/]))")
NEAR_ITEM = re.compile(r" *-(?=[^\s-])")
# A comment behind something, which is not in quotes
COMMENT = re.compile(r"\s*[^\s#'\"](?:[^'\"#]|'[^']*'|\"[^\"]*\"|(?<=\S)#)*?[ \t](#.*)")
BOM = "\ufeff"
CHINESE_QUOTES = "“”‘’「」『』＂＇"
# Signs that begin something other than a text, and what it is
BEGINNINGS = dict.fromkeys("&*", NO_ALIAS) | {"!": NO_TAG} | dict.fromkeys("|>", NO_BLOCK)


class YamlFault(Exception):
    """Why a text is not read: a place in it, counted from 0, and what is told of it."""

    def __init__(self, line: int, column: int, *, rule: str = "yaml", message: str, hint: str) -> None:
        self.line, self.column, self.rule, self.message, self.hint = line, column, rule, message, hint


def in_quotes(line: str) -> str:
    """What to do about a line with a value that needs quotes."""
    spelling = mended(line)
    return _("给值加引号，写作 {spelling}").format(spelling=spelling) if spelling else _("给值加引号")


def explained(said: str, opened: Any, stopped: Any, text: str) -> YamlFault:
    """The fault of which libyaml ``said`` so: where something was opened, and where it stopped."""
    rows = text.split("\n")
    mark = (opened if said in OPENED else None) or stopped or opened
    at = stopped if stopped is not None and stopped.line < len(rows) else mark
    lines = [one.line for one in (opened, mark) if one is not None]
    slip = yaml_lines.find(said, rows, (*lines, mark.line - 1, at.line))
    if slip is not None:
        return YamlFault(slip.line, slip.column, message=slip.message, hint=slip.hint)
    fault = _of_lines(said, rows, mark.line) or _of_comment(said, rows, mark.line, at.line)
    for one in (at, mark):
        spot = (one.line, one.column, rows[one.line] if one.line < len(rows) else "")
        fault = fault or _of_blanks(*spot) or _of_value(said, *spot)
    if fault is not None:
        return fault
    words = _(WORDS[said]) if said in WORDS else _("无法解析（{said}）").format(said=said)
    return YamlFault(*_written(rows, mark), message=words, hint=_hint(said))


def _written(rows: list[str], mark: Any) -> tuple[int, int]:
    """A place, or where something is written before it: the parser gives up at the end of the text."""
    line, column = mark.line, mark.column
    while line > 0 and (line >= len(rows) or not rows[line].strip()):
        line -= 1
        column = len(rows[line].rstrip())
    return line, column


def _hint(said: str) -> str:
    if said in UNPAIRED:
        return _("在值的末尾补上同样的引号；文字里本来就有这种引号时，整个值换另一种引号")
    if said in BRACKETS:
        return _("补上逗号或右边的 {sign}；文字以括号开头时给值加引号").format(sign=BRACKETS[said])
    if WORDS.get(said) == WORDS[TAB]:
        return _("把行首的制表符换成空格")
    if WORDS.get(said) == NO_DIRECTIVE:
        return _("删去这一行；文字以 % 开头时给值加引号")
    return _("写法是“字段: 值”，用半角冒号加一个空格，缩进用空格")


def near(line: int, row: str) -> YamlFault | None:
    """What was meant as a field or an item, and is none to YAML."""
    field, item = NEAR_FIELD.match(row), NEAR_ITEM.match(row)
    if field is None and item is None:
        return None
    end = field.end() if field else item.end() if item else 0
    hint = _("写作 {spelling}").format(spelling=_spaced(row, end, field is not None))
    if field is None:
        return YamlFault(line, end - 1, message=_("短横后面缺一个空格"), hint=hint)
    words = _("这是全角冒号“：”，应当用半角“:”") if field[1] else _("冒号后面缺一个空格")
    return YamlFault(line, end - 1, message=words, hint=hint)


def _spaced(row: str, end: int, field: bool) -> str:
    value = row[end:].strip()
    return f"{row[: end - 1].strip()}{':' if field else '-'} {value}".strip()


def _of_lines(said: str, rows: list[str], row: int) -> YamlFault | None:
    """What the line where the parser stopped, or the one before, was meant to be."""
    numbers = [number for number in (row - 1, row) if 0 <= number < len(rows)]
    if said in COLON and (found := next(filter(None, (near(one, rows[one]) for one in numbers)), None)):
        return found
    before = rows[row - 1] if 0 < row < len(rows) else ""
    if said == "did not find expected key" and before.lstrip().startswith("#"):
        return cut_line(row - 1, before.index("#"), before)
    if said in COLON and re.search(r"[:-] [|>][-+]?$", before.rstrip()):
        return YamlFault(row, 0, message=_("| 和 > 下面的文字要缩进"), hint=_("每行前面加上空格，比字段名多缩进两格"))
    return None


def _of_comment(said: str, rows: list[str], opened: int, stopped: int) -> YamlFault | None:
    """A comment that took away the end of something in brackets."""
    if said not in (*BRACKETS, "did not find expected node content"):
        return None
    for line in range(min(opened, stopped - 1), min(stopped + 1, len(rows))):
        comment = COMMENT.match(rows[line]) if line >= 0 else None
        if comment:
            return cut_by_comment(line, comment.start(1), rows[line])
    return None


def _of_blanks(line: int, column: int, row: str) -> YamlFault | None:
    """The fault of what looks like blanks, and is none."""
    if BOM in row:
        message = _("{what} U+{code:04X}").format(what=_(NO_CONTROL), code=ord(BOM))
        return YamlFault(line, row.index(BOM), rule="control", message=message, hint=_("删去这个字符"))
    if re.match(r" *\t", row) and column <= len(row) - len(row.lstrip()):
        return YamlFault(line, row.index("\t"), message=_(WORDS[TAB]), hint=_hint(TAB))
    return None


def _of_value(said: str, line: int, column: int, row: str) -> YamlFault | None:
    """The fault of a value that wants quotes."""
    spelling = "" if said in UNPAIRED or WORDS.get(said) in (NO_ESCAPE, NO_DIRECTIVE) else mended(row)
    if not spelling:
        return None
    begin = _begin(row, spelling, column)
    if said in BRACKETS and ANOTHER.search(spelling):
        hint = _("补上缺少的逗号；文字里有冒号就给值加引号，写作 {spelling}").format(spelling=spelling)
        return YamlFault(line, begin, message=_(WORDS[said]), hint=hint)
    return YamlFault(line, begin, message=_why(said, spelling), hint=in_quotes(row))


def _begin(row: str, spelling: str, column: int) -> int:
    """Where the value begins that is spelt so."""
    key = re.match(r"[^\s:'\"]+:\s+", spelling)
    found = row.find(key[0]) if key else -1
    return found + len(key[0]) if key and found >= 0 else min(column, len(row) - len(row.lstrip(" -")))


def _why(said: str, spelling: str) -> str:
    value = re.sub(r"^[^\s:'\"]+:\s+", "", spelling)[1:]
    first = value[:1]
    if first in BEGINNINGS:
        return _(BEGINNINGS[first])
    if first in "'\"":
        return _("引号后面还有文字：引号要把整个值括起来")
    if first in CHINESE_QUOTES:
        return _("中文引号不能代替 YAML 的引号")
    if first in "@`%[]{},#?-:":
        return _("以 {sign} 开头的文字要加引号").format(sign=first)
    return _(WORDS.get(said, WORDS["mapping values are not allowed in this context"]))


def cut_by_comment(line: int, column: int, row: str) -> YamlFault:
    """A ``#`` after a value, where it takes away the rest of the line."""
    message = _("空格加 # 以后的字成了注释，不会发布：{lost}").format(lost=shortened(row[column:].rstrip()))
    before = row[:column].rstrip()
    plain = before[-1] not in "'\"[]{},:|>-"
    hint = in_quotes(row) + _("；是注释就单独写一行") if plain else _("注释单独写一行")
    return YamlFault(line, column, rule="cut-value", message=message, hint=hint)


def cut_line(line: int, column: int, row: str) -> YamlFault:
    """A line that goes on with a value, and begins with ``#``."""
    message = _("以 # 开头的这一行成了注释，不会发布：{lost}").format(lost=shortened(row.strip()))
    hint = _("是值的下一行就写在 | 下面，缩进对齐；是注释就与字段名对齐")
    return YamlFault(line, column, rule="cut-value", message=message, hint=hint)


def shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
