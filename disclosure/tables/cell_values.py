"""What a cell says that the reading left as it stands: a time, a word of a vocabulary; or why it says none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize

from msgspec import Struct

from disclosure.catalog import period, words
from disclosure.catalog.words import Vocabularies
from disclosure.model.update import PERIOD, ValueRecord
from disclosure.model.vocabulary import Term
from disclosure.source import spellings
from disclosure.tables.shapes import Cell
from disclosure.translation import gettext as _

# 2025年1—6月, 截至2025年6月底
UNTIL_NOW = re.compile(r"^截[至止]到?")
FROM_JANUARY = re.compile(r"(\d{4})[年.-]?0?1月?[-~至到]+(\d{1,2})月?(?:份|底|末)?")
END_OF_MONTH = re.compile(r"(\d{4})年?(\d{1,2})月(?:份|底|末)")


class Unclear(Exception):
    """Why a cell cannot be taken, and what to do; ``place`` where it is another cell than the one asked for."""

    def __init__(self, message: str, hint: str = "", place: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.place = message, hint, place


def plain(text: str) -> str:
    """Without blanks, in half-width signs: for comparing."""
    return "".join(normalize("NFKC", text).split())


def is_blank(cell: Cell | None) -> bool:
    return cell is None or not (cell.text.strip() or cell.error or cell.number is not None or cell.day)


def time(cell: Cell) -> str:
    """What a value covers: 2025, 2025-06, 2025-06-18."""
    text = UNTIL_NOW.sub("", plain(spellings.plain(cell.text)))
    if found := FROM_JANUARY.fullmatch(text) or END_OF_MONTH.fullmatch(text):
        month = int(found[2])
        whole = month == period.DECEMBER and found.re is FROM_JANUARY
        text = found[1] if whole else f"{found[1]}-{month:02}"
    field = ValueRecord.declared["period"]
    meant = text if re.fullmatch(PERIOD, text) else spellings.meant(field, text)
    if meant and "/" not in meant and period.is_real(meant):
        return meant
    raise Unclear(
        _("看不出“{text}”是哪个时期").format(text=cell.text.strip()),
        _("全年写 2025，1至6月写 2025-06，截至6月18日写 2025-06-18"),
        cell.place,
    )


class Lexicon(Struct, frozen=True):
    """The vocabularies, and what the editor says that other words mean: ``said`` by word."""

    words: Vocabularies
    said: Mapping[str, str] = {}

    def term(self, vocabulary: str, text: str) -> Term | None:
        return self.words.label(vocabulary, text.strip())

    def meant(self, vocabulary: str, cell: Cell) -> Term:
        """The word of a vocabulary that a cell stands for; ``Unclear`` where it holds none."""
        text = " ".join(cell.text.split())
        said = self.said.get(text, text)
        found = self.term(vocabulary, said) or self.term(vocabulary, plain(said))
        if found is None:
            known = self.words.labels(vocabulary)
            near = words.nearest(text, known, 0.3)
            message = _("词表 {name} 里没有“{label}”").format(name=vocabulary, label=text)
            hint = _("可用：{words}；相当于其中一个的，加上 --word {text}={near}").format(
                words="、".join(known), text=text, near=near or _("那个词")
            )
            raise Unclear(message, hint, cell.place)
        return found
