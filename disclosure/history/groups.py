"""Groups of values as the history shows them (``{title: …, date: …}``) put into the words of readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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
}
# Values that say by themselves what they are
BARE = ("title", "name", "measure", "written", "value", "said", "adopted", "outcome", "period", "record", "label", "id")
# What a reader does not look for in a list of changes: the record's page has it
_ASIDE = ("sha256", "snapshot", "retrieved", "locator", "url", "seen", "excerpt", "order", "shape", "colour")


def value(field: Field | None, text: str) -> str:
    """A value of a field in words: a list by 、, a group by what it holds, a yes or no as such."""
    inner = next(records_in(field.type), None) if field else None
    if text.startswith("[{") and inner is not None:
        return "；".join(group(inner, one) for one in _items(text[1:-1]))
    if text.startswith("{") and inner is not None:
        return group(inner, text)
    if text.startswith("[") and text.endswith("]"):
        return "、".join(text[1:-1].split(", "))
    return _(_WORDS[text]) if text in _WORDS and field is not None and not _is_free(field) else text


def _is_free(field: Field) -> bool:
    """Whether it holds any words of its editor's."""
    return field.type in (str, str | None) and not field.words


def group(model: type[Record], text: str) -> str:
    found = dict(_parts(model, text))
    if model is EvidenceRecord:
        return evidence(found)
    unit = found.pop("unit", "")
    words = {name: _part(model, name, one) for name, one in found.items() if name not in _ASIDE}
    if unit:
        words["value"] = words.get("value", "") + unit
    return "，".join(words.values())


def _part(model: type[Record], name: str, text: str) -> str:
    said = value(model.declared[name], text)
    if name in BARE:
        return said
    label = _(model.declared[name].label)
    if text.startswith("[{"):
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


def _parts(model: type[Record], text: str) -> Iterator[tuple[str, str]]:
    """The values of a group, each up to where the next field of the group begins: values are written without quotes."""
    inside, start, name = text.removeprefix("{").removesuffix("}"), 0, ""
    depth = _depths(inside)
    names = "|".join(sorted(model.declared, key=len, reverse=True))
    for found in re.finditer(rf"(?:^|, )({names}): ", inside):
        if depth[found.start()] == 0:
            if name:
                yield name, inside[start : found.start()]
            name, start = found[1], found.end()
    if name:
        yield name, inside[start:]


def _items(text: str) -> Iterator[str]:
    """The groups of a list."""
    start, depth = 0, _depths(text)
    for found in re.finditer(r"\}, \{", text):
        if depth[found.start()] == 1:
            yield text[start : found.start() + 1]
            start = found.end() - 1
    yield text[start:]


def _depths(text: str) -> list[int]:
    """How deep inside groups each character stands; a bracket that closes nothing is a character like any other."""
    depths, depth = [], 0
    for one in text:
        depths.append(depth)
        depth = max(0, depth + (one == "{") - (one == "}"))
    return depths or [0]
