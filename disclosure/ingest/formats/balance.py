"""The account of a text's characters: what was written in the document, and what the reading adds and takes away."""

from __future__ import annotations

from collections import Counter

from disclosure.ingest.document import UnreadableFile
from disclosure.ingest.formats.tally import quoted
from disclosure.translation import gettext as _


class Balance:
    """``made`` counts the characters that the reading itself adds, less those that it takes away."""

    def __init__(self) -> None:
        self.made: Counter[str] = Counter()

    def make(self, text: str) -> str:
        self.made.update(text)
        return text

    def swap(self, text: str, old: str, new: str) -> str:
        """Some characters of a text become others."""
        self.make(new * text.count(old))
        self.made.subtract(old * text.count(old))
        return text.replace(old, new)

    def prove(self, written: Counter[str], found: str) -> None:
        """Refuses a document of which anything would be lost, or doubled: that is a fault of this program."""
        rest = Counter(found)
        rest.subtract(self.made)
        rest.subtract(written)
        missing, twice = (_characters(one) for one in (-rest, +rest))
        if missing or twice:
            message = _("自检没有通过，没有导入：取出的文字比原件少了 {missing} 个字、多了 {twice} 个字：{words}")
            shown = quoted(filter(None, (missing, twice)))
            hint = _("打开原件，另存为纯文本（.txt，编码选 UTF-8），导入那个文件；这是程序的缺陷，请告诉维护的人")
            raise UnreadableFile(message.format(missing=len(missing), twice=len(twice), words=shown), hint)


def _characters(counted: Counter[str]) -> str:
    return "".join(one for one in counted.elements() if not one.isspace())
