"""What an editor has yet to fill in, ``〔待填：什么〕``: commands write it wherever they write a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from disclosure.model.fields import Record
from disclosure.model.report import NarrativeMeta
from disclosure.problem import Place, Problem
from disclosure.source import yaml
from disclosure.translation import gettext as _

RULE: Final = "blank"
SIGN = "〔待填"
BLANK = re.compile(r"〔待填[^〕\n]*〕?")
# Pages of prose are shown as they are while they are written; a record with a blank says what nobody knows
PROSE = (NarrativeMeta,)


def in_fields(
    model: type[Record], raw: yaml.RawNode | None, written: yaml.Written, at: tuple[int, ...] = ()
) -> list[Problem]:
    """blank: 记录和元数据里没有还待填写的地方；说明文字里的只提醒，发布以前都要填好。"""
    if SIGN not in written.text:
        return []
    return [_problem(written.place(*where), text, notice=model in PROSE) for where, text in _values(raw, at)]


def in_body(model: type[Record], text: str, path: str, first_line: int) -> list[Problem]:
    """The same in a text."""
    return [
        _problem(Place(path, first_line + n, found.start() + 1), found[0], notice=model in PROSE)
        for n, line in enumerate(text.split("\n") if SIGN in text else ())
        for found in BLANK.finditer(line)
    ]


def _values(raw: yaml.RawNode | None, at: yaml.FieldPath) -> Iterator[tuple[yaml.FieldPath, str]]:
    if isinstance(raw, str):
        if SIGN in raw:
            yield at, raw
        return
    for step, value in raw.items() if isinstance(raw, dict) else enumerate(raw or ()):
        yield from _values(value, (*at, step))


def _problem(place: Place, text: str, *, notice: bool) -> Problem:
    found = BLANK.search(text)
    message = _("还有待填的地方：{what}").format(what=found[0] if found else SIGN)
    hint = _("连括号一起换成要写的内容；不知道的，整项删去")
    return Problem(place, "blank", message, hint, notice)
