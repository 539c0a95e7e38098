"""A comparison as values for programs (docs/diff.md): every word by its id, with its label beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import to_builtins

from disclosure.comparison.comparison import SiteComparison
from disclosure.comparison.difference import NamedChange, NumberTurn, PageTurn, PromiseTurn, VerdictTurn
from disclosure.comparison.side import TargetSide
from disclosure.history import kinds, saying
from disclosure.history.record_change import Happening
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HAPPENINGS: Mapping[Happening, str] = {
    Happening.CREATED: N_("新增"),
    Happening.CHANGED: N_("改动"),
    Happening.RETOUCHED: N_("只改标点、空格或写法"),
    Happening.GONE: N_("撤下"),
}
JsonObject = dict[str, Any]


def values(one: SiteComparison) -> JsonObject:
    found = one.difference
    return {
        "revision": {"name": one.name, "commit": one.commit, "date": one.day.isoformat()},
        "date": one.today.isoformat(),
        "same": one.difference.is_empty,
        "records": [_record(each) for each in found.records],
        "outcomes": [_outcome(each) for each in found.outcomes],
        "counts": [_number(each, found.titles) for each in found.counts],
        "verdicts": [_verdict(each) for each in found.verdicts],
        "pages": {name: [_page(each) for each in getattr(found.pages, name)] for name in found.pages.__struct_fields__},
        "figures": [_number(each, found.titles) for each in found.figures],
        "not_compared": {"before": list(found.unread[0]), "now": list(found.unread[1]), "pages": not found.whole},
        "problems_before": to_builtins(one.before),
    }


def _record(one: NamedChange) -> JsonObject:
    change = one.change
    return {
        "record": change.record,
        "kind": change.kind,
        "kind_label": _kind_label(change.record),
        "report": change.report,
        "title": one.title,
        "url": one.address,
        "happening": change.happening.value,
        "happening_label": _(HAPPENINGS[change.happening]),
        "edits": [
            {"field": each.field, "label": saying.label_of(change.record, each.field), "was": each.was, "now": each.now}
            for each in change.edits
        ],
        "corrections": list(change.corrections),
    }


def _kind_label(record: str) -> str:
    kind = kinds.of(record)
    return _(kind.label) if kind is not None else ""


def _outcome(one: PromiseTurn) -> JsonObject:
    return {
        "record": one.record,
        "report": one.report,
        "title": one.title,
        "url": one.address,
        "was": one.was.id,
        "was_label": one.was.label,
        "now": one.now.id,
        "now_label": one.now.label,
    }


def _verdict(one: VerdictTurn) -> JsonObject:
    return {"record": one.record, "target": one.target, "url": one.address} | {
        "was": _target(one.was),
        "now": _target(one.now),
    }


def _target(one: TargetSide | None) -> JsonObject | None:
    if one is None:
        return None
    return {"title": one.title, "result": one.word.id, "result_label": one.word.label, "working": one.working}


def _number(one: NumberTurn, titles: Mapping[str, str]) -> JsonObject:
    return {
        "report": one.report,
        "title": titles.get(one.report, ""),
        "id": one.id,
        "label": one.label,
        "was": one.was,
        "now": one.now,
        "unit": one.unit,
    }


def _page(one: PageTurn) -> JsonObject:
    return {"url": one.address, "title": one.title} | ({"to": one.to} if one.to else {})
