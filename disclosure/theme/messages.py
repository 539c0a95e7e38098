"""A Jinja extension that translates messages when a template is compiled.

A site has one language, so a message is looked up once a template and not once a page:
``{{ _('共 %(n)s 条', n=count) }}`` is compiled as ``{{ '共 '|safe }}{{ count }}{{ ' 条'|safe }}``. What is no plain
text with named values (a variable, a plural) is left to Jinja's own gettext, which gives the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from msgspec import Struct

from disclosure import translation

PLACEHOLDER = re.compile(r"%\((\w+)\)s|(%%)")
OPENING, CLOSING = ("lparen", "lbracket", "lbrace"), ("rparen", "rbracket", "rbrace")
# How a call that is a message begins: _('text'
CALL = ("name", "lparen", "string")

Tokens = list[Token]


class Message(Struct, frozen=True):
    """A call of ``_`` in a template: its text, its values by name, and the place of the first token after it."""

    line: int
    text: str
    values: Mapping[str, Tokens]
    end: int


class Messages(Extension):
    """Text and values in the place of each message."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        tokens = list(stream)
        try:
            yield from _translated(tokens)
        except KeyError as missing:
            line = next((token.lineno for token in tokens if missing.args[0] in str(token.value)), 1)
            raise TemplateSyntaxError(
                f"no value for %({missing.args[0]})s", line, stream.name, stream.filename
            ) from None


def _translated(tokens: Sequence[Token]) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        message = _message(tokens, at)
        if message is None:
            yield tokens[at]
            at += 1
            continue
        is_alone = at > 0 and tokens[at - 1].type == "variable_begin" and tokens[message.end].type == "variable_end"
        yield from _shown(message) if is_alone else _joined(message)
        at = message.end


def _message(tokens: Sequence[Token], at: int) -> Message | None:
    """The message that begins here, if one does."""
    if tokens[at].value != "_" or tuple(token.type for token in tokens[at : at + 3]) != CALL:
        return None
    values: dict[str, Tokens] = {}
    end = at + 3
    while tokens[end].type == "comma" and tokens[end + 1].type == "name" and tokens[end + 2].type == "assign":
        start, end = end + 3, _end_of_value(tokens, end + 3)
        values[tokens[start - 2].value] = list(_translated(tokens[start:end]))
    return Message(tokens[at].lineno, tokens[at + 2].value, values, end + 1) if tokens[end].type == "rparen" else None


def _end_of_value(tokens: Sequence[Token], at: int) -> int:
    """The place of the comma or parenthesis that ends a value."""
    depth = 0
    for n in range(at, len(tokens)):
        kind = tokens[n].type
        if depth == 0 and kind in ("comma", *CLOSING):
            return n
        depth += (kind in OPENING) - (kind in CLOSING)
    return len(tokens) - 1


def _pieces(message: Message) -> Iterator[Tokens]:
    """The tokens of each text and each value, in their order; at least one."""
    text, line, at = translation.gettext(message.text), message.line, 0
    for match in PLACEHOLDER.finditer(text):
        before = text[at : match.start()] + ("%" if match[2] else "")
        if before:
            yield _safe(before, line)
        if match[1]:
            yield [Token(line, "lparen", "("), *message.values[match[1]], Token(line, "rparen", ")")]
        at = match.end()
    if at < len(text) or not text:
        yield _safe(text[at:], line)


def _safe(text: str, line: int) -> Tokens:
    """Our own words, which may hold quotes but no values."""
    return [Token(line, "string", text), Token(line, "pipe", "|"), Token(line, "name", "safe")]


def _shown(message: Message) -> Iterator[Token]:
    """Where the message is all that is shown: its pieces are shown one after the other."""
    for n, piece in enumerate(_pieces(message)):
        if n:
            yield from (Token(message.line, "variable_end", "}}"), Token(message.line, "variable_begin", "{{"))
        yield from piece


def _joined(message: Message) -> Iterator[Token]:
    """Inside a larger expression: one value."""
    yield Token(message.line, "lparen", "(")
    for n, piece in enumerate(_pieces(message)):
        if n:
            yield Token(message.line, "tilde", "~")
        yield from piece
    yield Token(message.line, "rparen", ")")
