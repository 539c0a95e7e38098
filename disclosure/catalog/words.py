"""The vocabularies, resolved: a label that an editor wrote to its term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from itertools import takewhile
from typing import Any

from msgspec import Struct

from disclosure.grouping import grouped
from disclosure.model.vocabulary import DEPARTMENTS, KNOWN, OPEN, WHERE_USED, Term, WordRecord
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.source.spelling_tables import KIND_OF_BODY, PLACE
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _

# So many are looked at, and so many characters make a guess
LIKEST, SHARED = 5, 2


class Vocabularies(Struct, frozen=True, dict=True):
    """Words by vocabulary; ``records`` keeps what the editors wrote, in order."""

    records: Mapping[str, tuple[Located[WordRecord], ...]]

    def label(self, name: str, label: str) -> Term | None:
        return self._by_label.get((name, label))

    def id(self, name: str, id: str) -> Term:
        """The term of an id that the program knows; the id itself where the vocabulary lacks it (a problem by then)."""
        return self._terms.get((name, id)) or Term(id, id)

    def word(self, name: str, id: str) -> WordRecord | None:
        return self._by_id.get((name, id))

    def in_order(self, name: str, labels: tuple[str, ...]) -> tuple[Term, ...] | None:
        """The terms of labels in the vocabulary's order, ``None`` where it lacks one: few words stand together."""
        key = (name, labels)
        if key not in self._together:
            found = [self.label(name, label) for label in labels]
            known = [one for one in found if one]
            self._together[key] = self.arranged(name, known) if len(known) == len(found) else None
        return self._together[key]

    def arranged(self, name: str, terms: Iterable[Term]) -> tuple[Term, ...]:
        """Terms in the vocabulary's order; what it lacks comes last."""
        order = self.order(name)
        return tuple(sorted(terms, key=lambda term: order.get(term.id, len(order))))

    @cached_property
    def _together(self) -> dict[tuple[str, tuple[str, ...]], tuple[Term, ...] | None]:
        return {}

    @cached_property
    def _by_label(self) -> Mapping[tuple[str, str], Term]:
        """What a word was called before leads to it too."""
        former = {
            (name, one.label): Term(word.id, word.label) for name, word in self._backwards() for one in word.names
        }
        return former | {(name, word.label): Term(word.id, word.label) for name, word in self._backwards()}

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], Term]:
        return {key: Term(word.id, word.label) for key, word in self._by_id.items()}

    @cached_property
    def _by_id(self) -> Mapping[tuple[str, str], WordRecord]:
        return {(name, word.id): word for name, word in self._backwards()}

    def _backwards(self) -> Iterator[tuple[str, WordRecord]]:
        """Of words that are there twice the first shall count."""
        for name, located in self.records.items():
            yield from ((name, one.value) for one in reversed(located))

    def order(self, name: str) -> Mapping[str, int]:
        """The place of each id, for sorting."""
        return self._orders.get(name, {})

    def sorted(self, name: str) -> tuple[WordRecord, ...]:
        """The words of a vocabulary in its order."""
        return self._sorted.get(name, ())

    @cached_property
    def _sorted(self) -> Mapping[str, tuple[WordRecord, ...]]:
        found = ((name, self.order(name), [one.value for one in located]) for name, located in self.records.items())
        return {name: tuple(sorted(words, key=lambda one: order[one.id])) for name, order, words in found}

    @cached_property
    def _orders(self) -> Mapping[str, Mapping[str, int]]:
        return {name: _order(one.value for one in located) for name, located in self.records.items()}

    def labels(self, name: str) -> list[str]:
        return [w.value.label for w in self._of(name)]

    def _of(self, name: str) -> tuple[Located[WordRecord], ...]:
        return self.records.get(name, ())


def _order(words: Iterable[WordRecord]) -> Mapping[str, int]:
    ranked = sorted(words, key=lambda one: (one.order, one.id))
    return {one.id: n for n, one in enumerate(ranked)}


def join(words: Iterable[Located[WordRecord]]) -> tuple[Vocabularies, list[Problem]]:
    by_name = grouped((word.stem, word) for word in words)
    problems = [problem for name, members in by_name.items() for problem in _check(name, members)]
    return Vocabularies({name: tuple(members) for name, members in by_name.items()}), problems


def missing(words: Vocabularies) -> Iterator[tuple[str, list[str]]]:
    """The vocabularies that lack what the program refers to, each with the ids it lacks."""
    for name, ids in KNOWN.items():
        if name in WHERE_USED and name not in words.records:
            continue
        lacking = [id for id in ids if words.word(name, id) is None]
        if lacking:
            yield name, lacking


def _check(name: str, members: list[Located[WordRecord]]) -> Iterator[Problem]:
    # Whose a name is: a word may go back to one that it had
    seen: dict[str, str] = {}
    if name not in KNOWN and name not in OPEN:
        message = _("没有叫 {name} 的词表").format(name=name)
        hint = _("词表有：{names}").format(names="、".join([*KNOWN, *OPEN]))
        yield Problem(members[0].place(), "vocabulary", message, hint)
    for word in members:
        own: list[tuple[FieldPath, str]] = [(("id",), word.value.id), (("label",), word.value.label)]
        for field, value in (*own, *((("names", n, "label"), one.label) for n, one in enumerate(word.value.names))):
            if value in seen and (len(field) == 1 or seen[value] != word.value.id):
                message = _("词表 {name} 里“{value}”出现两次").format(name=name, value=value)
                yield Problem(word.place(*field), "vocabulary", message, _("编号和名称都只能用一次"))
            seen[value] = word.value.id
        if name in KNOWN and word.value.id not in KNOWN[name]:
            message = _("词表 {name} 里程序不认识 {id}").format(name=name, id=word.value.id)
            yield Problem(word.place("id"), "vocabulary", message, _("可用：{ids}").format(ids="、".join(KNOWN[name])))


def unknown(
    located: Located[Any], name: str, vocabulary: str, label: str, where: tuple[str | int, ...], words: Vocabularies
) -> Problem:
    """The problem of a word that its vocabulary does not hold, with the nearest one."""
    known = words.labels(vocabulary)
    message = _("{name}：词表 {vocabulary} 里没有“{label}”").format(name=name, vocabulary=vocabulary, label=label)
    meant = _meant(vocabulary, label, words)
    hint = meant + _("可用：{words}").format(words="、".join(known))
    return Problem(located.place(*where), "unknown-word", message, hint if meant else hint + lacking(vocabulary, label))


def _meant(vocabulary: str, label: str, words: Vocabularies) -> str:
    """Which word, or words, of the vocabulary were meant; or whose word it is."""
    known = words.labels(vocabulary)
    several = re.split(r"\s*[、，,；;]\s*", label.strip("、，,；;。 "))
    if len(several) > 1 and all(words.label(vocabulary, one) for one in several):
        return _("几个词分开写，写作 [{words}]；").format(words=", ".join(several))
    if word := words.word(vocabulary, label):
        return _("编号不写在这里，写作 {label}；").format(label=word.label)
    if near := nearest(label, known, 0.6):
        return _("是不是想写“{near}”？").format(near=near)
    others = [name for name in sorted(words.records) if name != vocabulary and words.label(name, label)]
    if others:
        return _("“{label}”是词表 {others} 里的词，不写在这里；").format(label=label, others="、".join(others))
    near = nearest(label, known, 0.3)
    return _("是不是想写“{near}”？").format(near=near) if near else ""


def nearest(label: str, known: Iterable[str], cutoff: float) -> str:
    """The word that may have been meant; empty where the likest ones share only a place's name, 局, or a character."""
    likest = get_close_matches(label, list(known), LIKEST, cutoff)
    return next((one for one in likest if _is_akin(label, one)), "")


def _is_akin(one: str, other: str) -> bool:
    """Whether the words share two characters of what tells one from others of their kind, or all of it."""
    alike = "".join(a for a, _b in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    place = PLACE.match(alike)
    first, second = (KIND_OF_BODY.sub("", text[place.end() if place else 0 :]) for text in (one, other))
    shared = sum(block.size for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks())
    return shared >= min(SHARED, len(first), len(second))


def lacking(vocabulary: str, label: str) -> str:
    """How a word is added to a vocabulary that has a command for it."""
    if vocabulary != DEPARTMENTS:
        return ""
    return _("；还没有登记的单位，先运行 python build.py new department --id 英文短名 --label {label}").format(
        label=label
    )
