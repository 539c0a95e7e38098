"""Two versions of a record to what changed in it that is not free to change. Additions are growth and no change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from disclosure.history.fact import BLOB, TEXT, Fact, FileFacts
from disclosure.history.kinds import BODY, PASSAGE, REPORT, RUBRIC, SITE_RECORD, WORD
from disclosure.history.labels import Labels
from disclosure.history.wording import sentences, words_of
from disclosure.model import fields
from disclosure.model.fields import Field, Record, records_in
from disclosure.model.vocabulary import OPEN
from disclosure.translation import mark as N_

# Below this share of common characters two texts are two paragraphs, not one that was mended
SAME = 0.5
# Lists whose order means something; of all others only what is in them counts
ORDERED = ("counts", "plan", "targets")
# Fields that name a file, and the one that holds its digest beside them
FILES, DIGEST = ("snapshot", "file"), "sha256"
# What of site.yml says what the rule holds for
BEGINNING = ("published_since", "published_branch")
# Before anything is published there is nothing that could be moved
NEVER = "never"
TEXTS = (str, str | None, list[str])


class Nature(StrEnum):
    """What kind of rule a change meets."""

    GONE = "gone"
    FIXED = "fixed"
    CORRECTED = "corrected"
    REUSED = "reused"
    ARCHIVE = "archive"
    VERSION = "version"
    BEGINNING = "beginning"


class FieldChange(Struct, frozen=True, kw_only=True):
    """A field that is another than it was: ``was`` and ``now`` as texts (empty where there is none).

    ``field`` is empty where the whole record is gone. ``parts`` are the single values of a group that was removed;
    ``files`` the file that it names, or is the digest of, before and now. ``worded`` is what holds free words.
    """

    record: str
    kind: str
    field: str
    label: str
    nature: Nature
    was: str
    now: str
    path: str
    parts: tuple[str, ...] = ()
    files: tuple[str, str] = ("", "")
    worded: bool = False


def compare(name: str, old: Fact, new: Fact | None, known: Labels) -> Iterator[FieldChange]:
    """What is another in a record than it was."""
    if new is None or new.kind is not old.kind:
        if old.kind.stays:
            yield _difference(name, old, "", "", Nature.GONE, (shown(old.values), ""))
        return
    if old.kind is PASSAGE:
        if not alike(old.values[TEXT], new.values[TEXT]):
            texts = (old.values[TEXT], new.values[TEXT])
            yield _difference(name, new, TEXT, N_("文字"), Nature.REUSED, texts)
        return
    if old.kind is RUBRIC:
        yield from _numbers(name, old, new)
        return
    if old.kind is WORD:
        yield from _label(name, old, new)
    if old.kind is SITE_RECORD:
        yield from _beginning(name, old, new)
    found = _Comparison(name, new, known)
    unlike = old.unlike(new)
    if unlike:
        was, now = ({name: fact.value(name) for name in unlike} for fact in (old, new))
        yield from found.records(old.kind.model, was, now, ())
    yield from _body(name, old, new)


def _numbers(name: str, old: Fact, new: Fact) -> Iterator[FieldChange]:
    """A version of the rubric has its numbers for good."""
    for group in ("rates", "amounts", "revision"):
        label = old.kind.model.declared[group].label
        for field, value in old.values[group].items():
            now = new.values[group].get(field, "")
            if value != now:
                yield _difference(name, new, f"{group}.{field}", label, Nature.VERSION, (value, now))


def _beginning(name: str, old: Fact, new: Fact) -> Iterator[FieldChange]:
    """Where the line begins, and on which branch it is."""
    for field in BEGINNING:
        was, now = old.value(field), new.value(field)
        if was not in (None, NEVER, now):
            label = old.kind.model.declared[field].label
            yield _difference(name, new, field, label, Nature.BEGINNING, (was, shown(now)))


def _label(name: str, old: Fact, new: Fact) -> Iterator[FieldChange]:
    """Labels that records are judged by; topics, departments and reasons may be called otherwise at any time."""
    vocabulary = name.split("/")[1]
    texts = str(old.value("label")), str(new.value("label"))
    if vocabulary not in OPEN and texts[0] != texts[1]:
        yield _difference(name, new, "label", N_("名称"), Nature.CORRECTED, texts)


def moved_labels(known: Labels, new: FileFacts) -> Iterator[FieldChange]:
    """A label that stood for one word and now stands for another: whatever is written by it says another thing."""
    for (vocabulary, label), id in known.before.items():
        now = known.now.get((vocabulary, label), id)
        fact = new.get(f"vocabulary/{vocabulary}/{id}")
        if now != id and fact is not None:
            texts = f"{label}: {id}", f"{label}: {now}"
            yield _difference(f"vocabulary/{vocabulary}/{id}", fact, "label", N_("名称"), Nature.FIXED, texts)


def taken_over(name: str, old: Fact, known: Labels) -> Iterator[FieldChange]:
    """The labels of a word that is gone and that stand for another now than the one that took its place: what was
    written by them says another thing than it said."""
    _vocabulary, vocabulary, id = name.split("/")
    for (where, label), meant in known.before.items():
        now = known.now.get((where, label), "")
        if (where, meant) == (vocabulary, id) and now and not known.same(vocabulary, label, label):
            texts = f"{label}: {id}", f"{label}: {now}"
            yield _difference(name, old, "label", N_("名称"), Nature.FIXED, texts)


class _Comparison(Struct, frozen=True):
    """Two versions of one record being compared."""

    name: str
    fact: Fact
    labels: Labels

    def records(
        self, model: type[Record], old: Mapping[str, Any], new: Mapping[str, Any], where: tuple[str, ...]
    ) -> Iterator[FieldChange]:
        for name, field in model.declared.items():
            was, now = old.get(name), new.get(name)
            if was is None or was == now or field.change is fields.FREE:
                continue
            named = self._files(old, new) if name == DIGEST or name in FILES else ("", "")
            for one in self.values(field, was, now, (*where, name)):
                yield replace(one, files=named) if named[0] else one

    def _files(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, str]:
        """The file that a record names, before and now, by its path from the content folder."""
        was, now = (next((str(one[name]) for name in FILES if one.get(name)), "") for one in (old, new))
        # A report names its archive by its place beside itself
        folder = f"{self.name}/" if self.fact.kind is REPORT else ""
        return folder + was if was else "", folder + now if now else ""

    def values(self, field: Field, was: Any, now: Any, where: tuple[str, ...]) -> Iterator[FieldChange]:
        inner = next(records_in(field.type), None)
        if isinstance(was, list):
            yield from self.lists(field, inner, was, now or [], where)
        elif isinstance(was, dict) and isinstance(now, dict):
            if inner is not None:
                yield from self.records(inner, was, now, where)
            else:
                for key, one in was.items():
                    if now.get(key) != one:
                        yield self.said(field, one, now.get(key), (*where, key))
        elif not self.labels.same(field.words, was, now) and not self._is_renamed(was, now, where):
            yield self.said(field, was, now, where)

    def _is_renamed(self, was: Any, now: Any, where: tuple[str, ...]) -> bool:
        """Whether a word names another of its vocabulary by the id that that one has now."""
        if self.fact.kind is not WORD or where != ("into",):
            return False
        vocabulary = self.name.rpartition("/")[0]
        return self.labels.successors.get(f"{vocabulary}/{was}") == f"{vocabulary}/{now}"

    def lists(
        self, field: Field, inner: type[Record] | None, was: list[Any], now: list[Any], where: tuple[str, ...]
    ) -> Iterator[FieldChange]:
        if inner is None:
            yield from self.texts(field, was, now, where)
            return
        pairs = _by_place(was, now) if where[-1] in ORDERED else _by_likeness(was, now)
        for place, one, other in pairs:
            at = (*where, str(place + 1))
            if other is None:
                yield self.said(field, one, None, at)
            else:
                yield from self.records(inner, one, other, at)

    def texts(self, field: Field, was: list[Any], now: list[Any], where: tuple[str, ...]) -> Iterator[FieldChange]:
        if where[-1] in ORDERED:
            yield self.said(field, was, now or None, where)
            return
        gone = [one for one in was if one not in now and not any(self.labels.same(field.words, one, n) for n in now)]
        come = [one for one in now if one not in was]
        for n, one in enumerate(gone):
            yield self.said(field, one, come[n] if len(come) == len(gone) else None, where)

    def said(self, field: Field, was: Any, now: Any, where: tuple[str, ...]) -> FieldChange:
        nature = Nature.FIXED if field.change is fields.FIXED else Nature.CORRECTED
        if where[-1] == BLOB:
            nature = Nature.ARCHIVE
        parts = tuple(_leaves(was)) if isinstance(was, dict) else ()
        texts = (shown(was), shown(now))
        found = _difference(self.name, self.fact, ".".join(where), field.label, nature, texts)
        return replace(found, parts=parts, worded=_is_worded(field))


def _is_worded(field: Field) -> bool:
    return field.type in TEXTS and not field.words and "pattern" not in field.limits


def _difference(name: str, fact: Fact, field: str, label: str, nature: Nature, texts: tuple[str, str]) -> FieldChange:
    return FieldChange(
        record=name,
        kind=fact.kind.label,
        field=field,
        label=label,
        nature=nature,
        was=texts[0],
        now=texts[1],
        path=fact.path,
        worded=field in (BODY, TEXT),
    )


def shown(value: Any) -> str:
    """A value as one text, the way it could be written in YAML."""
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {shown(one)}" for key, one in value.items()) + "}"
    return "" if value is None else str(value)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _leaves(one)
    else:
        yield str(value)


def _by_place(was: list[Any], now: list[Any]) -> Iterator[tuple[int, Any, Any]]:
    for n, one in enumerate(was):
        yield n, one, now[n] if n < len(now) else None


def _by_likeness(was: list[Any], now: list[Any]) -> Iterator[tuple[int, Any, Any]]:
    """Each of the old items that is not there as it was, with the new one that is most like it."""
    left = list(now)
    changed = []
    for n, one in enumerate(was):
        if one in left:
            left.remove(one)
        else:
            changed.append((n, one))
    for n, one in changed:
        best = max(left, key=lambda other: _common(one, other), default=None)
        if best is None or (_common(one, best) == 0 and len(left) != len(changed)):
            yield n, one, None
        else:
            left.remove(best)
            yield n, one, best


def _common(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    return sum(other.get(key) == value for key, value in one.items())


def alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= SAME


def _body(name: str, old: Fact, new: Fact) -> Iterator[FieldChange]:
    """Sentences that were taken out, or said otherwise; signs and blanks aside."""
    if old.body == new.body:
        return
    was, now = sentences(old.body), sentences(new.body)
    matcher = SequenceMatcher(None, [words_of(one) for one in was], [words_of(one) for one in now], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag in ("replace", "delete"):
            texts = ("".join(was[a:b]), "".join(now[c:d]))
            yield _difference(name, new, BODY, N_("正文"), Nature.CORRECTED, texts)
