"""Which characters are usual, and which look like which."""

from __future__ import annotations

import re

# ASCII, Latin letters with marks, usual punctuation, Han, kana but those that look like Han
USUAL = "\t\n -~¡-¬®-ʯ‐-‧‰-⁞₠-₿℃№™←-⇿∀-⋿①-⓪■-◿☀-⛿✀-➿\u3000-〿ぁ-んァ-ヿ㐀-䶿一-鿿，-～！-／：-＠Ａ-Ｚａ-ｚ０-９￠-￥"
# Kana that stand for nothing where no other kana is beside them
KANA = {"ニ": "二", "ハ": "八", "エ": "工", "ロ": "口", "カ": "力", "タ": "夕", "ト": "卜", "ー": "一"}
BESIDE_KANA = re.compile(r"[ぁ-ゖァ-ヺｦ-ﾟ]")
# Letters of other scripts that no eye tells from Latin ones
ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁѵԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ",
    "ABESIJKMHOPCTYXaesijopcyxdvqwABEZHIKMNOPTYXoc",
)
LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"
# Han characters, and signs as wide as they
WIDE = "\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
# What Chinese lists begin their lines with
ENUMERATOR = r"(?:[（(]?(?:[一二三四五六七八九十]+|[0-9０-９]{1,2})[）)、．]|[0-9]{1,2}\.(?=[^\d\s])|[①-⑳•·●■◆])"
# What PDF files give in place of characters: the radicals from this one on, those that have no compatibility form, by
# what they look like
RADICALS_FROM = 0x2E80
RADICALS = (
    " 厂                 幺        日月  民      牛犬王疋目示 竹       羊羊羊老  "
    "肉    虎  西见角  贝 车     長 长门  雨青韦页风飞食 食  马骨鬼鱼鸟卤麦黄黾 齐 齿 龙龜亀"
)
# Its compatibility form is the one that is written elsewhere
ELSEWHERE = {"\u2f3e": "户"}
