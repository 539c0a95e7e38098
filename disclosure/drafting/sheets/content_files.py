"""New records as content files: a promise in a file of its own, results in the section's list, exemptions in theirs, a
line in an indicator's file. What stands there keeps every byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import yaml as pyyaml
from msgspec import Struct

from disclosure.drafting.records.made import IndicatorLine
from disclosure.drafting.shapes import Kind
from disclosure.drafting.sheets.sheet import ITEMS, KINDS, Item
from disclosure.drafting.sheets.writing import fields, frozen
from disclosure.forms import form
from disclosure.forms.form import flow
from disclosure.source import edits, yaml
from disclosure.source.files import SourceFile
from disclosure.translation import gettext as _

COMMENT: Final = re.compile(r"\s*#")


class NewRecord(Struct, frozen=True, kw_only=True):
    """A record that gets a place in the content: ``id`` is empty for exemptions, ``lines`` its text from the margin.

    ``file`` and ``item`` are where it stood as a draft.
    """

    kind: Kind
    id: str
    section: str
    values: Mapping[str, Any]
    lines: tuple[str, ...]
    indicators: tuple[IndicatorLine, ...]
    file: SourceFile
    item: Item

    def name(self, report: str) -> str:
        """Its file, from the content folder."""
        if self.kind == "commitment":
            return f"reports/{report}/commitments/{self.section}/{self.id}.yml"
        if self.kind == "result":
            return f"reports/{report}/results/{self.section}.yml"
        return f"reports/{report}/exemptions.yml"


def lines_of(file: SourceFile, item: Item, id: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    """A record's lines as its editor left them in the draft file, comments too; written anew where they stand in
    braces, or say something else by now."""
    own = [line for line in _own_lines(file, item)]
    given = [f"id: {id}"] if id else []
    mine = [*given, *own]
    wanted = {**({"id": id} if id else {}), **values}
    if own and yaml.read("\n".join(mine), file.path) == (wanted, []):
        return tuple(mine)
    return tuple(fields(wanted))


def _own_lines(file: SourceFile, item: Item) -> Iterator[str]:
    label = next(name for name, kind in KINDS.items() if kind == item.kind)
    items = edits.value_of(yaml.compose(file.decoded[0]), ITEMS)
    key, node = next((key, value) for key, value in items.value[item.at].value if key.value == label)
    if node.flow_style or node.start_mark.line <= key.start_mark.line:
        return
    lines = file.decoded[0].split("\n")[key.start_mark.line + 1 : edits.last_line(node) + 1]
    width = node.start_mark.column
    for line in lines:
        if line.strip():
            yield line[width:] if not line[:width].strip() else line.strip()


def files(report: str, records: Sequence[NewRecord], content: Mapping[str, SourceFile]) -> dict[str, bytes]:
    """The content files that change, by name, as they would be."""
    made: dict[str, bytes] = {}
    for one in records:
        name = one.name(report)
        if one.kind == "commitment":
            made[name] = ("\n".join(one.lines) + "\n").encode()
        else:
            made[name] = _appended(_now(name, made, content), one)
    for one in records:
        for line in one.indicators:
            name = f"indicators/{line.indicator}.yml"
            if name in content:
                made[name] = _with_line(_now(name, made, content), line, _row(report, one, line))
    return made


def _now(name: str, made: Mapping[str, bytes], content: Mapping[str, SourceFile]) -> SourceFile:
    """A file as it is by now, or an empty one."""
    stood = content.get(name)
    data = made.get(name, stood.data if stood else b"")
    return SourceFile(stood.path if stood else name, name, data)


def _appended(file: SourceFile, one: NewRecord) -> bytes:
    short = one.kind == "exemption" and not any(COMMENT.match(line) for line in one.lines)
    rows = [f"- {flow(frozen(one.values))}"] if short else list(form.item(one.lines))
    apart = [""] if _are_apart(file) and not short else []
    return edits.appended(file, [*apart, *rows], _("加上一条")).data


def _are_apart(file: SourceFile) -> bool:
    """Whether the records of a list stand apart by an empty line."""
    return re.search(r"\n[ \t]*\r?\n(?:#[^\n]*\n)*- ", file.data.decode()) is not None


def _row(report: str, one: NewRecord, line: IndicatorLine) -> dict[str, str]:
    parts = one.values.get("targets" if line.field == "targets" else "figures")
    several = isinstance(parts, list) and len(parts) > 1
    part = f"{one.id}/{line.nth}" if several or line.field == "targets" else one.id
    return {"period": line.period, "report": report, "commitment" if line.field == "targets" else "result": part}


def _with_line(file: SourceFile, line: IndicatorLine, row: Mapping[str, str]) -> bytes:
    """One more value, or target, of an indicator."""
    node = yaml.compose(file.decoded[0])
    there = edits.value_of(node, line.field)
    text = f"- {flow(row)}"
    if isinstance(there, pyyaml.SequenceNode) and there.value and not there.flow_style:
        column = there.start_mark.column
        return edits.applied(file, [edits.after(there, [" " * column + text], "")]).data
    if there is not None or node.flow_style:
        raise edits.Misplaced(file.path)
    column = node.start_mark.column
    before = edits.value_of(node, "observations") if line.field == "targets" else edits.value_of(node, "polarity")
    rows = [" " * column + f"{line.field}:", " " * column + f"  {text}"]
    return edits.applied(file, [edits.after(before or node, rows, "")]).data
