"""Pages to bytes. The page's fingerprint decides whether it is rendered at all.

Fingerprint = templates, styles, program and library versions, the site's and navigation's values, the page's view.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path

import msgspec
from markupsafe import Markup

from disclosure.discovery import sharing, structured
from disclosure.pages import registry
from disclosure.pages.chrome import Frame
from disclosure.pages.page import Page
from disclosure.problem import Refused
from disclosure.theme import environment as templating
from disclosure.theme import template_problems
from disclosure.theme.assets import Assets
from disclosure.theme.environment import Environment
from disclosure.theme.fragments import FragmentCache, Placeholders, RenderedPage
from disclosure.theme.layers import files
from disclosure.translation import gettext as _

PACKAGE = Path(__file__).parents[1]
# Libraries that have a say in the bytes
LIBRARIES = (
    *("icalendar", "jinja2", "leather", "markupsafe", "markdown", "mkdocs", "msgspec", "nh3", "pillow", "pydantic"),
    "zxing_cpp",
)
PAGES = "pages/"


def _digest(*parts: bytes) -> str:
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()


@cache
def program_digest() -> str:
    """A digest of our own code and of the libraries: whatever else could make other bytes of the same content."""
    versions = [*sorted(_installed()), platform.python_version()]
    return _digest(*_contents(files([PACKAGE], ".py")), *map(str.encode, versions))


def _installed() -> Iterator[str]:
    """The libraries as pip names their folders, with the version: asking ``importlib.metadata`` opens each of them."""
    for folder in filter(os.path.isdir, sys.path):
        for name in os.listdir(folder):  # noqa: PTH208 (names are all that is wanted)
            if name.endswith((".dist-info", ".egg-info")) and name.partition("-")[0].lower() in LIBRARIES:
                yield name


def _contents(found: Mapping[str, str]) -> Iterator[bytes]:
    """Each file's name and bytes."""
    for name, path in found.items():
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            yield os.fsencode(name) + b"\0" + file.read()


def theme(layers: tuple[Path, ...], language: str) -> Theme:
    """The theme of templates folders; the same one again for as long as all its files stand as they were."""
    found = files(layers).values()
    states = tuple((path, *_state(os.stat(path))) for path in found)  # noqa: PTH116
    return _theme(layers, language, states)


def ensure_current(read: Theme) -> None:
    """``Refused`` where a theme's files no longer stand as they did before any was read: the build is of both."""
    if theme(read.layers, read.language) is not read:
        raise Refused(_("构建途中 {what} 里的模板又变了，网站保持原样；再运行一次").format(what=read.layers[0].name))


def _state(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_size, stat.st_mtime_ns


@lru_cache(1)
def _theme(layers: tuple[Path, ...], language: str, _states: object) -> Theme:
    return Theme(layers, language)


class Theme:
    """A project's templates over the program's: the Jinja environment, the assets, and one digest of all that."""

    def __init__(self, layers: tuple[Path, ...], language: str) -> None:
        self.layers = layers
        self.language = language
        self.assets = Assets(self.layers)
        self.placeholders = Placeholders()
        self._fragments: FragmentCache | None = None

    def __reduce__(self) -> tuple[type[Theme], tuple[tuple[Path, ...], str]]:
        """To a worker that is not forked: templates are compiled there anew."""
        return Theme, (self.layers, self.language)

    @cached_property
    def digest(self) -> str:
        """Changes whenever the same view could give other bytes."""
        return _digest(*_contents(files(self.layers)), program_digest().encode(), self.language.encode())

    @cached_property
    def environment(self) -> Environment:
        return templating.environment(self.layers, asset=self.assets.address)

    def load(self, names: Iterable[str] | None = None) -> None:
        """Compile the templates of these pages, or of all: processes that are forked from now on need not."""
        pages = self.environment.list_templates(filter_func=lambda name: name.startswith(PAGES))
        try:
            for name in pages if names is None else names:
                self.environment.get_template(name)
        except template_problems.RAISED as error:
            raise template_problems.flaw(self.environment, self.layers, error) from error

    def fragments(self, frame: Frame) -> FragmentCache:
        """The fragments of the pages in a frame, shown as placeholders."""
        if self._fragments is None or self._fragments.frame is not frame:
            self._fragments = FragmentCache(self.environment, frame, self.placeholders.of)
        return self._fragments


def context(theme: Theme, frame: Frame, page: Page, html: str) -> dict[str, object]:
    """Everything a template may read, for whoever renders a page to its end."""
    return _context(frame, page, html, FragmentCache(theme.environment, frame))


def _context(frame: Frame, page: Page, html: str, fragments: FragmentCache) -> dict[str, object]:
    return {
        "site": frame.site,
        "nav": frame.nav,
        "page": page,
        "html": html,
        "fragments": fragments,
        "sharing": sharing.view(frame.site, page),
        "structured": structured.block(frame.site, page),
    }


def canonical(value: object) -> bytes:
    """Frozen plain values as bytes that are the same for equal values, whatever the order of a set."""
    return _encoder.encode(value)


def digest(*values: object) -> str:
    """Changes whenever one of these values does. Written one by one: of many, all together take much memory."""
    sha = hashlib.sha256()
    for value in values:
        sha.update(canonical(value))
    return sha.hexdigest()


def _marked(value: object) -> list[str]:
    """Text that is markup already is another value than the same text that is not."""
    assert isinstance(value, Markup), f"{type(value).__name__} has no canonical form"
    return ["Markup", str(value)]


_encoder = msgspec.msgpack.Encoder(enc_hook=_marked, order="deterministic")


def theme_digest(theme: Theme, frame: Frame) -> str:
    """What the fingerprints of all pages have in common: templates, program, libraries, navigation, settings."""
    return _digest(theme.digest.encode(), canonical(frame))


def fingerprint(theme_digest: str, page: bytes, html: str) -> str:
    """Two pages with one fingerprint have the same bytes. ``page`` is its canonical form."""
    return _digest(theme_digest.encode(), page, html.encode())


def render(theme: Theme, frame: Frame, page: Page, html: str) -> RenderedPage:
    """A page; its fragments are put in when it is finished. ``TemplateFlaw`` where the templates are wrong."""
    read = _context(frame, page, html, theme.fragments(frame))
    try:
        template = theme.environment.get_template(registry.kind(page.kind).template)
        return theme.placeholders.filled(template.render(read))
    except template_problems.RAISED as error:
        raise template_problems.flaw(theme.environment, theme.layers, error) from error
