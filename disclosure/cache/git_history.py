"""What git knows of the content: read once for each commit, and remembered up to there."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from disclosure.cache import told
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.store import CacheMiss, Store
from disclosure.cache.told import ToldLine
from disclosure.history import facts, segments
from disclosure.history.changes import NEVER
from disclosure.history.file_lines import FileLines
from disclosure.history.line import LineState, Step, advance, beginning, walk
from disclosure.history.parents import line
from disclosure.history.segments import Segment
from disclosure.history.telling import Teller
from disclosure.history.versions import Versions
from disclosure.project import Project
from disclosure.source import files, git, yaml
from disclosure.source.git import HEAD, Repository
from disclosure.source.git_process import GitTrouble, Reason
from disclosure.source.yaml import Written
from disclosure.theme import theme as theming

NAME = "history.json"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
COMMIT = re.compile(rb"^\s*([0-9a-f]{40,64})\b", re.M)


class LineSettings(Struct, frozen=True):
    """What ``site.yml`` says of the line: the branch that is published, and where the line begins (or nothing)."""

    branch: str = ""
    since: str = ""


class GitHistory(Struct, frozen=True, dict=True, kw_only=True):
    """What is known at one commit.

    ``head`` is the commit that is checked out, ``tip`` the last one of it that is published, on ``branch`` by its short
    name; ``line`` what the rule found up to there, ``times`` when each content file was last changed up to ``head``
    (seconds), by its path from the content folder. Where git does not answer, there is ``trouble``, with what it
    ``said``, and nothing is known. ``told`` is what became of records on the line.
    ``asked`` is a digest of what was asked.
    """

    asked: str = ""
    folder: str = ""
    head: str = ""
    tip: str = ""
    since: str = ""
    branch: str = ""
    is_published: bool = True
    line: LineState = field(default_factory=LineState)
    times: dict[str, int] = field(default_factory=dict)
    told: ToldLine = field(default_factory=ToldLine)
    trouble: Reason | None = None
    said: str = ""

    @cached_property
    def changed(self) -> Mapping[str, datetime]:
        """When each content file was last changed, by its path from the project's root."""
        return {f"{self.folder}/{path}": git.moment(seconds) for path, seconds in self.times.items()}

    @cached_property
    def days(self) -> Mapping[str, str]:
        """A digest, by report, of the days on which its files were changed."""
        found: dict[str, list[str]] = {}
        for path, seconds in self.times.items():
            found.setdefault(files.owner(path), []).append(f"{path}\0{git.moment(seconds).date()}\n")
        return {key: hashlib.sha256(os.fsencode("".join(sorted(rows)))).hexdigest() for key, rows in found.items()}


def read(seen: Snapshot, store: Store, last: GitHistory | None = None, *, verify: bool = False) -> GitHistory:
    """What is known or remembered of what is checked out, else what git says. ``verify``: nothing may be damaged."""
    project, heads = seen.project, seen.heads
    settings, ignored = _today(line_settings(project), seen.today), _ignored(project.root)
    rule = hashlib.sha256(f"{theming.program_digest()}\0{settings}\0{sorted(ignored)}".encode()).hexdigest()
    asked = hashlib.sha256(f"{rule}\0{heads}".encode()).hexdigest()
    if heads and last is not None and last.asked == asked:
        return last
    remembered = store.read(NAME, Remembered) if heads else None
    if remembered is not None and not _serves(remembered, rule, store, verify=verify):
        remembered = None
    if remembered is not None and remembered.history.asked == asked:
        return remembered.history
    try:
        found = _read_on(project, store, settings, ignored, remembered)
    except GitTrouble as trouble:
        return GitHistory(trouble=trouble.reason, said=trouble.said)
    history = replace(found, asked=asked)
    store.remember(NAME, Remembered(rule, history))
    return history


def _serves(remembered: Remembered, rule: str, store: Store, *, verify: bool) -> bool:
    return remembered.rule == rule and remembered.history.told.are_kept(store, verify=verify)


def _read_on(
    project: Project, store: Store, settings: LineSettings, ignored: frozenset[str], before: Remembered | None
) -> GitHistory:
    """On from what was remembered; from the beginning where that is no longer in the repository, or in the cache."""
    last = before.history if before is not None else GitHistory()
    try:
        return _read(project, store, settings, ignored, last)
    except (GitTrouble, CacheMiss):
        if before is None:
            raise
        return _read(project, store, settings, ignored, GitHistory())


class Remembered(Struct, frozen=True):
    """A history in the cache, and a digest of the rule that it was read by."""

    rule: str
    history: GitHistory


def _settings(project: Project) -> str:
    try:
        return files.bytes_of(f"{project.content}/site.yml").decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def written_settings(project: Project) -> Written:
    """The settings with their places, for saying which line is wrong."""
    return Written(f"{project.folder}/site.yml", _settings(project))


def line_settings(project: Project) -> LineSettings:
    """Read before anything else is: what cannot be read says nothing here, and is told by the reading."""
    raw, _problems = yaml.read(_settings(project), "site.yml")
    values = raw if isinstance(raw, dict) else {}
    branch, since = values.get("published_branch", ""), values.get("published_since", "")
    return LineSettings(str(branch).strip(), str(since).strip())


def _today(settings: LineSettings, today: date) -> LineSettings:
    """A line that begins on a day to come has not begun: what is drafted until then may change as it likes."""
    is_to_come = DAY.fullmatch(settings.since) and settings.since > today.isoformat()
    return replace(settings, since=NEVER) if is_to_come else settings


def _ignored(root: Path) -> frozenset[str]:
    try:
        data = files.bytes_of(f"{root}/{git.IGNORE_REVS}")
    except OSError:
        return frozenset()
    return frozenset(one.decode() for one in COMMIT.findall(data))


def _read(
    project: Project, store: Store, settings: LineSettings, ignored: frozenset[str], last: GitHistory
) -> GitHistory:
    repository = git.open_repository(project.content)
    named = repository.commits_named([HEAD, *_branches(settings.branch), settings.since])
    head = named.get(HEAD, "")
    if not head or not repository.files(head):
        raise GitTrouble(Reason.UNKNOWN_FILES)
    branch = next((name for name in _branches(settings.branch) if name in named), HEAD)
    if settings.branch and branch == HEAD:
        raise GitTrouble(Reason.NO_BRANCH, settings.branch)
    folder = project.folder
    published = branch.removeprefix("refs/remotes/").removeprefix("refs/heads/")
    dated = _segment(repository, head, last.head, published)
    times = segments.changed(last.times if dated.base else {}, dated, ignored)
    versions = Versions(repository)
    if settings.since == NEVER:
        state = last.line if dated.base and not last.is_published else LineState()
        walked = walk(state, segments.only(dated, facts.tells_of_line), versions)
        known = GitHistory(folder=folder, head=head, tip=head, branch=published)
        return replace(known, is_published=False, line=walked, times=times)
    tip = _published(repository, head, named.get(branch, head))
    since = _since(repository, settings.since, named, tip, published)
    # Where the line begins otherwise than it did, on from its beginning
    known = last if last.since == since and last.is_published else GitHistory(tip=since)
    judged = dated
    if tip != head or since or known.tip != last.head:
        judged = _segment(repository, tip, known.tip, published, least=since)
    if not known.head or judged.base != known.tip:
        known = _beginning(repository, store, judged, versions)
    teller, lines = Teller(known.told.state, versions), FileLines(known.told.reached)

    def each(step: Step) -> None:
        teller.tell(step)
        lines.add(step)

    walked = walk(known.line, segments.steps(repository, judged, published), versions, each)
    return GitHistory(
        folder=folder,
        head=head,
        tip=tip,
        since=since,
        branch=published,
        line=walked,
        times=times,
        told=told.add(store, known.told, teller, lines),
    )


def _beginning(repository: Repository, store: Store, line: Segment, versions: Versions) -> GitHistory:
    """What is known where a line begins."""
    first = repository.commit(line.base) if line.base else line.commits[0]
    files = repository.files(line.base) if line.base else {}
    return GitHistory(line=beginning(files, versions), told=told.beginning(store, first.moment.date(), files))


def since(project: Project, history: GitHistory, commit: str) -> LineState | None:
    """What was changed in silence after a commit, wherever the line begins; ``None`` where no history holds it."""
    repository = git.open_repository(project.content)
    if commit not in repository.commits_named([commit]) or not repository.is_ancestor(commit, history.head):
        return None
    versions = Versions(repository)
    state = beginning(repository.files(commit), versions)
    found = segments.segment(repository, history.head, commit, history.branch)
    if segments.continues(found, history.branch):
        return walk(state, segments.steps(repository, found, history.branch), versions)
    # It was merged as a side: held against what was made of it
    head = repository.commit(history.head)
    (changed,) = repository.changes([(repository.commit(commit).tree, head.tree)])
    step = Step(changes=changed, files=lambda: repository.files(head.id), commit=head.id, time=head.time)
    return advance(state, step, versions)


def _branches(named: str) -> tuple[str, ...]:
    if not named:
        return git.PUBLISHED
    return (f"refs/remotes/{named}", f"refs/remotes/origin/{named}", f"refs/heads/{named}", named)


def _published(repository: Repository, head: str, branch: str) -> str:
    """The last published commit that ``head`` is made of; ``head`` itself where it shares none with the branch."""
    bases = [head] if head == branch else repository.merge_bases(head, branch)
    return bases[0] if bases else head


def _since(repository: Repository, since: str, named: Mapping[str, str], tip: str, published: str) -> str:
    """The commit that the line begins with; empty: the first one."""
    if not since:
        return ""
    if DAY.fullmatch(since):
        known = {one.id: one for one in repository.commits([tip])}
        return segments.from_day(line(known, tip, published), since)
    found = named.get(since, "")
    if not found or not repository.is_ancestor(found, tip):
        raise GitTrouble(Reason.NO_BEGINNING, since)
    return found


def _segment(repository: Repository, tip: str, base: str, published: str, least: str = "") -> Segment:
    """The line from ``base`` on where it goes on from there, else all of it, from ``least`` on."""
    if base and base != least and not repository.is_ancestor(base, tip):
        base = least
    found = segments.segment(repository, tip, base, published)
    if base != least and not segments.continues(found, published):
        found = segments.segment(repository, tip, least, published)
    return found
