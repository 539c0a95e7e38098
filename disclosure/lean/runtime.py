"""What the Python of a template calls while a page is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, wraps
from typing import Any

import jinja2
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as escaped
except ImportError:  # markupsafe without its C part

    def escaped(text: str, /) -> str:
        return str(escape(text))


# Words of a message as a value: there are as many as templates have
said = cache(Markup)
# A macro: it adds to the list that it is given first
Piece = Callable[..., None]


def shown(value: object) -> str:
    """What ``escape`` makes of a value; most are plain words, and need not become ``Markup`` to be joined to a page."""
    if type(value) is str:
        return escaped(value)
    return value if type(value) is Markup else escape(value)


def made(piece: Piece, *arguments: Any, **named: Any) -> Markup:
    """What a macro writes, as a value."""
    out: list[str] = []
    piece(out, *arguments, **named)
    return Markup("".join(out))  # noqa: S704 (a macro's own text; its values are escaped)


def exported(context: Context, *pieces: Piece) -> None:
    """Macros as whoever is not made here knows them: functions that give markup."""
    for piece in pieces:
        context.vars[piece.__name__] = _markup(piece)
        context.exported_vars.add(piece.__name__)


def _markup(piece: Piece) -> Callable[..., Markup]:
    @wraps(piece)
    def given(*arguments: Any, **named: Any) -> Markup:
        return made(piece, *arguments, **named)

    return given


def macro(template: jinja2.Template, name: str) -> Piece:
    """A macro of another template, whoever made it."""
    found = getattr(template.module, name)
    if not isinstance(found, Macro):
        piece: Piece = found.__wrapped__
        return piece
    return lambda out, *arguments, **named: out.append(found(*arguments, **named))


def inherited(context: Context, parent: jinja2.Template) -> Iterable[str]:
    """The parent's page with the child's blocks."""
    for name, block in parent.blocks.items():
        context.blocks.setdefault(name, []).append(block)
    return parent.root_render_func(context)
