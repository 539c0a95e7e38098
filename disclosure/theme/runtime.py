"""What compiled templates call for every value and every macro, where Jinja's own does more than our pages need.

The same characters come out, in half the time of a page (docs/benchmarks.md): Jinja's ``escape`` makes a ``Markup``
object of every value, only for it to be joined with its neighbours at once; its ``Context.call`` asks every function
three times whether it wants the context.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import CodeType, MethodType
from typing import Any

import jinja2
import markupsafe
from jinja2 import runtime


def escape(value: object) -> str:
    """The text of ``value`` as HTML: what ``markupsafe.escape`` gives, but for the type; most texts are it already."""
    if type(value) is markupsafe.Markup:
        return value
    if type(value) is not str:
        return markupsafe.escape(value)
    if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
        return markupsafe.escape(value)
    return value


class Context(runtime.Context):
    """The variables of a page. Macros, and methods of what it is given, are called without it."""

    def call(self, function: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        if type(function) is not runtime.Macro and type(function) is not MethodType:
            return super().call(function, *args, **named)
        # What Jinja hands to functions that want it: the variables of the loop and the block
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return function(*args, **named)


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
