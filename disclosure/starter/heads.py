"""The front matter of a report that was just imported: what is known is filled in, what is not is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from disclosure.source.blanks import SIGN

FENCE = "---\n"
# A field on a line of its own, but for those whose values stand on the lines below
FIELD = re.compile(r"(?!(?:source|disclosure|retired):)([a-z_]+):(?: (.*))?\n")
# The day stands in the first lines, before the deputies are addressed
BEFORE = 20
DAY = re.compile(r"((?:19|20|21)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
PLAIN = re.compile(r"[\u3400-\u9fff0-9A-Za-z（）][\u3400-\u9fff0-9A-Za-z（）·-]*|[0-9-]{10} [0-9:]{5}")


def filled(markdown: str, known: Mapping[str, str], certain: Mapping[str, str]) -> str:
    """``known`` stands where the import found nothing, ``certain`` in any case; fields without a value go."""
    _nothing, head, body = markdown.split(FENCE, 2)
    found = values(markdown)
    new = {name: value for name, value in known.items() if not found.get(name)} | dict(certain)
    lines = [f"{name}: {_scalar(new[name]) if name in new else value}\n" for name, value in (found | new).items()]
    said = [line for line, value in zip(lines, (found | new).values(), strict=True) if value]
    rest = [line for line in head.splitlines(keepends=True) if not FIELD.fullmatch(line)]
    return "".join([FENCE, *said, *rest, FENCE, body])


def values(markdown: str) -> dict[str, str]:
    """The fields as written; what is yet to be filled in is no value."""
    head = markdown.split(FENCE, 2)[1]
    found = filter(None, map(FIELD.fullmatch, head.splitlines(keepends=True)))
    return {one[1]: "" if SIGN in (one[2] or "") else (one[2] or "").strip() for one in found}


def delivered(text: str) -> date | None:
    """The day that a report names before it begins."""
    for line in text.split("\n")[:BEFORE]:
        found = DAY.search(line)
        if found:
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                return None
    return None


def _scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
