"""What a Markdown text says to somebody who reads it as typed: the few signs that are meant as such, and all the rest.

A reading of our own, kept apart from the library's on purpose. It knows headings, lists, quotes, tables, fenced code,
rules, ``**bold**``, `` `code` ``, links, images, ``<addresses>``, entities and escapes, each in its one usual
spelling; everything else is text. Where the library makes of a text something other than this
(``markdown_shown``), the text reads otherwise than it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape

from msgspec import Struct, field

# A visible character, or what begins or ends here: "<h2>", "</b>", "1:-" (a list's item: its depth and sign)
MarkdownToken = str

FENCE = re.compile(r"( *)(`{3,}|~{3,})[A-Za-z0-9+-]* *$")
HEADING = re.compile(r"(#{1,6}) +(.*?)(?: +\{#[^\s{}]+\})?(?: +#+)? *$")
RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
ITEM = re.compile(r"( *)([-*+]|\d{1,9}\.) +(?=\S)")
QUOTED = re.compile(r" *> ?")
DELIMITERS = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *$")
# Between the cells of a row: no stroke that is escaped, and none inside of code
CELL = re.compile(r"(?:`[^`]*`|\\.|[^|\\`]|[\\`])*")
ADDRESS = r"[^\s()<>\"']*(?:\([^\s()<>\"']*\)[^\s()<>\"']*)*"
INLINE = re.compile(
    rf"""
    (?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | \\(?P<escaped>[`*_{{}}\[\]()>\#+\-.!|])
    | !\[(?P<alt>(?:\\.|[^\[\]\\])*)\]\({ADDRESS}\)
    | \[(?P<linked>(?:\\.|!\[[^\[\]\\]*\]\({ADDRESS}\)|(?<!!)\[[^\[\]\\]*\]|!(?!\[)|[^!\[\]\\])+)\]\({ADDRESS}\)
    | <(?P<address>https?://[^\s<>]+|(?:mailto:)?[^\s<>@:]+@[^\s<>@]+)>
    | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]*|\#[0-9]+|\#[xX][0-9A-Fa-f]+);)
    | \*\*(?=[^\s*])(?P<bold>(?:\\.|[^*\\])+)(?<=[^\s*])\*\*(?!\*)
    """,
    re.X | re.S,
)
DRIVE = re.compile(r"\b[A-Za-z]:$")
DIGIT, ALPHANUMERIC = re.compile(r"[0-9]"), re.compile(r"[0-9A-Za-z]")


class Typed(Struct, kw_only=True):
    """What was read so far: tokens, and for each the offset in the text where it was typed."""

    tokens: list[MarkdownToken] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    def add(self, token: MarkdownToken, offset: int) -> None:
        self.tokens.append(token)
        self.offsets.append(offset)

    def say(self, text: str, offsets: Iterable[int]) -> None:
        for character, offset in zip(text, offsets, strict=False):
            if not character.isspace():
                self.add(character, offset)


class _TypedLine(Struct, frozen=True):
    """A line or a part of one, and the offset at which it was typed."""

    text: str
    offset: int

    def after(self, count: int) -> _TypedLine:
        return _TypedLine(self.text[count:], self.offset + count)


class _Blocks(Struct, kw_only=True):
    """The lines of a text or of a quote, being read. ``depths`` are the indents of the items one is in."""

    lines: list[_TypedLine]
    written: Typed
    quotes: int = 0
    at: int = 0
    paragraph: list[_TypedLine] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    in_quote: bool = False


def read(body: str) -> Typed:
    """All that ``body`` says, in its order."""
    written, lines, offset = Typed(), [], 0
    for line in body.split("\n"):
        lines.append(_TypedLine(line, offset))
        offset += len(line) + 1
    _read(_Blocks(lines=lines, written=written))
    return written


def _read(blocks: _Blocks) -> None:
    while blocks.at < len(blocks.lines):
        line = blocks.lines[blocks.at]
        if not line.text.strip():
            _close(blocks)
            blocks.at += 1
        elif not any(take(blocks, line) for take in TAKEN):
            blocks.paragraph.append(line)
            blocks.at += 1
            blocks.in_quote = False
    _close(blocks)


def _close(blocks: _Blocks) -> None:
    """The paragraph is complete; one that stands at the margin ends the list before it."""
    lines, blocks.paragraph = blocks.paragraph, []
    if lines:
        _inline(blocks.written, "\n".join(line.text for line in lines), _offsets(lines))
        if not lines[0].text.startswith(" "):
            blocks.depths.clear()


def _offsets(lines: list[_TypedLine]) -> list[int]:
    return [line.offset + n for line in lines for n in range(len(line.text) + 1)]


def _fence(blocks: _Blocks, line: _TypedLine) -> bool:
    found = FENCE.match(line.text)
    if found is None:
        return False
    _close(blocks)
    blocks.written.add("<pre>", line.offset)
    blocks.at += 1
    while blocks.at < len(blocks.lines):
        inside = blocks.lines[blocks.at]
        blocks.at += 1
        if inside.text.strip() == found[2]:
            break
        blocks.written.say(inside.text, range(inside.offset, inside.offset + len(inside.text)))
    return True


def _heading(blocks: _Blocks, line: _TypedLine) -> bool:
    found = HEADING.match(line.text)
    if found is None:
        return False
    _close(blocks)
    blocks.depths.clear()
    blocks.written.add(f"<h{len(found[1])}>", line.offset)
    _inline_of(blocks.written, _TypedLine(found[2], line.offset + found.start(2)))
    blocks.at += 1
    return True


def _rule(blocks: _Blocks, line: _TypedLine) -> bool:
    if not RULE.match(line.text):
        return False
    _close(blocks)
    blocks.depths.clear()
    blocks.written.add("<hr>", line.offset)
    blocks.at += 1
    return True


def _table(blocks: _Blocks, line: _TypedLine) -> bool:
    following = blocks.lines[blocks.at + 1].text if blocks.at + 1 < len(blocks.lines) else ""
    if "|" not in line.text or not DELIMITERS.match(following):
        return False
    _close(blocks)
    _row(blocks, line)
    blocks.at += 2
    while blocks.at < len(blocks.lines) and "|" in blocks.lines[blocks.at].text:
        _row(blocks, blocks.lines[blocks.at])
        blocks.at += 1
    return True


def _row(blocks: _Blocks, line: _TypedLine) -> None:
    inner = line.after(len(line.text) - len(line.text.lstrip(" ")))
    text = inner.text.rstrip()
    start = int(text.startswith("|"))
    while start < len(text):
        found = CELL.match(text, start)
        assert found is not None
        blocks.written.add("<td>", inner.offset + start)
        _inline_of(blocks.written, _TypedLine(found[0], inner.offset + start))
        start = found.end() + 1


def _item(blocks: _Blocks, line: _TypedLine) -> bool:
    found = ITEM.match(line.text)
    if found is None:
        return False
    _close(blocks)
    indent = len(found[1])
    while blocks.depths and indent < blocks.depths[-1]:
        blocks.depths.pop()
    if not blocks.depths or indent > blocks.depths[-1]:
        blocks.depths.append(indent)
    sign = found[2] if found[2][0].isdigit() else "-"
    blocks.written.add(f"{len(blocks.depths)}:{sign}", line.offset + indent)
    # The blank says that the item's text does not stand at the margin
    blocks.paragraph.append(line.after(found.end() - 1))
    blocks.at += 1
    blocks.in_quote = False
    return True


def _quote(blocks: _Blocks, line: _TypedLine) -> bool:
    if not QUOTED.match(line.text):
        return False
    _close(blocks)
    if not blocks.in_quote:
        blocks.written.add("<quote>", line.offset)
    inside: list[_TypedLine] = []
    while blocks.at < len(blocks.lines) and (found := QUOTED.match(blocks.lines[blocks.at].text)):
        inside.append(blocks.lines[blocks.at].after(found.end()))
        blocks.at += 1
    _read(_Blocks(lines=inside, written=blocks.written, quotes=blocks.quotes + 1))
    blocks.in_quote = True
    return True


TAKEN: tuple[Callable[[_Blocks, _TypedLine], bool], ...] = (_fence, _heading, _rule, _table, _item, _quote)


def _inline_of(written: Typed, line: _TypedLine) -> None:
    _inline(written, line.text, range(line.offset, line.offset + len(line.text)))


def _inline(written: Typed, text: str, offsets: list[int] | range) -> None:
    last = 0
    for found in INLINE.finditer(text):
        if not _is_meant(text, found):
            continue
        written.say(text[last : found.start()], offsets[last : found.start()])
        _take(written, found, offsets)
        last = found.end()
    written.say(text[last:], offsets[last:])


def _is_meant(text: str, found: re.Match[str]) -> bool:
    if found["bold"] is not None:
        return _is_bold(text, found)
    return found["escaped"] is None or _is_escape(text, found)


def _is_bold(text: str, found: re.Match[str]) -> bool:
    """Between digits, or between letters, asterisks are signs of the text: 2**10."""
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    if DIGIT.match(before) or DIGIT.match(after):
        return False
    inner = found["bold"]
    ends = ((before, inner[0]), (inner[-1], after))
    return not any(ALPHANUMERIC.match(one) and ALPHANUMERIC.match(two) for one, two in ends)


def _is_escape(text: str, found: re.Match[str]) -> bool:
    """Elsewhere nobody would escape the sign: the backslash belongs to a path or the like."""
    sign = found["escaped"]
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    if sign in "*_`[]{}|":
        return not DRIVE.search(line)
    if sign in ".)":
        return line.strip().isdigit()
    if sign == "!":
        return text.startswith("[", found.end())
    if sign == "(":
        return line.endswith("]")
    return not line.strip() or (sign == "#" and not text[found.end() :].partition("\n")[0].strip("# "))


def _take(written: Typed, found: re.Match[str], offsets: list[int] | range) -> None:
    kind = found.lastgroup or ""
    start = offsets[found.start()]

    def inside(group: str) -> tuple[str, list[int] | range]:
        return found[group], offsets[found.start(group) : found.end(group)]

    if kind == "code":
        written.add("<code>", start)
        written.say(*inside("code"))
        written.add("</code>", offsets[found.end() - 1])
    elif kind == "escaped":
        written.say(*inside("escaped"))
    elif kind == "address":
        written.add("<a>", start)
        written.say(*inside("address"))
        written.add("</a>", offsets[found.end() - 1])
    elif kind == "entity":
        plain = unescape(found[0])
        written.say(plain, [start] * len(plain))
    elif kind == "alt":
        written.add("<img>", start)
        written.say(*inside("alt"))
    elif kind == "linked":
        written.add("<a>", start)
        _inline(written, *inside("linked"))
        written.add("</a>", offsets[found.end() - 1])
    else:
        written.add("<b>", start)
        _inline(written, *inside("bold"))
        written.add("</b>", offsets[found.end() - 1])
