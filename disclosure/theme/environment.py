"""The Jinja environment of all pages: autoescape and StrictUndefined on, messages translated when compiled."""

from __future__ import annotations

import builtins
import re
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from disclosure import translation
from disclosure.pages.picture import Picture
from disclosure.theme import policy
from disclosure.theme.messages import Messages
from disclosure.theme.qr import code
from disclosure.theme.runtime import Context, Template

# Of an address, up to the slashes behind each
PARTS = re.compile("[^/]+/*")
EXTERNAL = ("#", "http:", "https:", "mailto:")


class Environment(jinja2.Environment):
    """What templates read are attributes of our own frozen values: items are not looked for where one is missing.

    Its globals are complete before any template is loaded, so each template has them in a plain dictionary: Jinja's
    chained mapping, which would see later ones, took a fifth of the time of a page.
    """

    template_class = Template
    context_class = Context
    getattr = staticmethod(builtins.getattr)  # type: ignore[assignment]

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, jinja2.Template] = {}

    def get_template(
        self, name: str | jinja2.Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """Each is loaded once, as none is looked at again: a page imports half a dozen (2 us each)."""
        known = self._loaded.get(name) if isinstance(name, str) else None
        if known is None:
            known = super().get_template(name, parent, globals)
            self._loaded[str(known.name)] = known
        return known

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def href(address: str, root: str) -> str:
    """An address as it is written on a page whose way to the site's root is ``root``, unless it leads elsewhere."""
    return address if address.startswith(EXTERNAL) else root + address


def parted(address: str) -> Markup:
    """An address that is broken behind its slashes, where it is, and not before its last letter."""
    return Markup("<wbr>").join(PARTS.findall(address))


def drawn(picture: Picture) -> Markup:
    """The picture as SVG. What draws it takes 45 ms to import, which most builds of a saved file need not."""
    from disclosure.theme.drawing import svg

    return svg.svg(picture)


def environment(layers: Sequence[Path], **globals: Any) -> Environment:
    """Of the templates in the folders, the first that has one; each is compiled when it is first asked for."""
    made = Environment(
        loader=jinja2.FileSystemLoader(layers),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # A theme is read once a build; looking again at every page costs more than rendering a small one
        auto_reload=False,
        # What shows only text is computed beforehand all the same; looking for more takes a seventh of compiling
        optimized=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n", Messages],
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True
    )
    made.globals.update(globals, policy=policy.TEXTS)
    made.filters["href"] = href
    made.filters["parted"] = parted
    made.filters["drawn"] = drawn
    made.filters["code"] = code
    return made
