"""Two versions of a record to what changed in it that is not free to change. Additions are growth and no change."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from disclosure.history.differences import Differing, differences
from disclosure.history.fact import BLOB, TEXT, Fact, FileFacts
from disclosure.history.kinds import BODY, PASSAGE, REPORT, RUBRIC, SITE_RECORD, WORD
from disclosure.history.labels import Labels
from disclosure.history.wording import sentences, words_of
from disclosure.model import fields
from disclosure.model.fields import Field
from disclosure.model.vocabulary import OPEN
from disclosure.translation import mark as N_

# Below this share of common characters two texts are two paragraphs, not one that was mended
SAME = 0.5
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
    yield from _held(name, old, new, known)
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


def _held(name: str, old: Fact, new: Fact, known: Labels) -> Iterator[FieldChange]:
    """What differs in fields that are not free to change."""
    unlike = old.unlike(new)
    for one in differences(name, old, new, known, unlike) if unlike else ():
        if one.was is not None and not one.is_free:
            yield _said(name, new, one)


def _said(name: str, fact: Fact, one: Differing) -> FieldChange:
    nature = Nature.FIXED if one.field.change is fields.FIXED else Nature.CORRECTED
    if one.where[-1] == BLOB:
        nature = Nature.ARCHIVE
    parts = tuple(_leaves(one.was)) if isinstance(one.was, dict) else ()
    texts = (shown(one.was), shown(one.now))
    found = _difference(name, fact, ".".join(one.where), one.field.label, nature, texts)
    return replace(found, parts=parts, files=_files(name, fact, one), worded=is_worded(one.field))


def _files(name: str, fact: Fact, one: Differing) -> tuple[str, str]:
    """The file that a record names, or has the digest of, before and now, by its path from the content folder."""
    if one.where[-1] != DIGEST and one.where[-1] not in FILES:
        return "", ""
    was, now = (next((str(each[name]) for name in FILES if each.get(name)), "") for each in one.within)
    # A report names its archive by its place beside itself
    folder = f"{name}/" if fact.kind is REPORT else ""
    return (folder + was, folder + now if now else "") if was else ("", "")


def is_worded(field: Field) -> bool:
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
