"""A build under way. Reports that did not change are neither read nor rendered.

What a build does is decided by digests: of each report's files, of what is around them (templates, program, settings,
words, indicators, navigation, the day, what git knows) and of what it published. Deleting the cache changes nothing
but time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TypeVar
from weakref import proxy

from msgspec.structs import replace

from disclosure.build import inputs as gather
from disclosure.build import previous as memory
from disclosure.build import site_files as lay
from disclosure.build import site_plan as site
from disclosure.build import workers as crew
from disclosure.build.options import BuildOptions
from disclosure.build.previous import WHOLE, BuildOutcome, PreviousBuild, recall
from disclosure.build.report import ReportContext
from disclosure.build.site_files import Narratives, SiteContext
from disclosure.build.site_plan import SitePlan
from disclosure.build.workers import Orders, ReportBuild, ReportTask
from disclosure.cache import git_history as past
from disclosure.cache import published as output
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.store import ArtifactRefs, CacheMiss, InputDigests, ReportState, SiteState, Store
from disclosure.cache.summary import LinkTargets, ReportSummary
from disclosure.catalog import join
from disclosure.catalog.catalog import Catalog
from disclosure.memo import Memo
from disclosure.pages import chrome
from disclosure.pages.card import Card
from disclosure.pages.chrome import Frame, Newest
from disclosure.pages.topics import TopicPart
from disclosure.problem import Problem, errors, in_order
from disclosure.publishing import publish
from disclosure.publishing.publish import PublicationCounts
from disclosure.publishing.staging import Staging
from disclosure.source import content, reading
from disclosure.source.content import ParseCache
from disclosure.theme import theme as rendering

T = TypeVar("T")


class Building:
    """``prepare`` finds out what is wrong and makes the reports; ``finish`` makes the rest and publishes."""

    site: SitePlan
    frame: Frame
    is_shown = False

    def __init__(self, seen: Snapshot, how: BuildOptions, memory: PreviousBuild | None = None) -> None:
        self.seen, self.how = seen, how
        self.project = project = seen.project
        self.store = Store(project.cache / publish.name_of(project.site))
        trusted = not how.verify and not publish.marker_of(project.cache, project.site).exists()
        known = (memory or recall(self.store)) if trusted else PreviousBuild()
        self.whole, self.kept = known.whole, known.kept
        self.output = known.output or seen.output
        self.desk = Staging(project.site, self.output.links)
        self.past = past.past(project, seen.head, self.store, known.past)
        self.gathered = gather.gather(seen, self.past, self.store, how.rendered(), known.own)
        # What was made of other things of the whole site is of no use
        self.memo = known.memo if self.gathered.own is known.own else Memo()
        self.theme = rendering.theme(project.templates, self.gathered.common.site.language)
        self.done: dict[str, ReportBuild] = {}

    def prepare(self, *, render: bool = True, targets: bool = False) -> tuple[Problem, ...]:
        """Read, check and render what changed; every problem, in order. ``targets``: say how each was understood."""
        problems = [*self.gathered.problems, *past.problems(self.project, self.past)]
        problems += site.check(self.gathered, self.past.paths)
        # Where the site's own files are wrong nothing will be published, and the reports are only checked
        render = render and not errors(problems)
        newest = gather.guess(self.project, self.gathered.groups, self.whole.newest)
        self._make(newest, render=render, targets=targets)
        problems += self._told()
        made = self.made()
        if len(made) == len(self.gathered.groups):
            if render and not errors(problems) and self._is_certain(made):
                self._show()
            commit = "" if self.how.preview else past.commit(self.project, self.past)
            # The address book must not lead back to us: in a circle, only the collector could free either
            reach = partial(Building.reach, proxy(self))
            self.site = site.plan_site(self.gathered, commit, made, reach, self.topics)
            problems += self._follow()
            if render and not errors(problems) and self.site.frame != self.frame:
                # The navigation turned out other than it was thought
                self._make(self.site.newest, render=True, targets=targets)
        return in_order(problems)

    def _is_certain(self, made: list[ReportSummary]) -> bool:
        """Whether planning the rest of the site can find nothing wrong: links lead where they did when all was right,
        and the navigation is as it was thought."""
        newest = site.cards_of(made)[0].newest if made else None
        return self._has_followed() and chrome.frame(self.gathered.own.catalog, newest) == self.frame

    def read(self, one: Card) -> Catalog:
        """A report's catalogue, read once more: a build keeps none."""
        sources, _problems = reading.read(self.project.root, self.gathered.groups[one.key].listed)
        return join.join(content.read(sources, ParseCache()), self.gathered.common)[0]

    def reach(self, key: str) -> LinkTargets:
        """Where links lead in a report."""
        done = self.done.get(key)
        return done.reach if done and done.reach else self._object(key, "reach", LinkTargets)

    def topics(self, key: str) -> tuple[TopicPart, ...]:
        """What a report holds on each topic."""
        done = self.done.get(key)
        return done.topics if done and done.topics else self._object(key, "topics", tuple[TopicPart, ...])

    def _object(self, key: str, name: str, shape: type[T]) -> T:
        left = self._left(key)
        found = self.store.get_value(getattr(left, name), shape) if left else None
        if found is None:
            raise CacheMiss(key)
        return found

    def _follow(self) -> list[Problem]:
        """What is wrong with links of prose and aliases; nothing where all is as it was when they were right."""
        if self._has_followed():
            return []
        return site.check_whole(self.site, [self.reach(key) for key in self.gathered.groups])

    def _has_followed(self) -> bool:
        followed = self.followed()
        return bool(followed) and followed == self.whole.followed

    def followed(self) -> str:
        """A digest of everything that links of prose, and aliases, may lead to; empty where it is not all kept."""
        return site.followed(self.gathered.own, self.basis, {key: self._reached(key) for key in self.gathered.groups})

    def _reached(self, key: str) -> str:
        done, kept = self.done.get(key), self.kept.get(key)
        return done.reached if done is not None else kept.objects.reach if kept is not None else ""

    def _left(self, key: str) -> ArtifactRefs | None:
        """The objects of a report as it stands now."""
        done = self.done.get(key)
        return done.objects if done is not None else self.kept[key].objects if key in self.kept else None

    def _told(self) -> Iterator[Problem]:
        for key in self.gathered.groups:
            yield from self.done[key].problems if key in self.done else self.kept[key].made.notices

    def made(self) -> list[ReportSummary]:
        """The reports that could be read."""
        found = (self.done[key].made if key in self.done else self.kept[key].made for key in self.gathered.groups)
        return [one for one in found if one is not None]

    def _make(self, newest: Newest | None, *, render: bool, targets: bool) -> None:
        self.frame = chrome.frame(self.gathered.own.catalog, newest)
        self.basis = rendering.theme_digest(self.theme, self.frame) if render else ""
        work = ReportContext(
            common=self.gathered.common,
            frame=self.frame,
            theme=self.theme if render else None,
            basis=self.basis,
            desk=self.desk,
            earlier=self.past.first,
            ever=self.past.paths,
            large=self.gathered.large,
            spoilt=self.gathered.spoilt,
            targets=targets,
            rendered=self.how.rendered(),
        )
        tasks = [self._task(key) for key in self.gathered.groups if not (render and self._is_current(key))]
        later = self.how.shown is not None and len(tasks) == 1
        orders = Orders(root=self.project.root, settled=self.seen.settled, store=self.store, work=work, later=later)
        for n, done in enumerate(crew.run(tasks, orders, self.how.workers)):
            self.how.progress("render", n, len(tasks))
            self.done[done.key] = done

    def _task(self, key: str) -> ReportTask:
        # What was made a moment ago for another navigation is as good a start as what the last run left
        kept = self.kept.get(key)
        repainted = kept is not None and key not in self.done and self.basis not in ("", kept.seen.basis)
        stands = kept if repainted and self._stands(key) else None
        return ReportTask(key, self.gathered.groups[key].listed, self._left(key), stands)

    def _is_current(self, key: str) -> bool:
        """Whether a report is what the last run made of the same, and its output still stands."""
        return key in self.kept and self.kept[key].seen.basis == self.basis and self._stands(key)

    def _stands(self, key: str) -> bool:
        """Whether a report is, but for templates and navigation, what the last run made of the same."""
        kept, group = self.kept.get(key), self.gathered.groups[key]
        if kept is None or (kept.seen.around, kept.seen.output) != (self._around(key), self.output.digests.get(key)):
            return False
        if group.seen and group.seen == kept.seen.listed:
            return True
        sources, problems = reading.read(self.project.root, group.listed, self.seen.settled)
        return not problems and reading.digest_of(sources) == kept.seen.content

    def _around(self, key: str) -> str:
        return self.gathered.around(key, self.past, self.theme.language)

    def finish(self, bodies: Narratives) -> BuildOutcome:
        """Everything that no report makes alone, and the publication."""
        self._show()
        self._leave()
        reports = tuple(self._kept_now(one.key) for one in self.site.cards)
        stands, spare = self.whole.output == self.output.digests.get(""), self.how.workers != 1
        large, reach = self.gathered.large, self.reach
        ground = f"{self.gathered.own.said} {self.past.head} {self.site.catalog.commit} {self.basis}"
        last, desk, store = self.whole, self.desk, self.store
        table = SiteContext(
            site=self.site,
            theme=self.theme,
            reports=reports,
            last=last,
            desk=desk,
            store=store,
            large=large,
            reach=reach,
            ground=ground,
            stands=stands,
            spare=spare,
        )
        laid = lay.lay(table, bodies)
        keys = tuple(one.made.key for one in reports)
        tally = sum((one.tally for one in self.done.values()), laid.tally)
        digests = {one.made.key: one.seen.output for one in reports} | {"": crew.output_of(laid.after.files)}
        left = output.left(self.output, digests, lambda key: self.reach(key).anchors if key else laid.after.files)
        whole = SiteState(
            newest=self.site.newest,
            before=laid.after,
            reports=keys,
            planned=laid.planned,
            asked=laid.asked,
            followed=self.followed(),
            audited=laid.audited,
            output=left.digests[""],
        )
        stray = sorted(self.output.but_for(left))
        self.how.progress("publish", 0, tally.staged)
        save = partial(memory.save, self.store, self.kept, reports, whole, self.gathered.own, self.past)
        publish.publish(self.project.cache, self.project.site, stray, save, recorded=self.store.has(WHOLE))
        files = len(laid.after.files) + sum(one.made.files for one in reports)
        kept = {one.made.key: one for one in reports}
        return BuildOutcome(
            laid.tally.pages + sum(one.made.pages for one in reports),
            tally.rendered,
            PublicationCounts(tally.staged, len(stray), files - tally.staged),
            PreviousBuild(
                whole=whole, kept=kept, output=left, past=self.past, own=self.gathered.own, memo=self.memo.after()
            ),
        )

    def _show(self) -> None:
        """In a preview, publish the reports' pages at once: who looks at one need not wait for the whole site."""
        if self.how.shown is not None and not self.is_shown and self.store.has(WHOLE):
            publish.advance(self.project.cache, self.project.site)
            self.desk = Staging(self.project.site, self.output.links)
            self.how.shown()
            self.is_shown = True

    def _leave(self) -> None:
        """What has waited until the pages are shown."""
        for key, done in self.done.items():
            if done.leave is not None:
                self.done[key] = replace(done, objects=done.leave(), leave=None)

    def _kept_now(self, key: str) -> ReportState:
        """A report as this run leaves it."""
        done, group = self.done.get(key), self.gathered.groups[key]
        if done is None or done.made is None or done.objects is None:
            kept = self.kept[key]
            seen = replace(kept.seen, listed=group.seen)
            return kept if seen == kept.seen else replace(kept, seen=seen)
        seen = InputDigests(
            listed=group.seen, content=done.content, around=self._around(key), basis=self.basis, output=done.output
        )
        return ReportState(seen, done.made, done.objects)
