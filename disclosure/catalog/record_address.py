"""Where records are shown, by the names that corrections and ``retired.yml`` call them."""

from __future__ import annotations

from collections.abc import Callable

from disclosure.catalog import address
from disclosure.model import record_names
from disclosure.model.record_names import NameKind

# Where a record that a correction, or ``retired.yml``, names is shown
SHOWN: dict[NameKind, Callable[..., str]] = {
    NameKind.UPDATE: address.update,
    NameKind.CORRECTION: address.correction,
    NameKind.RESPONSIBILITY: address.responsibility,
    NameKind.VOTE: address.vote,
    NameKind.WORD: address.word,
    NameKind.INDICATOR: address.indicator,
    NameKind.DISTRICT: address.district,
    NameKind.MEASURE: address.measure,
    NameKind.ENTITY: address.entity,
    NameKind.QUESTION: address.question,
    NameKind.DIGEST: address.digest,
    NameKind.REPORT: address.text,
    NameKind.ATTACHMENT: address.attachment,
    NameKind.COMMITMENT: address.commitment,
    NameKind.RESULT: address.result,
    NameKind.PASSAGE: address.passage,
    NameKind.REQUEST: address.request,
    NameKind.DOCUMENT: address.awaited,
    NameKind.NARRATIVE: address.narrative,
    NameKind.SOURCE: address.source,
    NameKind.EXEMPTION: address.passage,
}


def of_record(name: str) -> str:
    """Where the record that a correction calls ``name`` is shown; empty for what has no page of its own."""
    found = record_names.parse(name)
    return SHOWN[found[0]](*found[1]) if found and found[0] in SHOWN else ""


def pages_of(name: str) -> tuple[str, ...]:
    """The pages that the record ``name`` has, or stands on."""
    found, where = record_names.parse(name), of_record(name).partition("#")[0]
    if found is not None and found[0] is NameKind.REPORT:
        return address.report(*found[1]), where
    return (where,) if where.endswith(".html") else ()
