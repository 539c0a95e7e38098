"""Updates: words looked up, targets and commitments found, observations made comparable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict

from disclosure import quantity
from disclosure.catalog import address, content_links, period
from disclosure.catalog.entries import Commitment, Target
from disclosure.catalog.event import event
from disclosure.catalog.evidence import Evidence, evidence
from disclosure.catalog.followup import Observation, Origin, Update, UpdateEntry
from disclosure.catalog.resolve import references
from disclosure.catalog.resolve.references import Reference
from disclosure.catalog.words import Vocabularies, unknown
from disclosure.model import vocabulary
from disclosure.model.update import LevelRecord, SeenRecord, UpdateMeta
from disclosure.model.vocabulary import Term
from disclosure.problem import Place, Problem
from disclosure.source import cross_references, spellings
from disclosure.source.articles import Article
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _
from disclosure.verdict import Level, ObservedValue


class UpdateContext(Struct, kw_only=True):
    """What is known of a report while its updates are resolved.

    ``written`` are the ids its editors wrote, in force or not, readable or not: only others are unknown.
    """

    report: str
    year: int
    commitments: Mapping[str, Commitment]
    written: frozenset[str]
    superseded: Mapping[str, str]
    words: Vocabularies
    dead: Mapping[str, date]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, rule, message, hint))

    def wrong(self, here: Located[Any], where: tuple[str | int, ...], rule: str, message: str, hint: str) -> None:
        """A problem of the update ``here``, named before it."""
        said = _("{id}：{message}").format(id=here.stem, message=message)
        self.problems.append(Problem(here.place(*where), rule, said, hint))


def resolve(context: UpdateContext, raw: Article[UpdateMeta]) -> Update:
    """An update as it speaks of the promises of ``context.report``: its own report's, or a guest's of another."""
    meta, cited = raw.meta, tuple(evidence(one, context.words, context.dead) for one in raw.meta.evidence)
    here = Located(value=meta, report=raw.report, folder="", stem=raw.id, written=raw.head, at=())
    at = address.update(raw.report, raw.id)
    named = tuple(references.named(meta, raw.report))
    return Update(
        **asdict(raw),
        title=meta.title,
        day=meta.date,
        event=event(meta.event, meta.inferred),
        published=meta.published,
        commitments=tuple(_commitments(context, here, named)),
        elsewhere=tuple(dict.fromkeys((one.report, one.id) for one in named if one.report != context.report)),
        entries=tuple(_entries(context, here)),
        context=meta.context or "",
        reported=term(context, here, vocabulary.REPORTED, meta.reported, "reported"),
        evidenced=term(context, here, vocabulary.EVIDENCED, meta.evidenced, "evidenced"),
        searched=meta.searched,
        confidence=term(context, here, vocabulary.CONFIDENCE, meta.confidence, "confidence"),
        observations=tuple(_observations(context, here, cited)),
        evidence=cited,
        html=content_links.led(raw.rendered.html, raw.name, at),
    )


def _entries(context: UpdateContext, here: Located[Any]) -> Iterator[UpdateEntry]:
    for n, one in enumerate(here.value.entries):
        report, id = cross_references.split(one.commitment, here.report)
        yield UpdateEntry(
            report=report,
            commitment=id,
            where=("entries", n),
            reported=term(context, here, vocabulary.REPORTED, one.reported, "entries", n, "reported"),
            evidenced=term(context, here, vocabulary.EVIDENCED, one.evidenced, "entries", n, "evidenced"),
            searched=one.searched,
            values=tuple(references.spelt(seen) for seen in one.observations),
        )


def term(context: UpdateContext, here: Located[Any], name: str, label: str | None, *where: str | int) -> Term | None:
    """The term of a label; an unknown one is a problem."""
    if label is None:
        return None
    found = context.words.label(name, label)
    if found is None:
        context.problems.append(unknown(here, here.stem, name, label, where, context.words))
    return found


def _commitments(context: UpdateContext, here: Located[Any], named: tuple[Reference, ...]) -> Iterator[str]:
    """Each once, in the order they are named."""
    for one in named:
        # Of an update of another report, that there is no such promise is told where all are known
        if one.report == context.report and (here.report == context.report or one.id in context.superseded):
            _no_such(context, here, one.id, *one.where)
    yield from dict.fromkeys(one.id for one in named if one.report == context.report and one.id in context.commitments)


def _no_such(context: UpdateContext, here: Located[Any], id: str, *where: str | int) -> None:
    """A commitment that is not in force; of one that could not be read enough is said elsewhere."""
    if id in context.commitments:
        return
    if id in context.superseded:
        hint = _("改写承接它的 {id}").format(id=context.superseded[id])
        context.wrong(here, where, "reference", _("承诺 {id} 已经停用").format(id=id), hint)
    elif id not in context.written:
        context.wrong(here, where, "reference", _("没有承诺 {id}").format(id=id), _meant(context, id))


def _meant(context: UpdateContext, id: str) -> str:
    """What to write instead of an id that nobody knows."""
    spelling = spellings.among(id, context.written)
    called = next((one.id for one in context.commitments.values() if one.title == id), "")
    if spelling or called:
        return _("写作 {spelling}").format(spelling=spelling or called)
    return _("写这份报告现有承诺的编号，例如 c016")


def _observations(context: UpdateContext, here: Located[Any], cited: tuple[Evidence, ...]) -> Iterator[Observation]:
    """The values of this report's targets, whether they stand for themselves or in an entry."""
    for where, one in references.values(here.value, here.report, context.report):
        target = _target(context, here, where, one)
        if target is None:
            continue
        until = _until(context, here, where, one)
        if until is not None and _is_comparable(context, here, where, one, target):
            vintage = term(context, here, vocabulary.VINTAGES, one.vintage, *where, "vintage")
            basis = term(context, here, vocabulary.BASES, one.basis, *where, "basis")
            yield Observation(
                target=target.id,
                seen=_seen(one, target, until, vintage, basis),
                vintage=vintage,
                basis=basis,
                origin=_origin(here, where, cited),
            )


def _origin(here: Located[Any], where: FieldPath, cited: tuple[Evidence, ...]) -> Origin:
    return Origin(
        kind="update",
        report=here.report,
        id=here.stem,
        title=here.value.title,
        day=here.value.date,
        evidence=cited,
        located=here,
        where=where,
    )


def _target(context: UpdateContext, here: Located[Any], where: FieldPath, seen: SeenRecord) -> Target | None:
    """The target meant; a commitment with one target needs no number."""
    id, _slash, nth = seen.target.partition("/")
    commitment = context.commitments.get(id)
    if commitment is None:
        _no_such(context, here, id, *where, "target")
        return None
    wanted = seen.target if nth or len(commitment.targets) != 1 else f"{id}/1"
    found = next((target for target in commitment.targets if target.id == wanted), None)
    if found is None and len(commitment.targets) == len(commitment.located.value.targets):
        message = _("{target} 没有指明一个目标").format(target=seen.target)
        hint = _("{id} 没有写明目标；进展写在正文里").format(id=id)
        if commitment.targets:
            hint = _("{id} 有 {n} 个目标，写是第几个，例如 {id}/1").format(id=id, n=len(commitment.targets))
        context.wrong(here, (*where, "target"), "reference", message, hint)
    return found


def _until(context: UpdateContext, here: Located[Any], where: FieldPath, seen: SeenRecord) -> date | None:
    """The last day an observation covers; without one, or outside the report's time, it is a problem."""
    name = "done" if seen.done else "open_on" if seen.open_on else "period"
    day = seen.done or seen.open_on or (period.last_day(seen.period) if seen.period else None)
    why = _no_time(context, here, seen, day)
    if why is not None:
        context.wrong(here, (*where, name), "period", *why)
        return None
    return day


def _no_time(context: UpdateContext, here: Located[Any], seen: SeenRecord, day: date | None) -> tuple[str, str] | None:
    """Why a day cannot be what an observation covers, and what to do."""
    if day is None:
        hint = _("数字写 period: {year} 或 {year}-06；期限目标写 done 或 open_on").format(year=context.year)
        return _("{target}：没有写时期").format(target=seen.target), hint
    shown = seen.period or day
    if seen.period and not period.is_real(seen.period):
        message = _("{target}：没有 {day} 这一天").format(target=seen.target, day=shown)
        return message, _("核对时期")
    due = context.commitments[seen.target.partition("/")[0]].deadline
    if day.year < context.year or (seen.period and day.year > due.year):
        message = _("{target}：{day} 不在 {year} 年到期限 {due} 之间")
        said = message.format(target=seen.target, day=shown, year=context.year, due=due)
        return said, _("一个目标只能用它自己那一段时间的数来对照")
    known = here.value.date or here.value.published.date()
    if day > known and not period.is_known_early(seen.period or "", known, here.value.evidence):
        message = _("{target}：{day} 在这条更新的日期 {date} 之后")
        hint = too_early(seen.period or "", known) or _("核对时期和更新的日期")
        return message.format(target=seen.target, day=shown, date=known), hint
    return None


def too_early(whole: str, day: date) -> str:
    """What to do where a time of a year is said to be known before it is over; nothing for other years."""
    if whole[:4] != str(day.year):
        return ""
    hint = _("截至材料的日期的，写成 {day}").format(day=day.isoformat())
    if whole == str(day.year) and day.month == period.DECEMBER:
        return _("材料写明是全年数的，在证据的 says 里照录（要有“全年”）；{hint}").format(hint=hint)
    return hint


def _is_comparable(
    context: UpdateContext, here: Located[Any], where: FieldPath, seen: SeenRecord, target: Target
) -> bool:
    """A value in the unit of its target (for 翻番 the level's own unit, for 个百分点 the rate's)."""
    unit = target.quantity.unit
    if seen.value is None or quantity.takes_any_unit(target.quantity) or seen.unit == unit:
        return True
    message = _("{target}：单位是“{given}”，目标的单位是“{unit}”").format(
        target=seen.target, given=seen.unit or "", unit=unit
    )
    hint = _("换算成“{unit}”再写；例如1.5万个，value 写 15000，unit 写 个").format(unit=unit)
    context.wrong(here, (*where, "unit" if seen.unit else "value"), "unit", message, hint)
    return False


def _seen(seen: SeenRecord, target: Target, until: date, vintage: Term | None, basis: Term | None) -> ObservedValue:
    return ObservedValue(
        until=until,
        value=seen.value,
        unit=seen.unit or "",
        vintage=vintage.id if vintage else "",
        basis=basis.id if basis else "",
        base=_level(seen.base) or baseline(seen.unit or "", target),
        reference=_level(seen.reference),
        denominator=seen.denominator,
        counts=tuple(enumerate(seen.counts, 1)),
        done=seen.done,
        open=seen.open_on is not None,
        started=seen.started,
    )


def _level(record: LevelRecord | None) -> Level | None:
    """What the last digit as written is worth goes with it: 5.2 -> 0.1, 120 -> 1."""
    if record is None:
        return None
    return Level(record.value, record.name, Decimal(1).scaleb(int(record.value.as_tuple().exponent)))


def baseline(unit: str, target: Target) -> Level | None:
    """Last year's figure on file, else the one that the sentence starts from, where it is of the same kind."""
    start = target.baseline.quantity if target.baseline else target.start
    if start is None or start.value is None or start.unit != unit:
        return None
    return Level(start.value, start.written, start.step or Decimal(0))
