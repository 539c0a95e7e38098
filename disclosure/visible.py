"""Text as a terminal, a log or a comment may show it: nothing in it is a command, and nothing in it is hidden.

Names of files, words of content and what git or a library says come from anybody. A control character would move the
cursor or colour the screen, a line end would forge a line of ours, a mark of direction would turn words round.
"""

from __future__ import annotations

import json
import re
from unicodedata import category

# What the machines of a pull request take for a command in a log: GitHub's `::error` and `##[error]`, Azure's `##vso[`
COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\w*\[)")


def visible(text: str) -> str:
    """One line: what nobody sees is written as in Python (``\\x1b``, ``\\u202e``, ``\\n``), to be found and typed."""
    return text if text.isprintable() else "".join(map(_sign, text))


def line(text: str) -> str:
    """A line of a log, which is no command to whoever reads logs."""
    return COMMAND.sub(lambda found: f"{found[1] or ''}\\x{ord(found[0][-1]):02x}", visible(text))


def lines(text: str) -> str:
    """Lines of a log that were put together by us."""
    return "\n".join(map(line, text.split("\n")))


def as_json(value: object) -> str:
    """JSON that says the same and can be shown: what nobody sees is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    if text.replace("\n", "").isprintable() and "##" not in text:
        return text
    # Outside of texts there are only printable signs and the line ends
    return "".join(one if one == "\n" or _is_seen(one) else json.dumps(one)[1:-1] for one in text).replace(
        "##", "#\\u0023"
    )


def _sign(character: str) -> str:
    return character if _is_seen(character) else repr(character)[1:-1]


def _is_seen(character: str) -> bool:
    """An ideographic space is one of those that Chinese texts are set with."""
    return character.isprintable() or category(character) == "Zs"
