"""Who writes a new record of each kind, and what may be suggested to who is asked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from disclosure.forms import adjustment, correction, district, entity, request, update, vote, word
from disclosure.forms.known import Knowledge
from disclosure.forms.wish import NewText, Wish

FormMaker = Callable[[Knowledge, Wish], NewText]
# What may be given, each with what it is
Suggestions = Callable[[Knowledge], Iterable[tuple[str, str]]]

MAKERS: Mapping[str, FormMaker] = {
    "update": update.make,
    "correction": correction.make,
    "vote": vote.make,
    "adjustment": adjustment.make,
    "request": request.make,
    "department": word.make,
    "entity": entity.make,
    "district": district.make,
}
SUGGESTED: Mapping[tuple[str, str], Suggestions] = {
    ("request", "document"): request.documents,
    ("entity", "kind"): entity.kinds,
}
