"""Titles of many reports: those that are formed as most are stand once (``templates/js/search/parted.js``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any


def formed(reports: Sequence[tuple[str, int, str, str]]) -> dict[str, Any]:
    """``titled`` is how most are formed, of year and district; ``reports`` are the rows, without titles that are so."""
    forms = Counter(
        title.replace(str(year), "{year}", 1).replace(place, "{district}", 1) for _key, year, title, place in reports
    )
    form = forms.most_common(1)[0][0]
    rows = [
        (key, year, "" if title == title_of(form, year, place) else title, place) for key, year, title, place in reports
    ]
    return {"titled": form, "reports": rows}


def title_of(form: str, year: int, place: str) -> str:
    return form.replace("{year}", str(year), 1).replace("{district}", place, 1)
