"""How a text is read by the search: the same in ``templates/js/search/fold.js``, character for character."""

from __future__ import annotations

import unicodedata

from disclosure.source.character_tables import RADICALS, RADICALS_FROM

# A full-width comma must not become the comma inside 1,000
KEPT = "，"


class _Folding(dict[int, str]):
    """Compatibility forms, width and case are levelled, each code point on its own: a part folds as the whole."""

    def __missing__(self, code: int) -> str:
        one = chr(code)
        self[code] = one if one in KEPT else unicodedata.normalize("NFKC", one).lower()
        return self[code]


_FOLDING = _Folding({code: one for code, one in enumerate(RADICALS, RADICALS_FROM) if one != " "})


def fold(text: str) -> str:
    return text.translate(_FOLDING)
