"""What a build knows before it builds any report: ``scan``.

The folders as listed, what belongs to the whole site as read, what git says, what the last build left, the theme, and
the navigation. Each report's inputs are digests of these.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from disclosure import translation
from disclosure.build import guests, report_head, scanned_problems, told
from disclosure.build.guests import Guest, ReportGuests
from disclosure.build.options import BuildOptions
from disclosure.build.previous import SITE, PreviousBuild, recall
from disclosure.build.site_content import SiteContent, read_site
from disclosure.cache import git_history, working_tree
from disclosure.cache.git_history import GitHistory
from disclosure.cache.groups import FileGroup
from disclosure.cache.published import PublishedSite
from disclosure.cache.snapshot import Snapshot, store_of
from disclosure.cache.store import Store
from disclosure.cache.told import OutcomeSources, ToldRef
from disclosure.cache.working_tree import WorkingTree
from disclosure.catalog.common_content import CommonContent
from disclosure.checks import districts
from disclosure.downloads.images import asked
from disclosure.downloads.images.fonts import FontFile
from disclosure.grouping import grouped
from disclosure.pages import card, plan
from disclosure.pages.chrome import Frame, Frames, KnownReport
from disclosure.problem import Problem, errors
from disclosure.project import Project
from disclosure.publishing import publish
from disclosure.publishing.staging import Staging
from disclosure.search import files as search
from disclosure.source.cross_references import CrossReferences
from disclosure.theme import theme as theming
from disclosure.theme.layers import layers
from disclosure.theme.theme import Theme

YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")


class Inputs(Struct, frozen=True, dict=True, kw_only=True):
    """What is known before any report is built. ``reports`` are the folders that hold one, by key.

    ``previous`` is what the last build left, nothing where it may not be trusted; ``published`` the site as it stands;
    ``cross_references``, by report, its files that speak of others; ``guests`` the files of others that speak of it;
    ``font`` draws the images of pages, None where there are none.
    """

    snapshot: Snapshot
    options: BuildOptions
    store: Store
    previous: PreviousBuild
    published: PublishedSite
    history: GitHistory
    tree: WorkingTree
    site: SiteContent
    theme: Theme
    frames: Frames
    known: tuple[KnownReport, ...]
    font: FontFile | None
    problems: tuple[Problem, ...]
    cross_references: Mapping[str, CrossReferences]
    guests: Mapping[str, ReportGuests]

    @property
    def project(self) -> Project:
        return self.snapshot.project

    @property
    def common(self) -> CommonContent:
        return self.site.common

    @cached_property
    def reports(self) -> Mapping[str, FileGroup]:
        return {key: group for key, group in self.snapshot.groups.items() if key}

    @cached_property
    def staging(self) -> Staging:
        return self.published.staging(self.project.site)

    @property
    def frame(self) -> Frame:
        """Around the pages of the whole site."""
        return self.frames.site

    @cached_property
    def theme_digest(self) -> str:
        """Of templates and navigation."""
        return theming.theme_digest(self.theme, self.frame)

    @cached_property
    def theme_digests(self) -> Mapping[str, str]:
        """Of templates and the navigation of each district, by name."""
        return {name: theming.theme_digest(self.theme, frame) for name, frame in self.frames.districts.items()}

    def theme_digest_of(self, key: str) -> str:
        """Of templates and the navigation around a report's pages."""
        return self.theme_digests.get(self.frames.of.get(key, ""), self.theme_digest)

    @property
    def shown_first(self) -> bool:
        """Whether somebody looks at the reports' pages, and shall not wait for what nobody sees."""
        return self.options.reports_published is not None and self.store.holds(SITE)

    @property
    def site_stands(self) -> bool:
        """Whether nobody has touched any file of the whole site since the last build."""
        return self.previous.site.output == self.published.digests.get("")

    @cached_property
    def large(self) -> bool:
        """Whether the search's index comes in many files."""
        return sum(group.size for group in self.reports.values()) > search.LARGE

    @cached_property
    def unreadable(self) -> frozenset[str]:
        """Files of the whole site that could not be read: what refers to them is uncertain."""
        return frozenset(one.place.path for one in errors(self.site.raw.problems))

    @cached_property
    def says_of(self) -> Mapping[str, str]:
        """What files outside a report say of it, as text to be compared: the facts that cross reports.

        Indicators, the grounds of answers, corrections, requests and what is retired do, results of later reports that
        answer a promise, and updates on promises of two reports. Whatever else comes to speak of a report from
        elsewhere is added here, and the report is built again where it changed.
        """
        said = ((key, one.digest) for key, one in self.guests.items())
        found = grouped(chain(self.site.says_of.items(), said))
        return {report: "\n".join(texts) for report, texts in found.items()}

    @cached_property
    def named(self) -> str:
        """A digest of what reports show of entities. Which of them a report names is known only to who reads it."""
        shown = repr([(one.id, one.names, one.kind, one.excluded) for one in self.common.entities])
        return hashlib.sha256(shown.encode()).hexdigest()

    @cached_property
    def districts(self) -> Mapping[str, str]:
        """What ``districts.yml`` says of the district of each report, by report; an empty text where it names none."""
        by_name = {one.name: repr(one) for one in self.common.districts}
        listed = {one.key: by_name.get(one.district, "") for one in self.known}
        return listed if by_name else {}

    def told(self, key: str) -> ToldRef:
        """Where what became of a report's records is told."""
        return told.ref(self.history, self.tree, key, self.snapshot.today)

    def outcome_sources(self, key: str) -> OutcomeSources:
        """What the outcomes of a report's promises are followed through."""
        # The promises of others that it speaks of have no say in its own
        names = tuple(one.listed.name for one in self.guests_of(key) if one.is_whole)
        return told.sources(self.project, self.history, self.tree, key, names)

    def guests_of(self, key: str) -> tuple[Guest, ...]:
        """The files of others that speak of a report."""
        found = self.guests.get(key)
        return found.files if found else ()

    def surroundings(self, key: str) -> str:
        """A digest of everything but its own files, templates and navigation that has a say in a report."""
        return self._surroundings(key, self.told(key))

    def anywhere(self, key: str) -> str:
        """The same with templates and navigation, as it is wherever the project and its cache lie: what objects are
        called differs, what they say does not."""
        told = self.told(key)
        kept = hashlib.sha256(self.store.get(told.kept) or b"").hexdigest()
        return theming.digest(self._surroundings(key, replace(told, kept=kept)), self.theme_digest_of(key))

    def _surroundings(self, key: str, told: ToldRef) -> str:
        parts = [
            self.says_of.get(key),
            self.named,
            self.districts.get(key),
            self.history.days.get(key),
            self.large,
            told,
        ]
        text = "\0".join([theming.program_digest(), self.theme.language, self.site.settings, *map(repr, parts)])
        return hashlib.sha256(text.encode()).hexdigest()


def scan(snapshot: Snapshot, options: BuildOptions, last: PreviousBuild | None = None) -> Inputs:
    """``last`` is what the last build of this process knows, where nobody else writes to the target."""
    project = snapshot.project
    store = store_of(project)
    with publish.disk():
        store.clear_the_way()
    trusted = not options.verify and not publish.marker_of(project.cache, project.site).exists()
    previous = (last or recall(store)) if trusted else PreviousBuild()
    history = git_history.read(snapshot, store, previous.history, verify=options.verify)
    tree = working_tree.look(snapshot, history, store, previous.tree)
    return _inputs(snapshot, options, _Around(store=store, previous=previous, history=history, tree=tree))


def of_other_content(inputs: Inputs, snapshot: Snapshot) -> Inputs:
    """What there is to build of other content, on the same day, by the same program, and with what git knows now: only
    the content makes a difference."""
    tree = WorkingTree(told=inputs.tree.told)
    around = _Around(store=inputs.store, previous=inputs.previous, history=inputs.history, tree=tree)
    return _inputs(snapshot, inputs.options, around)


class _Around(Struct, frozen=True, kw_only=True):
    """What is known beside the content."""

    store: Store
    previous: PreviousBuild
    history: GitHistory
    tree: WorkingTree


def _inputs(snapshot: Snapshot, options: BuildOptions, around: _Around) -> Inputs:
    project, previous, history = snapshot.project, around.previous, around.history
    site = read_site(snapshot, history, around.tree, around.store, previous.content)
    translation.use(site.common.site.language)
    reports = {key: group for key, group in snapshot.groups.items() if key}
    found = guests.mentioned(project.root, reports, previous.stands)
    known = _known(project, reports, previous)
    font = asked.font(site.common.site, project.root)
    return Inputs(
        snapshot=snapshot,
        options=options,
        store=around.store,
        previous=previous,
        published=previous.published or snapshot.output,
        history=history,
        tree=around.tree,
        site=site,
        theme=theming.theme(layers(project), site.common.site.language),
        frames=plan.frames(site.catalog, known, asked.made(site.common.site, font)),
        known=known,
        font=font,
        problems=(
            *site.problems,
            *scanned_problems.of_history(snapshot, history, around.tree, options),
            *scanned_problems.of_reports(site, reports),
            *districts.check_several(site.catalog, (one.district for one in known), project.folder),
        ),
        cross_references=found,
        guests=guests.guests(project.root, reports, guests.Speaking(found, site.stated), previous.guests),
    )


def _known(project: Project, reports: Mapping[str, FileGroup], previous: PreviousBuild) -> tuple[KnownReport, ...]:
    """What the frame leads to, newest report first: known before any is built, from files and front matter."""
    found = (_report(project, key, group, previous) for key, group in reports.items() if group.is_report)
    return tuple(sorted(found, key=lambda one: card.rank(one.year, one.key), reverse=True))


def _report(project: Project, key: str, group: FileGroup, previous: PreviousBuild) -> KnownReport:
    """A file of promises or results holds at least one (``source.register``), so their being there is enough."""
    stands = previous.stands(key, group)
    if stands is not None:
        return stands.summary.card.known
    head = report_head.values(project, key, group.listed)
    year, district = head.get("year"), head.get("district")
    folders = {one.name.split("/")[2] for one in group.listed if one.name.startswith("reports/")}
    return KnownReport(
        key=key,
        year=int(year) if isinstance(year, str) and YEAR.fullmatch(year) else 0,
        district=district if isinstance(district, str) else "",
        commitments="commitments" in folders,
        results="results" in folders,
        documents="documents.yml" in folders,
        updates=any(one.name.startswith("updates/") for one in group.listed),
    )
