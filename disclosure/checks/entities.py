"""Places and bodies have names that mean one thing, and are named somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.model import vocabulary
from disclosure.model.entity import EntityRecord
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _

# What parts the words of a vocabulary's description
APART = re.compile(r"[、，；。和与]|等")


def check_names(catalog: Catalog) -> Iterator[Problem]:
    """entity-name: 地方和单位的一个名字只属于一个对象，至少两个字，不是泛指一类的词。"""
    seen: dict[str, Located[EntityRecord]] = {}
    common = set(_common(catalog))
    for located in catalog.raw.entities:
        for where, name in _names(located.value):
            message = ""
            if seen.get(name) is located:
                message, hint = _("{id}：名字“{name}”写了两次"), _("删去一处")
            elif name in seen:
                message = _("{id}：名字“{name}”已经用在 {other}（{place}）")
                hint = _("同一个对象合成一条；两个对象各写全名")
            elif len(name) < 2:
                message, hint = _("{id}：名字“{name}”太短"), _("至少写两个字")
            elif name in common:
                message = _("{id}：“{name}”泛指一类，不是一个对象的名字")
                hint = _("写全名，例如 京山小学；报告只用泛称时不登记")
            if message:
                other = seen.get(name, located)
                told = message.format(id=located.value.id, name=name, other=other.value.id, place=other.place())
                yield Problem(located.place(*where), "entity-name", told, hint)
            seen.setdefault(name, located)


def _common(catalog: Catalog) -> Iterator[str]:
    """Words for any of a kind: the kinds' and the topics' own, and those that describe them."""
    for name in (vocabulary.ENTITY_KINDS, vocabulary.TOPICS):
        for word in catalog.words.records.get(name, ()):
            yield word.value.label
            yield from APART.split(word.value.description)


def _names(record: EntityRecord) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The names of an entity, each with its place."""
    yield ("name",), record.name
    yield from ((("others", n), name) for n, name in enumerate(record.others))


def check_excluded(catalog: Catalog) -> Iterator[Problem]:
    """entity-excluded: “不算在内”的词比名字长，含有它的一个名字，本身不是任何对象的名字。"""
    names = {name for located in catalog.raw.entities for _where, name in _names(located.value)}
    for located in catalog.raw.entities:
        own = [name for _where, name in _names(located.value)]
        for n, word in enumerate(located.value.excluded):
            if word in names or not any(name in word for name in own):
                message = _("{id}：不算在内的“{word}”应当比名字长，并含有它").format(id=located.value.id, word=word)
                hint = _("是另一个对象时给它登记一条；长的名字里的短名字本来就不算提到")
                yield Problem(located.place("excluded", n), "entity-excluded", message, hint)


def check_mentioned(catalog: Catalog, named: Collection[str], used: Collection[str]) -> Iterator[Problem]:
    """entity-unmentioned, entity-unused: 每个对象都有报告或更新提到；没有出现过的写法只是提醒，它只用于搜索。

    ``named`` are the ids of those that any report or update names, ``used`` the words that were found.
    """
    often = Counter(name for located in catalog.raw.entities for _where, name in _names(located.value))
    for located in catalog.raw.entities:
        record = located.value
        # What shares a name has that problem first: its mentions are the other's
        if any(often[name] > 1 for _where, name in _names(record)):
            continue
        if record.id not in named:
            message = _("{id}：报告和更新里都没有提到“{name}”").format(id=record.id, name=record.name)
            yield Problem(located.place("name"), "entity-unmentioned", message, _("照报告的写法改名字，或删去这一条"))
            continue
        for field, words in (("others", record.others), ("excluded", record.excluded)):
            for n, word in enumerate(words):
                if word not in used:
                    message = _("{id}：“{word}”在报告和更新里没有出现过").format(id=record.id, word=word)
                    hint = _("读者会这样搜索就留着；不会就删去") if field == "others" else _("用不着了，删去")
                    yield Problem(located.place(field, n), "entity-unused", message, hint, notice=True)
