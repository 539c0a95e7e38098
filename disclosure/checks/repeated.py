"""The same news on file twice: two updates that say the same of a promise from the same documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

from disclosure.catalog.catalog import Catalog
from disclosure.catalog.evidence import Evidence
from disclosure.catalog.followup import Update
from disclosure.problem import Problem
from disclosure.translation import gettext as _

# Two titles of one event share most of their signs: 建成开放 and 已建成开放; of two steps of one work they share fewer
ALIKE: Final = 0.8
# Longer texts are compared by so many of their first signs
COMPARED: Final = 1000


def check_updates(catalog: Catalog) -> Iterator[Problem]:
    """same-update: 同一条承诺的两条更新不重复：同一份证据、同样的状态和实际值，或差不多的标题和正文；只提醒。"""
    for report in catalog.reports:
        told: set[tuple[str, str]] = set()
        for follow in report.follow.values():
            for one, other in combinations(sorted(follow.updates, key=_age), 2):
                if (one.path, other.path) not in told and _is_repeated(one, other):
                    told.add((one.path, other.path))
                    yield _problem(follow.commitment, one, other)


def _age(one: Update) -> tuple[object, ...]:
    return one.published, one.path


def _problem(commitment: str, one: Update, other: Update) -> Problem:
    message = _("{id}：{commitment} 的证据、状态和实际值与 {other} 相同").format(
        id=other.id, commitment=commitment, other=one.id
    )
    hint = _("重复的只留一条；说的是两件事，在标题和正文里写出区别，实际值只写在一处")
    return Problem(other.head.place("title"), "same-update", message, hint, notice=True)


def _is_repeated(one: Update, other: Update) -> bool:
    """Whether two updates say the same of the promise: all documents of one are among the other's, no status or value
    differs, nor the event; without values their words are alike too."""
    if not (one.evidence and other.evidence) or _stated(one) != _stated(other):
        return False
    if not (_rests_on(one, other) or _rests_on(other, one)):
        return False
    return bool(one.observations) or _alike(one.title, other.title) or _alike(one.body.strip(), other.body.strip())


def _stated(one: Update) -> tuple[object, ...]:
    values = sorted((each.target, repr(each.seen)) for each in one.observations)
    return one.reported, one.evidenced, one.event.written if one.event else "", values


def _rests_on(one: Update, other: Update) -> bool:
    """Whether each document of an update is one of another's."""
    known = {name for each in other.evidence for name in _names(each)}
    return all(not known.isdisjoint(_names(each)) for each in one.evidence)


def _names(one: Evidence) -> Iterable[object]:
    """What a document is known by."""
    if one.url:
        yield one.url
    if one.passage:
        yield one.passage
    if one.title and one.day:
        yield one.publisher, one.title, one.day


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(a=one[:COMPARED], b=other[:COMPARED], autojunk=False)
    return bool(one) and matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
