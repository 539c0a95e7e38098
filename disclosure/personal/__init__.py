"""Personal data in a text: numbers that name a person, and details that may.

Pure and on its own: text in, frozen values out; no files, no places, no messages but the names of kinds.

    shapes     what an identity card, a bank card, a mobile number is
    numbers    each of them in a text, however it is written
    context    amounts, ids in addresses, labelled document numbers: digits that are none
    details    what only an editor can judge: where somebody lives, what a household earns, who is ill
    found      what all of them hand around
"""

from .details import details, of_picture
from .found import Found
from .numbers import numbers, of_name

__all__ = ["Found", "details", "numbers", "of_name", "of_picture"]
