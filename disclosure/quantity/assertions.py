"""What must not stand before or behind, as patterns.

One assertion for each character: the compiler of ``re`` takes ten times as long for a set of Chinese characters, which
lie far apart, and compiling the patterns takes longer than searching a report with them.
"""


def not_after(characters: str) -> str:
    return "".join(f"(?<!{character})" for character in characters)


def not_before(characters: str) -> str:
    return "".join(f"(?!{character})" for character in characters)
