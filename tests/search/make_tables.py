"""The search's character tables, made from pypinyin and OpenCC: ``python -m tests.search.make_tables``.

They are kept in the repository (``disclosure/search/tables/``) so that a build needs neither library; a test holds
them against what these libraries say now.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from opencc import OpenCC
from pypinyin import Style, pinyin
from pypinyin.phrases_dict import phrases_dict

from disclosure.search.tables import FOLDER

# A reading counts where at least this share of the dictionary's words with the character has it
SHARE = 0.12


def characters() -> Iterator[str]:
    """GB 2312, both levels: 6,763 characters."""
    for first in range(0xB0, 0xF8):
        for second in range(0xA1, 0xFF):
            yield from bytes((first, second)).decode("gb2312", "ignore")


def readings() -> str:
    """A line for each syllable without its tone: ``yang 养央样…``, characters in the order of GB 2312."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for word in phrases_dict:
        for character, reading in zip(word, pinyin(word, Style.NORMAL, v_to_u=False), strict=False):
            used[character][reading[0]] += 1
    syllables: dict[str, list[str]] = defaultdict(list)
    for one in characters():
        for reading in sorted(_readings(one, used[one])):
            syllables[reading].append(one)
    return "".join(f"{name} {''.join(of)}\n" for name, of in sorted(syllables.items()))


def _readings(character: str, used: Counter[str]) -> set[str]:
    first = pinyin(character, Style.NORMAL, v_to_u=False)[0][0]
    total = sum(used.values())
    return {first} | {one for one, count in used.items() if one.isalpha() and one.isascii() and count >= SHARE * total}


def traditional() -> str:
    """Pairs of a traditional character and the simplified one of GB 2312 that stands for it, a line each."""
    convert = OpenCC("t2s").convert
    simple = set(characters())
    pairs = ((chr(code), convert(chr(code))) for code in range(0x4E00, 0xA000))
    return "".join(f"{old}{new}\n" for old, new in pairs if old != new and new in simple)


FILES = {"readings.txt": readings, "traditional.txt": traditional}


if __name__ == "__main__":
    for name, make in FILES.items():
        (FOLDER / name).write_text(make(), "utf-8")
