"""Two versions of a record to what readers are told of it: every field that is another, and whether that says more
than signs and blanks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from disclosure.history.changes import is_worded
from disclosure.history.differences import Differing, differences
from disclosure.history.fact import Fact
from disclosure.history.kinds import BODY
from disclosure.history.labels import Labels
from disclosure.history.record_change import FieldEdit, Happening
from disclosure.history.wording import sentences, words_of


def told(name: str, old: Fact, new: Fact, labels: Labels) -> tuple[Happening, tuple[FieldEdit, ...]] | None:
    """What became of a record, and its edits; ``None`` where both versions are read alike."""
    found = [*_fields(name, old, new, labels), *_body(old, new)]
    edits = tuple(edit for edit, _is_touch in found)
    if not edits:
        # The same sentences may stand in other paragraphs, lead elsewhere, or be marked otherwise
        return (Happening.RETOUCHED, ()) if old.text != new.text else None
    return (Happening.RETOUCHED if all(is_touch for _edit, is_touch in found) else Happening.CHANGED), edits


# An edit, and whether only its signs, blanks or spelling are others
ToldEdit = tuple[FieldEdit, bool]


def _fields(name: str, old: Fact, new: Fact, labels: Labels) -> Iterator[ToldEdit]:
    unlike = old.unlike(new, free=True)
    for one in differences(name, old, new, labels, unlike) if unlike else ():
        yield _edit(one.where, one.was, one.now), _is_touch(one)


def _is_touch(one: Differing) -> bool:
    texts = isinstance(one.was, str) and isinstance(one.now, str)
    return texts and is_worded(one.field) and words_of(one.was) == words_of(one.now)


def _edit(where: tuple[str, ...], was: Any, now: Any) -> FieldEdit:
    return FieldEdit(field=".".join(where), was=written(was), now=written(now))


def written(value: Any) -> str:
    """A value as one text that can be read back: groups and lists as JSON."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _body(old: Fact, new: Fact) -> Iterator[ToldEdit]:
    """Sentences that were taken out, put in, or said otherwise."""
    if old.text == new.text:
        return
    was, now = sentences(old.text), sentences(new.text)
    for tag, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            one, other = "".join(was[a:b]), "".join(now[c:d])
            yield FieldEdit(field=BODY, was=one, now=other), words_of(one) == words_of(other)
