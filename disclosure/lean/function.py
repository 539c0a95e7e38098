"""A macro or a block as the lines of a Python function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import nodes

from disclosure.lean.values import Parts, Unusual, Values, plain

# Depth, text, line of the template
Line = tuple[int, str, int]


class Function(Values):
    """The body of a macro, a block or a root. ``blocks`` are those that stand in it."""

    def __init__(self, parts: Parts, macros: set[str], names: set[str], *, is_page: bool) -> None:
        super().__init__(parts, macros, names, is_page=is_page)
        self.lines: list[Line] = []
        self.blocks: list[nodes.Block] = []
        self.depth = 1
        self.line = 0

    def body(self, body: list[nodes.Node]) -> None:
        for node in body:
            self.line = node.lineno
            STATEMENTS.get(type(node), _unusual)(self, node)

    def _add(self, text: str) -> None:
        self.lines.append((self.depth, text, self.line))

    def _inside(self, body: list[nodes.Node]) -> None:
        """A body under the line before it."""
        self.depth += 1
        before = len(self.lines)
        self.body(body)
        if len(self.lines) == before:
            self._add("pass")
        self.depth -= 1

    def output(self, node: nodes.Output) -> None:
        """Words and values in one go, up to the next macro."""
        ready: list[str] = []
        words = ""
        for child in self._pieces(node):
            said = _words(child)
            if said is not None:
                words += said
                continue
            ready += [repr(words)] if words else []
            words = ""
            macro = self.macro(child)
            if isinstance(child, nodes.Call) and macro:
                self._say(ready)
                self._add(self.called(child, macro, "_out"))
                ready = []
            else:
                ready.append(self._shown(child))
        self._say([*ready, repr(words)] if words else ready)

    def _pieces(self, node: nodes.Output) -> Iterator[nodes.Expr]:
        """Messages are taken to pieces where they are shown at once."""
        for child in node.nodes:
            yield from list(self.parts(child)) or [child]

    def _say(self, ready: list[str]) -> None:
        if len(ready) == 1:
            self._add(f"_out.append({ready[0]})")
        elif ready:
            self._add(f"_out += ({', '.join(ready)})")

    def _shown(self, node: nodes.Expr) -> str:
        if isinstance(node, nodes.Filter) and node.name == "safe":
            return f"str({self.value(node.node)})"
        return f"_shown({self.value(node)})"

    def branch(self, node: nodes.If) -> None:
        self._add(f"if {self.value(node.test)}:")
        self._inside(node.body)
        for one in node.elif_:
            self._add(f"elif {self.value(one.test)}:")
            self._inside(one.body)
        if node.else_:
            self._add("else:")
            self._inside(node.else_)

    def loop(self, node: nodes.For) -> None:
        """A loop's names end with it, as in Jinja; where Python would mix them with others, it is unusual."""
        if node.else_ or node.test or node.recursive:
            raise Unusual
        every = self.value(node.iter)
        before = set(self.names)
        target = self._target(node.target)
        number = len(self.lines)
        self.loops.append(number)
        self._add("")
        self._inside(node.body)
        self.loops.pop()
        self.names = before
        text = f"for {target} in {every}:"
        if number in self.counted:
            text = f"for _n{number}, {target} in enumerate(_all{number} := {every}, 1):"
        self.lines[number] = (self.depth, text, node.lineno)

    def assign(self, node: nodes.Assign) -> None:
        value = self.value(node.node)
        self._add(f"{self._target(node.target)} = {value}")

    def _target(self, node: nodes.Node) -> str:
        """New names: none may mean anything else here."""
        if isinstance(node, nodes.Tuple):
            return f"({', '.join(self._target(one) for one in node.items)},)"
        if not isinstance(node, nodes.Name) or node.name in self.names | self.macros | self.free:
            raise Unusual
        self.names.add(node.name)
        self.own.add(node.name)
        return plain(node.name)

    def block(self, node: nodes.Block) -> None:
        if not self.is_page or self.names or node.scoped or node.required:
            raise Unusual
        self.blocks.append(node)
        self._add(f"_out += _context.blocks[{node.name!r}][0](_context)")


def _words(node: nodes.Node) -> str | None:
    """What stands on every page as it is."""
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.MarkSafe) and isinstance(node.expr, nodes.Const):
        return str(node.expr.value)
    return None


def _unusual(_function: Function, _node: nodes.Node) -> None:
    raise Unusual


STATEMENTS: dict[type[nodes.Node], Callable[[Function, Any], None]] = {
    nodes.Output: Function.output,
    nodes.If: Function.branch,
    nodes.For: Function.loop,
    nodes.Assign: Function.assign,
    nodes.Block: Function.block,
}
