"""The targets of a promise and what came of them, in the promise's own row: a row that can be filtered and summed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from disclosure.translation import gettext as _


def targets(all: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Numbers stand there only where there is one: of one target, and of one value on the last day that is known."""
    only = all[0] if len(all) == 1 else {}
    seen = _last(only.get("observations", ()))
    values = {one["value"] for one in seen if one["value"] is not None}
    return {
        "target_measures": [one["measure"] for one in all],
        "target_written": [one["written"] for one in all],
        "target_value": only.get("value"),
        "target_unit": only.get("unit") or None,
        "observed": [text for one in all for text in _told(one["observations"])],
        "observed_value": values.pop() if len(values) == 1 else None,
        "observed_until": seen[0]["until"] if seen else None,
        "target_verdicts": [one["verdict"]["result_label"] for one in all],
    }


def _last(observations: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    last = max((one["until"] for one in observations), default=None)
    return [one for one in observations if one["until"] == last]


def _told(observations: Sequence[Mapping[str, Any]]) -> dict[str, None]:
    """Each value of the last day once, as words."""
    return dict.fromkeys(filter(None, map(_word, _last(observations))))


def _word(one: Mapping[str, Any]) -> str:
    if one["value"] is None:
        return _("{day}完成").format(day=one["done"]) if one["done"] else ""
    about = "、".join(one[name] for name in ("vintage_label", "basis_label") if one[name])
    return f"{one['value']}{one['unit']}" + (f"（{about}）" if about else "")
