"""Records as read to the resolved catalogue: of a report, or of what belongs to the whole site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from msgspec.structs import asdict, replace

from disclosure.catalog import correction, districts, entities, places, requests, words
from disclosure.catalog.catalog import Catalog, Report, day
from disclosure.catalog.changes import UNKNOWN, RecordChanges
from disclosure.catalog.claims import accounts
from disclosure.catalog.common_content import CommonContent
from disclosure.catalog.entries import Commitment, Indicator, Register
from disclosure.catalog.followup import FollowUp
from disclosure.catalog.mentions import mentions, names
from disclosure.catalog.narrative import Narrative
from disclosure.catalog.outcome import outcomes
from disclosure.catalog.quotes import Passages
from disclosure.catalog.resolve import ballots, followup, indicator_files, indicators, links, responsibility
from disclosure.catalog.resolve.followup import Followed
from disclosure.catalog.resolve.indicators import IndicatorPart
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.site import Site
from disclosure.problem import Problem
from disclosure.source.content import RawContent, RawReport
from disclosure.source.register import Located
from disclosure.source.yaml import Written

# Stands in for a site.yml that cannot be read, so that the checks still find what is wrong elsewhere
NO_SITE = Site(title="-", tagline="-", notice="-")


def common(
    raw: RawContent, today: date, changed: Mapping[str, datetime], commit: str
) -> tuple[CommonContent, list[Problem]]:
    """What the files of the whole site say to every report; ``changed`` (by path) and ``commit`` come from git."""
    vocabularies, problems = words.join(raw.register.words)
    site = raw.site or NO_SITE
    written = raw.site_written or Written("", "")
    register = raw.register
    known, unresolved = entities.resolve(register.entities, vocabularies)
    archived = {file.name: file.sha256 for file in raw.files if file.name.startswith("files/")}
    dead = {link.value.url: link.value.checked for link in register.links if not link.value.works}
    asking = requests.RequestContext(
        calendar=requests.calendar(register.calendars),
        words=vocabularies,
        today=today,
        dead=dead,
    )
    own, more = indicator_files.own(register.indicators, vocabularies, dead)
    shared = CommonContent(
        site=site,
        site_written=written,
        words=vocabularies,
        indicators=tuple(register.indicators),
        own=own,
        levels=indicator_files.levels(register.indicators, vocabularies, dead),
        dead=dead,
        rubrics=tuple(register.rubrics),
        links=tuple(register.links),
        aliases=tuple(register.aliases),
        districts=districts.districts(register.districts),
        entities=known,
        questions=tuple(register.questions),
        archived=archived,
        today=today,
        changed=changed,
        commit=commit,
        corrected=correction.notes(raw.corrections),
        corrects=correction.by_owner(raw.corrections),
        retired=tuple(register.retired),
        personal=tuple(register.personal),
        places=places.places(register.places, site.cycle_days),
        requests=requests.requests(raw.requests, asking),
    )
    return shared, [*problems, *unresolved, *more]


def join(
    raw: RawContent,
    shared: CommonContent,
    guests: RawContent | None = None,
    changes: RecordChanges = UNKNOWN,
) -> tuple[Catalog, list[Problem]]:
    """The catalogue of a report's files, or of the whole site's, and what could not be resolved.

    ``guests`` are the files of other reports that speak of this one, and the promises of others that it speaks of.
    ``changes`` is what became of its records.
    """
    problems: list[Problem] = []
    # One for the whole site, and known to every report
    raw.register.rubrics, raw.register.links = list(shared.rubrics), list(shared.links)
    said = guests or RawContent()
    placed = (_report(one, raw, shared, said, problems) for one in raw.reports if one.source and one.archive)
    reports = tuple(
        replace(one, changes=changes, district=districts.of_name(shared.districts, one.meta.district)) for one in placed
    )
    parts: tuple[IndicatorPart, ...] = ()
    mentioned: list[Located[IndicatorRecord]] = []
    for report in reports:
        mentioned = indicators.mentioning(shared.indicators, report.key)
        parts, found = indicators.resolve(
            mentioned,
            raw.register,
            report.key,
            delivered=report.meta.delivered,
            register=report.register,
            follow=report.follow,
        )
        problems += found
    narratives = tuple(
        Narrative(**asdict(narrative), updated=day(shared.changed, narrative.path))
        for narrative in sorted(raw.narratives, key=lambda narrative: (narrative.meta.order, narrative.name))
    )
    joined = Catalog(
        site=shared.site,
        site_written=shared.site_written,
        reports=reports,
        narratives=narratives,
        files=tuple(raw.files),
        today=shared.today,
        words=shared.words,
        indicators=indicators.merge(mentioned, parts, shared.own, shared.levels),
        parts=parts,
        entities=shared.entities,
        questions=shared.questions,
        raw=raw.register,
        archived=shared.archived,
        changed=shared.changed,
        commit=shared.commit,
        corrected=shared.corrected,
        corrects=shared.corrects.get(reports[0].key if reports else "", ()),
        retired=shared.retired,
        inside=raw.inside,
        personal=shared.personal,
        places=shared.places,
        requests=shared.requests if raw.requests else (),
        districts=shared.districts,
        changes=changes,
        corrections=tuple(sorted(raw.corrections, key=lambda correction: correction.id, reverse=True)),
    )
    return joined, problems


def complete(site: Catalog, commit: str, all: tuple[Indicator, ...]) -> Catalog:
    """What belongs to the whole site, with what only all reports together say."""
    return replace(site, commit=commit, indicators=all)


def became(raw: RawContent, shared: CommonContent, guests: RawContent) -> Iterator[tuple[Commitment, FollowUp]]:
    """The promises of a report and what became of each, and nothing else: of some of its files as they were once."""
    raw.register.rubrics = list(shared.rubrics)
    for one in raw.reports:
        _resolver, register, found = _followed(one, raw, shared, guests)
        yield from ((commitment, found.follow[commitment.id]) for commitment in register.commitments)


def _followed(
    raw: RawReport, content: RawContent, shared: CommonContent, guests: RawContent
) -> tuple[Resolver, Register, Followed]:
    """A report's records resolved, and what became of its promises."""
    by_id = {paragraph.id: paragraph for paragraph in raw.text.passages}
    ways = indicators.polarities(shared.indicators, raw.key)
    resolver = Resolver(
        report=raw.key,
        year=raw.meta.year,
        passages=Passages(by_id),
        words=shared.words,
        polarities=ways,
        dead=shared.dead,
    )
    resolved = links.resolve(resolver, ballots.counted(content.register))
    found = followup.resolve(resolver, resolved, content, raw.meta.delivered, shared, guests)
    return resolver, resolved, found


def _report(
    raw: RawReport, content: RawContent, shared: CommonContent, guests: RawContent, problems: list[Problem]
) -> Report:
    assert raw.source is not None
    assert raw.archive is not None
    resolver, resolved, found = _followed(raw, content, shared, guests)
    written = {one.value.id for one in content.register.commitments}
    answering = content.register.responsibilities
    responsible = responsibility.resolve(resolver, resolved, answering, written)
    problems += [*resolver.problems, *found.problems]
    return Report(
        key=raw.key,
        path=raw.file.path,
        markdown=raw.markdown,
        head=raw.head,
        meta=raw.meta,
        text=raw.text,
        archive=raw.archive,
        source=raw.source,
        updated=day(shared.changed, raw.file.path),
        register=resolved,
        accounts=accounts(resolved, raw.text.passages),
        broken=frozenset(resolver.broken),
        mentions=mentions(names(shared.entities), raw.text, resolved, found.updates),
        responsibility=responsible,
        updates=found.updates,
        follow=found.follow,
        outcomes=outcomes(resolved.commitments, found.follow, shared.words),
        documents=found.documents,
        requests=found.requests,
        digests=tuple(content.register.digests),
        elsewhere={f"{one.report}/{one.value.id}": one.value.title for one in guests.register.commitments},
    )
