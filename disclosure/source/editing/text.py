"""Values as YAML text, in this project's manner: lists of words and short records on one line, no line broken.

ruamel.yaml writes them, which knows what needs quotes where. It is told that figures and days are texts like all
others (or ``+5`` and ``2022-01-01`` came in quotes), and never to break a line: it moves a sentence without blanks to
a line of its own.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from typing import Any

from disclosure.source.yaml import RawNode

WIDTH = 2**31
INDENT = "  "
# A record of texts is written on one line up to so many characters
MOST_ON_A_LINE = 120


def scalar(text: str, style: str | None = None) -> str:
    """A text on one line, where it may stand within brackets too; in the quotes of ``style`` if it has any."""
    return line({"": _quoted(text, style)}).removeprefix("{'': ").removesuffix("}")


def line(value: RawNode | Mapping[str, str]) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value)
    return _dumped(_flow(value)).removesuffix("\n")


def block(value: RawNode, *, flow_rows: bool | None = None) -> list[str]:
    """A value over several lines. Its records, where it is a list, are on a line each if ``flow_rows``; unless that is
    said, those that are short."""
    if isinstance(value, str):
        return _dumped({"": _literal(value)}).removeprefix("'': ").removesuffix("\n").split("\n")
    lines = _dumped(_block(value, flow_rows)).removesuffix("\n").split("\n")
    return [one[len(INDENT) :] for one in lines] if isinstance(value, list) and value else lines


def is_one_line(value: RawNode) -> bool:
    """Whether a value is best written on one line: texts, lists of texts, short records of both."""
    if isinstance(value, str):
        return "\n" not in value
    if isinstance(value, dict):
        return not value or (_is_flat(value) and len(line(value)) <= MOST_ON_A_LINE)
    return all(isinstance(one, str) and "\n" not in one for one in value)


def _is_flat(record: Mapping[str, RawNode]) -> bool:
    return all(not isinstance(one, dict) and is_one_line(one) for one in record.values())


def _flow(value: Any) -> Any:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, dict):
        made: Any = CommentedMap((_quoted(name, None), _flow(one)) for name, one in value.items())
    elif isinstance(value, list):
        made = CommentedSeq(_flow(one) for one in value)
    else:
        return _quoted(value, None)
    made.fa.set_flow_style()
    return made


def _block(value: RawNode, flow_rows: bool | None = None) -> Any:
    if isinstance(value, dict):
        return {_quoted(name, None): _arranged(one) for name, one in value.items()} or _flow(value)
    if isinstance(value, list):
        rows = [_flow(one) if _is_row(one, flow_rows) else _block(one) for one in value]
        return rows or _flow(value)
    return _literal(value)


def _is_row(value: RawNode, wished: bool | None) -> bool:
    return is_one_line(value) if wished is None or isinstance(value, str) else wished


def _arranged(value: RawNode) -> Any:
    return _flow(value) if is_one_line(value) else _block(value)


def _literal(text: str) -> Any:
    """Several lines as they are, where YAML can have them so; with a blank before or behind a line it cannot."""
    from ruamel.yaml.scalarstring import LiteralScalarString

    lines = text.split("\n")
    can = len(lines) > 1 and text.strip("\n") and all(one == one.strip() for one in lines)
    return LiteralScalarString(text) if can and not text.startswith("\n") else _quoted(text, None)


def _quoted(text: Any, style: str | None) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

    # The library writes a question mark or a colon at the beginning, and a question mark behind a colon, as it is,
    # within brackets and in names too, where it makes a key or is lost; libyaml reads no such text
    if style == '"':
        return DoubleQuotedScalarString(text)
    return SingleQuotedScalarString(text) if style == "'" or text.startswith(("?", ":")) or ":?" in text else text


@cache
def _resolver() -> Any:
    from ruamel.yaml.resolver import VersionedResolver

    class PlainTexts(VersionedResolver):
        """Takes figures and days for texts, which need no quotes; what other programs read as nothing keeps them."""

        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            tag = super().resolve(kind, value, implicit)
            kept = str(tag).rpartition(":")[2] not in ("int", "float", "timestamp")
            return tag if kept else self.DEFAULT_SCALAR_TAG

    return PlainTexts


def _dumped(value: Any) -> str:
    from ruamel.yaml import YAML

    writer = YAML()
    writer.Resolver = _resolver()
    writer.width, writer.allow_unicode = WIDTH, True
    writer.indent(mapping=2, sequence=4, offset=2)
    written = io.StringIO()
    writer.dump(value, written)
    return written.getvalue()
