"""A template's module: its imports, macros, blocks and root, as Jinja's loader expects them."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes

from disclosure.lean.function import Function, Line
from disclosure.lean.values import Parts, Unusual, plain

# What a module has besides its macros
TAKEN = frozenset({"environment", "root", "blocks", "name", "debug_info"})
HEAD = (
    "from disclosure.lean.runtime import exported as _exported, inherited as _inherited, macro as _macro, "
    "made as _made, said as _said, shown as _shown; "
    "from jinja2.runtime import markup_join as _joined; _len = len; _href = environment.filters['href']"
)


def python(tree: nodes.Template, name: str, parts: Parts) -> str:
    """The module of a template. ``Unusual`` where Jinja has to make it."""
    return _Module(parts).written(tree, name)


class _Module:
    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.lines: list[Line] = [(0, HEAD, 0)]
        # Names of the macros that it has or imports
        self.macros: set[str] = set()
        self.blocks: list[nodes.Block] = []

    def written(self, tree: nodes.Template, name: str) -> str:
        own = [one for one in tree.body if isinstance(one, nodes.Macro)]
        rest = [one for one in tree.body if not isinstance(one, nodes.Macro | nodes.FromImport)]
        self.macros |= {one.name for one in own}
        for one in tree.body:
            if isinstance(one, nodes.FromImport):
                self._import(one)
        for macro in own:
            self._macro(macro)
        self._root(rest, [one.name for one in own])
        self._blocks()
        places = "&".join(f"{line}={n}" for n, (_depth, _text, line) in enumerate(self.lines, 1) if line)
        self._add(f"name = {name!r}; debug_info = {places!r}")
        return "\n".join(" " * depth + text for depth, text, _line in self.lines)

    def _add(self, text: str, line: int = 0) -> None:
        self.lines.append((0, text, line))

    def _import(self, node: nodes.FromImport) -> None:
        if node.with_context:
            raise Unusual
        source = _constant(node.template)
        for name in node.names:
            theirs, ours = (name, name) if isinstance(name, str) else name
            self._add(f"{_global(ours)} = _macro(environment.get_template({source!r}), {theirs!r})", node.lineno)
            self.macros.add(ours)

    def _macro(self, node: nodes.Macro) -> None:
        function = self._function(node.body, {one.name for one in node.args}, is_page=False)
        given = [plain(one.name) for one in node.args]
        for n, default in enumerate(node.defaults, len(given) - len(node.defaults)):
            given[n] += f"={_constant(default)!r}"
        self._add(f"def {_global(node.name)}({', '.join(['_out', *given])}):", node.lineno)
        self.lines += [*function.lines, (1, "return", 0)]

    def _page(self, name: str, body: list[nodes.Node], line: int) -> None:
        function = self._function(body, set(), is_page=True)
        self._add(f"def {name}(_context):", line)
        self.lines.append((1, "_out = []; _given = _context.get_all()", 0))
        self.lines += [(1, f"{one} = _given[{one!r}]", line) for one in sorted(function.free)]
        self.lines += [*function.lines, (1, "return _out", 0)]

    def _function(self, body: list[nodes.Node], names: set[str], *, is_page: bool) -> Function:
        function = Function(self.parts, self.macros, names, is_page=is_page)
        function.body(body)
        self.blocks += function.blocks
        return function

    def _root(self, body: list[nodes.Node], macros: Iterable[str]) -> None:
        parent = next((one for one in body if isinstance(one, nodes.Extends)), None)
        if parent is None:
            self._page("_root", body, 1)
        elif all(_is_silent(one) for one in body):
            self._add(f"_parent = environment.get_template({_constant(parent.template)!r})", parent.lineno)
            self.blocks += (one for one in body if isinstance(one, nodes.Block))
        else:
            raise Unusual
        exports = "".join(f", {one}" for one in macros)
        page = "_inherited(_context, _parent)" if parent else "_root(_context)"
        self._add(f"def root(_context): _exported(_context{exports}); return {page}")

    def _blocks(self) -> None:
        """A block may hold others."""
        for block in self.blocks:
            self._page(f"block_{block.name}", block.body, block.lineno)
        self._add("blocks = {" + ", ".join(f"{one.name!r}: block_{one.name}" for one in self.blocks) + "}")


def _is_silent(node: nodes.Node) -> bool:
    """Whether it says nothing by itself in a template that extends another."""
    if isinstance(node, nodes.Output):
        return all(isinstance(one, nodes.TemplateData) for one in node.nodes)
    return isinstance(node, nodes.Block | nodes.Extends)


def _constant(node: nodes.Expr) -> object:
    if not isinstance(node, nodes.Const):
        raise Unusual
    return node.value


def _global(name: str) -> str:
    if name in TAKEN or name.startswith("block_"):
        raise Unusual
    return plain(name)
