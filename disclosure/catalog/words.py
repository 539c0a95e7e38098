"""The vocabularies, resolved: a label that an editor wrote to its term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from disclosure.model.vocabulary import KNOWN, OPEN, Term, WordRecord
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _


@dataclass(frozen=True)
class Vocabularies:
    """Words by vocabulary; ``records`` keeps what the editors wrote, in order."""

    records: Mapping[str, tuple[Located[WordRecord], ...]]

    def label(self, name: str, label: str) -> Term | None:
        return next((Term(w.value.id, w.value.label) for w in self._of(name) if w.value.label == label), None)

    def id(self, name: str, id: str) -> Term:
        """The term of an id that the program knows; the id itself where the vocabulary lacks it (a problem by then)."""
        return next((Term(w.value.id, w.value.label) for w in self._of(name) if w.value.id == id), Term(id, id))

    def word(self, name: str, id: str) -> WordRecord | None:
        return next((w.value for w in self._of(name) if w.value.id == id), None)

    def order(self, name: str) -> Mapping[str, int]:
        """The place of each id, for sorting."""
        ranked = sorted(self._of(name), key=lambda w: (w.value.order, w.value.id))
        return {w.value.id: n for n, w in enumerate(ranked)}

    def labels(self, name: str) -> list[str]:
        return [w.value.label for w in self._of(name)]

    def _of(self, name: str) -> tuple[Located[WordRecord], ...]:
        return self.records.get(name, ())


def join(words: Iterable[Located[WordRecord]]) -> tuple[Vocabularies, list[Problem]]:
    grouped: dict[str, list[Located[WordRecord]]] = {}
    for word in words:
        grouped.setdefault(word.stem, []).append(word)
    problems = [problem for name, members in grouped.items() for problem in _check(name, members)]
    return Vocabularies({name: tuple(members) for name, members in grouped.items()}), problems


def missing(words: Vocabularies) -> Iterator[tuple[str, list[str]]]:
    """The vocabularies that lack what the program refers to, each with the ids it lacks."""
    for name, ids in KNOWN.items():
        lacking = [id for id in ids if words.word(name, id) is None]
        if lacking:
            yield name, lacking


def _check(name: str, members: list[Located[WordRecord]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    if name not in KNOWN and name not in OPEN:
        message = _("没有叫 {name} 的词表").format(name=name)
        hint = _("词表有：{names}").format(names="、".join([*KNOWN, *OPEN]))
        yield Problem(members[0].place(), "vocabulary", message, hint)
    for word in members:
        for field, value in (("id", word.value.id), ("label", word.value.label)):
            if value in seen:
                message = _("词表 {name} 里“{value}”出现两次").format(name=name, value=value)
                yield Problem(word.place(field), "vocabulary", message, _("编号和名称都只能用一次"))
            seen[value] = field
        if name in KNOWN and word.value.id not in KNOWN[name]:
            message = _("词表 {name} 里程序不认识 {id}").format(name=name, id=word.value.id)
            yield Problem(word.place("id"), "vocabulary", message, _("可用：{ids}").format(ids="、".join(KNOWN[name])))


def unknown(
    one: Located[Any], name: str, vocabulary: str, label: str, where: tuple[str | int, ...], words: Vocabularies
) -> Problem:
    """The problem of a word that its vocabulary does not hold, with the nearest one."""
    known = words.labels(vocabulary)
    message = _("{name}：词表 {vocabulary} 里没有“{label}”").format(name=name, vocabulary=vocabulary, label=label)
    near = get_close_matches(label, known, 1, 0.3)
    hint = _("是不是想写“{near}”？").format(near=near[0]) if near else ""
    return Problem(one.place(*where), "unknown-word", message, hint + _("可用：{words}").format(words="、".join(known)))
