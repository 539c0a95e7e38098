"""The search's tables, made from pypinyin, OpenCC and jieba's dictionary: ``python -m tests.search.make_tables``.

They are kept in the repository (``disclosure/search/tables/``) so that a build needs none of these; a test holds them
against what the libraries say now. The dictionary comes with ``@node-rs/jieba`` (MIT), of which nothing else is used.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from opencc import OpenCC
from pypinyin import Style, pinyin
from pypinyin.phrases_dict import phrases_dict

from disclosure.search.tables import FOLDER, RARELY
from tests.projects import REPOSITORY

# A reading is a common one where at least this share of the dictionary's words with the character has it
SHARE = 0.12
DICTIONARY = REPOSITORY / "node_modules/@node-rs/jieba/dict.txt"
# How often the dictionary has to have counted a word, and how its tags of persons' names begin
OFTEN, PERSON = 15, "nr"


def characters() -> Iterator[str]:
    """GB 2312, both levels: 6,763 characters."""
    for first in range(0xB0, 0xF8):
        for second in range(0xA1, 0xFF):
            yield from bytes((first, second)).decode("gb2312", "ignore")


def readings() -> str:
    """A line for each syllable without its tone: ``yang 养央样…``, characters in the order of GB 2312.

    After a sign stand those that are rarely read so, mostly in names of places and persons (洞 in 洪洞, 单 in 单县).
    """
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for word in phrases_dict:
        for character, reading in zip(word, pinyin(word, Style.NORMAL, v_to_u=False), strict=False):
            used[character][reading[0]] += 1
    common: dict[str, list[str]] = defaultdict(list)
    rare: dict[str, list[str]] = defaultdict(list)
    for one in characters():
        every = pinyin(one, Style.NORMAL, heteronym=True, v_to_u=False)[0]
        often = _often(every[0], used[one])
        for reading in filter(_is_syllable, {*every, *used[one]}):
            (common if reading in often else rare)[reading].append(one)
    return "".join(f"{name} {_line(common[name], rare[name])}\n" for name in sorted({*common, *rare}))


def _line(common: list[str], rare: list[str]) -> str:
    return "".join(common) + (RARELY + "".join(rare) if rare else "")


def _often(first: str, used: Counter[str]) -> set[str]:
    return {first} | {one for one, count in used.items() if count >= SHARE * used.total()}


def _is_syllable(reading: str) -> bool:
    """Not the ê and ḿ of exclamations."""
    return reading.isalpha() and reading.isascii()


def traditional() -> str:
    """Pairs of a traditional character and a simplified one of GB 2312 that stands for it, a line each.

    Where words decide between several (覆核 and 覆盖), there is a line for each of them.
    """
    convert = OpenCC("t2s").convert
    simple = set(characters())
    several = _several()
    every = ((chr(code), convert(chr(code))) for code in range(0x4E00, 0xA000))
    pairs = ((old, new) for old, first in every for new in dict.fromkeys((first, *several.get(old, ()))))
    return "".join(f"{old}{new}\n" for old, new in pairs if new in simple and (old != new or old in several))


def _several() -> dict[str, list[str]]:
    """What a character stands for within words, where that is not what it is by itself."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    alone = OpenCC("t2s").convert
    for convert in (OpenCC(name).convert for name in ("s2t", "s2tw", "s2hk")):
        for word in phrases_dict:
            for old, new in zip(convert(word), word, strict=False):
                if old != new != alone(old):
                    found[old][new] += 1
    return {old: [new for new, _count in sorted(of.items())] for old, of in found.items()}


def words() -> str:
    """Common words of two characters: a line for each first character, with all that may follow it."""
    known = set(characters())
    after: dict[str, list[str]] = defaultdict(list)
    for line in DICTIONARY.read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        if len(word) == 2 and known.issuperset(word) and int(count) >= OFTEN and not tag.startswith(PERSON):
            after[word[0]].append(word[1])
    return "".join(f"{first}{''.join(sorted(of))}\n" for first, of in sorted(after.items()))


FILES = {"readings.txt": readings, "traditional.txt": traditional, "words.txt": words}


if __name__ == "__main__":
    for name, make in FILES.items():
        (FOLDER / name).write_text(make(), "utf-8")
