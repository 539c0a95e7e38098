"""What templates escape their values with: markupsafe's ``escape``, called only where there is something to escape.

Jinja compiles ``{{ title }}`` to a call of ``escape``, which makes a ``Markup`` object of every value, only for it to
be joined with its neighbours at once. Making the objects was two fifths of the time of a page (docs/benchmarks.md).
"""

from __future__ import annotations

from collections.abc import MutableMapping
from types import CodeType
from typing import Any

import jinja2
import markupsafe


def escape(value: object) -> str:
    """The text of ``value`` as HTML: what ``markupsafe.escape`` gives, but for the type; most texts are it already."""
    if type(value) is markupsafe.Markup:
        return value
    if type(value) is not str:
        return markupsafe.escape(value)
    if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
        return markupsafe.escape(value)
    return value


class Template(jinja2.Template):
    """A compiled template whose values are escaped by ``escape``."""

    @classmethod
    def from_code(
        cls, environment: jinja2.Environment, code: CodeType, globals: MutableMapping[str, Any], *rest: Any
    ) -> Template:
        made = super().from_code(environment, code, globals, *rest)
        assert isinstance(made, Template)
        # The name that the compiled code imported; a template's blocks and macros look it up here too
        made.root_render_func.__globals__["escape"] = escape
        return made
