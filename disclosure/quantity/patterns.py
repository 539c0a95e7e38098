"""Pieces of patterns, and lists of words.

What must not stand before or behind is one assertion for each character: the compiler of ``re`` takes ten times as long
for a set of Chinese characters, which lie far apart, and compiling takes longer than searching a report.
"""


def not_after(characters: str) -> str:
    return "".join(f"(?<!{character})" for character in characters)


def not_before(characters: str) -> str:
    return "".join(f"(?!{character})" for character in characters)


def words(line: str) -> tuple[str, ...]:
    """The words of a line, for ``startswith`` and ``endswith``."""
    return tuple(line.split())
