"""What belongs to the whole site and not to one report: read and joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from disclosure import translation
from disclosure.build import said_of_reports, told
from disclosure.build.certain import certain
from disclosure.build.said_of_reports import StatedFigure
from disclosure.cache import state
from disclosure.cache import told as told_changes
from disclosure.cache.git_history import GitHistory
from disclosure.cache.groups import FileGroup
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.store import Store
from disclosure.cache.told import ToldRef
from disclosure.cache.working_tree import WorkingTree
from disclosure.catalog import join
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.common_content import CommonContent
from disclosure.checks import run as checks
from disclosure.problem import Problem, errors
from disclosure.source import content, reading
from disclosure.source.content import ParseCache, RawContent
from disclosure.source.files import SourceFile
from disclosure.theme import theme as theming

# What was made of the texts of the whole site
PARSE_CACHE = "site-texts.json"
# Of these each report is told what it shows of them (``Inputs.surroundings``), if anything
ASIDE = (
    *("districts.yml", "measures.yml", "indicators/", "entities/", "questions.yml", "search/queries"),
    "federation.yml",
)


class SiteContent(Struct, frozen=True, dict=True, kw_only=True):
    """The site's own files, as read from ``group`` with git's ``history``, and where what became of them is ``told``.

    ``settings`` is a digest of what all reports are read with, ``digest`` of all that belongs to the whole site;
    ``problems`` are all that is wrong with it, links left out; ``parse_cache`` is what the next build need not parse.
    """

    group: FileGroup
    history: GitHistory
    told: ToldRef
    raw: RawContent
    common: CommonContent
    catalog: Catalog
    settings: str
    digest: str
    parse_cache: ParseCache
    problems: tuple[Problem, ...]

    @cached_property
    def says_of(self) -> Mapping[str, str]:
        """By report that these files speak of, a digest of what they say."""
        return said_of_reports.digests(self.common)

    @cached_property
    def stated(self) -> tuple[StatedFigure, ...]:
        """Figures of reports that indicators set beside targets of others."""
        return said_of_reports.stated(one.value for one in self.common.indicators)

    def stands(self, snapshot: Snapshot, history: GitHistory, told: ToldRef) -> bool:
        """Whether it would be read as it was. Of a file too young to prove anything nothing is known."""
        group = snapshot.groups.get("")
        unchanged = group is not None and bool(group.seen) and group == self.group
        same_day = snapshot.today == self.common.today
        same_history = history == self.history and told == self.told
        return unchanged and same_day and not snapshot.problems and same_history


def read_site(
    snapshot: Snapshot, history: GitHistory, tree: WorkingTree, store: Store, last: SiteContent | None
) -> SiteContent:
    """``last`` is what a build of this process has read."""
    ref = told.ref(history, tree, "", snapshot.today)
    stands = last is not None and last.stands(snapshot, history, ref)
    return last if last is not None and stands else _read(snapshot, history, ref, store)


def _read(snapshot: Snapshot, history: GitHistory, ref: ToldRef, store: Store) -> SiteContent:
    group, project = snapshot.groups.get("", FileGroup()), snapshot.project
    sources, unreadable = reading.read(project.root, group.listed)
    parsed = state.parse_cache(store.read(PARSE_CACHE, ParseCache), theming.program_digest())
    raw = content.read(sources, parsed)
    raw.problems += [*snapshot.problems, *unreadable]
    raw.problems += content.missing_site(raw, project.folder)
    if raw.site is not None:
        translation.use(raw.site.language)
    # A commit from the future is told, and says nothing of when a file changed
    changed = {path: moment for path, moment in history.changed.items() if moment.date() <= snapshot.today}
    common, problems = join.common(raw, snapshot.today, changed, "")
    catalog, unresolved = join.join(raw, common, changes=told_changes.read(store, ref))
    settings = _settings(sources, snapshot.today)
    return SiteContent(
        group=group,
        history=history,
        told=ref,
        raw=raw,
        common=common,
        catalog=catalog,
        settings=settings,
        digest=theming.digest(settings, reading.digest_of(sources), ref),
        parse_cache=parsed.of(raw),
        problems=(*raw.problems, *problems, *_wrong(raw, catalog, unresolved)),
    )


def _wrong(raw: RawContent, catalog: Catalog, unresolved: Iterable[Problem]) -> Iterable[Problem]:
    """What is wrong with the catalogue, its links left out."""
    if errors(raw.problems):
        return certain(raw, frozenset(), catalog, unresolved)
    return (*unresolved, *checks.whole(catalog))


def _settings(sources: Iterable[SourceFile], today: date) -> str:
    """The site's settings, words, rubric and attachments, and the day. ``ASIDE`` have a say of their own."""
    shared = [one for one in sources if not one.name.endswith(".md") and not one.name.startswith(ASIDE)]
    return theming.digest(today, reading.digest_of(shared))
