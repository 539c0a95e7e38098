"""The style sheet of a page: the common one, and those of the blocks that may stand on it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

# Where style sheets are: those of every page, and those of blocks
COMMON, OWN = "css", "components"
# Components that stand on every page without being imported by its template
EVERYWHERE = ("components/header.html", "components/notices.html", "components/footer.html")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
# The name of a block: .d-note__text and .d-note--new belong to d-note
BLOCK = re.compile(r"\.(d-[a-z0-9]+(?:-[a-z0-9]+)*)")
# At the start of a word; asked behind d-, for which alone a text is searched
NAME = re.compile(r"d-(?<!\wd-)[a-z0-9]+(?:-[a-z0-9]+)*")
# Our templates name others by a plain text
REFERENCE = re.compile(r'{%-?\s*(?:extends|from|import|include)\s+"([^"]+)"')


class Style:
    """A style sheet as it stands in a page, and its digest for the content security policy."""

    def __init__(self, text: str) -> None:
        self.element = Markup(f"<style>{text}</style>")  # noqa: S704 (our own CSS)
        # The browser hashes what stands between the tags, as it stands
        self.hash = "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


class Styles:
    """The sheets of a templates folder. ``scripts`` are what may put any block on any page."""

    def __init__(self, folder: Path, scripts: list[bytes]) -> None:
        self.folder = folder
        self.scripts = scripts
        self._named: dict[str, tuple[set[str], list[str]]] = {}
        self._made: dict[str, Style] = {}

    def of(self, template: str) -> Style:
        """The style sheet of pages made by ``template``."""
        if template not in self._made:
            present = self._present(template)
            sheets = [text for text, blocks in self._sheets if blocks is None or not blocks.isdisjoint(present)]
            self._made[template] = Style("\n".join(sheets))
        return self._made[template]

    def _present(self, template: str) -> set[str]:
        """What its text names, or that of a template which it extends or imports."""
        present = set(self._scripted)
        wanted, seen = [template, *EVERYWHERE], set[str]()
        while wanted:
            name = wanted.pop()
            if name not in seen:
                seen.add(name)
                names, others = self._read(name)
                present |= names
                wanted += others
        return present

    def _read(self, template: str) -> tuple[set[str], list[str]]:
        """The blocks that a template names itself, and the templates it refers to."""
        if template not in self._named:
            text = (self.folder / template).read_text("utf-8")
            self._named[template] = set(NAME.findall(text)), REFERENCE.findall(text)
        return self._named[template]

    @cached_property
    def _scripted(self) -> set[str]:
        return {name for data in self.scripts for name in NAME.findall(data.decode())}

    @cached_property
    def _sheets(self) -> tuple[tuple[str, frozenset[str] | None], ...]:
        """Each sheet with the blocks that it is about; the common ones are about every page."""
        common, own = (
            [_lean(path.read_text("utf-8")) for path in sorted(self.folder.glob(f"{folder}/*.css"))]
            for folder in (COMMON, OWN)
        )
        return (*((text, None) for text in common), *((text, frozenset(BLOCK.findall(text))) for text in own))


def _lean(sheet: str) -> str:
    """Without comments, indentation and empty lines: it is sent with every page."""
    lines = (line.strip() for line in COMMENT.sub("", sheet).splitlines())
    return "\n".join(line for line in lines if line)
