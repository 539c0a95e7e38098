"""The Jinja environment of all pages: autoescape and StrictUndefined on, texts translated when a template is compiled.

A site has one language, so a message is looked up once a template and not once a page: ``_('共 %(n)s 条', n=one.n)``
compiles to its pieces with the value between them, escaped as gettext would have it.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.lexer import TokenStream
from jinja2.parser import Parser
from jinja2.visitor import NodeTransformer

from disclosure import translation
from disclosure.lean import module, tokens
from disclosure.lean.values import Unusual

PLACEHOLDER = re.compile(r"%\((\w+)\)s|(%%)")
# Compiled templates by what they were made of
Found = Callable[[], dict[str, bytes]]
EXTERNAL = ("#", "http:", "https:", "mailto:")


class Template(jinja2.Template):
    """Components see no globals but the environment's: what they export is the same for every page."""

    def _get_default_module(self, ctx: Any = None) -> Any:  # noqa: ARG002 (Jinja's own signature)
        return super()._get_default_module()


class Environment(jinja2.Environment):
    """Translates while it parses, and finds a template again without asking what a loader may have made of it."""

    template_class = Template

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, jinja2.Template] = {}
        # What templates read are attributes of our own frozen values: a missing one is an error either way
        self.getattr = getattr  # type: ignore[method-assign, assignment]

    def get_template(
        self, name: str | jinja2.Template, parent: str | None = None, globals: Any = None
    ) -> jinja2.Template:
        """Every page asks for some ten: a theme does not change while it is used."""
        if isinstance(name, jinja2.Template) or globals is not None:
            return super().get_template(name, parent, globals)
        if name not in self._found:
            self._found[name] = super().get_template(name, parent)
        return self._found[name]

    def make_globals(self, d: Any) -> Any:
        """In one mapping: they are all there before a template is, and each page copies them."""
        return {**self.globals, **(d or {})}

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> TokenStream:
        found = tokens.tokens(source) if state is None else None
        if found is None:
            return super()._tokenize(source, name, filename, state)
        return TokenStream(iter(found), name, filename)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Without telling every node of this environment: only Jinja's own writing asks for it."""
        return nodes.Template(Parser(self, source, name, filename).subparse(), lineno=1)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        try:
            return module.python(source, name or "", _parts)
        except Unusual:
            translated = _Translator().visit(source).set_environment(self)
            made = super()._generate(translated, name, filename, defer_init)
            # On the first line, so that the lines of errors stay right
            return made.replace("\n", "; from disclosure.lean.runtime import shown as escape\n", 1)


class _Translator(NodeTransformer):
    """``_('text', name=value)`` to the translated text with the values in it."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 (Jinja's name)
        self.generic_visit(node)
        parts = list(_parts(node))
        if not parts:
            return node
        return parts[0] if len(parts) == 1 else nodes.Concat(parts, lineno=node.lineno)

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Where the text is shown at once, its pieces and values are shown one after the other."""
        shown = (list(_parts(child)) or [child] for child in node.nodes)
        node.nodes = [part for parts in shown for part in parts]
        return self.generic_visit(node)


def _parts(node: nodes.Node) -> Iterator[nodes.Expr]:
    """The pieces and values of a message; nothing where the node is no message."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "_":
        message = node.args[0]
        assert isinstance(message, nodes.Const), "a message is a text that can be extracted"
        yield from _filled(translation.gettext(message.value), {one.key: one.value for one in node.kwargs})


def _filled(text: str, values: dict[str, nodes.Expr]) -> Iterator[nodes.Expr]:
    at = 0
    for found in PLACEHOLDER.finditer(text):
        before = text[at : found.start()] + ("%" if found[2] else "")
        if before:
            yield _safe(before)
        if found[1]:
            yield values[found[1]]
        at = found.end()
    if at < len(text) or not text:
        yield _safe(text[at:])


def _safe(text: str) -> nodes.Expr:
    """Our own words, which may hold quotes but no values."""
    return nodes.MarkSafe(nodes.Const(text))


def href(address: str, root: str) -> str:
    """An address as it is written on a page whose way to the site's root is ``root``, unless it leads elsewhere."""
    return address if address.startswith(EXTERNAL) else root + address


class Compiled(jinja2.BytecodeCache):
    """Templates as another process has compiled them; one that it did not see as it is now is compiled here."""

    def __init__(self, found: Found) -> None:
        self.found = found

    def load_bytecode(self, bucket: Bucket) -> None:
        data = self.found().get(_name(bucket.key, bucket.checksum))
        if data is not None:
            bucket.code = marshal.loads(data)  # noqa: S302 (from a process of our own)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing is kept: no code comes out of the cache."""


def _name(key: str, checksum: str) -> str:
    return f"{key} {checksum}"


def compiled(folder: Path) -> dict[str, bytes]:
    """Every template that is right, in the language that its messages are written in."""
    theme = environment(folder)
    assert theme.loader is not None
    keys = Compiled(dict)
    found: dict[str, bytes] = {}
    for name in theme.list_templates(extensions=["html"]):
        try:
            source, file, _fresh = theme.loader.get_source(theme, name)
            code = marshal.dumps(theme.compile(source, name, file))
        except jinja2.TemplateError:
            # Whoever asks for it is told
            continue
        found[_name(keys.get_cache_key(name, file), keys.get_source_checksum(source))] = code
    return found


def environment(folder: Path, found: Found | None = None, **globals: Any) -> Environment:
    """``found`` gives what ``compiled`` made elsewhere."""
    made = Environment(
        loader=jinja2.FileSystemLoader(folder),
        bytecode_cache=Compiled(found) if found else None,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # A theme is read once a build; looking again at every page costs more than rendering a small one
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True
    )
    made.globals.update(globals)
    made.filters["href"] = href
    return made
