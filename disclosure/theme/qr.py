"""Codes that cameras read (QR, ISO/IEC 18004), fast enough for one on every page.

A page is rendered in less than a millisecond; segno, a good library for these codes, takes 5 ms for one whose mask it
is given and 38 ms for one whose mask it chooses. So what it does is done here by tables: every module of a code is a
sum (exclusive or) over the bits of its text; what each byte adds at each place is found once, and a code is that many
look-ups (25 us). ``tests/test_qr.py`` holds codes against segno's, and has all lengths read by zxing.

Correction level M (15 % of a code may be lost: a fold, a stain), bytes, mask 0 (no reader needs the best of the eight),
versions 2 to 9: up to 180 bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from itertools import cycle, groupby
from operator import getitem, xor

from msgspec import Struct

# What stays white around a code on each side, in modules: as wide as the standard asks for
QUIET = 4
# Level M, by version: code words for correction in a block, and of each block how many it has for the text
BLOCKS: dict[int, tuple[int, tuple[int, ...]]] = {
    2: (16, (28,)),
    3: (26, (44,)),
    4: (18, (32, 32)),
    5: (24, (43, 43)),
    6: (16, (27,) * 4),
    7: (18, (31,) * 4),
    8: (22, (38, 38, 39, 39)),
    9: (22, (36, 36, 36, 37, 37)),
}
# Where the middles of the small squares are, in both directions
ALIGNMENT = {2: (6, 18), 3: (6, 22), 4: (6, 26), 5: (6, 30), 6: (6, 34), 7: (6, 22, 38), 8: (6, 24, 42), 9: (6, 26, 46)}
# Level M with mask 0, and the numbers of versions that have to say theirs, each with its check bits
FORMAT = 0b101010000010010
VERSIONS = {7: 0x07C94, 8: 0x085BC, 9: 0x09A99}
# x^8 + x^4 + x^3 + x^2 + 1
FIELD = 0x11D
PADS = b"\xec\x11" * 100

Module = tuple[int, int]


class Code(Struct, frozen=True):
    """A code as a path of strokes, a unit a module, and the side of the square with the white around it.

    It is drawn in black on white (by its stroke, without fill), whatever the colours around it.
    """

    side: int
    path: str


class ByteSums(dict[int, int]):
    """What each value of a byte adds, of what each of its bits adds (the lowest first); found when it is asked for."""

    def __init__(self, bits: list[int]) -> None:
        self.bits = bits

    def __missing__(self, value: int) -> int:
        self[value] = reduce(xor, (bit for n, bit in enumerate(self.bits) if value >> n & 1), 0)
        return self[value]


class Table(Struct, frozen=True):
    """Of a version: its side in modules, the code of no words at all, and what each word adds to it at each place.

    Codes are numbers: a row after the other, each filled up to whole bytes.
    """

    side: int
    base: int
    adds: list[ByteSums]


def code(text: str) -> Code | None:
    """The code of a text; None where it is too long."""
    data = text.encode()
    version = next((n for n, (_count, sizes) in BLOCKS.items() if len(data) + 2 <= sum(sizes)), None)
    if version is None:
        return None
    table = _table(version)
    drawn = reduce(xor, map(getitem, table.adds, _words(data, len(table.adds))), table.base)
    return Code(table.side + 2 * QUIET, f"M{QUIET} {QUIET}.5{_path(drawn, table.side)}")


def _words(data: bytes, count: int) -> bytes:
    """The code words of a text: that it is bytes, how many, these, an end; and what fills the rest."""
    used = len(data) + 2
    bits = ((0b0100 << 8 | len(data)) << 8 * len(data) | int.from_bytes(data, "big")) << 4
    return bits.to_bytes(used, "big") + PADS[: count - used]


def _path(drawn: int, side: int) -> str:
    row = _bytes_of(side)
    return "".join(map(getitem, cycle(_strokes(side)), drawn.to_bytes(row * side, "big")))


def _bytes_of(side: int) -> int:
    return -(-side // 8)


@lru_cache(len(BLOCKS))
def _strokes(side: int) -> tuple[tuple[str, ...], ...]:
    """By the place of a byte in its row: how each value is drawn. The last leads to the row below."""
    row = _bytes_of(side)
    inner, rest = tuple(_stroke(n, 8) for n in range(256)), side - 8 * (row - 1)
    last = tuple(f"{_stroke(n >> 8 - rest, rest)}m-{side} 1" for n in range(256))
    return (*((inner,) * (row - 1)), last)


def _stroke(bits: int, length: int) -> str:
    """Runs of modules, dark and light: ``h3m4 0h1``."""
    runs = ((sign, len(list(run))) for sign, run in groupby(f"{bits:0{length}b}"))
    return "".join(f"h{n}" if sign == "1" else f"m{n} 0" for sign, n in runs)


@lru_cache(len(BLOCKS))
def _table(version: int) -> Table:
    side = 17 + 4 * version
    fixed = _fixed(version, side)
    free = [one for one in _way(side) if one not in fixed]
    base = _drawn((one for one, dark in fixed.items() if dark), side)
    base ^= _drawn(((row, column) for row, column in free if (row + column) % 2 == 0), side)  # mask 0
    modules = [_drawn([one], side) for one in free]
    return Table(side, base, [ByteSums(bits) for bits in _bits(version, modules)])


def _bits(version: int, modules: list[int]) -> Iterator[list[int]]:
    """Of each word of the text, what each of its bits adds: its own module, and those of the words that correct it."""
    count, sizes = BLOCKS[version]
    places = iter([modules[n : n + 8][::-1] for n in range(0, len(modules) - 7, 8)])
    # Words stand by turns: the first of each block, the second of each ..., then those for correction
    own = [[next(places) for size in sizes if n < size] for n in range(max(sizes))]
    corrections = [[next(places) for _size in sizes] for _n in range(count)]
    for block, size in enumerate(sizes):
        mine = [_sums(turn[block]) for turn in corrections]
        rests = _rests(count, size)
        for n in range(size):
            # Shorter blocks come first, and have no word in the last turn
            word = own[n][block - len(sizes)]
            checks = (reduce(xor, map(getitem, mine, rest.to_bytes(count, "big"))) for rest in rests[n])
            yield [bit ^ check for bit, check in zip(word, checks, strict=True)]


def _sums(bits: list[int]) -> list[int]:
    """As ``ByteSums``, where all of them are wanted."""
    sums = [0]
    for bit in bits:
        sums += [known ^ bit for known in sums]
    return sums


def _rests(count: int, size: int) -> list[list[int]]:
    """Of each word of a block, what each of its bits leaves when the block is divided by the generator."""
    multiples = _multiples(count)
    found = [[multiples[1 << bit] for bit in range(8)]]
    while len(found) < size:
        found.append([_next(rest, count, multiples) for rest in found[-1]])
    return found[::-1]


def _next(rest: int, count: int, multiples: list[int]) -> int:
    """The rest, with one word more behind it."""
    above = 8 * (count - 1)
    return (rest & (1 << above) - 1) << 8 ^ multiples[rest >> above]


def _multiples(count: int) -> list[int]:
    """The generator of so many words for correction times each byte, without its leading term."""
    generator, root = [1], 1
    for _n in range(count):
        generator = [a ^ _times(b, root) for a, b in zip([*generator, 0], [0, *generator], strict=True)]
        root = _times(root, 2)
    return _sums([int.from_bytes(bytes(_times(1 << n, one) for one in generator[1:]), "big") for n in range(8)])


def _times(a: int, b: int) -> int:
    """In the field of 256 elements."""
    product = 0
    while b:
        product ^= a * (b & 1)
        a, b = (a << 1) ^ (FIELD if a & 128 else 0), b >> 1
    return product


def _fixed(version: int, side: int) -> dict[Module, bool]:
    """The modules that no text changes, and which are dark."""
    found = {(6, n): n % 2 == 0 for n in range(8, side - 8)} | {(n, 6): n % 2 == 0 for n in range(8, side - 8)}
    for row, column in ((3, 3), (3, side - 4), (side - 4, 3)):
        found |= _square(row, column, 4, side)
    corners = {(6, 6), (6, side - 7), (side - 7, 6)}
    for row in ALIGNMENT[version]:
        for column in ALIGNMENT[version]:
            if (row, column) not in corners:
                found |= _square(row, column, 2, side)
    return found | _format(side) | _version(version, side)


def _square(row: int, column: int, reach: int, side: int) -> dict[Module, bool]:
    """Squares in one another around a middle; the white around the large ones is part of them."""
    return {
        (row + y, column + x): max(abs(y), abs(x)) not in ({2, 4} if reach == 4 else {1})
        for y in range(-reach, reach + 1)
        for x in range(-reach, reach + 1)
        if 0 <= row + y < side and 0 <= column + x < side
    }


def _format(side: int) -> dict[Module, bool]:
    """The format, twice, its highest bit first; and the module that is always dark."""
    around = [*((8, n) for n in (0, 1, 2, 3, 4, 5, 7, 8)), *((n, 8) for n in (7, 5, 4, 3, 2, 1, 0))]
    apart = [*((side - 1 - n, 8) for n in range(7)), *((8, side - 8 + n) for n in range(8))]
    bits = [bit == "1" for bit in f"{FORMAT:015b}"]
    return dict(zip(around, bits, strict=True)) | dict(zip(apart, bits, strict=True)) | {(side - 8, 8): True}


def _version(version: int, side: int) -> dict[Module, bool]:
    """The number of a version, twice, its lowest bit first."""
    if version not in VERSIONS:
        return {}
    bits = {(n // 3, side - 11 + n % 3): bool(VERSIONS[version] >> n & 1) for n in range(18)}
    return bits | {(column, row): dark for (row, column), dark in bits.items()}


def _way(side: int) -> Iterator[Module]:
    """The modules in the order in which words are laid: up and down in pairs of columns from the right."""
    rights = (*range(side - 1, 6, -2), 5, 3, 1)
    for n, right in enumerate(rights):
        for row in range(side) if n % 2 else range(side - 1, -1, -1):
            yield row, right
            yield row, right - 1


def _drawn(modules: Iterable[Module], side: int) -> int:
    """Dark modules as a number."""
    row, top = 8 * _bytes_of(side), 8 * _bytes_of(side) * side - 1
    return reduce(xor, (1 << top - (y * row + x) for y, x in modules), 0)
