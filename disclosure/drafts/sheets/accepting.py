"""What is ticked in draft files becomes records: ids are given, the names of drafts resolved, nothing half done."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from disclosure.drafts.records.known import ReportKnowledge
from disclosure.drafts.sheets import content_files, naming, remaining
from disclosure.drafts.sheets.content_files import NewRecord
from disclosure.drafts.sheets.merging import place
from disclosure.drafts.sheets.sheet import NO, YES, DraftItem, DraftSheet
from disclosure.grouping import grouped
from disclosure.problem import Problem
from disclosure.source import files
from disclosure.source.files import SourceFile
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _

PREFIX: Final = {"commitment": "c", "result": "r"}
# How drafts are called before they have an id
DRAFT: Final = re.compile(r"d[0-9]+")
OWN: Final = re.compile(r"(?<![\w./-])[cr][0-9]{3,6}(?![\w-])")


class DraftFile(Struct, frozen=True):
    """A draft file as it lies there, and as read."""

    file: SourceFile
    sheet: DraftSheet


class Waiting(Struct, frozen=True):
    """What is ticked and names a draft, ``on``, that nobody has decided yet."""

    file: SourceFile
    item: DraftItem
    on: str


class Accepting(Struct, frozen=True, kw_only=True):
    """What would be written: content files by their names, draft files by path (``None``: it goes).

    ``records`` go in; ``waiting`` stay in their files.
    """

    files: Mapping[str, bytes]
    sheets: Mapping[str, bytes | None]
    records: tuple[NewRecord, ...]
    waiting: tuple[Waiting, ...]
    problems: tuple[Problem, ...]


class _Ticked(Struct, frozen=True):
    file: SourceFile
    sheet: DraftSheet
    item: DraftItem


def accepting(
    known: ReportKnowledge,
    drafts: Sequence[DraftFile],
    chosen: Collection[str],
    content: Mapping[str, SourceFile],
    spent: Collection[str] = (),
) -> Accepting:
    """What is ticked in the draft files ``chosen`` (their paths) of all ``drafts`` of the report.

    ``spent`` are names of records (``2024/c007``) that stand nowhere in ``content`` and were published once.
    """
    ticked = [
        _Ticked(one.file, one.sheet, item) for one in drafts if one.file.path in chosen for item in _yes(one.sheet)
    ]
    every = {item.name: item for one in drafts for item in one.sheet.items if item.name}
    going, waiting = _settled(sorted(ticked, key=lambda one: _order(known, one.item)), every)
    used = [*_named_ids(known.report.key, content), *_ids_among(spent, known.report.key)]
    ids = list(_ids(going, used))
    names = {one.item.name: id for one, id in zip(going, ids, strict=True) if one.item.name and id}
    refused = {name for name, item in every.items() if item.decision == NO}
    records = [_record(known, one, id, names, refused) for one, id in zip(going, ids, strict=True)]
    taken = grouped((one.file.path, one.item.first) for one in going)
    return Accepting(
        files=content_files.files(records, content),
        sheets={
            one.file.path: remaining.text(one.file, one.sheet, taken.get(one.file.path, ()), names)
            for one in drafts
            if one.file.path in taken or remaining.names_any(one.sheet, names)
        },
        records=tuple(records),
        waiting=tuple(waiting),
        problems=tuple(problem for one in going for problem in _unknown(one, every)),
    )


def _yes(sheet: DraftSheet) -> Iterator[DraftItem]:
    return (item for item in sheet.items if item.decision == YES)


def _drafts_named(raw: Mapping[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    return ((where, name) for where, name in naming.named(raw) if DRAFT.fullmatch(name))


def _settled(ticked: Iterable[_Ticked], every: Mapping[str, DraftItem]) -> tuple[list[_Ticked], list[Waiting]]:
    """Who goes in now, and who has to wait for whom; who waits keeps others waiting."""
    going, waiting = list(ticked), list[Waiting]()
    while True:
        present = {one.item.name for one in going}
        held = [(one, on) for one in going if (on := _waits_on(one.item, present, every))]
        if not held:
            return going, waiting
        waiting += [Waiting(one.file, one.item, on) for one, on in held]
        going = [one for one in going if all(one is not other for other, _on in held)]


def _waits_on(item: DraftItem, going: Collection[str], every: Mapping[str, DraftItem]) -> str:
    names = (name for _where, name in _drafts_named(item.raw))
    return next((name for name in names if name in every and name not in going and every[name].decision != NO), "")


def _unknown(one: _Ticked, every: Mapping[str, DraftItem]) -> Iterator[Problem]:
    for where, name in _drafts_named(one.item.raw):
        if name not in every:
            message = _("没有代号是 {name} 的草稿").format(name=name)
            hint = _("写已经登记的编号，例如 r012、c016，或删去")
            yield Problem(one.item.place(*where), "draft", message, hint)


def _order(known: ReportKnowledge, item: DraftItem) -> tuple[int, int]:
    """As the report has them; what cannot be placed comes last."""
    span = place(known, item.raw)
    return (known.order[span.passage], span.start) if span else (len(known.order), 0)


def _ids(going: Iterable[_Ticked], used: Collection[str]) -> Iterator[str]:
    """The next ids that nobody ever had, nor speaks of: those of records, in force or not, of what is retired, of what
    was taken out and is still named or was published; empty for exemptions."""
    last = {prefix: max((_number(id, prefix) for id in used), default=0) for prefix in PREFIX.values()}
    for one in going:
        prefix = PREFIX.get(one.item.kind, "")
        if prefix:
            last[prefix] += 1
        yield f"{prefix}{last[prefix]:03}" if prefix else ""


def _named_ids(report: str, content: Mapping[str, SourceFile]) -> Iterator[str]:
    """Whatever looks like an id of the report's: in its own files, and with its key in others."""
    abroad = re.compile(rf"(?<![\w.-]){re.escape(report)}/([cr][0-9]{{3,6}})(?![\w])")
    for file in content.values():
        if files.owner(file.name) == report and not file.name.endswith((".txt", "report.md")):
            yield from OWN.findall(file.decoded[0])
        yield from abroad.findall(file.decoded[0])


def _ids_among(names: Iterable[str], report: str) -> Iterator[str]:
    return (name.removeprefix(f"{report}/") for name in names if name.startswith(f"{report}/"))


def _number(id: str, prefix: str) -> int:
    found = re.fullmatch(rf"{prefix}([0-9]+)", id)
    return int(found[1]) if found else 0


def _record(
    known: ReportKnowledge, one: _Ticked, id: str, names: Mapping[str, str], refused: Collection[str]
) -> NewRecord:
    values = {**({"id": id} if id else {}), **naming.renamed(one.item.raw, names, refused)}
    passage = str(values.get("passage", "")).partition(".")[0]
    paragraph = known.report.by_id.get(passage)
    return NewRecord(
        report=known.report.key,
        kind=one.item.kind,
        id=id,
        section=paragraph.section if paragraph else one.sheet.section,
        values=values,
        lines=content_files.lines_of(one.item, id, values),
        indicators=one.item.indicators,
        item=one.item,
    )
