"""In which form a text writes its notes, and where their bodies stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from disclosure.ingest.residue import runs
from disclosure.ingest.shapes import ENDS, GLOSSARY, LABEL, PROJECTS, Shape, begins_anew, shaped
from disclosure.model.report import NoteForm
from disclosure.source import note_marks
from disclosure.source.archive import MARK
from disclosure.source.note_marks import BLANKS, NumberedRow

FORMS = (
    *(
        "[1]",
        "〔1〕",
        "【1】",
        "①",
        "（注1）",
        "[注1]",
        "〔注1〕",
        "【注1】",
        "¹",
        "注1",
        "[①]",
        "〔①〕",
        "注①",
        "（注①）",
    ),
    *("<1>", "〈1〉", "《1》", "〔一〕", "[一]", "（注一）", "*1", "（1）"),
)
# How bodies begin where marks are written otherwise
BODIES = ("1.", "1、", "注1：", "注1", "[1]", "（1）", "①")
# Whatever counts off is written so too: a note only under a heading that says so
COUNTING = ("（1）", "①", "*1")
SHARE, LONGEST_BODY, NEAR = 0.6, 8, 40
# What stands between a term and what it means
TERM = re.compile("[：:—，,。]|是指|指")


class Noted(Struct, frozen=True, kw_only=True):
    """The form of notes, how many there are and explain what stands before their mark, the lines of headings that
    nothing is left under, and the bodies without a mark."""

    form: NoteForm
    count: int
    agreeing: int
    labels: tuple[int, ...]
    missing: tuple[int, ...]


class _Marked(Struct, frozen=True):
    """A mark: its line, its number, and the words before it."""

    line: int
    number: int
    before: str


class _Run(Struct, frozen=True):
    """Bodies one after the other: what each number explains, and all their rows."""

    terms: Mapping[int, str]
    rows: tuple[int, ...]
    is_labelled: bool

    def agreeing(self, marked: Iterable[_Marked]) -> int:
        """How many explain the words before their mark."""
        found = {
            one.number
            for one in marked
            if one.line not in self.rows and (term := self.terms.get(one.number)) and term in one.before[-NEAR:]
        }
        return len(found)


def noted(rows: Sequence[NumberedRow]) -> Noted | None:
    """The form of most notes, or ``None`` where a text has none or writes them as archives do."""
    lines = [(n, text.strip(BLANKS)) for n, text in rows if text.strip(BLANKS)]
    if any(MARK.search(text) for _n, text in lines):
        return None
    pairs = [(mark, mark) for mark in FORMS] + [(mark, body) for mark in FORMS for body in BODIES if mark != body]
    found = [one for mark, body in pairs if (one := _in_form(lines, mark, body))]
    return max(found, key=lambda one: (one.agreeing, one.count), default=None)


def _in_form(lines: Sequence[NumberedRow], mark: str, body: str) -> Noted | None:
    lines = note_marks.mended(lines, mark)
    marked = list(_marked(lines, note_marks.pattern(mark)))
    if not marked:
        return None
    begins = note_marks.pattern(body)
    taken = [run for run in _runs(lines, begins) if _is_marked(run, marked, mark, body)]
    if not taken:
        return None
    numbers = sorted({n for run in taken for n in run.rows})
    form = NoteForm(mark=mark, body=None if body == mark else body, lines=runs(numbers))
    notes = note_marks.take(lines, form).notes
    labels = tuple(n for run in taken for n in _labels(lines, run))
    agreeing = sum(run.agreeing(marked) for run in taken)
    given = [number for run in taken for number in run.terms]
    missing = tuple(sorted(set(given) - {n for n, _text in notes})) if len(given) == len(set(given)) else ()
    return Noted(form=form, count=len(notes), agreeing=agreeing, labels=labels, missing=missing) if notes else None


def _marked(lines: Sequence[NumberedRow], looks: re.Pattern[str]) -> Iterator[_Marked]:
    """The marks in sentences, each with what stands before it."""
    for at, (n, text) in enumerate(lines):
        above = lines[at - 1][1] if at else ""
        for match in looks.finditer(text):
            if match.start() or (above and not ENDS.search(above)):
                yield _Marked(n, note_marks.number(match[1]), _plain(above[-NEAR:] + text[: match.start()]))


def _plain(text: str) -> str:
    """Without quotes and blanks."""
    return re.sub(rf"[{BLANKS}“”‘’《》「」\[\]［］〔〕]", "", text)


def _is_marked(run: _Run, marked: Sequence[_Marked], mark: str, body: str) -> bool:
    """Whether enough of the bodies have a mark before them, and explain what the mark stands at."""
    inside = set(run.rows)
    known = {one.number for one in marked if one.line not in inside and one.line < run.rows[0]}
    shared = known & run.terms.keys()
    if len(shared) < SHARE * len(run.terms):
        return False
    if mark != body:
        return run.agreeing(marked) * 2 >= len(shared)
    return mark not in COUNTING or run.is_labelled or run.agreeing(marked) * 2 >= len(shared)


def _runs(lines: Sequence[NumberedRow], begins: re.Pattern[str]) -> Iterator[_Run]:
    """Bodies that count on, with the rows between them."""
    numbers: list[int] = []
    rows: list[int] = []
    start = 0
    for at, (n, text) in enumerate(lines):
        match = begins.match(text)
        if match and numbers and note_marks.number(match[1]) == numbers[-1] + 1 and n not in rows:
            numbers.append(note_marks.number(match[1]))
            rows.append(n)
        elif match and text[match.end() :].strip(BLANKS):
            yield from _run(lines, start, numbers, rows, begins)
            numbers, rows, start = [note_marks.number(match[1])], [n], at
        elif rows and _goes_on(lines, at, begins, numbers[-1], start):
            rows.append(n)
        else:
            yield from _run(lines, start, numbers, rows, begins)
            numbers, rows = [], []
    yield from _run(lines, start, numbers, rows, begins)


def _run(
    lines: Sequence[NumberedRow], start: int, numbers: Sequence[int], rows: Sequence[int], begins: re.Pattern[str]
) -> Iterator[_Run]:
    if not numbers:
        return
    texts = [text for _n, text in lines[start : start + len(rows)]]
    heads = [(match, text) for text in texts if (match := begins.match(text))]
    terms = {note_marks.number(match[1]): _plain(TERM.split(text[match.end() :])[0]) for match, text in heads}
    yield _Run(
        {n: terms.get(n, "") for n in numbers}, tuple(rows), start > 0 and bool(GLOSSARY.match(lines[start - 1][1]))
    )


def _goes_on(lines: Sequence[NumberedRow], at: int, begins: re.Pattern[str], last: int, start: int) -> bool:
    """Whether a row belongs to the body before it: that is unfinished, or the next body follows soon."""
    text = lines[at][1]
    if LABEL.match(text) or GLOSSARY.match(text) or shaped(text).shape in (Shape.PART, Shape.BARE):
        return False
    above = lines[at - 1][1]
    if above.endswith(("：", ":")) or (not ENDS.search(above) and not begins_anew(text)):
        return True
    ahead = (begins.match(line) for _n, line in lines[at + 1 : at + LONGEST_BODY])
    return any(match and note_marks.number(match[1]) == last + 1 for match in ahead) and at > start


def _labels(lines: Sequence[NumberedRow], run: _Run) -> Iterator[int]:
    """The headings right above bodies, if nothing but these stands under them."""
    at = next(n for n, (row, _text) in enumerate(lines) if row == run.rows[0]) - 1
    end = next(n for n, (row, _text) in enumerate(lines) if row == run.rows[-1]) + 1
    if at < 0 or not GLOSSARY.match(lines[at][1]):
        return
    if end < len(lines) and not any(looks.match(lines[end][1]) for looks in (LABEL, GLOSSARY, PROJECTS)):
        return
    yield lines[at][0]
    if at and LABEL.match(lines[at - 1][1]):
        yield lines[at - 1][0]
