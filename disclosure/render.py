"""Pages to bytes. The page's fingerprint decides whether it is rendered at all.

Fingerprint = templates, styles, program and library versions, the site's and navigation's values, the page's view.
"""

from __future__ import annotations

import hashlib
import platform
from base64 import b64encode
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path

import jinja2
from markupsafe import Markup

from disclosure import translation
from disclosure.catalog import address
from disclosure.pages.chrome import SiteView
from disclosure.pages.page import Link, Page
from disclosure.scripts import scripts

PACKAGE = Path(__file__).parent
# Libraries that have a say in the bytes
LIBRARIES = ("jinja2", "markupsafe", "markdown", "mkdocs", "nh3", "pydantic")
SCRIPTS = "js"


def _digest(*parts: bytes) -> str:
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()


@cache
def program() -> str:
    """A digest of our own code and of the libraries: whatever else could make other bytes of the same content."""
    code = sorted(PACKAGE.rglob("*.py"))
    parts = [path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() for path in code]
    versions = [f"{name}={version(name)}" for name in LIBRARIES] + [platform.python_version()]
    return _digest(*parts, *(text.encode() for text in versions))


class Theme:
    """The templates folder: its styles, its scripts, its Jinja environment, and one digest of all that."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.language = language

    @cached_property
    def style(self) -> str:
        sheets = [*sorted(self.folder.glob("css/*.css")), *sorted(self.folder.glob("components/*.css"))]
        return "\n".join(sheet.read_text("utf-8").strip() for sheet in sheets)

    @property
    def style_hash(self) -> str:
        """For the content security policy. The browser hashes what stands between the tags, as it stands."""
        return "sha256-" + b64encode(hashlib.sha256(self.style.encode()).digest()).decode()

    @cached_property
    def scripts(self) -> dict[str, bytes]:
        """Addresses and bytes of what is published under ``assets/``."""
        return {address.ASSETS + name: data for name, data in scripts(self.folder / SCRIPTS).items()}

    @cached_property
    def digest(self) -> str:
        """Changes whenever the same view could give other bytes."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        parts = [path.relative_to(self.folder).as_posix().encode() + b"\0" + path.read_bytes() for path in files]
        return _digest(*parts, program().encode(), self.language.encode())

    @cached_property
    def environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder),
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
        environment.install_gettext_callables(  # type: ignore[attr-defined]
            translation.gettext, translation.ngettext, newstyle=True
        )
        environment.globals.update(style=Markup(self.style), style_hash=self.style_hash, asset=self.asset)  # noqa: S704 (our own CSS)
        return environment

    def asset(self, name: str) -> str:
        """A script's address, with its content in the query so that a browser never mixes two versions."""
        if address.ASSETS + name not in self.scripts:
            raise KeyError(name)
        return f"{address.ASSETS}{name}?v={self._scripts_digest[:8]}"

    @cached_property
    def _scripts_digest(self) -> str:
        return _digest(*self.scripts.values())


def context(site: SiteView, nav: tuple[Link, ...], page: Page, html: str) -> dict[str, object]:
    """Everything a template may read."""
    return {"site": site, "nav": nav, "page": page, "html": html}


def fingerprint(theme: Theme, site: SiteView, nav: tuple[Link, ...], page: Page, html: str) -> str:
    """Two pages with one fingerprint have the same bytes. ``repr`` of frozen plain values is their canonical form."""
    return _digest(theme.digest.encode(), repr(site).encode(), repr(nav).encode(), repr(page).encode(), html.encode())


def render(theme: Theme, site: SiteView, nav: tuple[Link, ...], page: Page, html: str) -> bytes:
    template = theme.environment.get_template(page.template)
    return template.render(context(site, nav, page, html)).encode("utf-8", "xmlcharrefreplace")
