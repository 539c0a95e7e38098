"""What the program reads in a commitment's words, and what an editor may overrule with a reason."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from disclosure import quantity
from disclosure.catalog import strengths
from disclosure.catalog.entries import StrengthEntry, Target
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.model import vocabulary
from disclosure.model.commitment import CommitmentRecord, TargetRecord
from disclosure.model.text import Span
from disclosure.model.vocabulary import Term
from disclosure.quantity import Operator, Quantity
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _

# What an editor may set of a target's quantity
QUANTITY = ("operator", "value", "upper", "unit")


def overall(
    resolver: Resolver, located: Located[CommitmentRecord], span: Span, targets: tuple[Target, ...]
) -> StrengthEntry:
    """A commitment is as firm as its first target; without one, as its main clause."""
    if targets and not (located.value.strength or located.value.because):
        return targets[0].strength
    paragraph = resolver.paragraph(span)
    if targets:
        read = strengths.of_figure(paragraph, targets[0].span, resolver.words)
    else:
        read = strengths.of_quote(paragraph, span, resolver.words)
    return _strength(resolver, located, located.value.id, located.value, read, ())


def of_target(
    resolver: Resolver, located: Located[CommitmentRecord], id: str, record: TargetRecord, at: Span, where: FieldPath
) -> StrengthEntry:
    """A target's own strength; what is set for the whole commitment holds for its targets too."""
    if located.value.strength and not record.strength:
        term = resolver.words.label(vocabulary.STRENGTHS, located.value.strength)
        return strengths.by_editor(
            term or Term(located.value.strength, located.value.strength), located.value.because or ""
        )
    read = strengths.of_figure(resolver.paragraph(at), at, resolver.words)
    return _strength(resolver, located, id, record, read, where)


def _strength(
    resolver: Resolver,
    located: Located[CommitmentRecord],
    id: str,
    given: CommitmentRecord | TargetRecord,
    read: StrengthEntry | None,
    where: FieldPath,
) -> StrengthEntry:
    """What the editor set with a reason, else what was read; neither is a problem."""
    if given.because and not given.strength and not _overruled(given):
        message = _("{id}：写了 because，却没有改写什么").format(id=id)
        resolver.wrong(located, (*where, "because"), "needless", message, _("删去 because；说明文字写成注释"))
    if given.strength:
        term = resolver.term(located, id, vocabulary.STRENGTHS, given.strength, *where, "strength")
        if not given.because:
            message = _("{id}：改写强度为“{strength}”没有写原因").format(id=id, strength=given.strength)
            resolver.wrong(located, (*where, "strength"), "because", message, _("加上 because: 一句话说明"))
        # What no word of the text says may be confirmed
        if read and read.term == term and read.source != strengths.BARE:
            message = _("{id}：强度“{strength}”与程序读出的相同").format(id=id, strength=given.strength)
            resolver.wrong(located, (*where, "strength"), "needless", message, _("删去 strength 和 because"))
        return strengths.by_editor(term, given.because or "")
    if read is None:
        message = _("{id}：读不出强度，引文里没有触发词").format(id=id)
        resolver.wrong(
            located,
            (*where, "quote"),
            "strength",
            message,
            _("写 strength（约束性、承诺、预期、争取或过程）和 because"),
        )
    return read or strengths.by_editor(resolver.words.id(vocabulary.STRENGTHS, "process"), "")


def _overruled(given: CommitmentRecord | TargetRecord) -> tuple[str, ...]:
    """The fields of a target's quantity that its editor set."""
    return tuple(name for name in QUANTITY if getattr(given, name, None) is not None)


def stated(record: TargetRecord) -> Quantity | None:
    """A target that only the editor can read (二级标准): it needs at least an operator and a reason."""
    return (
        Quantity(written=record.written, operator=Operator.QUALITATIVE) if record.operator and record.because else None
    )


def _shown(resolver: Resolver, name: str, quantity: Quantity) -> str:
    """A field as an editor writes it."""
    value = getattr(quantity, name)
    return resolver.words.id(vocabulary.OPERATORS, value.value).label if name == "operator" else str(value)


def overrule(
    resolver: Resolver,
    located: Located[CommitmentRecord],
    id: str,
    record: TargetRecord,
    read: Quantity,
    where: FieldPath,
) -> tuple[Quantity, tuple[str, ...]]:
    """The quantity with the editor's own fields in it; without a reason they may only repeat what was read."""
    if not _overruled(record):
        return read, ()
    given: dict[str, Any] = {name: getattr(record, name) for name in _overruled(record)}
    if record.operator:
        term = resolver.term(located, id, vocabulary.OPERATORS, record.operator, *where, "operator")
        given["operator"] = Operator(term.id) if term.id in set(Operator) else read.operator
    used = replace(read, **given)
    differing = quantity.contradicts(used, read)
    for name in differing if not record.because else ():
        message = _("{id}：{name} 写的是“{given}”，原文“{written}”读出的是“{read}”").format(
            id=id,
            name=name,
            given=_shown(resolver, name, used),
            written=read.written,
            read=_shown(resolver, name, read),
        )
        resolver.wrong(
            located, (*where, name), "contradiction", message, _("照原文改正；程序读错时在 because 里写明原因")
        )
    repeated = [name for name in given if name not in differing] if quantity.parse(record.written) else []
    for name in repeated:
        message = _("{id}：{name} 写的与程序读出的相同").format(id=id, name=name)
        resolver.wrong(located, (*where, name), "needless", message, _("删去 {name}").format(name=name))
    return used, differing
