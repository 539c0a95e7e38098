"""A record's written figure where it stands: the words around it that an editor left out still say what it means."""

from msgspec.structs import replace

from .deadline import deadline_in
from .find import find
from .parse import parse
from .patterns import SENTENCE_END, after_last, before_first
from .polarity import polarity_of
from .shapes import Deadline, FigureCandidate, Polarity, Quantity


def read_in_place(text: str, start: int, end: int, *, polarity: Polarity | None = None) -> Quantity | None:
    """``parse`` of `text[start:end]`, a paragraph's figure, with what its sentence adds.

    Words before it that change its direction or operator (降低, 高于全省平均), a unit behind it that the table does not
    know, and the deadline that the sentence sets. None where the written words are no quantity. Without `polarity` the
    measure named before the figure says it.
    """
    polarity = polarity or polarity_of(text[:start])
    quantity = parse(text[start:end], polarity=polarity)
    if quantity is None or quantity.value is None:
        return quantity
    found = _around(text, start, end)
    if found is None or found.quantity is None:
        return quantity
    wider = parse(found.text, polarity=polarity) if found.start < start else None
    if wider is not None and (wider.operator, wider.qualifier) != (quantity.operator, quantity.qualifier):
        quantity = replace(wider, written=quantity.written)
    return replace(quantity, unknown_unit=found.quantity.unknown_unit and not quantity.unit)


def deadline_in_place(text: str, start: int, end: int) -> Deadline | None:
    """The deadline that the sentence of a paragraph sets for what stands from `start` to `end`."""
    begin, until = after_last(text, start, SENTENCE_END), before_first(text, end, SENTENCE_END)
    return deadline_in(text[begin:until], start - begin, end - begin)


def baseline_in_place(text: str, start: int, end: int) -> Quantity | None:
    """A of 从A提高到B, for the B from `start` to `end`; None where the sentence names none."""
    founds = find(text)
    at = next((n for n, one in enumerate(founds) if one.start <= start and one.end >= end), 0)
    before = founds[at - 1] if at else None
    if before is None or before.name != "baseline" or any(mark in text[before.end : start] for mark in "，。；、"):
        return None
    return parse(before.text)


def _around(text: str, start: int, end: int) -> FigureCandidate | None:
    return next((one for one in find(text) if one.start <= start and one.end == end), None)
