"""Pages to bytes. The page's fingerprint decides whether it is rendered at all.

Fingerprint = templates, styles, program and library versions, the site's and navigation's values, the page's view.
"""

from __future__ import annotations

import hashlib
import platform
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path

import msgspec
from markupsafe import Markup

from disclosure import templating
from disclosure.catalog import address
from disclosure.pages.chrome import Frame
from disclosure.pages.page import Page
from disclosure.scripts import scripts
from disclosure.templating import Environment

PACKAGE = Path(__file__).parent
# Libraries that have a say in the bytes
LIBRARIES = ("jinja2", "markupsafe", "markdown", "mkdocs", "nh3", "pydantic")
SCRIPTS = "js"
# Where style sheets are: those of every page, and those of blocks
SHEETS = ("css", "components")
# Components that stand on every page without being imported by its template
EVERYWHERE = ("components/header.html", "components/footer.html")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
# The name of a block: .d-note__text and .d-note--new belong to d-note
BLOCK = re.compile(r"\.(d-[a-z0-9]+(?:-[a-z0-9]+)*)")
NAME = re.compile(r"\bd-[a-z0-9]+(?:-[a-z0-9]+)*")


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


def theme(folder: Path, language: str) -> Theme:
    """The theme of a folder; the same one again for as long as its files stand as they were."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    states = tuple((path, path.stat().st_size, path.stat().st_mtime_ns) for path in files)
    return _theme(folder, language, states)


@lru_cache(1)
def _theme(folder: Path, language: str, _states: object) -> Theme:
    return Theme(folder, language)


def _lean(sheet: str) -> str:
    """Without comments, indentation and empty lines: it is sent with every page."""
    lines = (line.strip() for line in COMMENT.sub("", sheet).splitlines())
    return "\n".join(line for line in lines if line)


class Style:
    """A style sheet, and its digest for the content security policy."""

    def __init__(self, text: str) -> None:
        self.text = Markup(text)  # noqa: S704 (our own CSS)
        # The browser hashes what stands between the tags, as it stands
        self.hash = "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


class Theme:
    """The templates folder: its styles, its scripts, its Jinja environment, and one digest of all that."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.language = language
        self._styles: dict[str, Style] = {}
        self._around: Around | None = None

    def __reduce__(self) -> tuple[type[Theme], tuple[Path, str]]:
        """To a worker that is not forked: templates are compiled there anew."""
        return Theme, (self.folder, self.language)

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
    def environment(self) -> Environment:
        return templating.environment(self.folder, asset=self.asset)

    def style_of(self, template: str) -> Style:
        """The style sheet of pages made by ``template``: the common one, and those of blocks that may stand there."""
        if template not in self._styles:
            self._styles[template] = Style("\n".join(self._sheets(template)))
        return self._styles[template]

    def _sheets(self, template: str) -> Iterator[str]:
        written = templating.sources(self.environment, template, *EVERYWHERE) + self._scripted
        present = set(NAME.findall(written))
        for text, blocks in self._lean_sheets:
            if blocks is None or not blocks.isdisjoint(present):
                yield text

    @cached_property
    def _lean_sheets(self) -> tuple[tuple[str, frozenset[str] | None], ...]:
        """Each sheet with the blocks that it is about; the common ones are about every page."""
        common, own = ([_lean(path.read_text("utf-8")) for path in self._css(folder)] for folder in SHEETS)
        return (*((text, None) for text in common), *((text, frozenset(BLOCK.findall(text))) for text in own))

    def _css(self, folder: str) -> list[Path]:
        return sorted(self.folder.glob(f"{folder}/*.css"))

    @cached_property
    def _scripted(self) -> str:
        """What scripts may put on any page."""
        return "".join(data.decode() for data in self.scripts.values())

    def around(self, frame: Frame) -> Around:
        if self._around is None or self._around.frame is not frame:
            self._around = Around(self.environment, frame)
        return self._around

    def asset(self, name: str) -> str:
        """A script's address, with its content in the query so that a browser never mixes two versions."""
        if address.ASSETS + name not in self.scripts:
            raise KeyError(name)
        return f"{address.ASSETS}{name}?v={self._scripts_digest[:8]}"

    @cached_property
    def _scripts_digest(self) -> str:
        return _digest(*self.scripts.values())


class Around:
    """Header and footer, rendered once for all pages that are to show the same ones."""

    def __init__(self, environment: Environment, frame: Frame) -> None:
        self.environment = environment
        self.frame = frame
        self._known: dict[tuple[object, ...], Markup] = {}
        self._listed = {link.address for link in frame.nav}

    def header(self, page: Page, **how: bool) -> Markup:
        """It marks the page in the navigation, if it stands there."""
        marked = page.address if page.address in self._listed else ""
        arguments = (self.frame.site, self.frame.nav, page)
        return self._once(("header", page.root, marked, *how.items()), arguments, how)

    def footer(self, page: Page) -> Markup:
        """It names the page's public address, if there is one."""
        named = page.address if self.frame.site.address else ""
        return self._once(("footer", page.root, named), (self.frame.site, page), {})

    def _once(self, key: tuple[object, ...], arguments: tuple[object, ...], how: Mapping[str, bool]) -> Markup:
        if key not in self._known:
            component = self.environment.get_template(f"components/{key[0]}.html").module
            self._known[key] = getattr(component, str(key[0]))(*arguments, **how)
        return self._known[key]


def context(theme: Theme, frame: Frame, page: Page, html: str) -> dict[str, object]:
    """Everything a template may read."""
    style = theme.style_of(page.template)
    return {
        "site": frame.site,
        "nav": frame.nav,
        "page": page,
        "html": html,
        "around": theme.around(frame),
        "style": style.text,
        "style_hash": style.hash,
    }


def canonical(value: object) -> bytes:
    """Frozen plain values as bytes that are the same for equal values, whatever the order of a set."""
    return _encoder.encode(value)


def _marked(value: object) -> list[str]:
    """Text that is markup already is another value than the same text that is not."""
    assert isinstance(value, Markup), f"{type(value).__name__} has no canonical form"
    return ["Markup", str(value)]


_encoder = msgspec.msgpack.Encoder(enc_hook=_marked, order="deterministic")


def basis(theme: Theme, frame: Frame) -> str:
    """What the fingerprints of all pages have in common."""
    return _digest(theme.digest.encode(), canonical(frame))


def fingerprint(basis: str, page: bytes, html: str) -> str:
    """Two pages with one fingerprint have the same bytes. ``page`` is its canonical form."""
    return _digest(basis.encode(), page, html.encode())


def render(theme: Theme, frame: Frame, page: Page, html: str) -> bytes:
    template = theme.environment.get_template(page.template)
    return template.render(context(theme, frame, page, html)).encode("utf-8", "xmlcharrefreplace")
