"""Records as read to the resolved catalogue: of a report, or of what belongs to the whole site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from msgspec.structs import replace

from disclosure.catalog import correction, words
from disclosure.catalog.catalog import Catalog, CommonContent, Narrative, Report, day
from disclosure.catalog.claims import accounts
from disclosure.catalog.entries import Indicator
from disclosure.catalog.quotes import Passages
from disclosure.catalog.resolve import followup, indicators, links
from disclosure.catalog.resolve.indicators import IndicatorPart
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.site import Site
from disclosure.problem import Problem
from disclosure.source.content import RawContent, RawNarrative, RawReport
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
    archived = {file.name: file.sha256 for file in raw.files if file.name.startswith("files/")}
    shared = CommonContent(
        site,
        written,
        vocabularies,
        tuple(register.indicators),
        tuple(register.rubrics),
        tuple(register.links),
        tuple(register.aliases),
        archived,
        today,
        changed,
        commit,
    )
    return shared, problems


def join(raw: RawContent, shared: CommonContent) -> tuple[Catalog, list[Problem]]:
    """The catalogue of a report's files, or of the whole site's, and what could not be resolved."""
    problems: list[Problem] = []
    # One for the whole site, and known to every report
    raw.register.rubrics, raw.register.links = list(shared.rubrics), list(shared.links)
    reports = tuple(_report(one, raw, shared, problems) for one in raw.reports if one.source and one.archive)
    parts: tuple[IndicatorPart, ...] = ()
    mentioned: list[Located[IndicatorRecord]] = []
    for one in reports:
        mentioned = indicators.mentioning(shared.indicators, one.key)
        parts, found = indicators.resolve(mentioned, raw.register, one.key, one.register)
        problems += found
    narratives = tuple(sorted((_narrative(one, shared.changed) for one in raw.narratives), key=_order))
    joined = Catalog(
        shared.site,
        shared.site_written,
        reports,
        narratives,
        tuple(raw.files),
        shared.today,
        shared.words,
        indicators.merge(mentioned, parts),
        parts,
        raw.register,
        shared.archived,
        shared.changed,
        shared.commit,
        tuple(sorted(map(correction.resolve, raw.corrections), key=lambda one: one.id, reverse=True)),
    )
    return joined, problems


def complete(site: Catalog, commit: str, all: tuple[Indicator, ...]) -> Catalog:
    """What belongs to the whole site, with what only all reports together say."""
    return replace(site, commit=commit, indicators=all)


def _order(one: Narrative) -> tuple[int, str]:
    return one.meta.order, one.name


def _report(raw: RawReport, content: RawContent, shared: CommonContent, problems: list[Problem]) -> Report:
    assert raw.source is not None
    assert raw.archive is not None
    by_id = {paragraph.id: paragraph for paragraph in raw.text.passages}
    ways = indicators.polarities(shared.indicators, raw.key)
    made_of = (raw.key, raw.meta, raw.text, shared)
    resolver = Resolver(raw.key, raw.meta.year, Passages(by_id), shared.words, ways, made_of)
    resolved = links.resolve(resolver, content.register)
    updates, follow, more = followup.resolve(resolver, resolved, content, shared.today)
    problems += [*resolver.problems, *more]
    return Report(
        raw.key,
        raw.file.path,
        raw.markdown,
        raw.head,
        raw.meta,
        raw.text,
        raw.archive,
        raw.source,
        day(shared.changed, raw.file.path),
        resolved,
        accounts(resolved, raw.text.passages),
        frozenset(resolver.broken),
        updates,
        follow,
    )


def _narrative(raw: RawNarrative, changed: Mapping[str, datetime]) -> Narrative:
    last = day(changed, raw.file.path)
    return Narrative(raw.file.name, raw.file.path, raw.head, raw.meta, raw.body, raw.body_line, raw.rendered, last)
