"""What a line was meant to be that is no YAML: the slips that Chinese keyboards, web pages and other programs bring,
each with the spelling that mends it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from unicodedata import normalize

from msgspec import Struct

from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# Longer ones are not shown: the words beside them suffice
LONGEST = 120
# What libyaml says where a field was not seen as one
NO_FIELD = (
    "mapping values are not allowed in this context",
    "could not find expected ':'",
    "did not find expected <document start>",
    "did not find expected key",
    "did not find expected '-' indicator",
)
IN_BRACKETS = ("did not find expected ',' or '}'", "did not find expected ',' or ']'")
STRANGE_BLANK = "\u3000\u00a0\u2002-\u200a"
FIELD = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?P<key>[A-Za-z_]+):(?P<value>\s.*)?")
OPENING, CLOSING = "{[", "}]"
FULL = str.maketrans({"｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]"})


class LineSlip(Struct, frozen=True, kw_only=True):
    """A line, or the place in it, and what is told of it; lines and columns are counted from 0."""

    line: int
    column: int
    message: str
    hint: str


class LineSlipKind(Struct, frozen=True):
    """A slip by how its line looks: where libyaml says one of ``said`` of it, and how the line is written instead."""

    pattern: re.Pattern[str]
    said: tuple[str, ...]
    message: str
    mended: Callable[[re.Match[str]], str]


def _written(spelling: str) -> str:
    shown = spelling if len(spelling) <= LONGEST else f"{spelling[: LONGEST // 2]}…"
    return _("写作 {spelling}").format(spelling=shown)


def _half(text: str) -> str:
    """Within braces, in half-width signs."""
    return re.sub(r"\s*[，、]\s*", ", ", normalize("NFKC", text.translate(FULL)).replace(",", "，")).strip()


def _commas(text: str) -> str:
    return re.sub(r"\s*[，、；]\s*(?=[A-Za-z_]+:\s)", ", ", text)


KINDS = (
    LineSlipKind(
        re.compile(rf" *(?P<at>[{STRANGE_BLANK}]+)"),
        NO_FIELD,
        N_("行首的空格不是普通的半角空格，缩进要用半角空格"),
        lambda _found: "",
    ),
    LineSlipKind(
        re.compile(r"\s*(?P<at>[•·●■◆▪○－—–＊])\s*(?P<rest>\S.*)"),
        NO_FIELD,
        N_("列表的每一项要用半角短横和空格开头"),
        lambda found: f"- {found['rest']}",
    ),
    LineSlipKind(
        re.compile(r"\s*(?P<at>(?:\d{1,2}[.、)）]|[（(]\d{1,2}[)）]))\s*(?P<rest>[{A-Za-z].*)"),
        NO_FIELD,
        N_("列表的每一项要用半角短横和空格开头"),
        lambda found: f"- {found['rest']}",
    ),
    LineSlipKind(
        re.compile(r"\s*(?P<at>//|/\*|<!--)\s*(?P<rest>.*?)\s*(?:\*/|-->)?\s*$"),
        NO_FIELD,
        N_("注释要以 # 加空格开头"),
        lambda found: f"# {found['rest']}",
    ),
    LineSlipKind(
        re.compile(r"\s*(?P<at>```|~~~).*"),
        (*NO_FIELD, "found character that cannot start any token"),
        N_("数据文件里不用代码框的记号"),
        lambda _found: "",
    ),
    LineSlipKind(
        re.compile(r"\s*(?P<at>\*\*|__)(?P<key>[A-Za-z_]+)(?P=at)\s*[:：]\s*(?P<rest>.*)"),
        (*NO_FIELD, "did not find expected alphabetic or numeric character"),
        N_("字段名不用加粗"),
        lambda found: f"{found['key']}: {found['rest']}",
    ),
    LineSlipKind(
        re.compile(r"[ -]*(?P<key>[a-z_]{2,30})(?P<at>\s*=|　+| +)\s*(?P<rest>[^\s:：=][^:：]*)"),
        NO_FIELD,
        N_("字段名后面缺冒号"),
        lambda found: f"{found['key']}: {found['rest'].strip()}",
    ),
    LineSlipKind(
        re.compile(rf"[ -]*(?P<key>[A-Za-z_]+)[:：](?P<at>[{STRANGE_BLANK}]+)(?P<rest>.*)"),
        NO_FIELD,
        N_("冒号后面的空格不是普通的半角空格"),
        lambda found: f"{found['key']}: {found['rest'].strip()}",
    ),
    LineSlipKind(
        re.compile(r"[ -]*(?:[A-Za-z_]+: +)?(?P<at>[｛［【])(?P<rest>.*)"),
        (*NO_FIELD, *IN_BRACKETS),
        N_("括号要用半角的"),
        lambda found: _half(found[0]),
    ),
    LineSlipKind(
        re.compile(r".*?[{,]\s*(?P<key>[A-Za-z_]+): [^,{}]*?(?P<at>[，、；])\s*(?P<rest>[A-Za-z_]+:\s[^,{}]*).*"),
        IN_BRACKETS,
        N_("花括号里的字段要用半角逗号隔开"),
        lambda found: _commas(found[0][found.start("key") : found.end("rest")]),
    ),
)


def find(said: str, rows: list[str], lines: Iterable[int]) -> LineSlip | None:
    """The first of the lines that was meant to be something else."""
    for line in dict.fromkeys(lines):
        if 0 <= line < len(rows) and (found := next(_of(said, rows, line), None)):
            return found
    return None


def _of(said: str, rows: list[str], line: int) -> Iterator[LineSlip]:
    row = rows[line]
    for kind in KINDS:
        if said in kind.said and (found := kind.pattern.match(row)):
            spelling = kind.mended(found)
            hint = _written(spelling) if spelling else _LEAVE.get(kind.message, N_("删去这一行"))
            yield LineSlip(line=line, column=found.start("at"), message=_(kind.message), hint=_(hint))
    yield from (one for make in _MORE if (one := make(said, rows, line)))


_LEAVE = {N_("行首的空格不是普通的半角空格，缩进要用半角空格"): N_("删去行首的空格，换成半角空格")}


def _two(said: str, rows: list[str], line: int) -> LineSlip | None:
    """Two fields in a line."""
    found = re.fullmatch(r"\s*(?:- )?[a-z_]+: [^{\[\"'：:]*?\s(?P<other>[a-z_]{3,}: .*)", rows[line])
    if found is None or said != NO_FIELD[0]:
        return None
    hint = _("另起一行写 {other}；是一句话就给整个值加引号").format(other=found["other"])
    return LineSlip(line=line, column=found.start("other"), message=_("一行只能写一个字段"), hint=hint)


def _no_dash(said: str, rows: list[str], line: int) -> LineSlip | None:
    """An item without its dash."""
    found = re.match(r" *(?=\{)", rows[line])
    if found is None or said != "did not find expected '-' indicator":
        return None
    message = _("这一项前面缺短横和空格")
    return LineSlip(line=line, column=found.end(), message=message, hint=_written(f"- {rows[line].strip()}"))


def _dash(said: str, rows: list[str], line: int) -> LineSlip | None:
    """A field with a dash, where there is no list."""
    own, before = FIELD.fullmatch(rows[line]), _field_before(rows, line)
    if said != "did not find expected key" or own is None or not own["dash"] or before is None or before["dash"]:
        return None
    if len(own["indent"]) != len(before["indent"]) or not (before["value"] or "").strip():
        return None
    spelling = rows[line].strip().removeprefix("-").strip()
    message = _("这里不是列表，字段前面不用短横")
    return LineSlip(line=line, column=len(own["indent"]), message=message, hint=_written(spelling))


def _indented(said: str, rows: list[str], line: int) -> LineSlip | None:
    """A field that does not stand under the one before it."""
    own, before = FIELD.fullmatch(rows[line]), _field_before(rows, line)
    if said not in NO_FIELD or own is None or own["dash"] or before is None:
        return None
    has, wanted = len(own["indent"]), before.start("key")
    if has == wanted or abs(has - wanted) > 3 or not (before["value"] or "").strip():
        return None
    message = _("这一行前面有 {has} 个空格，应当是 {wanted} 个").format(has=has, wanted=wanted)
    return LineSlip(line=line, column=has, message=message, hint=_("与上面的 {key} 对齐").format(key=before["key"]))


def _went_on(said: str, rows: list[str], line: int) -> LineSlip | None:
    """A text that goes on at the beginning of the next line."""
    goes_on = re.fullmatch(r"[^\s#\-{}\[\]:：'\"][^:：]*", rows[line])
    before = _field_before(rows, line)
    if goes_on is None or said != "could not find expected ':'" or before is None or _opens(before):
        return None
    hint = _("是上一行的话就接在上一行后面；是新的字段就写成“字段: 值”")
    return LineSlip(line=line, column=0, message=_("这一行没有字段名"), hint=hint)


def _opens(field: re.Match[str]) -> bool:
    """Whether a text of several lines begins here."""
    return re.fullmatch(r"\s+[|>][-+]?\s*", field["value"] or "") is not None


def _unclosed(said: str, rows: list[str], line: int) -> LineSlip | None:
    """Brackets of which the right one is missing, or another."""
    row = rows[line]
    if said not in IN_BRACKETS or re.search(r"['\"#]", row):
        return None
    opened = [sign for sign in row if sign in OPENING]
    closed = [sign for sign in row if sign in CLOSING]
    right = CLOSING[OPENING.index(opened[0])] if opened else ""
    if len(opened) == 1 and len(closed) == 1 and closed[0] != right:
        hint = _("右边的 {wrong} 改成 {right}").format(wrong=closed[0], right=right)
        return LineSlip(line=line, column=row.rindex(closed[0]), message=_("左右的括号不是一种"), hint=hint)
    if len(opened) == len(closed) + 1 and opened[0] == "{" and not row.rstrip().endswith(","):
        message, hint = _("花括号没有写右边的一半"), _("在这一行的末尾补上 }")
        return LineSlip(line=line, column=row.index("{"), message=message, hint=hint)
    return None


def _mixed_quotes(said: str, rows: list[str], line: int) -> LineSlip | None:
    """A straight quotation mark on the left, a curved one on the right."""
    found = re.fullmatch(r"(?P<before>.*?)(?P<left>[\"'])(?P<value>[^\"']+)[“”‘’＂＇]\s*", rows[line])
    if found is None or said not in ("found unexpected end of stream", "found unexpected document indicator"):
        return None
    hint = _written(f"{found['before'].strip()} {found['left']}{found['value']}{found['left']}")
    return LineSlip(line=line, column=found.start("left"), message=_("右边的引号是中文的，与左边不成对"), hint=hint)


def _field_before(rows: list[str], line: int) -> re.Match[str] | None:
    for row in reversed(rows[:line]):
        if row.strip() and not row.lstrip().startswith("#"):
            return FIELD.fullmatch(row)
    return None


_MORE = (_two, _no_dash, _dash, _indented, _went_on, _unclosed, _mixed_quotes)
