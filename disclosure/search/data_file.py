"""A file of the search's data: a script that hands its value to the page, so that it can be loaded from a disk too.

``disclosure.data("tokens/17",{...});``: the value is JSON, which is JavaScript as it stands;
``templates/js/search/loader.js`` receives it. No key of a mapping may be ``__proto__``, which a script reads otherwise.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")
OPENING = b'disclosure.data("'
CLOSING = b");\n"


def encode(name: str, value: object) -> bytes:
    return wrap(name, msgspec.json.encode(value))


def wrap(name: str, json: bytes) -> bytes:
    """The file of a value that is JSON already."""
    return OPENING + name.encode() + b'",' + json + CLOSING


def decode(data: bytes, type: type[T]) -> T:
    """The value of a file that ``encode`` wrote."""
    _opening, _comma, rest = data.partition(b'",')
    return msgspec.json.decode(rest.removesuffix(CLOSING), type=type)
