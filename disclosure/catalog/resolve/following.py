"""What became of each commitment of a report: one function from its updates, its own record and the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from disclosure import quantity, schedule, verdict
from disclosure.catalog.entries import Commitment, Target
from disclosure.catalog.followup import (
    Absence,
    Adjustment,
    AwaitedDocument,
    FollowUp,
    LaterAnswer,
    Observation,
    Official,
    PlaceLook,
    Ruling,
    Stated,
    Update,
    about,
)
from disclosure.catalog.places import SearchPlace
from disclosure.catalog.requests import DisclosureRequest
from disclosure.catalog.resolve import aims, beside
from disclosure.catalog.resolve.updates import UpdateContext
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.model.fields import day
from disclosure.model.followup import AbsenceRecord
from disclosure.model.vocabulary import Term
from disclosure.quantity import Polarity
from disclosure.schedule import ScheduleStatus
from disclosure.source.register import Located
from disclosure.verdict import ObservedValue, Rubric, Tolerance, VerdictResult


class FollowUpContext(Struct, frozen=True, kw_only=True):
    """What a report's follow-up is made from. ``rubric`` is None where there is none: then nothing is judged.

    ``documents`` are those still missing that would settle each commitment, ``requests`` those that ask of the report.
    ``elsewhere`` are the values of each commitment's targets that no update of the report brings.
    """

    context: UpdateContext
    today: date
    rubric: Rubric | None
    updates: Mapping[str, tuple[Update, ...]]
    elsewhere: Mapping[str, tuple[Observation, ...]]
    answers: Mapping[str, tuple[LaterAnswer, ...]]
    polarities: Mapping[str, Polarity]
    absences: tuple[Located[AbsenceRecord], ...]
    delivered: date
    places: Mapping[str, SearchPlace]
    documents: Mapping[str, Sequence[AwaitedDocument]]
    requests: tuple[DisclosureRequest, ...]

    def term(self, name: str, id: str) -> Term:
        return self.context.words.id(name, id)


def by_commitment(updates: Iterable[Update], report: str) -> dict[str, tuple[Update, ...]]:
    """The updates of each commitment of a report, newest first, each as it speaks of it; what has no day says less than
    anything that has."""
    newest_first = sorted(updates, key=lambda each: (each.known or date.min, each.id), reverse=True)
    found = grouped((id, about(update, report, id)) for update in newest_first for id in update.commitments)
    return {id: tuple(each) for id, each in found.items()}


def follow(known: FollowUpContext, commitment: Commitment) -> FollowUp:
    """The three statuses, each from its own source; verdicts; what is absent and what would settle it."""
    every = known.updates.get(commitment.id, ())
    own = tuple(each for each in every if not each.context)
    answers = known.answers.get(commitment.id, ())
    seen = [one for each in own for one in each.observations]
    seen += [*(one for each in answers for one in each.observations), *known.elsewhere.get(commitment.id, ())]
    observations = tuple(seen)
    changes = beside.adjustments(known.context, commitment)
    rulings = tuple(_rulings(known, commitment, observations, tuple(one for one in changes if one.holds)))
    official = _official(known, commitment, rulings)
    place = _schedule(known, commitment, rulings)
    search = _search(known, commitment, own)
    told = bool(observations or answers or official)
    return FollowUp(
        commitment=commitment.id,
        reported=_reported(known, own),
        evidenced=_evidenced(known, own, None if told or any(each.evidence for each in own) else search.until),
        schedule=place,
        absence=None if told else _absence(known, commitment, own, search, place),
        rulings=rulings,
        observations=observations,
        answers=answers,
        updates=own,
        context=tuple(each for each in every if each.context),
        adjustments=changes,
        official=official,
        vote=beside.vote(known.context, commitment),
        satisfaction=beside.satisfaction(known.context, commitment),
        judged=_is_judged(known, commitment),
    )


def _reported(known: FollowUpContext, own: tuple[Update, ...]) -> Stated:
    """What the responsible body last said; 无公开信息 where it said nothing. Never taken from anything else."""
    for each in own:
        if each.reported is not None:
            return Stated(each.reported, each.known, each.id)
    return Stated(known.term(vocabulary.REPORTED, "no-information"))


def _evidenced(known: FollowUpContext, own: tuple[Update, ...], searched: date | None) -> Stated | None:
    """What public evidence last supported; none public where that was looked for, until ``searched``; nothing where it
    was not. A later look that found nothing takes nothing back."""
    said = [each for each in own if each.evidenced is not None]
    supports = (each for each in said if each.evidenced and each.evidenced.id != NONE_PUBLIC)
    last = next(supports, said[0] if said else None)
    if last is not None and last.evidenced is not None:
        return Stated(last.evidenced, last.searched or last.known, last.id)
    return Stated(known.term(vocabulary.EVIDENCED, NONE_PUBLIC), searched) if searched else None


def _schedule(known: FollowUpContext, commitment: Commitment, rulings: tuple[Ruling, ...]) -> Term | None:
    """None where there is no day to be held to: a principle, or a candidate without an adopting vote."""
    if commitment.kind.id == "orientation" or not _is_judged(known, commitment):
        return None
    whole = schedule.whole((ScheduleStatus(each.schedule.id) for each in rulings), commitment.deadline, known.today)
    return known.term(vocabulary.SCHEDULE, whole.value)


def _absence(
    known: FollowUpContext, commitment: Commitment, own: tuple[Update, ...], search: Search, place: Term | None
) -> Absence | None:
    """Three different states: not looked for, looked for and nothing public, not yet due. None where there is news."""
    if any(each.reported or each.evidence for each in own):
        return None
    if any(each.grants(*_name(known, commitment)) for each in known.requests):
        return None
    rule, searched = search.rule, search.until
    # A target of June is due in July, whatever the promise as a whole is
    is_due = known.today > commitment.deadline or (place is not None and place.id == ScheduleStatus.DUE)
    id = "nothing-public" if searched else "not-looked" if is_due else "not-due"
    return Absence(
        term=known.term(vocabulary.ABSENCES, id),
        searched=searched,
        where=(rule.where or "") if rule and searched else "",
        settles=(rule.settles or "") if rule else "",
        looks=search.looks,
        documents=tuple(known.documents.get(commitment.id, ())),
    )


class Search(Struct, frozen=True):
    """Where a promise was looked for: the rule that says so, the places it names, the day until which all were seen."""

    rule: AbsenceRecord | None
    looks: tuple[PlaceLook, ...]
    until: date | None


def _search(known: FollowUpContext, commitment: Commitment, own: tuple[Update, ...]) -> Search:
    rule = _rule(known, commitment)
    looks = tuple(_looks(known, rule)) if rule else ()
    said = next((each.searched for each in own if each.searched), None)
    return Search(rule, looks, said or _searched(known, commitment, rule, looks))


def _looks(known: FollowUpContext, rule: AbsenceRecord) -> Iterator[PlaceLook]:
    """The places that a rule names. A look before the speech says nothing of what became of it."""
    for place in (known.places[id] for id in rule.places if id in known.places):
        day = place.last if place.last and place.last >= known.delivered else None
        yield PlaceLook(place.id, place.name, day)


def _searched(
    known: FollowUpContext, commitment: Commitment, rule: AbsenceRecord | None, looks: tuple[PlaceLook, ...]
) -> date | None:
    """Until when it was looked for: all places were looked at on that day or later. A body that answers that there is
    no such information has looked, too."""
    days = [look.day for look in looks if look.day]
    looked = min(days) if days else rule.searched if rule else None
    asked = (each.answer.day for each in known.requests if each.answer and each.denies(*_name(known, commitment)))
    return max(filter(None, (looked, *asked)), default=None)


def _name(known: FollowUpContext, commitment: Commitment) -> tuple[str, str]:
    return known.context.report, commitment.id


def _rule(known: FollowUpContext, commitment: Commitment) -> AbsenceRecord | None:
    """The narrowest rule: by id, by kind, for all."""
    values = [absence.value for absence in known.absences]
    named = (value for value in values if commitment.id in value.commitments)
    of_kind = (value for value in values if value.kind == commitment.kind.label and not value.commitments)
    general = (value for value in values if not value.kind and not value.commitments)
    return next(named, None) or next(of_kind, None) or next(general, None)


def _rulings(
    known: FollowUpContext,
    commitment: Commitment,
    observations: tuple[Observation, ...],
    changes: tuple[Adjustment, ...],
) -> Iterator[Ruling]:
    for target in commitment.targets:
        seen = [one.seen for one in observations if one.target == target.id]
        yield _ruling(known, commitment, target, seen, changes)


def _ruling(
    known: FollowUpContext,
    commitment: Commitment,
    target: Target,
    seen: list[ObservedValue],
    changes: tuple[Adjustment, ...],
) -> Ruling:
    year = known.context.year
    polarity = known.polarities.get(target.id) or quantity.polarity_of(target.measure)
    aim = aims.aim(commitment, target, year, polarity)
    rubric = known.rubric or NO_RUBRIC
    settled = verdict.settle(aim, seen, rubric)
    newest = max(seen, key=lambda each: each.until, default=None)
    place, expected = aims.place(aims.pace(aim, target, aims.record(commitment, target), year), newest, known.today)
    after = _changed(aim, target, polarity, changes)
    changed = verdict.settle(after, seen, rubric) if after else None
    return Ruling(
        target=target,
        term=known.term(vocabulary.VERDICTS, settled.verdict.outcome.value),
        settled=settled,
        changed=changed,
        adjusted=aims.adjusted(after, changed, target, changes) if after and changed else None,
        aim=aim,
        rubric=rubric,
        schedule=known.term(vocabulary.SCHEDULE, place),
        expected=expected,
    )


def _changed(
    aim: verdict.Aim, target: Target, polarity: Polarity, changes: tuple[Adjustment, ...]
) -> verdict.Aim | None:
    """The aim as last adjusted, or None where nothing was."""
    news = [change.new for change in changes if change.target == target.id]
    days = [due for change in changes if not change.target and (due := day(change.new))]
    if not news and not days:
        return None
    read = quantity.parse(news[-1], polarity=polarity) if news else None
    return aims.changed(aim, read, days[-1] if days else None)


def _official(known: FollowUpContext, commitment: Commitment, rulings: tuple[Ruling, ...]) -> Official | None:
    """The official conclusion, and whether the rule says otherwise of the target it is about."""
    record = commitment.located.value.official_verdict
    if record is None:
        return None
    term = beside.term(known.context, commitment, vocabulary.VERDICTS, record.outcome, "official_verdict", "outcome")
    about = [each for each in rulings if not record.target or each.target.id == record.target]
    decided = {each.term.id for each in about if each.term.id != VerdictResult.NONE}
    source = beside.evidence(known.context, record.source)
    return Official(
        said=record.said,
        term=term,
        target=record.target or "",
        day=record.date,
        source=source,
        differs=bool(decided) and decided != {term.id},
    )


def _is_judged(known: FollowUpContext, commitment: Commitment) -> bool:
    """A candidate project counts once it is adopted."""
    if commitment.kind.id != "livelihood":
        return True
    record = commitment.located.value.vote
    found = known.context.words.label(vocabulary.ADOPTED, record.adopted) if record else None
    return found is not None and found.id == "yes"


NONE_PUBLIC = "none-public"
# Stands in where no rubric is on file: a check says so wherever something would be judged by it
NOTHING = Decimal(0)
NO_RUBRIC = Rubric(
    version="",
    rates=Tolerance(NOTHING, NOTHING),
    amounts=Tolerance(NOTHING, NOTHING),
    revision_rates=NOTHING,
    revision_amounts=NOTHING,
)
