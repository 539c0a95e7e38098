"""``new correction``: what was wrong here, with what it said and what it says now, from git or from the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import zip_longest
from typing import Any

from disclosure.forms import article, finding
from disclosure.forms.form import RecordForm, one_line
from disclosure.forms.known import Knowledge
from disclosure.forms.wish import NewText, Wish
from disclosure.history import changes, kinds
from disclosure.history.changes import FieldChange
from disclosure.history.fact import Fact
from disclosure.model import record_names
from disclosure.model.correction import CorrectionMeta, CorrectsRecord
from disclosure.model.record_names import NTH
from disclosure.problem import Refused
from disclosure.translation import gettext as _

DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-")
LISTED = 5
# What a file is called by whose records have no name that could stand in its own
UNNAMED = "correction"
OF_PROMISE = re.compile(r"reports/([^/]+)/commitments/(?:.+/)?(c[0-9]+)\.yml")


def make(known: Knowledge, wish: Wish) -> NewText:
    wanted = list(_named(known, wish)) or [(one.record, one.field) for one in known.silent]
    named = list(dict.fromkeys(wanted))
    said = {"was": finding.line(wish.one("was"), _("原来的话")), "now": finding.line(wish.one("now"), _("现在的话"))}
    if not named and not said["was"]:
        raise Refused(
            _(
                "没有发现发布以后改了、却没有更正的字段。还缺：--record 和 --field（哪一条记录的哪个字段）；"
                "说的不是记录里的字段，写 --was（原来的话）"
            )
        )
    values: dict[str, Any] = {**article.titled(wish), "date": str(known.today), "published": article.published(known)}
    if named:
        values["corrects"] = tuple(entry for one in named for entry in _entries(known, *one))
    else:
        values |= {name: text for name, text in said.items() if text}
    name = article.named(known, "corrections", known.today, wish, _short(named))
    head = RecordForm(model=CorrectionMeta, values=values)
    return article.made(known, name, head, (), _("正文，怎么发现的、依据什么"))


def _named(known: Knowledge, wish: Wish) -> Iterator[tuple[str, str]]:
    """Record and field, as often as they were given."""
    records, fields = wish.given.get("record") or (), wish.given.get("field") or ()
    if records and len(records) > len(fields):
        silent = {one.record for one in known.silent}
        if len(fields) or not all(record(known, name) in silent for name in records):
            raise Refused(_("还缺：--field（改的是哪个字段，例如 targets.1.value），一个 --record 一个 --field"))
        names = [record(known, name) for name in records]
        yield from ((one.record, one.field) for one in known.silent if one.record in names)
        return
    if len(fields) > len(records) > 1 or (fields and not records):
        raise Refused(_("还缺：--record（改的是哪一条记录，例如 2022/c016），一个 --record 一个 --field"))
    for name, field in zip_longest(records, fields, fillvalue=records[0] if records else ""):
        yield record(known, name), field


def record(known: Knowledge, given: str) -> str:
    """A record by the name that corrections call it by; a file's path and a bare id of a promise are taken too."""
    name = OF_PROMISE.sub(r"\1/\2", given.removeprefix(f"{known.content}/").removesuffix(".md"))
    if re.fullmatch(r"c[0-9]+", name):
        return finding.promise(known, name).name
    if record_names.parse(name) is None or name not in known.facts:
        near = get_close_matches(name, known.facts, LISTED, 0.6)
        hint = finding.listed((one, "") for one in near)
        hint = _("是不是：{listed}").format(listed=hint) if hint else _("写承诺的编号，或文件的路径")
        raise Refused(_("没有记录 {name}").format(name=given) + "\n" + hint)
    return name


def _entries(known: Knowledge, name: str, field: str) -> list[RecordForm]:
    """What a field said and says: as git knows it, each change of a list apart; or as it stands, where it is yet to
    be changed."""
    silent = [_silent(one) for one in known.silent if (one.record, one.field) == (name, field)]
    said = silent or [_present(known, name, field)]
    asked = () if silent else ("now",)
    of = {"record": name, "field": field}
    return [RecordForm(model=CorrectsRecord, values={**of, **one}, asked=asked) for one in said]


def _silent(one: FieldChange) -> dict[str, str]:
    return {name: one_line(text) for name, text in (("was", one.was), ("now", one.now)) if text}


def _present(known: Knowledge, name: str, field: str) -> dict[str, str]:
    _refuse_strange(name, field)
    fact = known.facts.get(name)
    value = _value(fact, field) if fact else None
    return {"was": one_line(changes.shown(value))} if value is not None else {}


def _refuse_strange(name: str, field: str) -> None:
    found = record_names.parse(name)
    strange = kinds.strange(found[0], field) if found else None
    if strange is not None:
        step, known = strange
        near = get_close_matches(step, known, 1, 0.5)
        hint = _("是不是 {field}？").format(field=near[0]) if near else ""
        message = _("{record} 没有字段 {field}。{hint}有：{known}")
        raise Refused(message.format(record=name, field=step, hint=hint, known="、".join(known)))


def _value(fact: Fact, field: str) -> Any:
    """What stands at a field's path; nothing of a body: which sentence is wrong, only its editor knows."""
    value: Any = fact.values
    for step in field.split("."):
        if isinstance(value, list) and NTH.fullmatch(step) and 0 < int(step) <= len(value):
            value = value[int(step) - 1]
        elif isinstance(value, dict):
            value = value.get(step)
        else:
            return None
    return value


def _short(named: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What a file is called by: the records' ids."""
    found = [DATED.sub("", one.rpartition("/")[2].partition(".")[0]).lower() for one, _field in named]
    usable = [one for one in found if finding.SLUG.fullmatch(one)]
    yield from usable or [UNNAMED]
