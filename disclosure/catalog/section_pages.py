"""On which page of its section a record stands: long sections go on on further pages, promises before results."""

from __future__ import annotations

from disclosure.catalog import address
from disclosure.catalog.entries import Commitment, Register, Result

# Commitments and results on a page
SIZE = 40


def shown_at(register: Register, one: Commitment | Result) -> str:
    """Where a record stands in full: a promise on its own page, a result on its section's."""
    if isinstance(one, Commitment):
        return address.commitment(one.report, one.id)
    number = register.before[one.id] // SIZE + 1
    return f"{address.section(one.report, one.section, number)}#{one.id}"
