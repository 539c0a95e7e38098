"""Raw text values to a declared record, and every mismatch as a problem in the editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from msgspec.structs import replace

from disclosure.model.fields import Day, Field, Number, Record, records_in
from disclosure.model.written import read
from disclosure.problem import Problem, errors
from disclosure.source import blanks, spellings, web_address, yaml
from disclosure.source.spelling_tables import NOTHING
from disclosure.source.yaml_faults import CHINESE_QUOTES
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

R = TypeVar("R", bound=Record)
# A number as it is printed, in groups of three
GROUPED = re.compile(r"[+-]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?")


def convert(
    record: type[R], raw: yaml.RawNode | None, written: yaml.Written, at: tuple[int, ...] = ()
) -> tuple[R | None, list[Problem]]:
    """``raw`` (read from ``written`` at ``at``) as a ``record``, or ``None`` and all that is wrong with it."""
    if not isinstance(raw, dict):
        return None, [_no_mapping(written, at)]
    blank = [_of(raw, one) for one in blanks.in_fields(record, raw, written, at)]
    found = read(record, raw)
    value, problems = (found, []) if found is not None else _in_full(record, raw, written, at)
    # What is no address at all is told once
    bad = {one.place for one in problems}
    problems += [_of(raw, one) for one in _misleading(record, raw, written, at) if one.place not in bad]
    if not blank:
        return value, problems
    # What is yet to be filled in is no day and no number either: it is told once
    told = {one.place for one in blank}
    others = [one for one in problems if one.place not in told]
    return None if errors(blank) else value, [*blank, *others]


def _misleading(
    record: type[Record], raw: yaml.RawNode, written: yaml.Written, at: tuple[int, ...]
) -> Iterator[Problem]:
    """Addresses that lead elsewhere than they seem to, at any depth of a record."""
    for where, address in _addresses(record, raw):
        found = web_address.fault(address.strip().rstrip(web_address.BEHIND)) if address.strip() else None
        if found is not None:
            # Counted from 1, as everywhere
            name = ".".join(str(step + 1 if isinstance(step, int) else step) for step in where)
            message = _("{name}：{message}").format(name=name, message=found.message)
            yield Problem(written.place(*at, *where), "web-address", message, found.hint, found.notice)


def _addresses(record: type[Record], raw: yaml.RawNode) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """What is written in the fields that lead somewhere, and where."""
    for name, inner in _leading(record):
        value = raw.get(name) if isinstance(raw, dict) else None
        if isinstance(value, str) and inner is None:
            yield (name,), value
        elif isinstance(value, dict) and inner is not None:
            yield from (((name, *where), one) for where, one in _addresses(inner, value))
        elif isinstance(value, list) and inner is not None:
            for n, each in enumerate(value):
                yield from (((name, n, *where), one) for where, one in _addresses(inner, each))


@cache
def _leading(record: type[Record]) -> tuple[tuple[str, type[Record] | None], ...]:
    """The fields that are addresses, or the records in them that have some."""
    inner = {name: next(records_in(field.type), None) for name, field in record.declared.items()}
    return tuple(
        (name, one) for name, one in inner.items() if record.declared[name].leads or (one is not None and _leading(one))
    )


def _in_full(
    record: type[R], raw: dict[str, yaml.RawNode], written: yaml.Written, at: tuple[int, ...]
) -> tuple[R | None, list[Problem]]:
    # Imported here: slow to load, and where nothing is wrong it is seldom wanted
    from pydantic import ValidationError

    from disclosure.model import strict

    try:
        return strict.read(record, raw), []
    except ValidationError as error:
        found = _once(record, error.errors(include_url=False))
        return None, [_of(raw, _problem(record, item, written, at)) for item in found]


def _once(record: type[Record], items: list[Any]) -> list[Any]:
    """Without the fields that are missing because they are spelt otherwise: these are told once."""
    near = {
        (*item["loc"][:-1], *near_fields(str(item["loc"][-1]), _fields(record, item["loc"]))[:1])
        for item in items
        if item["type"] == "extra_forbidden"
    }
    return [item for item in items if item["type"] != "missing" or item["loc"] not in near]


def _of(raw: dict[str, yaml.RawNode], problem: Problem) -> Problem:
    """The problem with the record's id before it, where the record has one: a list file holds many."""
    id = raw.get("id")
    if not isinstance(id, str) or not id:
        return problem
    return replace(problem, message=_("{id}：{message}").format(id=id, message=problem.message))


def _no_mapping(written: yaml.Written, at: tuple[int, ...]) -> Problem:
    hint = _("冒号要用半角“:”，后面加一个空格") if "：" in written.text else _("写法是“字段: 值”，一行一个字段")
    return Problem(written.place(*at), "fields", _("这里应当是一组字段"), hint)


def _problem(record: type[Record], item: Any, written: yaml.Written, at: tuple[int, ...]) -> Problem:
    where = item["loc"]
    # Counted from 1, as in the id of a target (c016/1)
    name = ".".join(str(step + 1 if isinstance(step, int) else step) for step in where)
    rule, message, hint = _explain(record, item, name)
    return Problem(written.place(*at, *where), rule, message, hint)


def _explain(record: type[Record], item: Any, name: str) -> tuple[str, str, str]:
    kind, where = item["type"], item["loc"]
    declared = _declared(record, where)
    label = _(declared.label) if declared is not None else name
    help = _(declared.help) if declared is not None else ""
    if kind == "missing":
        return "missing-field", _("缺少必填字段 {name}（{label}）").format(name=name, label=label), help
    if kind == "extra_forbidden":
        return "unknown-field", _("没有这个字段：{name}").format(name=name), _suggestion(record, where)
    message = _("{name}（{label}）的值“{value}”不对：{reason}").format(
        name=name, label=label, value=_shown(item["input"]), reason=_reason(item)
    )
    if declared is not None and str(item["input"]).strip() in NOTHING:
        return "bad-value", message, help if declared.needed else _("没有就不写这个字段")
    value = item["input"]
    mended = _mended(kind, value) or _for_days(record, where, value) or _spelt(declared, where, value)
    return "bad-value", message, mended or help


def _for_days(record: type[Record], where: tuple[Any, ...], value: Any) -> str:
    """The field beside a number's that is for days, where a day was written."""
    fields, declared = _fields(record, where), _declared(record, where)
    day = next(spellings.days(value), "") if isinstance(value, str) else ""
    if not day or declared is None or not _takes(declared, Number):
        return ""
    name = next((name for name, one in fields.items() if _takes(one, Day)), "")
    return _("日期不写在这里，写作 {spelling}").format(spelling=f"{name}: {day}") if name else ""


def _takes(field: Field, type: Any) -> bool:
    return type in (field.type, *get_args(field.type))


def _spelt(declared: Field | None, where: tuple[Any, ...], value: Any) -> str:
    """How to write what was meant, where that can be told."""
    if declared is None:
        return ""
    inner = next(records_in(declared.type), None)
    if inner is not None and isinstance(value, str):
        dash = "- " if get_origin(declared.type) is list else ""
        return _("这里写一组字段，例如 {spelling}").format(spelling=f"{dash}{next(iter(inner.declared))}: …")
    is_item = isinstance(where[-1], int)
    spelling = spellings.item(declared, value) if is_item else spellings.meant(declared, value)
    key = "" if is_item else f"{where[-1]}: "
    return _("写作 {spelling}").format(spelling=key + spelling) if spelling else ""


def _mended(kind: str, value: Any) -> str:
    """What to do about a value that YAML took for something else than it was meant to be."""
    if not isinstance(value, str):
        return _of_structure(kind, value)
    if kind == "list_type" and value.startswith("-"):
        return _("短横后面加一个空格，一行一项")
    if len(value) > 1 and value[0] in CHINESE_QUOTES and value[-1] in CHINESE_QUOTES:
        return _("中文引号成了值的一部分，写作 {value}").format(value=value[1:-1])
    if GROUPED.fullmatch(value):
        return _("不写千分位的逗号，写作 {value}").format(value=re.sub("[,，]", "", value))
    return ""


def _of_structure(kind: str, value: Any) -> str:
    """What to do about brackets or a dash that are missing, or too many."""
    if kind == "list_type" and isinstance(value, dict) and value:
        return _("列表的每一项前面加短横和空格，写作 - {key}: …").format(key=next(iter(value)))
    if kind == "string_type" and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return _("不用方括号，写作 {value}").format(value=value[0])
    return ""


def _shown(value: Any) -> str:
    """A value as it could be written in YAML, cut short."""
    if isinstance(value, list):
        text = f"[{', '.join(map(_shown, value))}]"
    elif isinstance(value, dict):
        text = "{" + ", ".join(f"{key}: {_shown(one)}" for key, one in value.items()) + "}"
    else:
        text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"


# Error types of pydantic, by how they begin, and what they mean to an editor
REASONS = (
    ("date", N_("应当是日期，例如 2022-01-13")),
    ("int", N_("应当是整数")),
    ("decimal_max_digits", N_("不能超过 {max_digits} 位数字")),
    ("decimal_whole_digits", N_("整数部分不能超过 {whole_digits} 位")),
    ("decimal_max_places", N_("小数不能超过 {decimal_places} 位")),
    ("decimal", N_("应当是数字")),
    ("bool", N_("应当是 true 或 false")),
    ("greater_than_equal", N_("不能小于 {ge}")),
    ("less_than_equal", N_("不能大于 {le}")),
    ("greater_than", N_("应当大于 {gt}")),
    ("less_than", N_("应当小于 {lt}")),
    ("string_too_short", N_("至少写 {min_length} 个字")),
    ("string_too_long", N_("不能超过 {max_length} 个字")),
    ("too_short", N_("至少写 {min_length} 项")),
    ("too_long", N_("不能超过 {max_length} 项")),
    ("string_pattern", N_("格式不符")),
    ("string_type", N_("应当是文字")),
    ("list_type", N_("应当是列表")),
    ("dict_type", N_("应当是一组字段")),
    ("model", N_("应当是一组字段")),
)


def _reason(item: Any) -> str:
    kind, context = item["type"], item.get("ctx", {})
    if kind in ("literal_error", "enum"):
        allowed = "、".join(re.split(", | or ", str(context.get("expected", ""))))
        return _("只能是 {allowed}").format(allowed=allowed)
    known = next((words for start, words in REASONS if kind.startswith(start)), None)
    return _(known).format(**context) if known else str(context.get("error") or item["msg"])


def _fields(record: type[Record], where: tuple[Any, ...]) -> Mapping[str, Field]:
    """The fields declared at ``where``'s parent."""
    current = record
    for step in where[:-1]:
        if isinstance(step, int):
            continue
        field = current.declared.get(step)
        inner = next(records_in(field.type), None) if field else None
        if inner is None:
            return {}
        current = inner
    return current.declared


def _declared(record: type[Record], where: tuple[Any, ...]) -> Field | None:
    named = tuple(step for step in where if not isinstance(step, int))
    return _fields(record, named).get(named[-1]) if named else None


def _fields_within(field: Field) -> Mapping[str, Field]:
    inner = next(records_in(field.type), None)
    return inner.declared if inner is not None else {}


def near_fields(name: str, fields: Mapping[str, Field]) -> list[str]:
    """The field that was meant: spelt likewise, or called so."""
    plain = re.sub(r"[\s-]+", "_", spellings.plain(name).lower()).strip("*_")
    return get_close_matches(plain, fields, 1, 0.6) or [key for key, one in fields.items() if one.label == name]


def _suggestion(record: type[Record], where: tuple[Any, ...]) -> str:
    fields = _fields(record, where)
    near = near_fields(str(where[-1]), fields)
    within = [name for name, one in fields.items() if where[-1] in _fields_within(one)]
    if within and not get_close_matches(str(where[-1]), fields, 1, 0.85):
        return _("它是 {names} 里的字段，写在那里面").format(names="、".join(within))
    if near:
        return _("是不是想写 {name}？").format(name=near[0])
    return _("可用的字段：{names}").format(names="、".join(fields))
