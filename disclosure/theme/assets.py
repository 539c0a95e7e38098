"""What pages load: one style sheet for all, named for its content, those of a few pages, and the scripts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from disclosure.catalog import address
from disclosure.theme.layers import files
from disclosure.theme.scripts import scripts

SCRIPTS, PICTURES = "js", "assets"
# The order of the style sheet's files: what all is built on, the components, what overrules them (switches, print)
ORDER = ("css/[0-4]*.css", "components/*.css", "css/[5-9]*.css")
SHEET, DESK_SHEET, CARD_SHEET, POSTER_SHEET = "site.css", "desk.css", "card.css", "poster.css"
# Scripts that only sites with a list of districts, and with a list of sites to search together, publish
DISTRICTS, TOGETHER = "districts.js", "search-together.js"
OF_SOME = (DISTRICTS, TOGETHER)
TEXT_SHEET, TASKS_SHEET = "text.css", "tasks.css"
# Components that only a report's full text and its coverage show: a fifth of what every page would load
OF_TEXT = (
    *("also", "cite", "claim", "contents", "covered", "digest-way", "lead", "legend", "mark", "note", "notes"),
    *("opening", "paragraph", "popover", "reader", "section", "sentence", "source", "switch"),
)
# The files of sheets that some pages have for themselves: cards that others frame in place of that of all pages, the
# others beside it
OWN = {
    DESK_SHEET: ("desk/*.css",),
    CARD_SHEET: ("card/*.css",),
    POSTER_SHEET: ("poster/*.css",),
    TEXT_SHEET: (*(f"components/{name}.css" for name in OF_TEXT), "text/*.css"),
    TASKS_SHEET: ("components/tasks.css",),
}
APART = (*OWN[TEXT_SHEET], *OWN[TASKS_SHEET])
COMMENT = re.compile(r"/\*.*?\*/", re.S)
# What stands in quotes is left as it is
SPACE = re.compile(r"""(?P<quoted>"[^"]*"|'[^']*')|;?\s*(?P<end>\})\s*|\s*(?P<sign>[{;,])\s*|(?P<colon>:)\s+""")


def style_sheet(*folders: Path) -> bytes:
    """What all pages load of the templates folders' style sheets, as one."""
    return _plain(_styles(folders))


def _plain(paths: Iterable[str]) -> bytes:
    """Several sheets as one, without comments and spaces: a rule a line."""
    text = COMMENT.sub("", "".join(Path(path).read_text("utf-8") for path in paths))
    return SPACE.sub(lambda found: "}\n" if found["end"] else found[found.lastgroup or 0], text.strip()).encode()


def chosen_sheet(folders: Iterable[Path], *names: str) -> bytes:
    """A few style sheets of the templates folders as one, for what stands alone."""
    found = files(folders, ".css")
    return _plain(found[name] for name in names)


def own_sheet(name: str, *folders: Path) -> bytes:
    """One of those that some pages have for themselves."""
    found = files(folders, ".css").items()
    return _plain(path for file, path in found if any(fnmatchcase(file, pattern) for pattern in OWN[name]))


def _styles(folders: Iterable[Path]) -> Iterator[str]:
    found = files(folders, ".css")
    for pattern in ORDER:
        of_all = (name for name in found if fnmatchcase(name, pattern) and name.count("/") == 1 and name not in APART)
        yield from (found[name] for name in of_all)


def _is_desk(script: str) -> bool:
    return script == "desk.js" or script.startswith("desk-")


def _digest(contents: Iterable[bytes]) -> str:
    sha = hashlib.sha256()
    for data in contents:
        sha.update(len(data).to_bytes(8, "big") + data)
    return sha.hexdigest()[:8]


def _own_address(name: str, data: bytes) -> str:
    """The desk's stands with all else of the desk."""
    if name == DESK_SHEET:
        return address.desk(f"desk-{_digest([data])}", ".css")
    return address.own_sheet(name.removesuffix(".css"), hashlib.sha256(data).hexdigest())


class Assets:
    """The files that are published under ``assets/``, and the addresses that pages load them by."""

    def __init__(self, layers: Sequence[Path]) -> None:
        self.layers = layers
        self._own: dict[str, tuple[str, bytes]] = {}

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Addresses and bytes."""
        named = {**self._pictures, **self._scripts}
        sheets = [(self.sheet, self._sheet), *map(self._own_sheet, (POSTER_SHEET, TEXT_SHEET, TASKS_SHEET))]
        return dict(sheets) | {address.ASSETS + name: data for name, data in named.items()}

    @cached_property
    def desk(self) -> dict[str, bytes]:
        """The same of the editors' desk, beside its page: nothing of it is loaded by any other."""
        named = {address.DESK_FILES + name: data for name, data in self._desk_scripts.items()}
        where, sheet = self._own_sheet(DESK_SHEET)
        return {where: sheet, **named}

    @cached_property
    def sheet(self) -> str:
        """The style sheet's address. Its name is of its content: a page and a sheet of two versions never meet."""
        return address.style_sheet(hashlib.sha256(self._sheet).hexdigest())

    @cached_property
    def _sheet(self) -> bytes:
        return style_sheet(*self.layers)

    @cached_property
    def _scripts(self) -> dict[str, bytes]:
        return self._joined(lambda name: not _is_desk(name) and name not in OF_SOME)

    @cached_property
    def _desk_scripts(self) -> dict[str, bytes]:
        """Apart, because most sites have no desk: theirs are joined without."""
        return self._joined(_is_desk)

    def of_some(self, *names: str) -> dict[str, bytes]:
        """Of the scripts that only some sites publish these."""
        return {address.ASSETS + name: self._scripts_of_some[name] for name in names}

    @cached_property
    def _scripts_of_some(self) -> dict[str, bytes]:
        return self._joined(lambda name: name in OF_SOME)

    def _joined(self, wanted: Callable[[str], bool]) -> dict[str, bytes]:
        return scripts(*(folder / SCRIPTS for folder in self.layers), wanted=wanted)

    @cached_property
    def card(self) -> dict[str, bytes]:
        """What cards load, where a site has them."""
        where, sheet = self._own_sheet(CARD_SHEET)
        return {where: sheet}

    def _own_sheet(self, name: str) -> tuple[str, bytes]:
        """Address and bytes of a sheet that some pages have for themselves, read when it is first asked for."""
        if name not in self._own:
            data = own_sheet(name, *self.layers)
            self._own[name] = (_own_address(name, data), data)
        return self._own[name]

    @cached_property
    def _pictures(self) -> dict[str, bytes]:
        """What a project's own header shows: the files of ``templates/assets/``, as they are."""
        found = files([folder / PICTURES for folder in self.layers])
        return {name: Path(path).read_bytes() for name, path in found.items()}

    @cached_property
    def _version(self) -> str:
        return _digest(self._scripts.values())

    def address(self, name: str) -> str:
        """Of the style sheet, or of a script, with the scripts' content in the query: versions are never mixed. Of a
        picture with its own."""
        if name == SHEET:
            return self.sheet
        if name in self._pictures:
            return f"{address.ASSETS}{name}?v={hashlib.sha256(self._pictures[name]).hexdigest()[:8]}"
        if name in OWN:
            return self._own_sheet(name)[0]
        if _is_desk(name):
            return f"{address.DESK_FILES}{name}?v={_digest([self._desk_scripts[name]])}"
        if name in OF_SOME:
            # With all others in its version: those that it loads later take it from its address
            return f"{address.ASSETS}{name}?v={_digest([*self._scripts.values(), self._scripts_of_some[name]])}"
        if name not in self._scripts:
            raise KeyError(name)
        return f"{address.ASSETS}{name}?v={self._version}"
