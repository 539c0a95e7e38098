"""What is fuzzed: a reader, what it is given first, and what has to hold of each input."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

# Nothing of the program is imported here: a process imports it watched
REPOSITORY = Path(__file__).parents[3]
ESCAPED = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)")
EXAMPLE = REPOSITORY / "examples/shiguang/content"


class InputHung(BaseException):
    """An input took too long; no handler of a reader may take it for an ordinary fault."""


# What each program inside limits was given that took too long
ENDED: list[tuple[str, bytes]] = []


@dataclass(frozen=True, kw_only=True)
class FuzzTarget:
    """A reader. ``reads`` gives it one input and asserts what has to hold of the answer.

    ``refuses`` are the exceptions by which the reader itself says that it does not read a thing. ``guarded``: a library
    reads it that runs in a process inside limits; where that ends the process here, it is begun anew. ``seconds`` of
    work for one input at most, ``size`` in bytes.
    """

    name: str
    reads: Callable[[bytes], object]
    seeds: Iterable[bytes]
    words: Iterable[str] = ()
    refuses: tuple[type[BaseException], ...] = ()
    guarded: bool = False
    seconds: float = 5
    size: int = 400


# Folders that go when the process does
_FOLDERS: list[TemporaryDirectory[str]] = []


def folder() -> Path:
    """A folder of its own, in memory where that is to be had."""
    shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    _FOLDERS.append(TemporaryDirectory(dir=shared, ignore_cleanup_errors=True))
    return Path(_FOLDERS[-1].name).resolve()


def text(data: bytes) -> str:
    """What is no UTF-8 is left out: texts are decoded before any reader has them."""
    return data.decode("utf-8", "ignore")


def pieces(data: bytes) -> list[str]:
    """Several texts of one input, divided by a sign that no text holds."""
    return text(data).split("\x1e")


def joined(*texts: str) -> bytes:
    return "\x1e".join(texts).encode()


def numbers(data: bytes, count: int) -> tuple[list[int], bytes]:
    """The first bytes as numbers, and the rest."""
    return [*data[:count].ljust(count, b"\0")], data[count:]


def example(pattern: str, most: int = 12) -> list[bytes]:
    """Files of the example, the smaller ones."""
    found = sorted(EXAMPLE.glob(pattern), key=lambda path: (path.stat().st_size, path.name))
    return [path.read_bytes() for path in found[:most] if Path(path).is_file()]


def sections(data: bytes, length: int = 300) -> list[bytes]:
    """A long text in pieces of whole lines."""
    found, held = [], b""
    for line in data.splitlines(keepends=True):
        if held and len(held) + len(line) > length:
            found.append(held)
            held = b""
        held += line
    return [*found, held]


def words(name: str) -> tuple[str, ...]:
    """A list of ``words/``, one a line; what is no sign to see is written as Python has it: ``\\n``, ``\\x20``."""
    lines = (Path(__file__).parent / f"words/{name}.txt").read_text("utf-8").removesuffix("\n").split("\n")
    return tuple(ESCAPED.sub(lambda found: _sign(found[1]), line) for line in lines)


def _sign(escaped: str) -> str:
    return chr(int(escaped[1:], 16)) if escaped[0] in "xu" else {"n": "\n", "r": "\r", "t": "\t"}.get(escaped, escaped)
