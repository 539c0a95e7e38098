"""A template's expressions as Python's."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import nodes

# The pieces and values of a call that is a message; nothing of any other node
Parts = Callable[[nodes.Node], Iterable[nodes.Expr]]
# Names that mean something to Jinja
RESERVED = frozenset(
    {"loop", "super", "self", "caller", "varargs", "kwargs", "gettext", "ngettext", "pgettext", "npgettext"}
)
COMPARED = {"eq": "==", "ne": "!=", "lt": "<", "gt": ">", "lteq": "<=", "gteq": ">=", "in": "in", "notin": "not in"}
LOOP = {"index": "_n{0}", "first": "(_n{0} == 1)", "last": "(_n{0} == _len(_all{0}))"}
FILTERS = {"href": "_href", "length": "_len"}


class Unusual(Exception):
    """The template has something that is left to Jinja."""


class Values:
    """Expressions in a macro, a block or a root; variables keep their names.

    ``names`` are those known at this point, ``free`` those that it has from the page's context; a macro has none.
    ``macros`` are those that the template has or imports.
    """

    def __init__(self, parts: Parts, macros: set[str], names: set[str], *, is_page: bool) -> None:
        self.parts = parts
        self.macros = macros
        self.names = names
        self.is_page = is_page
        self.free: set[str] = set()
        # Every name that this function sets somewhere
        self.own = set(names)
        # The number of each loop around, and those that ask where they are
        self.loops: list[int] = []
        self.counted: set[int] = set()

    def value(self, node: nodes.Node | None) -> str:
        """An expression."""
        parts = list(self.parts(node)) if isinstance(node, nodes.Call) else []
        if len(parts) > 1:
            return self.joined(nodes.Concat(parts))
        return VALUES.get(type(parts[0] if parts else node), _unusual)(self, parts[0] if parts else node)

    def name(self, node: nodes.Name) -> str:
        if node.name not in self.names:
            if not self.is_page or node.name in self.macros | self.own:
                raise Unusual
            self.free.add(node.name)
        return plain(node.name)

    def attribute(self, node: nodes.Getattr) -> str:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            return self._where(node.attr)
        if keyword.iskeyword(node.attr):
            raise Unusual
        return f"{self.value(node.node)}.{node.attr}"

    def _where(self, what: str) -> str:
        if not self.loops or what not in LOOP:
            raise Unusual
        self.counted.add(self.loops[-1])
        return LOOP[what].format(self.loops[-1])

    def item(self, node: nodes.Getitem) -> str:
        if not (isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)):
            raise Unusual
        return f"{self.value(node.node)}[{node.arg.value}]"

    def macro(self, node: nodes.Node) -> str:
        """The macro that is called, if one is."""
        if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)):
            return ""
        return node.node.name if node.node.name in self.macros - self.names else ""

    def call(self, node: nodes.Call) -> str:
        macro = self.macro(node)
        return self.called(node, "_made", macro) if macro else self.called(node, self.value(node.node))

    def called(self, node: nodes.Call, function: str, *first: str) -> str:
        if node.dyn_args or node.dyn_kwargs:
            raise Unusual
        named = (f"{plain(one.key)}={self.value(one.value)}" for one in node.kwargs)
        return f"{function}({', '.join([*first, *map(self.value, node.args), *named])})"

    def filter(self, node: nodes.Filter) -> str:
        if node.name not in FILTERS or node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise Unusual
        return f"{FILTERS[node.name]}({', '.join(map(self.value, [node.node, *node.args]))})"

    def comparison(self, node: nodes.Compare) -> str:
        rest = "".join(f" {COMPARED[one.op]} {self.value(one.expr)}" for one in node.ops)
        return f"({self.value(node.expr)}{rest})"

    def choice(self, node: nodes.CondExpr) -> str:
        return f"({self.value(node.expr1)} if {self.value(node.test)} else {self.value(node.expr2)})"

    def test(self, node: nodes.Test) -> str:
        if node.name != "none":
            raise Unusual
        return f"({self.value(node.node)} is None)"

    def joined(self, node: nodes.Concat) -> str:
        return f"_joined(({', '.join(map(self.value, node.nodes))}))"

    def either(self, node: nodes.Or | nodes.And) -> str:
        word = "or" if isinstance(node, nodes.Or) else "and"
        return f"({self.value(node.left)} {word} {self.value(node.right)})"


def _unusual(_values: Values, _node: nodes.Node | None) -> str:
    raise Unusual


VALUES: dict[type[nodes.Node | None], Callable[[Values, Any], str]] = {
    nodes.Name: Values.name,
    nodes.Getattr: Values.attribute,
    nodes.Getitem: Values.item,
    nodes.Call: Values.call,
    nodes.Filter: Values.filter,
    nodes.Compare: Values.comparison,
    nodes.CondExpr: Values.choice,
    nodes.Test: Values.test,
    nodes.Or: Values.either,
    nodes.And: Values.either,
    nodes.Concat: Values.joined,
    nodes.Not: lambda self, node: f"(not {self.value(node.node)})",
    nodes.Const: lambda _self, node: repr(node.value),
    nodes.MarkSafe: lambda self, node: f"_said({self.value(node.expr)})",
    nodes.Tuple: lambda self, node: f"({''.join(self.value(one) + ', ' for one in node.items)})",
}


def plain(name: str) -> str:
    """A name that means to Python what it means to Jinja."""
    if name in RESERVED or name.startswith("_") or keyword.iskeyword(name):
        raise Unusual
    return name
