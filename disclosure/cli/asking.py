"""Questions on a terminal, for what a command was not told."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from disclosure.cli.output import Console, typed
from disclosure.forms.options import MANY, FormKind, FormOption
from disclosure.translation import gettext as _

if TYPE_CHECKING:
    from disclosure.forms.known import Knowledge

# So many are listed to choose from
MOST = 20
IDS = re.compile(r"(?:[a-z0-9-]+/)?c[0-9]{3,6}")
BETWEEN = re.compile(r"[\s,，、;；]+")


def is_possible(output: Console) -> bool:
    """Whether somebody sits at a terminal."""
    return not output.as_json and all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def completed(kind: FormKind, known: Knowledge | None, given: Mapping[str, Any], output: Console) -> dict[str, Any]:
    """What was given, with the answers to what was not. An empty answer leaves out what may be left out. Nothing is
    suggested where nothing is ``known``."""
    found = dict(given)
    for option in kind.options:
        if option.asks and not found[option.name] and not _is_answered(option.name, found):
            found[option.name] = _answer(kind, option, known, found, output)
    return found


def _is_answered(name: str, found: Mapping[str, Any]) -> bool:
    """Whether what else was given makes the question needless."""
    if name == "document":
        return bool(found["commitment"])
    return name == "commitment" and bool(found.get("figures"))


def _answer(
    kind: FormKind, option: FormOption, known: Knowledge | None, found: Mapping[str, Any], output: Console
) -> Any:
    if known is None:
        return _ask(option)
    # Heavy, and wanted by who is asked only
    from disclosure.forms.registry import SUGGESTED

    if option.name == "commitment":
        return _promises(option, known, found, output)
    suggests = SUGGESTED.get((kind.name, option.name))
    choices = list(suggests(known))[:MOST] if suggests else []
    _list(choices, output)
    said = _ask(option)
    chosen = [choices[int(one) - 1][0] if _is_number(one, choices) else one for one in _parts(option, said)]
    return chosen if option.kind == MANY else (chosen[0] if chosen else "")


def _promises(option: FormOption, known: Knowledge, found: Mapping[str, Any], output: Console) -> list[str]:
    """Ids as they are; words become the promises that hold them, to choose from."""
    from disclosure.forms import finding

    said = found.get("about") or _ask(option)
    parts = BETWEEN.split(said.strip())
    if all(IDS.fullmatch(one) for one in parts):
        return parts
    choices = [(one.name, one.record.title) for one in finding.about(known, said, found.get("report") or "")][:MOST]
    if not choices:
        output.say(_("没有一条承诺的标题或原文里有“{words}”，换几个字再试").format(words=said))
        return _promises(option, known, {**found, "about": ""}, output)
    _list(choices, output)
    numbers = BETWEEN.split(_line(_("哪几条，写前面的数字，用空格隔开：")))
    return [choices[int(one) - 1][0] for one in numbers if _is_number(one, choices)]


def _list(choices: Sequence[tuple[str, str]], output: Console) -> None:
    for n, (value, what) in enumerate(choices, 1):
        output.say(f"{n:>4}  {value}  {what}")


def _ask(option: FormOption) -> str:
    """An answer; asked for again where nothing can be written without it."""
    hint = "" if option.needed else _("（不写就直接回车）")
    while True:
        said = _line(_("{question}{hint}：").format(question=_(option.asks), hint=hint))
        if said or not option.needed:
            return said


def _line(question: str) -> str:
    """What somebody types; who ends the input wants no more."""
    try:
        return typed(question)
    except EOFError:
        raise KeyboardInterrupt from None


def _parts(option: FormOption, said: str) -> list[str]:
    return [one for one in (BETWEEN.split(said) if option.kind == MANY else [said]) if one]


def _is_number(text: str, choices: Sequence[tuple[str, str]]) -> bool:
    return text.isdecimal() and text.isascii() and len(text) < len(str(MOST)) + 1 and 0 < int(text) <= len(choices)
