"""Personal data in a text: numbers that name a person, and details that may.

Pure and on its own: text in, frozen values out; no files, no places, no messages but the names of kinds.

    shapes     what an identity card, a bank card, a mobile number is
    numbers    each of them in a text, however it is written
    context    amounts, ids in addresses, labelled document numbers: digits that are none
    details    what only an editor can judge: where somebody lives, what a household earns, who is ill
    sighting   what all of them hand around
"""

from collections.abc import Iterator

from .details import details, of_picture
from .numbers import numbers, of_name
from .sighting import Sighting

__all__ = ["Sighting", "details", "numbers", "of_name", "of_picture", "personal"]


def personal(text: str) -> tuple[list[Sighting], Iterator[Sighting]]:
    """The numbers of a text, and its other details: a card's number is no account beside that."""
    found = list(numbers(text))
    taken = [(one.start, one.end) for one in found]
    others = (one for one in details(text) if not any(a < one.end and one.start < b for a, b in taken))
    return found, others
