"""What a promise's outcome was on a day: today's rule and words over the content as it was published then."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Set
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import join
from disclosure.catalog.common_content import CommonContent
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import FollowUp
from disclosure.catalog.outcome import conclusion
from disclosure.history import facts
from disclosure.history.fact import Fact
from disclosure.model.vocabulary import FormerNameRecord, WordRecord
from disclosure.source import content, files
from disclosure.source.content import ParseCache, RawContent, RawReport
from disclosure.source.files import SourceFile
from disclosure.source.git import Repository
from disclosure.source.register import Located

PROMISE = re.compile(rb"(?<![A-Za-z0-9])c[0-9]{3,6}(?![0-9A-Za-z])")
RESULT = re.compile(rb"(?<![A-Za-z0-9])r[0-9]{3,6}(?![0-9A-Za-z])")
ONE_DAY = timedelta(days=1)


class Became(Struct, frozen=True):
    """The id of a promise's outcome, and the last days (ISO) of its term and of those of its targets."""

    outcome: str
    terms: tuple[str, ...]


def terms(commitment: Commitment, follow: FollowUp) -> tuple[str, ...]:
    days = {commitment.deadline, *(one.aim.due for one in follow.rulings)}
    return tuple(sorted(day.isoformat() for day in days))


class Then:
    """The content of a report ``key`` as it was: ``blobs`` by path, read from git as far as they are wanted.

    ``shared`` is what all reports share today; of it words, rubric and rule count, for the rest there are files.
    ``former`` are labels that no word has today, with the ids of the words that had them, by vocabulary.
    """

    def __init__(
        self, key: str, repository: Repository, shared: CommonContent, former: Mapping[str, Mapping[str, str]]
    ) -> None:
        self.blobs: dict[str, str] = {}
        self._key, self._repository = key, repository
        self._shared = shared
        self._words = list(_words(shared, former))
        self._data: dict[str, bytes] = {"": b""}
        self._values = ParseCache()
        self._text: tuple[str, RawReport | None] = ("", None)

    def fetch(self, blobs: Iterable[str]) -> None:
        """The bytes of many blobs at once."""
        self._data |= self._repository.objects(blob for blob in blobs if blob not in self._data)

    def touched(self, path: str, was: str, now: str) -> frozenset[str] | None:
        """The promises that a file, when it changed, can have had a say in; ``None`` for any."""
        texts = [self._data[was], self._data[now]]
        own = files.owner(path) == self._key
        if path.endswith("places.yml") or (own and not path.startswith("updates/") and "/commitments/" not in path):
            return None
        if not own and not any(self._key.encode() in text for text in texts):
            return frozenset()
        if "/results/" in path or path.endswith("/report.md"):
            return None
        if own and "/commitments/" in path:
            return _otherwise(path, *texts)
        return frozenset(id.decode() for text in texts for id in PROMISE.findall(text))

    def promises(self) -> frozenset[str]:
        """All that the files name as they stand now."""
        self.fetch(self.blobs.values())
        mine = (path for path in self.blobs if path.startswith(f"reports/{self._key}/commitments/"))
        return frozenset(id.decode() for path in mine for id in PROMISE.findall(self._bytes(path)))

    def on(self, day: str, promises: Collection[str]) -> dict[str, Became]:
        """The outcomes of these promises with the files as they stand now."""
        self.fetch(self.blobs.values())
        own, site, guests = self._chosen({id.encode() for id in promises})
        raw = self._read(own)
        raw.reports = [one for one in (self._report(),) if one is not None]
        known = self._common(self._read(site), date.fromisoformat(day))
        found = join.became(raw, known, self._read(guests))
        return {
            each.id: Became(conclusion(each, follow).id, terms(each, follow))
            for each, follow in found
            if each.id in promises
        }

    def _chosen(self, wanted: Set[bytes]) -> tuple[list[str], list[str], list[str]]:
        """The report's own files that are wanted, the site's, and those of other reports."""
        own = [path for path in self.blobs if files.owner(path) == self._key]
        mine = [path for path in own if "/results/" not in path and self._speaks(path, wanted)]
        figures = {id for path in mine if "/commitments/" in path for id in RESULT.findall(self._bytes(path))}
        mine += [
            path for path in own if "/results/" in path and figures.intersection(RESULT.findall(self._bytes(path)))
        ]
        others = [path for path in self.blobs if path not in own]
        site = [path for path in others if not files.owner(path)]
        about = [path for path in site if path == "places.yml" or self._key.encode() in self._bytes(path)]
        return mine, about, [path for path in others if files.owner(path)]

    def _speaks(self, path: str, wanted: Set[bytes]) -> bool:
        if path.endswith("/absences.yml"):
            return True
        return not path.endswith("/report.md") and not wanted.isdisjoint(PROMISE.findall(self._bytes(path)))

    def _bytes(self, path: str) -> bytes:
        return self._data[self.blobs[path]]

    def _read(self, paths: Iterable[str]) -> RawContent:
        return content.read([SourceFile(path, path, self._plain(path)) for path in paths], self._values)

    def _plain(self, path: str) -> bytes:
        """What a file says in fields: no outcome depends on an update's narrative, and rendering it takes longest."""
        data = self._bytes(path)
        if not path.startswith("updates/"):
            return data
        head, mark, _body = data.replace(b"\r\n", b"\n").partition(b"\n---\n")
        return head + mark + b"\n-\n" if mark else data

    def _report(self) -> RawReport | None:
        """The report's text; the last that could be read."""
        path = files.report(self._key)
        blob = self.blobs.get(path, "")
        if blob and blob != self._text[0]:
            found = self._read([path]).reports
            self._text = blob, found[0] if found else self._text[1]
        return self._text[1]

    def _common(self, raw: RawContent, today: date) -> CommonContent:
        raw.site, raw.site_written = self._shared.site, self._shared.site_written
        raw.register.words, raw.register.rubrics = list(self._words), list(self._shared.rubrics)
        found, _problems = join.common(raw, today, {}, "")
        return found


# What an editor calls a promise, and where it is kept, has no say in what became of it
ASIDE = ("title", "topics", "group", "same_matter")


def _otherwise(path: str, *texts: bytes) -> frozenset[str]:
    """The promises of a file of which it says another thing than it did; all where it cannot be read."""
    was, now = (facts.read(path, text, "") if text else {} for text in texts)
    if was is None or now is None:
        return frozenset(id.decode() for text in texts for id in PROMISE.findall(text))
    names = was.keys() | now.keys()
    return frozenset(one.rpartition("/")[2] for one in names if _said(was.get(one)) != _said(now.get(one)))


def _said(fact: Fact | None) -> dict[str, Any]:
    return {name: one for name, one in fact.values.items() if name not in ASIDE} if fact else {}


def _words(shared: CommonContent, former: Mapping[str, Mapping[str, str]]) -> Iterable[Located[WordRecord]]:
    """Today's words, each with what it was called before."""
    for vocabulary, members in shared.words.records.items():
        labels = former.get(vocabulary, {})
        for one in members:
            names = [
                FormerNameRecord(label=label, until=date.min) for label, id in labels.items() if id == one.value.id
            ]
            yield replace(one, value=replace(one.value, names=[*one.value.names, *names])) if names else one


def after(day: str) -> str:
    """The day after."""
    return (date.fromisoformat(day) + ONE_DAY).isoformat()
