"""What stands on a commitment's own record beside its verdict: changes, the vote, satisfaction."""

from __future__ import annotations

from disclosure.catalog.entries import Commitment
from disclosure.catalog.evidence import Evidence
from disclosure.catalog.evidence import evidence as document
from disclosure.catalog.followup import Adjustment, Satisfaction, Vote, Votes
from disclosure.catalog.resolve import updates
from disclosure.catalog.resolve.updates import UpdateContext
from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.followup import AdjustmentRecord, VoteRecord
from disclosure.model.vocabulary import Term


def term(context: UpdateContext, commitment: Commitment, name: str, label: str, *where: str | int) -> Term:
    """The term of a label in a commitment's own record; an unknown one is a problem and stands as written."""
    return updates.term(context, commitment.located, name, label, *where) or Term(label, label)


def evidence(context: UpdateContext, one: EvidenceRecord) -> Evidence:
    return document(one, context.words, context.dead)


def adjustments(context: UpdateContext, commitment: Commitment) -> tuple[Adjustment, ...]:
    """Oldest first, so that the last one that was adopted holds."""
    found = [
        Adjustment(
            day=adjustment.date,
            target=adjustment.target or "",
            old=adjustment.old,
            new=adjustment.new,
            by=adjustment.by,
            decision=_decision(context, commitment, n, adjustment),
            asked_by=adjustment.asked_by or "",
            asked=adjustment.asked,
            reason=adjustment.reason or "",
            votes=_votes(adjustment),
            document=evidence(context, adjustment.document),
        )
        for n, adjustment in enumerate(commitment.located.value.adjustments)
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def _decision(context: UpdateContext, commitment: Commitment, n: int, record: AdjustmentRecord) -> Term:
    """Adopted where nothing else is said."""
    if record.decision is None:
        return context.words.id(vocabulary.ADOPTED, "yes")
    return term(context, commitment, vocabulary.ADOPTED, record.decision, "adjustments", n, "decision")


def _votes(record: AdjustmentRecord) -> Votes | None:
    found = (record.votes_for, record.votes_against, record.abstained, record.cast)
    return None if found == (None, None, None, None) else found


def vote(context: UpdateContext, commitment: Commitment) -> Vote | None:
    record = commitment.located.value.vote
    if record is None:
        return None
    adopted = term(context, commitment, vocabulary.ADOPTED, record.adopted, "vote", "adopted")
    return Vote(adopted, record.date, _counts(record), evidence(context, record.source))


def _counts(record: VoteRecord) -> tuple[int, int, int, int] | None:
    """For, against, abstained, cast; only where all were published."""
    counts = (record.votes_for, record.votes_against, record.abstained, record.cast)
    known = tuple(count for count in counts if count is not None)
    return (known[0], known[1], known[2], known[3]) if len(known) == 4 else None


def satisfaction(context: UpdateContext, commitment: Commitment) -> Satisfaction | None:
    record = commitment.located.value.satisfaction
    if record is None:
        return None
    counts = (record.satisfied, record.basically, record.dissatisfied, record.cast)
    return Satisfaction(record.date, counts, evidence(context, record.source))
