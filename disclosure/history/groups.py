"""Values as the history writes them, groups and lists as JSON, put into the words of readers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import Field, Record, records_in
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# Words that no vocabulary has: what editors write in English, as readers are told it
_WORDS = {
    "true": N_("是"),
    "false": N_("否"),
    "up": N_("越高越好"),
    "down": N_("越低越好"),
    "none": N_("无"),
    "observation": N_("实际值"),
    "target": N_("目标"),
    "request": N_("依申请公开"),
    "letter": N_("普通来信"),
    "leader": N_("责任领导"),
    "lead": N_("牵头单位"),
    "supporting": N_("配合单位"),
    "report": N_("报告"),
}
# Values that say by themselves what they are
BARE = ("title", "name", "measure", "written", "value", "said", "adopted", "outcome", "period", "record", "label", "id")
# What a reader does not look for in a list of changes: the record's page has it
_ASIDE = ("sha256", "snapshot", "retrieved", "locator", "url", "seen", "excerpt", "order", "shape", "colour")


def value(field: Field | None, text: str) -> str:
    """A value of a field in words: a list by 、, a group by what it holds, a yes or no as such."""
    return _said(field, _parsed(text) if text[:1] in ("{", "[") else text)


def _parsed(text: str) -> Any:
    """Groups and lists are written as JSON; what only looks like one is a text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _said(field: Field | None, given: Any) -> str:
    inner = next(records_in(field.type), None) if field else None
    if isinstance(given, list):
        between = "；" if inner else "、"
        return between.join(_said(field, one) for one in given)
    if isinstance(given, dict):
        return group(inner, given)
    text = str(given)
    return _(_WORDS[text]) if text in _WORDS and field is not None and not _is_free(field) else text


def _is_free(field: Field) -> bool:
    """Whether it holds any words of its editor's."""
    return field.type in (str, str | None) and not field.words


def group(model: type[Record] | None, given: Mapping[str, Any]) -> str:
    """The values of a group, each with its label where it does not say by itself what it is."""
    declared = model.declared if model else {}
    if model is EvidenceRecord:
        return evidence({name: str(one) for name, one in given.items()})
    found = {name: _part(declared.get(name), name, one) for name, one in given.items() if name not in (*_ASIDE, "unit")}
    if "unit" in given and "value" in found:
        found["value"] += str(given["unit"])
    return "，".join(found.values())


def _part(field: Field | None, name: str, given: Any) -> str:
    # What follows is parted by a comma
    said = _said(field, given).rstrip("。")
    if name in BARE:
        return said
    label = _(field.label) if field else name
    if isinstance(given, list) and given and isinstance(given[0], dict):
        return _("{label}（{value}）").format(label=label, value=said)
    return _("{label} {value}").format(label=label, value=said)


def evidence(found: Mapping[str, str]) -> str:
    """《title》（publisher，day）, as far as these are known."""
    name = found.get("title")
    what = _("《{title}》").format(title=name) if name else found.get("passage") or found.get("url") or ""
    about = "，".join(filter(None, (found.get("publisher"), found.get("date"))))
    if not what:
        return about or found.get("locator", "")
    return _("{what}（{about}）").format(what=what, about=about) if about else what
