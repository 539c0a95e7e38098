"""The usual slips in Markdown, one table: what is typed, what Markdown makes of it, how to write it instead.

``markdown_compare`` finds them. Of those that make a text read otherwise (``KNOWN``), the first whose pattern fits says
why; ``ALWAYS`` are looked for even where all signs are shown, ``LIMITS`` are said before anything is rendered.
"""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.source.character_tables import ENUMERATOR
from disclosure.source.prose import Slip
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


class SlipKind(Struct, frozen=True, kw_only=True):
    """A kind of slip. ``says`` and ``hint`` may name ``written`` and ``shown``."""

    pattern: re.Pattern[str]
    says: str
    hint: str


def _kind(pattern: str, says: str, hint: str) -> SlipKind:
    return SlipKind(pattern=re.compile(pattern, re.M), says=says, hint=hint)


ITEM = r"(?:[-*+]|\d{1,9}\.) +(?=\S)"

NESTED = (N_("这一项的级别与缩进不符：{written}"), N_("列表写在行首，下一级列表缩进四个空格"))

# Where the text shown is another, the first row that fits its line says why
KNOWN: dict[str, SlipKind] = {
    "fence": _kind(
        r"^[ \t]*(?:`{3,}|~{3,}).*$",
        N_("这段代码没有结尾，或不在行首：{written}"),
        N_("``` 写在行首，前后成对"),
    ),
    "no-blank-heading": _kind(
        r"^#{1,6}(?=[^#\s]).*$",
        N_("# 后面没有空格，整行读成了标题：{written}"),
        N_("小标题写作 ## 标题；要显示 # 时写 \\#"),
    ),
    "closing-hash": _kind(r"^#{1,6} .*[^#\s\\]#+ *$", N_("标题末尾的 # 不会显示：{written}"), N_("要显示 # 时写 \\#")),
    "setext": _kind(
        r"^(?=.*\S).*\n[ \t]*(?:-+|=+)[ \t]*$",
        N_("下一行是横线，这一行读成了标题：{written}"),
        N_("横线前空一行；小标题写作 ## 标题"),
    ),
    "definition-of-reference": _kind(
        r"^ {0,3}\[[^\]\n]+\]:.*$",
        N_("这一行读成了链接的定义，不会显示：{written}"),
        N_("链接写作 [文字](地址)；要显示方括号时写 \\[…\\]"),
    ),
    "braces": _kind(
        r"\{[^{}\n]*\}(?=[ \t]*$)",
        N_("花括号里的字读成了属性，不会显示：{written}"),
        N_("要显示时写 \\{{…\\}}；固定锚点只写在小标题后面，例如 {{#id}}"),
    ),
    "contents": _kind(r"\[TOC\]", N_("[TOC] 读成了目录，不会显示"), N_("删去；目录由页面生成")),
    "nested-list": _kind(rf"^[ \t]+{ITEM}.*$", *NESTED),
    "list-without-blank": _kind(
        rf"(?<=\S)\n[ \t]*{ITEM}.*$", N_("这里不会读成新的列表：{written}"), N_("列表前面空一行，一个列表用一种记号")
    ),
    "list": _kind(rf"^{ITEM}.*$", *NESTED),
    "indented": _kind(
        r"^(?: {4,}|\t)[ \t]*\S.*$",
        N_("行首的空格使这一段读成了代码：{written}"),
        N_("删去行首的空格；代码写在 ``` 之间"),
    ),
    "definition": _kind(
        r"^.+\n {0,3}: .*$", N_("行首的冒号读成了释义：{written}"), N_("写作 **词**：释义，不另起一行")
    ),
    "table": _kind(
        r"^.*\|.*$",
        N_("这一行与表格不合，有一格会丢失或多出：{written}"),
        N_("每一行的格数与表头相同，表格前后各空一行；格里的竖线写 \\|"),
    ),
    "link": _kind(
        r"\[[^\]\n]*\]\([^)\n]*[\s\"'<>][^)\n]*\)",
        N_("链接的地址里有空格、引号或尖括号：{written}"),
        N_("地址里的空格写 %20，不写题名，例如 [文字](files/a%20b.pdf)"),
    ),
    "hard-break": _kind(r" {2,}\n", N_("行末的空格在页面上成了换行"), N_("删去行末的空格；要分段时空一行")),
    "backslash": _kind(
        r"\\+.",
        N_("反斜杠不会照样显示：{written}"),
        N_("要显示反斜杠时写在代码里，例如 `\\\\server\\a`"),
    ),
    "asterisks": _kind(
        r"\*+[^*\n]*\**",
        N_("星号读成了强调，不会显示：{written}"),
        N_("乘号写 ×，星号写 \\*；强调写作 **文字**，不夹在数字之间"),
    ),
    "underscores": _kind(
        r"_+[^_\n]*_*",
        N_("下划线读成了强调，不会显示：{written}"),
        N_("下划线写 \\_；强调写作 **文字**"),
    ),
    "backticks": _kind(r"`+[^`\n]*`*", N_("反引号读成了代码：{written}"), N_("反引号写 \\`；代码写作 `代码`")),
}
# Where the numbers are others, and where no row fits
COMPARED_ONLY: dict[str, SlipKind] = {
    "numbering": _kind(
        "",
        N_("这一项的编号在页面上是 {shown}：{written}"),
        N_("编号从第一项起连续写，中间不隔开；要照写编号时写 1\\."),
    ),
    "entity": _kind(
        "",
        N_("{written} 是看不见的、或与常用字相似的字符 {shown}"),
        N_("删去，或换成普通的空格或常用的字；分段时空一行"),
    ),
    "unknown": _kind(
        "",
        N_("这里在页面上读作“{shown}”：{written}"),
        N_("有一个符号读成了 Markdown 的记号；要照样显示时在它前面写 \\，或换一种写法"),
    ),
}

# Every sign is shown, but not as it was meant
ALWAYS: dict[str, SlipKind] = {
    "lines-that-run-together": _kind(
        rf"(?<=\S)\n[ \t\u3000]*{ENUMERATOR}.*$",
        N_("这一行会接在上一行后面：{written}"),
        N_("每一项之间空一行，或写成列表：1. 文字"),
    ),
    "signs-without-blank": _kind(
        r"(?<=\S)\n[ \t]*[-+*－—](?=[^\s\d*+—|-])[^|\n]*$",
        N_("这一行不会读成列表：{written}"),
        N_("记号后面加一个空格，列表前面空一行：- 文字"),
    ),
    "paragraphs-that-run-together": _kind(
        r"(?<=\S)\n\u3000+\S.*$", N_("这一段会接在上一段后面：{written}"), N_("两个段落之间空一行")
    ),
    "note": _kind(
        r"(?<!\\)\[\^[^\]\n]*\]",
        N_("这里没有注释，会照样显示：{written}"),
        N_("注释只用于报告正文；写在正文里，或写成链接"),
    ),
    "struck": _kind(r"~~(?=\S)[^~\n]+~~", N_("没有删除线，会照样显示：{written}"), N_("删去 ~~；改动用文字说明")),
    "highlighted": _kind(r"==(?=[^\s=])[^=\n]+==", N_("没有高亮，会照样显示：{written}"), N_("强调写作 **文字**")),
    "task": _kind(
        r"^[ \t]*[-*+] \[[ xX]\] .*$", N_("没有任务列表，方框会照样显示：{written}"), N_("用文字写明完成与否")
    ),
    "bare-address": _kind(
        r"(?<![A-Za-z0-9])https?://[^\s<>，。；：、！？）》”’]+",
        N_("这个地址不会成为链接：{written}"),
        N_("写作 <{written}>，或 [文字]({written})"),
    ),
    "wide-brackets": _kind(
        r"(?:\]（[\w./#:%?=&-]+）|】\([^)\n]+\)|\][ \u3000]+\((?:https?:|\.{0,2}/?[\w./-]+\.[a-z0-9]{2,5}\b)[^)\n]*\)"
        r"|\([^()\n]+\)\[(?:https?:|\.{0,2}/?[\w./-]+\.[a-z0-9]{2,5}\b)[^\]\n]*\])",
        N_("这里不会成为链接：{written}"),
        N_("用半角括号，中间不空格：[文字](地址)"),
    ),
    "backslashes-in-address": _kind(
        r"\]\([^)\s]*\\[^)\s]*\)",
        N_("链接的地址里有反斜杠：{written}"),
        N_("写成 /；自己电脑上的文件读者打不开，先放进 files/，再写 files/文件名"),
    ),
    "half-bold": _kind(
        # In a paragraph of one line
        r"(?:\A\n*|(?<=\n\n))(?:(?!\*\*)[^\n`\\])*\*\*(?:(?!\*\*)[^\n`\\])+(?=\n\n|\n*\Z)",
        N_("加粗的星号只有一半，会照样显示：{written}"),
        N_("前后各写两个半角星号：**文字**；不加粗就删去"),
    ),
    "wide-signs": _kind(
        r"^＃+[ \u3000].*$|＊＊[^＊\n]+＊＊",
        N_("全角的记号会照样显示：{written}"),
        N_("用半角：## 小标题，**强调**"),
    ),
}
# Said before the text is rendered (markdown_limits)
LIMITS: dict[str, SlipKind] = {
    "too-long": _kind("", N_("正文太长，超过 60000 个字"), N_("拆成几个文件，或放进附件")),
    "too-many-lines": _kind("", N_("正文太长，超过 4000 行"), N_("拆成几个文件，或放进附件")),
    "too-many-signs": _kind(
        "", N_("记号太多：小标题、横线或 < 超过 500 处，或全部记号超过 4000 个"), N_("拆成几个文件，或放进附件")
    ),
    "too-many-alike": _kind("", N_("同一个记号连续超过 80 个：{written}…"), N_("删去；要分隔时空一行写 ---")),
    "too-deep": _kind("", N_("列表或引用嵌套太深，超过 8 层"), N_("减少层次；要照样显示时放进代码")),
    "too-many-open": _kind("", N_("括号嵌套太深，超过 8 层"), N_("检查括号是否成对；要照样显示时写 \\[ 和 \\(")),
}
KINDS = {**KNOWN, **COMPARED_ONLY, **ALWAYS, **LIMITS}

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


def told(slip: Slip) -> tuple[str, str]:
    """What a slip is, and how to write it instead."""
    kind, words = KINDS[slip.kind], {"written": slip.written, "shown": slip.shown or _("（不显示）")}
    return _(kind.says).format(**words), _(kind.hint).format(**words)
