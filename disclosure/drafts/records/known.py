"""What the report and the site say to whoever drafts records: read without being judged, as far as it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct

from disclosure.catalog import join
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.common_content import CommonContent
from disclosure.catalog.entries import Commitment
from disclosure.catalog.words import Vocabularies
from disclosure.drafts.records.likeness import Weights
from disclosure.drafts.records.made import DraftIndicatorLine
from disclosure.drafts.records.topics import TopicExample, Topics
from disclosure.model import vocabulary
from disclosure.model.text import Span
from disclosure.problem import Problem, Refused, errors
from disclosure.source import content, files
from disclosure.source.content import ParseCache, RawContent
from disclosure.source.files import SourceFile
from disclosure.translation import gettext as _


class ReportKnowledge(Struct, frozen=True, dict=True, kw_only=True):
    """A report with what is registered of it, what the whole site shares, and the reports before it.

    ``earlier`` are promises of older reports, by ``2022/c016``. ``problems`` are those of the report's own files:
    what cannot be read there would be drafted again.
    """

    catalog: Catalog
    report: Report
    raw: RawContent
    common: CommonContent
    earlier: Mapping[str, Commitment]
    topics: Topics
    weights: Weights
    problems: tuple[Problem, ...]

    @property
    def words(self) -> Vocabularies:
        return self.common.words

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each paragraph."""
        return {id: n for n, id in enumerate(self.report.by_id)}

    def position(self, span: Span) -> tuple[int, int, int]:
        """Where it comes in the text; of two that begin together the longer comes first."""
        return self.order[span.passage], span.start, -span.end

    def label(self, name: str, id: str) -> str:
        """The word that an editor writes for an id of a vocabulary."""
        return self.words.id(name, id).label

    def has_line(self, line: DraftIndicatorLine) -> bool:
        """Whether the indicator has a value, or a target, of that period from this report."""
        for one in self.common.indicators:
            if one.value.id == line.indicator:
                lines: Iterable[Any] = getattr(one.value, line.field)
                return any(each.period == line.period and each.report == self.report.key for each in lines)
        return False


class Read(Struct, frozen=True, kw_only=True):
    """The content's files, read once for all its reports."""

    common: CommonContent
    raws: Mapping[str, RawContent]
    catalogs: Mapping[str, Catalog]
    problems: Mapping[str, tuple[Problem, ...]]

    @property
    def newest_first(self) -> list[str]:
        """The reports that can be read, by key."""
        years = {key: one.reports[0].meta.year for key, one in self.catalogs.items()}
        return sorted(years, key=lambda key: (years[key], key), reverse=True)


def read(sources: Iterable[SourceFile], today: date) -> Read:
    """Every report with its register; attachments are not asked for."""
    given = list(sources)
    of: dict[str, list[SourceFile]] = {}
    for file in given:
        of.setdefault(files.owner(file.name), []).append(file)
    site = content.read(of.pop("", []), ParseCache())
    common, _problems = join.common(site, today, {}, "")
    raws = {key: content.read(own, ParseCache()) for key, own in of.items()}
    catalogs: dict[str, Catalog] = {}
    problems = {key: errors(raw.problems) for key, raw in raws.items()}
    for key, raw in raws.items():
        joined, _unresolved = join.join(raw, common)
        if joined.reports:
            catalogs[key] = joined
    return Read(common=common, raws=raws, catalogs=catalogs, problems=problems)


def of_report(found: Read, key: str) -> ReportKnowledge:
    """What is known for drafting a report; ``Refused`` where there is none of that key."""
    if key not in found.catalogs:
        known = "、".join(found.newest_first)
        raise Refused(_("没有可以起草的报告 {key}；有：{known}").format(key=key, known=known or _("（一份也没有）")))
    catalog = found.catalogs[key]
    report = catalog.reports[0]
    others = [one.reports[0] for other, one in found.catalogs.items() if other != key]
    earlier = [one for one in others if one.meta.year < report.meta.year]
    return ReportKnowledge(
        catalog=catalog,
        report=report,
        raw=found.raws[key],
        common=found.common,
        earlier={f"{one.key}/{promise.id}": promise for one in earlier for promise in one.register.commitments},
        topics=learned(found.common, [report, *others]),
        weights=Weights(paragraph.text for one in (report, *others) for paragraph in one.text.paragraphs),
        problems=found.problems[key],
    )


def learned(common: CommonContent, reports: Sequence[Report], without: str = "") -> Topics:
    """Topics as the registered records have them, but for those of section ``without``."""
    words = [one.value for one in common.words.records.get(vocabulary.TOPICS, ())]
    records = (record for report in reports for record in report.register.records if record.section != without)
    return Topics(
        words, (TopicExample(f"{one.title}，{one.quote}", tuple(term.label for term in one.topics)) for one in records)
    )
