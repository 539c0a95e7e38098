"""Aliases lead somewhere, and each of the readers' words has one place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.model.alias import AliasRecord
from disclosure.problem import Place, Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _

MARKUP = str.maketrans("", "", "*_`")


def meant(catalog: Catalog, aliases: Iterable[Located[AliasRecord]]) -> frozenset[str]:
    """The words that aliases lead to and that stand in what the catalogue holds."""
    words = {word.casefold() for alias in aliases for word in alias.value.means}
    texts = tuple(_texts(catalog)) if words else ()
    return frozenset(word for word in words if any(word in text for text in texts))


def check_aliases(catalog: Catalog, known: Collection[str]) -> Iterator[Problem]:
    """alias-nowhere, alias-twice: 别名指向的词在报告、记录或本站说明里真有；读者的一个说法只写在一处。"""
    seen: dict[str, str] = {}
    for alias in catalog.raw.aliases:
        for where, word in _said(alias):
            if word.casefold() in seen:
                message = _("“{word}”写了两次，另一处在 {place}").format(word=word, place=seen[word.casefold()])
                yield Problem(where, "alias-twice", message, _("合成一条，或删去一处"))
            seen.setdefault(word.casefold(), str(where))
        for n, word in enumerate(alias.value.means):
            if word.casefold() not in known:
                message = _("“{word}”在报告、记录和本站说明里都没有").format(word=word)
                hint = _("照报告的写法改，例如只写其中两三个字；或删去这个词")
                yield Problem(alias.place("means", n), "alias-nowhere", message, hint)


def _said(alias: Located[AliasRecord]) -> Iterator[tuple[Place, str]]:
    """What readers say, each with its place."""
    for field, words in (("words", alias.value.words), ("rarer", alias.value.rarer)):
        yield from ((alias.place(field, n), word) for n, word in enumerate(words))


def _texts(catalog: Catalog) -> Iterator[str]:
    """What can be found, in large pieces."""
    for report in catalog.reports:
        lines = (line.text for line in report.text.passages)
        titles = (heading.title for heading in (*report.text.headings, *report.register.records))
        notes = (note.text for note in report.text.notes)
        yield "\n".join((*lines, *titles, *notes)).casefold()
    for narrative in catalog.narratives:
        yield narrative.body.translate(MARKUP).casefold()
