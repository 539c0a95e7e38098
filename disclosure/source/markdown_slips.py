"""What is typed in Markdown and reads otherwise on the page: one table, and the comparison that needs none.

``find`` holds what was typed (``markdown_meant``) against what is shown (``markdown_shown``), sign by sign: whatever
vanishes, appears or becomes something else is found, known or not. The table knows the usual slips: what Markdown does
there, and how to write it instead. Its rows named ``ALWAYS`` are looked for even where all signs are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import unescape

from msgspec import Struct

from disclosure.source import characters, markdown_meant, markdown_shown
from disclosure.source.markdown_meant import Token, Written
from disclosure.source.prose import Slip
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


class Row(Struct, frozen=True, kw_only=True):
    """A kind of slip. ``says`` and ``hint`` may name ``written`` and ``shown``."""

    pattern: re.Pattern[str]
    says: str
    hint: str


def _row(pattern: str, says: str, hint: str) -> Row:
    return Row(pattern=re.compile(pattern, re.M), says=says, hint=hint)


ITEM = r"(?:[-*+]|\d{1,9}\.) +(?=\S)"
ENUMERATOR = r"(?:[（(]?(?:[一二三四五六七八九十]+|[0-9０-９]{1,2})[）)、．]|[0-9]{1,2}\.(?=[^\d\s])|[①-⑳•·●■◆])"

NESTED = (N_("这一项的级别与缩进不符：{written}"), N_("列表写在行首，下一级列表缩进四个空格"))

# Where the text shown is another, the first row that fits its line says why
KNOWN: dict[str, Row] = {
    "fence": _row(
        r"^[ \t]*(?:`{3,}|~{3,}).*$",
        N_("这段代码没有结尾，或不在行首：{written}"),
        N_("``` 写在行首，前后成对"),
    ),
    "no-blank-heading": _row(
        r"^#{1,6}(?=[^#\s]).*$",
        N_("# 后面没有空格，整行读成了标题：{written}"),
        N_("小标题写作 ## 标题；要显示 # 时写 \\#"),
    ),
    "closing-hash": _row(r"^#{1,6} .*[^#\s\\]#+ *$", N_("标题末尾的 # 不会显示：{written}"), N_("要显示 # 时写 \\#")),
    "setext": _row(
        r"^(?=.*\S).*\n[ \t]*(?:-+|=+)[ \t]*$",
        N_("下一行是横线，这一行读成了标题：{written}"),
        N_("横线前空一行；小标题写作 ## 标题"),
    ),
    "definition-of-reference": _row(
        r"^ {0,3}\[[^\]\n]+\]:.*$",
        N_("这一行读成了链接的定义，不会显示：{written}"),
        N_("链接写作 [文字](地址)；要显示方括号时写 \\[…\\]"),
    ),
    "braces": _row(
        r"\{[^{}\n]*\}(?=[ \t]*$)",
        N_("花括号里的字读成了属性，不会显示：{written}"),
        N_("要显示时写 \\{{…\\}}；固定锚点只写在小标题后面，例如 {{#id}}"),
    ),
    "contents": _row(r"\[TOC\]", N_("[TOC] 读成了目录，不会显示"), N_("删去；目录由页面生成")),
    "nested-list": _row(rf"^[ \t]+{ITEM}.*$", *NESTED),
    "list-without-blank": _row(
        rf"(?<=\S)\n[ \t]*{ITEM}.*$", N_("这里不会读成新的列表：{written}"), N_("列表前面空一行，一个列表用一种记号")
    ),
    "list": _row(rf"^{ITEM}.*$", *NESTED),
    "indented": _row(
        r"^(?: {4,}|\t)[ \t]*\S.*$",
        N_("行首的空格使这一段读成了代码：{written}"),
        N_("删去行首的空格；代码写在 ``` 之间"),
    ),
    "definition": _row(r"^.+\n {0,3}: .*$", N_("行首的冒号读成了释义：{written}"), N_("写作 **词**：释义，不另起一行")),
    "table": _row(
        r"^.*\|.*$",
        N_("这一行与表格不合，有一格会丢失或多出：{written}"),
        N_("每一行的格数与表头相同，表格前后各空一行；格里的竖线写 \\|"),
    ),
    "link": _row(
        r"\[[^\]\n]*\]\([^)\n]*[\s\"'<>][^)\n]*\)",
        N_("链接的地址里有空格、引号或尖括号：{written}"),
        N_("地址里的空格写 %20，不写题名，例如 [文字](files/a%20b.pdf)"),
    ),
    "hard-break": _row(r" {2,}$", N_("行末的空格在页面上成了换行"), N_("删去行末的空格；要分段时空一行")),
    "backslash": _row(
        r"\\+.",
        N_("反斜杠不会照样显示：{written}"),
        N_("要显示反斜杠时写在代码里，例如 `\\\\server\\a`"),
    ),
    "asterisks": _row(
        r"\*+[^*\n]*\**",
        N_("星号读成了强调，不会显示：{written}"),
        N_("乘号写 ×，星号写 \\*；强调写作 **文字**，不夹在数字之间"),
    ),
    "underscores": _row(
        r"_+[^_\n]*_*",
        N_("下划线读成了强调，不会显示：{written}"),
        N_("下划线写 \\_；强调写作 **文字**"),
    ),
    "backticks": _row(r"`+[^`\n]*`*", N_("反引号读成了代码：{written}"), N_("反引号写 \\`；代码写作 `代码`")),
}
# Where the numbers are others, and where no row fits
COMPARED_ONLY: dict[str, Row] = {
    "numbering": _row(
        "",
        N_("这一项的编号在页面上是 {shown}：{written}"),
        N_("编号从第一项起连续写，中间不隔开；要照写编号时写 1\\."),
    ),
    "entity": _row(
        "",
        N_("{written} 是看不见的、或与常用字相似的字符 {shown}"),
        N_("删去，或换成普通的空格或常用的字；分段时空一行"),
    ),
    "unknown": _row(
        "",
        N_("这里在页面上读作“{shown}”：{written}"),
        N_("有一个符号读成了 Markdown 的记号；要照样显示时在它前面写 \\，或换一种写法"),
    ),
}

# Every sign is shown, but not as it was meant
ALWAYS: dict[str, Row] = {
    "lines-that-run-together": _row(
        rf"(?<=\S)\n[ \t\u3000]*{ENUMERATOR}.*$",
        N_("这一行会接在上一行后面：{written}"),
        N_("每一项之间空一行，或写成列表：1. 文字"),
    ),
    "signs-without-blank": _row(
        r"(?<=\S)\n[ \t]*[-+*－—](?=[^\s\d*+—|-])[^|\n]*$",
        N_("这一行不会读成列表：{written}"),
        N_("记号后面加一个空格，列表前面空一行：- 文字"),
    ),
    "paragraphs-that-run-together": _row(
        r"(?<=\S)\n\u3000+\S.*$", N_("这一段会接在上一段后面：{written}"), N_("两个段落之间空一行")
    ),
    "note": _row(
        r"(?<!\\)\[\^[^\]\n]*\]",
        N_("这里没有注释，会照样显示：{written}"),
        N_("注释只用于报告正文；写在正文里，或写成链接"),
    ),
    "struck": _row(r"~~(?=\S)[^~\n]+~~", N_("没有删除线，会照样显示：{written}"), N_("删去 ~~；改动用文字说明")),
    "highlighted": _row(r"==(?=[^\s=])[^=\n]+==", N_("没有高亮，会照样显示：{written}"), N_("强调写作 **文字**")),
    "task": _row(
        r"^[ \t]*[-*+] \[[ xX]\] .*$", N_("没有任务列表，方框会照样显示：{written}"), N_("用文字写明完成与否")
    ),
    "bare-address": _row(
        r"(?<![A-Za-z0-9])https?://[^\s<>，。；：、！？）》”’]+",
        N_("这个地址不会成为链接：{written}"),
        N_("写作 <{written}>，或 [文字]({written})"),
    ),
    "wide-brackets": _row(
        r"(?:\]（[\w./#:%?=&-]+）|】\([^)\n]+\)|\][ \u3000]+\((?:https?:|[\w/-]+\.(?:md|html|pdf))[^)\n]*\))",
        N_("这里不会成为链接：{written}"),
        N_("用半角括号，中间不空格：[文字](地址)"),
    ),
    "wide-signs": _row(
        r"^＃+[ \u3000].*$|＊＊[^＊\n]+＊＊",
        N_("全角的记号会照样显示：{written}"),
        N_("用半角：## 小标题，**强调**"),
    ),
}
ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
# Said before the text is rendered (markdown_limits)
LIMITS: dict[str, Row] = {
    "too-long": _row("", N_("正文太长，超过 60000 个字"), N_("拆成几个文件，或放进附件")),
    "too-many-lines": _row("", N_("正文太长，超过 4000 行"), N_("拆成几个文件，或放进附件")),
    "too-many-signs": _row(
        "", N_("记号太多：小标题、横线或 < 超过 500 处，或全部记号超过 4000 个"), N_("拆成几个文件，或放进附件")
    ),
    "too-many-alike": _row("", N_("同一个记号连续超过 80 个：{written}…"), N_("删去；要分隔时空一行写 ---")),
    "too-deep": _row("", N_("列表或引用嵌套太深，超过 8 层"), N_("减少层次；要照样显示时放进代码")),
    "too-many-open": _row("", N_("括号嵌套太深，超过 8 层"), N_("检查括号是否成对；要照样显示时写 \\[ 和 \\(")),
}
ROWS = {**KNOWN, **COMPARED_ONLY, **ALWAYS, **LIMITS}

# How a message names what has no sign of its own
NAMES = {
    "<pre>": N_("代码"),
    "<code>": N_("代码"),
    "<quote>": N_("引用"),
    "<hr>": N_("横线"),
    "<br>": N_("换行"),
    "<em>": N_("强调"),
    "<b>": N_("强调"),
    "<a>": N_("链接"),
    "<img>": N_("图片"),
    "<dt>": N_("词条"),
    "<dd>": N_("释义"),
    "<td>": N_("表格"),
    **{f"<h{level}>": N_("标题") for level in range(1, 7)},
}
NUMBERED = re.compile(r"\d+:(\d+\.)")

# What the rows of ALWAYS are not looked for in
APART = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$|`[^`\n]+`|\]\([^\s()]*\)|<[^<>\s]+>", re.M | re.S
)
LONGEST = 30
# So many differences are told apart; of a longer text the first
COMPARED = 2_000


def find(body: str, html: str) -> tuple[Slip, ...]:
    """Every slip of a text, in its order; one for a line."""
    meant, shown = markdown_meant.read(body), markdown_shown.read(html)
    found = [*(_differing(body, meant, shown) if meant.tokens != shown else ()), *_always(body)]
    first = {body.count("\n", 0, slip.offset): slip for slip in sorted(found, key=_offset, reverse=True)}
    return tuple(first[line] for line in sorted(first))


def _offset(slip: Slip) -> int:
    return slip.offset


def _always(body: str) -> Iterator[Slip]:
    plain = APART.sub(lambda part: re.sub(r"[^\n]", " ", part[0]), body)
    for kind, row in ALWAYS.items():
        for match in row.pattern.finditer(plain):
            yield _slip(kind, match)
    for entity in ENTITY.finditer(plain):
        for strange in characters.find(unescape(entity[0])):
            yield Slip(entity.start(), "entity", entity[0], f"U+{ord(strange.character):04X}")


def _slip(kind: str, match: re.Match[str]) -> Slip:
    """The place is where the match's first visible sign stands."""
    text = match[0]
    blanks = len(text) - len(text.lstrip())
    return Slip(match.start() + (blanks if blanks < len(text) else 0), kind, _short(text))


def _short(text: str) -> str:
    line = text.strip().split("\n")[0]
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def _differing(body: str, meant: Written, shown: list[Token]) -> Iterator[Slip]:
    offsets = [*meant.offsets, len(body.rstrip())]
    for (start, end), (from_, to) in _differences(meant.tokens, shown):
        yield _explained(body, (offsets[start], offsets[max(start, end - 1)]), shown[from_:to])


Stretch = tuple[int, int]


def _differences(one: list[Token], other: list[Token]) -> Iterator[tuple[Stretch, Stretch]]:
    """The stretches in which two lists differ: what begins and ends alike is left out first."""
    shorter = min(len(one), len(other))
    start = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    end = next((n for n in range(shorter - start) if one[-1 - n] != other[-1 - n]), shorter - start)
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if len(left) + len(right) > COMPARED:
        yield (start, start + 1), (start, start + 1)
        return
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield (start + a, start + b), (start + c, start + d)


def _explained(body: str, at: Stretch, shown: list[Token]) -> Slip:
    """The slip of the first row that fits where the text is another."""
    start, end = _lines_around(body, at)
    number = NUMBERED.fullmatch(shown[0]) if len(shown) == 1 else None
    if number and body[at[0] : at[0] + 1].isdigit():
        return Slip(at[0], "numbering", _line_at(body, at[0]), number[1])
    for kind, row in KNOWN.items():
        for match in row.pattern.finditer(body, start, end):
            if match.start() <= at[1] and at[0] <= match.end() + 1:
                return _slip(kind, match)
    return Slip(at[0], "unknown", _line_at(body, at[0]), _short("".join(map(_named, shown))))


def _lines_around(body: str, at: Stretch) -> Stretch:
    """The lines of a stretch, with the one before and the one after."""
    start = body.rfind("\n", 0, max(body.rfind("\n", 0, at[0]), 0)) + 1
    following = body.find("\n", at[1])
    after = body.find("\n", following + 1) if following >= 0 else -1
    return start, len(body) if after < 0 else after


def _line_at(body: str, offset: int) -> str:
    return _short(body[offset:].partition("\n")[0])


def _named(one: Token) -> str:
    """A sign as it is, and what begins here by its name."""
    return _(NAMES[one]) if one in NAMES else one if len(one) == 1 else ""
