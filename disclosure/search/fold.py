"""How a text is read by the search: the same in ``templates/js/search/fold.js``, character for character."""

from __future__ import annotations

import unicodedata

# A full-width comma must not become the comma inside 1,000
KEPT = "，"
# What PDF files give in place of characters: radicals that have no compatibility form, before what they look like
RADICALS = (
    "⺁厂⺓幺⺜日⺝月⺠民⺧牛⺨犬⺩王⺪疋⺫目⺬示⺮竹⺶羊⺷羊⺸羊⺹老⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤"
    "⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻲亀"
)


class _Folding(dict[int, str]):
    """Compatibility forms, width and case are levelled, each code point on its own: a part folds as the whole."""

    def __missing__(self, code: int) -> str:
        one = chr(code)
        self[code] = one if one in KEPT else unicodedata.normalize("NFKC", one).lower()
        return self[code]


_FOLDING = _Folding({ord(one): other for one, other in zip(RADICALS[::2], RADICALS[1::2], strict=True)})


def fold(text: str) -> str:
    return text.translate(_FOLDING)
