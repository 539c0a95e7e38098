"""Rules of the house that a linter has no words for, found in the program's own text.

Each rule takes modules, read from their text, and gives its findings, a line each.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeGuard

from tests.projects import REPOSITORY

FOLDERS = ("disclosure", "benchmarks", "tests")
# A class, or a type under another name: constants are in capitals, all else is small
TYPE_NAME = re.compile(r"_?[A-Z]\w*[a-z]\w*")
# What gives a name or goes by one
NAMING = (ast.stmt, ast.Attribute, ast.Call)
PRIVATE = re.compile(r"_[a-z]\w*")
# A constructor with more arguments takes names
MOST_POSITIONAL = 4
# (place, rule, message, hint, notice): five kinds of value that nobody takes for one another
EXEMPT = "disclosure.problem.Problem"
# Python's collector is switched in one place, and by the front door before anything is imported
COLLECTOR, WITH_COLLECTOR = "gc", ("disclosure.build.garbage", "build")
TESTS = "tests."


def project() -> dict[str, str]:
    """The program's modules, its benchmarks and its tests; a package's is named ``__init__``."""
    paths = [REPOSITORY / "build.py", *(path for folder in FOLDERS for path in (REPOSITORY / folder).rglob("*.py"))]
    names = {path: path.relative_to(REPOSITORY).with_suffix("").as_posix().replace("/", ".") for path in paths}
    return {name: path.read_text("utf-8") for path, name in sorted(names.items())}


class Program:
    """Modules as parsed, and what each name in them stands for."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        trees = {module: ast.parse(text) for module, text in sources.items()}
        self.names = {public(module): dict(bindings(module, tree)) for module, tree in trees.items()}
        self.tops = [(public(module), node) for module, tree in trees.items() for node in tree.body]
        self.nodes = [
            (public(module), node)
            for module, tree in trees.items()
            for node in ast.walk(tree)
            if isinstance(node, NAMING)
        ]
        self.roots = {module.partition(".")[0] for module in sources}

    def origin(self, module: str, node: ast.expr) -> str:
        """The dotted name of what an expression names, followed to where it is defined; nothing for a variable."""
        if isinstance(node, ast.Name):
            return self.defined(self.names[module].get(node.id, ""))
        if isinstance(node, ast.Subscript):
            return self.origin(module, node.value)
        if isinstance(node, ast.Attribute) and (owner := self.origin(module, node.value)):
            return self.defined(f"{owner}.{node.attr}")
        return ""

    def defined(self, name: str) -> str:
        """Where a name that a module only hands on is defined."""
        module, _dot, own = name.rpartition(".")
        behind = self.names.get(module, {}).get(own, name)
        return name if behind == name else self.defined(behind)

    def is_foreign(self, name: str) -> bool:
        return bool(name) and name.partition(".")[0] not in self.roots

    @cached_property
    def classes(self) -> dict[str, ast.ClassDef]:
        """The program's classes by their dotted names."""
        return {f"{module}.{node.name}": node for module, node in self.nodes if isinstance(node, ast.ClassDef)}

    def fields(self, name: str) -> int:
        """How many arguments a class takes, with those of the classes it extends."""
        node, module = self.classes[name], name.rpartition(".")[0]
        own = sum(isinstance(statement, ast.AnnAssign) for statement in node.body)
        own += sum(len(made.args.args) - 1 for made in node.body if is_function(made) and made.name == "__init__")
        bases = (self.origin(module, base) for base in node.bases)
        return own + sum(self.fields(base) for base in bases if base in self.classes and base != name)

    @cached_property
    def members(self) -> set[str]:
        """Names that the program's own modules, classes and objects have."""
        stored = (node.attr for _module, node in self.nodes if isinstance(node, ast.Attribute) and is_stored(node))
        return {*stored, *(name for _module, node in self.nodes for name in declared(node))}


def public(module: str) -> str:
    """A package's name is that of its folder."""
    return module.removesuffix(".__init__")


def bindings(module: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What a module imports anywhere, and what it defines itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{imported_from(module, node)}.{alias.name}"
    for node in tree.body:
        for name in declared(node):
            yield name, f"{public(module)}.{name}"


def imported_from(module: str, node: ast.ImportFrom) -> str:
    """The module that an import names, from its own place or from the root."""
    above = module.split(".")[: -node.level] if node.level else []
    return ".".join([*above, *([node.module] if node.module else [])])


def declared(node: ast.AST) -> Iterator[str]:
    """The names that a statement gives to a function, a class or a value."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        yield from (target.id for target in node.targets if isinstance(target, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def is_function(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    return isinstance(node, ast.FunctionDef)


def is_stored(node: ast.Attribute) -> bool:
    """Whether an object is given an attribute by itself."""
    return isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")


def types_with_two_meanings(program: Program) -> list[str]:
    """Classes and aliases whose name stands for something else in another module.

    What a library calls by that name counts as well, but not in the tests: a browser's page is one there.
    """
    meanings = defaultdict[str, set[str]](set)
    for name, node in program.classes.items():
        meanings[node.name].add(name)
    for module, statement in program.tops:
        for name in filter(TYPE_NAME.fullmatch, declared(statement)):
            meanings[name].add(program.defined(f"{module}.{name}"))
    for module, names in program.names.items():
        if not module.startswith(TESTS):
            for name in names.keys() & meanings.keys():
                meanings[name].add(program.defined(names[name]))
    return [f"{name}: {', '.join(sorted(found))}" for name, found in sorted(meanings.items()) if len(found) > 1]


def constructors_by_position(program: Program) -> list[str]:
    """Calls of the program's classes whose arguments can be swapped unseen: too many of them without names.

    A splat is as many as the class takes.
    """
    found = ((module, call, name) for module, call, name in constructed(program) if name != EXEMPT)
    return sorted(
        f"{module}:{call.lineno}: {name.rpartition('.')[2]}"
        for module, call, name in found
        if len(call.args) > MOST_POSITIONAL or (is_splat(call) and program.fields(name) > MOST_POSITIONAL)
    )


def is_splat(call: ast.Call) -> bool:
    return any(isinstance(argument, ast.Starred) for argument in call.args)


def constructed(program: Program) -> Iterator[tuple[str, ast.Call, str]]:
    """Calls of classes: by their names, and as ``cls`` or ``type(self)`` within them."""
    for module, node in program.nodes:
        if isinstance(node, ast.Call) and (name := program.origin(module, node.func)) in program.classes:
            yield module, node, name
        if isinstance(node, ast.ClassDef):
            calls = (call for call in ast.walk(node) if isinstance(call, ast.Call))
            own = (call for call in calls if ast.unparse(call.func) in ("cls", "type(self)"))
            yield from ((module, call, f"{module}.{node.name}") for call in own)


def foreign_privates(program: Program) -> list[str]:
    """Private names of other people's libraries: taken, read, written, called or overridden."""
    found = ((module, node, name) for module, node in program.nodes for name in privates(program, module, node))
    return sorted(f"{module}:{getattr(node, 'lineno', 0)}: {name}" for module, node, name in found)


def privates(program: Program, module: str, node: ast.AST) -> Iterator[str]:
    """Private names of libraries in one node."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        start = "" if isinstance(node, ast.Import) else f"{imported_from(module, node)}."
        names = (start + alias.name for alias in node.names)
        yield from (name for name in names if program.is_foreign(name) and is_private(name))
    elif isinstance(node, ast.Attribute) and PRIVATE.fullmatch(node.attr):
        name = program.origin(module, node)
        if program.is_foreign(name) and is_private(name):
            yield name
        elif not program.is_foreign(name) and node.attr not in program.members:
            yield ast.unparse(node)
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("attr"):
        texts = (text.value for text in node.args if isinstance(text, ast.Constant) and isinstance(text.value, str))
        yield from (text for text in texts if PRIVATE.fullmatch(text) and text not in program.members)
    elif isinstance(node, ast.ClassDef):
        yield from overridden(program, module, node)


def is_private(name: str) -> bool:
    """Whether a part of a library's dotted name is private; what a module declares public (``os._exit``) is not."""
    if not any(PRIVATE.fullmatch(part) for part in name.split(".")):
        return False
    owner, _dot, own = name.rpartition(".")
    return not owner or own not in getattr(loaded(owner), "__all__", ())


def overridden(program: Program, module: str, node: ast.ClassDef) -> Iterator[str]:
    """What a class redefines of the private side of a library's class."""
    bases = [name for base in node.bases if program.is_foreign(name := program.origin(module, base))]
    taken = {name for base in bases for name in dir(loaded(base)) if PRIVATE.fullmatch(name)}
    own = {name for statement in node.body for name in declared(statement)}
    yield from (f"{node.name}.{name}" for name in sorted(own & taken))


def loaded(name: str) -> object:
    """The module, class or value that a dotted name stands for in a library; None where there is none."""
    owner, _dot, own = name.rpartition(".")
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return getattr(loaded(owner), own, None) if owner else None


def collector_elsewhere(program: Program) -> list[str]:
    """Modules that switch Python's collector although they have no business with it; tests may look at it."""
    found = (
        module
        for module, names in program.names.items()
        if any(name.partition(".")[0] == COLLECTOR for name in names.values())
    )
    return sorted(module for module in found if module not in WITH_COLLECTOR and not module.startswith(TESTS))
