"""How a text is read by the search: the same in ``templates/js/search/fold.js``, character for character."""

from __future__ import annotations

import unicodedata

# A full-width comma must not become the comma inside 1,000
KEPT = "，"
# What PDF files give in place of characters: the radicals from this one on, those that have no compatibility form, by
# what they look like
FIRST = 0x2E80
RADICALS = (
    " 厂                 幺        日月  民      牛犬王疋目示 竹       羊羊羊老  "
    "肉    虎  西见角  贝 车     長 长门  雨青韦页风飞食 食  马骨鬼鱼鸟卤麦黄黾 齐 齿 龙龜亀"
)


class _Folding(dict[int, str]):
    """Compatibility forms, width and case are levelled, each code point on its own: a part folds as the whole."""

    def __missing__(self, code: int) -> str:
        one = chr(code)
        self[code] = one if one in KEPT else unicodedata.normalize("NFKC", one).lower()
        return self[code]


_FOLDING = _Folding({code: one for code, one in enumerate(RADICALS, FIRST) if one != " "})


def fold(text: str) -> str:
    return text.translate(_FOLDING)
