"""The documents that would settle promises, resolved: each with the promises in its scope."""

from __future__ import annotations

from disclosure.catalog.entries import Commitment, Register
from disclosure.catalog.followup import AwaitedDocument
from disclosure.catalog.resolve import updates
from disclosure.catalog.resolve.updates import UpdateContext
from disclosure.grouping import grouped
from disclosure.model.gaps import ScopeRecord
from disclosure.source.content import RawContent


def resolve(context: UpdateContext, register: Register, raw: RawContent) -> tuple[AwaitedDocument, ...]:
    """The report's documents, in the order of their file."""
    mine = (one for one in raw.register.documents if one.report == context.report)
    return tuple(
        AwaitedDocument(
            id=one.value.id,
            name=one.value.name,
            holder=one.value.holder,
            commitments=tuple(each.id for each in register.commitments if settles(one.value.settles, each)),
            found=updates.evidence(one.value.found, context.dead) if one.value.found else None,
            located=one,
        )
        for one in mine
    )


def settles(scope: ScopeRecord, commitment: Commitment) -> bool:
    """Whether a promise is in the scope: named by any of its fields."""
    return (
        scope.all
        or commitment.id in scope.commitments
        or commitment.kind.label in scope.kinds
        or commitment.section in scope.sections
        or any(target.measure in scope.measures for target in commitment.targets)
    )


def by_commitment(documents: tuple[AwaitedDocument, ...]) -> dict[str, list[AwaitedDocument]]:
    """The documents that are still missing, by the promises each would settle; the narrowest first."""
    narrowest = sorted((one for one in documents if one.found is None), key=lambda one: len(one.commitments))
    return grouped((id, document) for document in narrowest for id in document.commitments)
