"""What a table that was read changes: by promise what stood and what stands now, and all that is in doubt.

Blank cells and values that are on file are no change. What belongs to the promise may stand in any row of its targets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.responsibility import Duty
from disclosure.source import prose
from disclosure.tables import documents, duties, locked, values
from disclosure.tables.cell_values import Lexicon, is_blank, plain
from disclosure.tables.doubts import DoubtCollector, TableDoubt, of_reading
from disclosure.tables.duties import DutyChange
from disclosure.tables.on_file import NOTHING_SAID, PromiseOnFile
from disclosure.tables.shapes import Cell, ReadRow, TableField, TableRead
from disclosure.tables.values import SeenChange
from disclosure.translation import gettext as _


class TextChange(Struct, frozen=True, kw_only=True):
    """A word or a text that is another now."""

    was: str
    now: str
    place: str


class PromiseChanges(Struct, frozen=True, kw_only=True):
    """What is new of one promise. ``progress`` are texts that no update of it tells yet."""

    promise: PromiseOnFile
    reported: TextChange | None = None
    seen: tuple[SeenChange, ...] = ()
    progress: tuple[str, ...] = ()
    duties: tuple[DutyChange, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether it is for an update to tell."""
        return bool(self.reported or self.seen or self.progress)


class TableChanges(Struct, frozen=True, kw_only=True):
    """All that a table changes. ``remarks`` are what it says to the editor alone, by the row; ``told`` is what the
    editor should know of how it was read."""

    promises: tuple[PromiseChanges, ...]
    doubts: tuple[TableDoubt, ...]
    remarks: tuple[tuple[str, str], ...]
    told: tuple[str, ...] = ()


class TableSource(Struct, frozen=True, kw_only=True):
    """The table as a public document, as far as the editor says it, and what values that say no time are of."""

    publisher: str = ""
    title: str = ""
    url: str = ""
    locator: str = ""
    day: date | None = None
    period: str = ""


class _RowReading(Struct, frozen=True, kw_only=True):
    """What reading a promise's rows takes along."""

    lexicon: Lexicon
    source: TableSource
    doubts: DoubtCollector


def found(
    read: TableRead, promises: Mapping[str, PromiseOnFile], lexicon: Lexicon, source: TableSource
) -> TableChanges:
    """What a table changes of ``promises`` (2025/c016)."""
    doubts = DoubtCollector()
    for said in read.doubts:
        doubts.add("", said)
    rows = list(_placed(read.rows, promises, doubts))
    reading = _RowReading(lexicon=lexicon, source=source, doubts=doubts)
    changes = [_of_promise(promises[name], mine, reading) for name, mine in grouped(rows).items()]
    return TableChanges(
        promises=tuple(one for one in changes if one.is_told or one.duties),
        doubts=doubts.in_order(),
        remarks=tuple(_remarks(row for _name, row in rows)),
        told=read.told,
    )


def _placed(
    rows: Iterable[ReadRow], promises: Mapping[str, PromiseOnFile], doubts: DoubtCollector
) -> Iterator[tuple[str, ReadRow]]:
    """The rows by their promises; of one without, that it has none."""
    for row in rows:
        doubts.found += [of_reading(said, row.place) for said in row.doubts]
        if row.promise in promises:
            yield row.promise, row
        elif row.promise:
            doubts.add(row.place, _("没有承诺 {name}").format(name=row.promise))
        elif not row.doubts:
            doubts.add(row.place, _("看不出这一行说的是哪条承诺"), _("写上编号，或用 --skip {n}").format(n=row.place))


def _remarks(rows: Iterable[ReadRow]) -> Iterator[tuple[str, str]]:
    for row in rows:
        cell = row.values.get("remarks")
        if cell is not None and not is_blank(cell):
            yield row.place, "；".join(line.strip() for line in cell.text.splitlines() if line.strip())


def _of_promise(one: PromiseOnFile, rows: Sequence[ReadRow], reading: _RowReading) -> PromiseChanges:
    for row in rows:
        reading.doubts.found += [*locked.changed(one, row), *_errors(row)]
    told = PromiseChanges(
        promise=one,
        reported=_reported(one, rows, reading),
        seen=tuple(_seen(one, rows, reading)),
        progress=tuple(_progress(one, rows)),
        duties=tuple(_duties(one, rows, reading)),
        evidence=tuple(documents.of_promise(one, rows, reading.doubts)),
    )
    if told.evidence and not told.is_told:
        message = _("{id} 写了材料，没有写状态、进展或实际值").format(id=one.name)
        hint = _("写明材料说了什么；或用 --skip {n} 不读这一行").format(n=rows[0].place)
        reading.doubts.add(rows[0].place, message, hint)
    return told


def _errors(row: ReadRow) -> Iterator[TableDoubt]:
    """Formulas that came to nothing."""
    for cell in row.values.values():
        if cell.error:
            message = _("这一格的公式算不出来：{error}").format(error=cell.error)
            yield TableDoubt(cell.place, message, _("在原来的表里改好，或用 --skip {place}").format(place=cell.place))


def _cells(rows: Iterable[ReadRow], field: TableField) -> list[Cell]:
    """The cells that hold something, each text once."""
    filled = (cell for row in rows if (cell := row.values.get(field)) is not None)
    return list({plain(cell.text): cell for cell in filled if not is_blank(cell) and not cell.error}.values())


def _one_of(changes: Sequence[TextChange], label: str, one: PromiseOnFile, doubts: DoubtCollector) -> TextChange | None:
    """The one change of what belongs to the promise; of several that differ, none, and a doubt."""
    if len({each.now for each in changes}) > 1:
        message = _("{id} 的{label}，几行里写的不同：{listed}")
        listed = "；".join(f"{each.place} {each.now}" for each in changes)
        hint = _("留一行，其余空着或用 --skip 不读")
        doubts.add(changes[0].place, message.format(id=one.name, label=label, listed=listed), hint)
        return None
    return changes[0] if changes else None


def _reported(one: PromiseOnFile, rows: Sequence[ReadRow], reading: _RowReading) -> TextChange | None:
    held, changes = one.reported, []
    for cell in _cells(rows, "reported"):
        # Of a word that is none the reading has told
        term = reading.lexicon.term(vocabulary.REPORTED, cell.text)
        if term is not None and term.id != NOTHING_SAID and term != held:
            changes.append(TextChange(was=held.label if held else "", now=term.label, place=cell.place))
    return _one_of(changes, _("状态"), one, reading.doubts)


def _seen(one: PromiseOnFile, rows: Sequence[ReadRow], reading: _RowReading) -> Iterator[SeenChange]:
    known: dict[tuple[str, str, str], SeenChange] = {}
    for row in rows:
        for change in _of_row(one, row, reading):
            key = (change.target.id, change.period, change.vintage.id if change.vintage else "")
            first = known.setdefault(key, change)
            if first is change:
                yield change
            elif first.now != change.now:
                message = _("{id} 的{measure}写了两次：{first} {was}，{place} {now}").format(
                    id=one.name,
                    measure=change.target.measure,
                    first=first.place,
                    was=first.now,
                    place=change.place,
                    now=change.now,
                )
                reading.doubts.add(change.place, message, _("留一个，其余用 --skip 不读"))


def _of_row(one: PromiseOnFile, row: ReadRow, reading: _RowReading) -> Iterator[SeenChange]:
    read: Mapping[TableField, Callable[[], SeenChange | None]] = {
        "value": lambda: values.valued(one, row, reading.lexicon, reading.source.period),
        "done": lambda: values.completed(one, row),
    }
    for field, valued in read.items():
        cell = row.values.get(field)
        if cell is None or cell.error:
            continue
        change = reading.doubts.taken(cell.place, valued)
        if change is not None and _is_timely(one, change, reading):
            yield change


def _is_timely(one: PromiseOnFile, change: SeenChange, reading: _RowReading) -> bool:
    """Whether its time is one of the report's own, and not said to be known before it was."""
    until, year, due = change.until, one.report.meta.year, one.commitment.deadline
    day, time = reading.source.day, change.done or change.period
    if until.year < year or (change.period and until.year > due.year):
        message = _("{id}：{time} 不在 {year} 年到期限 {due} 之间").format(id=one.name, time=time, year=year, due=due)
        reading.doubts.add(change.place, message, _("只登记这条承诺自己那一段时间的数；其余的写进进展"))
        return False
    if day is not None and until > day and not change.is_told_in_its_december(day):
        message = _("{id}：{time} 在材料的日期 {day} 之后").format(id=one.name, time=time, day=day)
        reading.doubts.add(change.place, message, _("核对时期和 --day：还没有到的日子没有数"))
        return False
    return True


def _progress(one: PromiseOnFile, rows: Sequence[ReadRow]) -> Iterator[str]:
    """What no update of the promise tells yet."""
    told = [plain(prose.plain(each.html)) for each in one.updates]
    for cell in _cells(rows, "progress"):
        text = cell.text.strip()
        if not any(all(plain(line) in each for line in text.splitlines()) for each in told):
            yield text


def _duties(one: PromiseOnFile, rows: Sequence[ReadRow], reading: _RowReading) -> Iterator[DutyChange]:
    stated = {duty: each for duty in duties.READERS for each in _of_duty(one, duty, rows, reading)}
    reading.doubts.found += duties.wrong_together(one, stated, reading.source.day)
    yield from stated.values()


def _of_duty(one: PromiseOnFile, duty: Duty, rows: Sequence[ReadRow], reading: _RowReading) -> list[DutyChange]:
    """The one change of a duty, or none."""
    found = [
        change
        for cell in _cells(rows, duty)
        if (change := reading.doubts.taken(cell.place, lambda: duties.changed(one, duty, cell, reading.lexicon)))  # noqa: B023
    ]
    texts = [TextChange(was=each.was, now=each.now, place=each.place) for each in found]
    return found[:1] if _one_of(texts, _(duties.LABELS[duty]), one, reading.doubts) else []
