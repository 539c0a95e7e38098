"""A draft file's text to its items; whatever a clerk typed, every problem has its place and says what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import yaml as pyyaml

from disclosure.drafts.records.made import DraftIndicatorLine
from disclosure.drafts.sheets.sheet import (
    DECISION,
    INDICATORS,
    ITEMS,
    KINDS,
    MEANT,
    NAME,
    REPORT,
    SECTION,
    STAMP,
    DraftItem,
    DraftSheet,
    stamp,
)
from disclosure.problem import Problem
from disclosure.source import yaml
from disclosure.source.files import SourceFile
from disclosure.translation import gettext as _

FIELDS = (DECISION, NAME, STAMP, *KINDS, INDICATORS)
LINE_FIELDS = ("indicator", "field", "period", "nth")
WHERE = ("targets", "observations")


def read(file: SourceFile) -> tuple[DraftSheet | None, list[Problem]]:
    """The file's items, as far as they can be told apart; ``None`` where they cannot."""
    text, problems = file.decoded
    value, found = (None, problems) if problems else yaml.read(text, file.path)
    if found:
        return None, list(found)
    written = yaml.Written(file.path, text)
    wrong = list(_wrong_file(value, written))
    if wrong:
        return None, wrong
    assert isinstance(value, dict)
    lines = text.split("\n")
    key, node = next((key, value) for key, value in yaml.compose(text).value if key.value == ITEMS)
    nodes = node.value if isinstance(node, pyyaml.SequenceNode) else []
    spans = list(_spans(key.start_mark.line + 1, nodes))
    items: list[DraftItem] = []
    for n, raw in enumerate(value[ITEMS] or []):
        told = list(_wrong_item(raw, written, n))
        wrong += told
        if not told:
            own = _record_lines(nodes[n], lines)
            items.append(_item(raw, written, n, tuple(lines[slice(*spans[n])]), spans[n][0] + 1, tuple(own)))
    last = spans[-1][1] if spans else len(lines)
    wrong += _twice(items)
    sheet = DraftSheet(
        path=file.path,
        report=str(value[REPORT]),
        section=str(value[SECTION]),
        items=tuple(items),
        tail=tuple(lines[last:]),
    )
    return sheet, wrong


def _wrong_file(value: Any, written: yaml.Written) -> Iterator[Problem]:
    hint = _("这个文件由 python build.py draft 生成；改坏了就删去它，重新生成")
    if not isinstance(value, dict):
        yield Problem(written.place(), "draft", _("这不是草稿文件"), hint)
        return
    for name in (REPORT, SECTION):
        if not isinstance(value.get(name), str) or not value[name]:
            yield Problem(written.place(name), "draft", _("缺少“{name}”").format(name=name), hint)
    if not isinstance(value.get(ITEMS), list) and value.get(ITEMS) != "":
        message = _("“{name}”下面应当是一项一项的草稿，每项以“- {decision}:”开头")
        yield Problem(written.place(ITEMS), "draft", message.format(name=ITEMS, decision=DECISION), hint)
    for name in sorted(value.keys() - {REPORT, SECTION, ITEMS}):
        message = _("草稿文件里没有“{name}”这一栏").format(name=name)
        yield Problem(written.place(name), "draft", message, _("删去它；说明文字写在 # 后面"))


def _wrong_item(raw: Any, written: yaml.Written, n: int) -> Iterator[Problem]:
    """What is wrong with an item's frame; its record is for the checks."""
    if not isinstance(raw, dict):
        yield Problem(written.place(ITEMS, n), "draft", _("这一项不是一组字段"), _("照别的项写，或删去这一项"))
        return
    for name in raw:
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, 1, 0.3)
            hint = _("是不是“{near}”？").format(near=near[0]) if near else _("删去它；说明文字写在 # 后面")
            message = _("没有“{name}”这一栏").format(name=name)
            yield Problem(written.place(ITEMS, n, name), "draft", message, hint)
    kinds = [name for name in KINDS if name in raw]
    if len(kinds) != 1:
        message = _("一项里要有承诺、成果、免列中的一样，这里有 {n} 样").format(n=len(kinds))
        yield Problem(written.place(ITEMS, n), "draft", message, _("只留一样；要改类别，把“承诺:”改成“成果:”等"))
    elif not isinstance(raw[kinds[0]], dict):
        message = _("“{kind}”下面应当是一组字段").format(kind=kinds[0])
        yield Problem(written.place(ITEMS, n, kinds[0]), "draft", message, _("一行一个字段，前面空四格"))
    said = raw.get(DECISION, "")
    if not isinstance(said, str) or said.strip().lower() not in MEANT:
        message = _("“{decision}”写的是“{said}”").format(decision=DECISION, said=said)
        yield Problem(written.place(ITEMS, n, DECISION), "draft", message, _("写“是”或“否”；没想好就空着"))
    yield from _wrong_lines(raw.get(INDICATORS, []), written, n)


def _wrong_lines(lines: Any, written: yaml.Written, n: int) -> Iterator[Problem]:
    hint = _("照程序写的样子：- {indicator: gdp-growth, field: targets, period: 2024, nth: 1}，或删去这一行")
    if lines != "" and not isinstance(lines, list):
        yield Problem(written.place(ITEMS, n, INDICATORS), "draft", _("“指标”下面应当一行一项"), hint)
        return
    for m, one in enumerate(lines or []):
        right = isinstance(one, dict) and set(one) == set(LINE_FIELDS) and all(isinstance(v, str) for v in one.values())
        if not right or one["field"] not in WHERE or not one["nth"].isdecimal() or not int(one["nth"]):
            yield Problem(written.place(ITEMS, n, INDICATORS, m), "draft", _("这一行读不懂"), hint)


def _twice(items: list[DraftItem]) -> Iterator[Problem]:
    """A copy of an item has the name of the other: what names it would not know which is meant."""
    seen: set[str] = set()
    for one in items:
        if one.name and one.name in seen:
            message = _("代号 {name} 写了两次").format(name=one.name)
            yield Problem(one.place(), "draft", message, _("复制来的那一项，删去“代号”一行"))
        seen.add(one.name)


def _item(
    raw: Any, written: yaml.Written, n: int, lines: tuple[str, ...], first: int, own: tuple[str, ...]
) -> DraftItem:
    label = next(name for name in KINDS if name in raw)
    return DraftItem(
        name=str(raw.get(NAME, "")),
        kind=KINDS[label],
        decision=MEANT[raw.get(DECISION, "").strip().lower()],  # type: ignore[arg-type]
        raw=raw[label],
        indicators=tuple(_line(one) for one in raw.get(INDICATORS, []) or []),
        lines=lines,
        first=first,
        record=own,
        written=written,
        at=n,
        is_untouched=raw.get(STAMP) == stamp(lines),
    )


def _line(one: dict[str, str]) -> DraftIndicatorLine:
    return DraftIndicatorLine(
        indicator=one["indicator"], name="", period=one["period"], nth=int(one["nth"]), field=one["field"]
    )


def _spans(start: int, nodes: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """The lines of each item (counted from 0), the comments above it among them."""
    for one in nodes:
        end = last_line(one) + 1
        yield start, end
        start = end


def _record_lines(node: Any, lines: Sequence[str]) -> Iterator[str]:
    """A record's own lines, from the margin on; none where it stands in braces."""
    key, value = next((key, value) for key, value in node.value if key.value in KINDS)
    if value.flow_style or value.start_mark.line <= key.start_mark.line:
        return
    width = value.start_mark.column
    for line in lines[key.start_mark.line + 1 : last_line(value) + 1]:
        if line.strip():
            yield line[width:] if not line[:width].strip() else line.strip()


def last_line(node: Any) -> int:
    """The line, counted from 0, on which the last word of a node stands."""
    start: int = node.start_mark.line
    end = node.end_mark
    if isinstance(node, pyyaml.ScalarNode) or node.flow_style or not node.value:
        # A value in several lines ends at the beginning of the line behind it
        return int(end.line) - int(end.column == 0 and end.line > start)
    last = node.value[-1]
    return max(start, *(last_line(one) for one in (last if isinstance(last, tuple) else (last,))))
