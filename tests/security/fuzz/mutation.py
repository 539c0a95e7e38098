"""Changes of an input as whole signs and words: libFuzzer's own mutations break a Han character into bytes."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

MOST = 4


def mutated(data: bytes, words: Sequence[str], others: Sequence[bytes], limit: int, dice: Random) -> bytes:
    """``words`` are put in, of ``others`` pieces taken."""
    text = data.decode("utf-8", "surrogateescape")
    for _each in range(dice.randint(1, MOST)):
        text = _once(text, words, others, dice)
    return text.encode("utf-8", "surrogateescape")[:limit]


def _once(text: str, words: Sequence[str], others: Sequence[bytes], dice: Random) -> str:
    kind, (start, end) = dice.randrange(9), _span(text, dice)
    if kind <= 2:
        return text[:start] + dice.choice(words or ("",)) + text[start:]
    if kind == 3:
        return text[:start] + text[end:]
    if kind == 4:
        return text[:end] + text[start:end] * dice.choice((1, 1, 2, 20)) + text[end:]
    if kind == 5:
        return text[:start] + dice.choice(words or ("",)) + text[end:]
    if kind in (6, 7):
        other = dice.choice(others).decode("utf-8", "surrogateescape") if others and kind == 7 else text
        there, back = _span(other, dice)
        return text[:start] + other[there:back] + text[start if kind == 6 else end :]
    return text[:start] + _sign(dice) + text[start + 1 :]


def _span(text: str, dice: Random) -> tuple[int, int]:
    start = dice.randint(0, len(text))
    return start, min(len(text), start + int(dice.expovariate(0.15)))


def _sign(dice: Random) -> str:
    """A sign of any plane; no surrogate."""
    kind = dice.randrange(4)
    if kind == 0:
        return chr(dice.randint(0, 0x7F))
    if kind == 1:
        return dice.choice("\n\n \t-:#[]{}'\"|>，。：；、“”（）0123456789年月日%一二三")
    found = dice.randint(0, 0xFFFF) if kind == 2 else dice.randint(0x4E00, 0x9FA5)
    return chr(found) if not 0xD800 <= found <= 0xDFFF else "\U0010fffd"
