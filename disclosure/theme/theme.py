"""Pages to bytes. The page's fingerprint decides whether it is rendered at all.

Fingerprint = templates, styles, program and library versions, the site's and navigation's values, the page's view.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from pathlib import Path

import msgspec
from markupsafe import Markup

from disclosure.catalog import address
from disclosure.pages.chrome import Frame
from disclosure.pages.page import Page
from disclosure.theme import environment as templating
from disclosure.theme.environment import Environment, Found
from disclosure.theme.fragments import Around, Rendered, Shared
from disclosure.theme.scripts import scripts
from disclosure.theme.styles import Styles
from disclosure.translation import SOURCE_LANGUAGE

PACKAGE = Path(__file__).parents[1]
# Libraries that have a say in the bytes
LIBRARIES = ("jinja2", "markupsafe", "markdown", "mkdocs", "msgspec", "nh3", "pydantic")
SCRIPTS, PAGES = "js", "pages/"


def _digest(*parts: bytes) -> str:
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()


@cache
def program() -> str:
    """A digest of our own code and of the libraries: whatever else could make other bytes of the same content."""
    versions = [*sorted(_installed()), platform.python_version()]
    return _digest(*_contents(PACKAGE, ".py"), *map(str.encode, versions))


def _installed() -> Iterator[str]:
    """The libraries as pip names their folders, with the version: asking ``importlib.metadata`` opens each of them."""
    for folder in filter(os.path.isdir, sys.path):
        for name in os.listdir(folder):  # noqa: PTH208 (names are all that is wanted)
            if name.endswith((".dist-info", ".egg-info")) and name.partition("-")[0].lower() in LIBRARIES:
                yield name


def _files(folder: Path, ending: str = "") -> list[str]:
    """Every file below, in order; hundreds of them, so that they are no ``Path``."""
    found = (os.path.join(where, name) for where, _folders, names in os.walk(folder) for name in names)  # noqa: PTH118
    return sorted(path for path in found if path.endswith(ending) and os.path.isfile(path))  # noqa: PTH113


def _contents(folder: Path, ending: str = "") -> Iterator[bytes]:
    """Each file's name and bytes."""
    for path in _files(folder, ending):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            yield os.fsencode(path[len(str(folder)) :]) + b"\0" + file.read()


def theme(folder: Path, language: str, found: Found | None = None) -> Theme:
    """The theme of a folder; the same one again for as long as its files stand as they were.

    ``found`` gives templates that were compiled elsewhere.
    """
    states = tuple((path, *_state(os.stat(path))) for path in _files(folder))  # noqa: PTH116
    return _theme(folder, language, states, found if language == SOURCE_LANGUAGE else None)


def _state(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_size, stat.st_mtime_ns


@lru_cache(1)
def _theme(folder: Path, language: str, _states: object, found: Found | None) -> Theme:
    return Theme(folder, language, found)


class Theme:
    """The templates folder: its styles, its scripts, its Jinja environment, and one digest of all that."""

    def __init__(self, folder: Path, language: str, found: Found | None = None) -> None:
        self.folder = folder
        self.language = language
        self.found = found
        self._around: Around | None = None
        self.shared = Shared()

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
        return _digest(*_contents(self.folder), program().encode(), self.language.encode())

    @cached_property
    def environment(self) -> Environment:
        return templating.environment(self.folder, self.found, asset=self.asset)

    def gather(self) -> None:
        """Have what is being compiled elsewhere: processes that are forked from now on have it too."""
        if self.found:
            self.found()

    def load(self) -> None:
        """Have what all pages take: processes that are forked from now on need not each make it once more."""
        names = self.environment.list_templates(filter_func=lambda name: name.startswith(PAGES))
        for name in names:
            self.styles.of(name)
        self.gather()
        for name in names:
            self.environment.get_template(name)

    @cached_property
    def styles(self) -> Styles:
        return Styles(self.folder, list(self.scripts.values()))

    def around(self, frame: Frame) -> Around:
        """What stands around the pages in a frame, as shared parts."""
        if self._around is None or self._around.frame is not frame:
            self._around = Around(self.environment, frame, self.shared.mark)
        return self._around

    def asset(self, name: str) -> str:
        """A script's address, with its content in the query so that a browser never mixes two versions."""
        if address.ASSETS + name not in self.scripts:
            raise KeyError(name)
        return f"{address.ASSETS}{name}?v={self._scripts_digest[:8]}"

    @cached_property
    def _scripts_digest(self) -> str:
        return _digest(*self.scripts.values())


def context(theme: Theme, frame: Frame, page: Page, html: str) -> dict[str, object]:
    """Everything a template may read, for whoever renders a page to its end."""
    style = theme.styles.of(page.template)
    return _context(frame, page, html, style.hash, style.element, Around(theme.environment, frame))


def _context(frame: Frame, page: Page, html: str, hash: str, style: Markup, around: Around) -> dict[str, object]:
    return {
        "site": frame.site,
        "nav": frame.nav,
        "page": page,
        "html": html,
        "around": around,
        "style": style,
        "style_hash": hash,
    }


def canonical(value: object) -> bytes:
    """Frozen plain values as bytes that are the same for equal values, whatever the order of a set."""
    return _encoder.encode(value)


def digest(*values: object) -> str:
    """Changes whenever one of these values does."""
    return hashlib.sha256(canonical(values)).hexdigest()


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


def render(theme: Theme, frame: Frame, page: Page, html: str) -> Rendered:
    """A page; what it shares with others is put in when it is finished."""
    style = theme.styles.of(page.template)
    read = _context(frame, page, html, style.hash, style.element, theme.around(frame))
    return theme.shared.finished(theme.environment.get_template(page.template).render(read))
