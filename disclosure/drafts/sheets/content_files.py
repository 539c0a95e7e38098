"""New records as content files: a promise in a file of its own, results in the section's list, exemptions in theirs, a
line in an indicator's file. What stands there keeps every byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from disclosure.drafting.shapes import Kind
from disclosure.drafts.records.made import DraftIndicatorLine
from disclosure.drafts.sheets.sheet import DraftItem
from disclosure.drafts.sheets.writing import fields
from disclosure.forms import form
from disclosure.grouping import grouped
from disclosure.model.indicator import IndicatorRecord
from disclosure.source import yaml
from disclosure.source.editing import text as yaml_text
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import Insert, WrittenLines, edited

COMMENT: Final = re.compile(r"\s*#")


class NewRecord(Struct, frozen=True, kw_only=True):
    """A record of a ``report`` that gets a place in its content: ``id`` is empty for exemptions, ``lines`` its text
    from the margin.; ``item`` is what it was as a draft.
    """

    report: str
    kind: Kind
    id: str
    section: str
    values: Mapping[str, Any]
    lines: tuple[str, ...]
    indicators: tuple[DraftIndicatorLine, ...]
    item: DraftItem

    @property
    def name(self) -> str:
        """Its file, from the content folder."""
        if self.kind == "commitment":
            return f"reports/{self.report}/commitments/{self.section}/{self.id}.yml"
        if self.kind == "result":
            return f"reports/{self.report}/results/{self.section}.yml"
        return f"reports/{self.report}/exemptions.yml"


def lines_of(item: DraftItem, id: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines of a record's ``values`` as its editor left them in the draft file, comments too; written anew where
    they stand in braces, or say something else by now."""
    mine = [*([f"id: {id}"] if id else []), *item.record]
    if item.record and yaml.read("\n".join(mine), "") == (values, []):
        return tuple(mine)
    return tuple(fields(values))


def files(records: Sequence[NewRecord], content: Mapping[str, SourceFile]) -> dict[str, bytes]:
    """The content files that change, by name, as they would be."""
    made: dict[str, bytes] = {}
    for name, members in grouped((one.name, one) for one in records).items():
        if members[0].kind == "commitment":
            made[name] = ("\n".join(members[0].lines) + "\n").encode()
        else:
            made[name] = _appended(_now(name, made, content), members)
    for one in records:
        for line in one.indicators:
            name = f"indicators/{line.indicator}.yml"
            if name in content:
                made[name] = _with_line(_now(name, made, content), line, _row(one, line))
    return made


def _now(name: str, made: Mapping[str, bytes], content: Mapping[str, SourceFile]) -> SourceFile:
    """A file as it is by now, or an empty one."""
    stood = content.get(name)
    data = made.get(name, stood.data if stood else b"")
    return SourceFile(stood.path if stood else name, name, data)


def _appended(file: SourceFile, records: Iterable[NewRecord]) -> bytes:
    rows = (row for one in records for row in _rows(one))
    return edited(file, Insert(where=(), value=WrittenLines(tuple(rows)))).data


def _rows(one: NewRecord) -> Iterable[str]:
    """A record as an item of a list; an exemption on one line, unless its editor wrote a comment."""
    if one.kind == "exemption" and not any(COMMENT.match(line) for line in one.lines):
        return (f"- {yaml_text.line(dict(one.values))}",)
    return form.item(one.lines)


def _row(one: NewRecord, line: DraftIndicatorLine) -> dict[str, str]:
    parts = one.values.get("targets" if line.field == "targets" else "figures")
    several = isinstance(parts, list) and len(parts) > 1
    part = f"{one.id}/{line.nth}" if several or line.field == "targets" else one.id
    return {"period": line.period, "report": one.report, "commitment" if line.field == "targets" else "result": part}


def _with_line(file: SourceFile, line: DraftIndicatorLine, row: Mapping[str, str]) -> bytes:
    """One more value, or target, of an indicator."""
    change = Insert(where=(line.field,), value=dict(row), order=tuple(IndicatorRecord.declared))
    return edited(file, change).data
