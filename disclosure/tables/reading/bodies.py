"""Departments by their names, as tables call them: 拾光区住建局, 区住建局, 住建局; several in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from msgspec import Struct

from disclosure.catalog.words import Vocabularies
from disclosure.grouping import grouped
from disclosure.model.vocabulary import DEPARTMENTS
from disclosure.tables import cell_values
from disclosure.translation import gettext as _

APART = re.compile(r"\s*[、，,；;/\n]\s*")
# A place's name ends with one of these
PLACES = re.compile("[省市区县旗州]")
LEAD = re.compile(r"[(（]\s*(?:牵头|主办|主责)\s*[)）]|^(?:牵头|主办)(?:单位|部门)?[:：]")
OTHERS = re.compile(r"[(（]\s*(?:配合|协办|协同)\s*[)）]|^(?:配合|协办)(?:单位|部门)?[:：]")
# Where a cell says who leads and who helps, the second begins a part of its own
SECOND = re.compile(r"\s*(?=(?:配合|协办|牵头|主办)(?:单位|部门)?[:：])")


class BodyName(Struct, frozen=True, kw_only=True):
    """A name in a cell: the ``label`` it stands for, or the one that may be ``near``. ``role``: what the cell says of
    it, 牵头 or 配合."""

    written: str
    label: str = ""
    near: str = ""
    role: str = ""


class BodyNames:
    """What departments are called, in full and in short; a short name that several have is none."""

    def __init__(self, words: Vocabularies, said: Mapping[str, str]) -> None:
        self.words, self.said = words, said
        pairs = ((short, label) for name, label in _names(words) for short in variants(name))
        self.short = {short: labels.pop() for short, found in grouped(pairs).items() if len(labels := set(found)) == 1}

    def all(self, text: str) -> tuple[BodyName, ...]:
        """The departments in a cell, each once."""
        if label := self.label(text):
            return (BodyName(written=text, label=label),)
        return tuple(dict.fromkeys(self._in_parts(text)))

    def _in_parts(self, text: str) -> Iterator[BodyName]:
        for group in SECOND.split(text):
            role = _role(group)
            names = [one for one in APART.split(group.strip()) if one]
            if len(names) == 1 and len(names[0].split()) > 1 and all(map(self.label, names[0].split())):
                names = names[0].split()
            for name in names:
                bare = OTHERS.sub("", LEAD.sub("", name)).strip(" 。.")
                if bare:
                    yield self._named(bare, _role(name) or role)

    def _named(self, name: str, role: str) -> BodyName:
        label = self.label(name)
        return BodyName(written=name, label=label, near="" if label else self.near(name), role=role)

    def label(self, name: str) -> str:
        """The present name of the department that a name in full or in short is; empty where there is none."""
        meant = self.said.get(name, name)
        term = self.words.label(DEPARTMENTS, meant)
        return term.label if term else self.short.get(plain(meant), "")

    def near(self, name: str) -> str:
        """A department that may be meant: one of whose name this is the short form, or the likest."""
        wanted = plain(name)
        akin = {
            label for short, label in self.short.items() if _abbreviates(short, wanted) or _abbreviates(wanted, short)
        }
        if len(akin) == 1:
            return akin.pop()
        likest = get_close_matches(wanted, list(self.short), 1, 0.75)
        return self.short[likest[0]] if likest else ""


def _role(text: str) -> str:
    if LEAD.search(text):
        return _("牵头")
    return _("配合") if OTHERS.search(text) else ""


def plain(name: str) -> str:
    return cell_values.plain(name).strip("。.*")


def _names(words: Vocabularies) -> Iterator[tuple[str, str]]:
    """Every name that a department has or had, with its present one."""
    for located in words.records.get(DEPARTMENTS, ()):
        yield located.value.label, located.value.label
        yield from ((former.label, located.value.label) for former in located.value.names)


def variants(name: str) -> set[str]:
    """拾光区住建局, 区住建局, 住建局: a name without its place, and with the last sign of that."""
    found = {plain(name)}
    for n, sign in enumerate(name[:-2]):
        if n and PLACES.match(sign):
            found |= {plain(name[n:]), plain(name[n + 1 :])}
    return {one for one in found if len(one) > 1}


def _abbreviates(short: str, long: str) -> bool:
    """住建局 of 住房和城乡建设局: its signs in order, the first and the last one the same."""
    if not 2 < len(short) < len(long) or short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(sign in rest for sign in short)
