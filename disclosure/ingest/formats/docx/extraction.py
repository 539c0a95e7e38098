"""A Word document to its text."""

from __future__ import annotations

from collections import Counter

from disclosure.ingest.document import DOCUMENT_NUMBER, NUMBER, ExtractedText, UnreadableFile
from disclosure.ingest.formats.docx import proof, said
from disclosure.ingest.formats.docx.flow import lines_of
from disclosure.ingest.formats.docx.inline import words
from disclosure.ingest.formats.docx.notes import KINDS, Notes
from disclosure.ingest.formats.docx.numbering import Numbering
from disclosure.ingest.formats.docx.package import Package
from disclosure.ingest.formats.docx.reading import Reading
from disclosure.ingest.formats.docx.styles import Styles
from disclosure.ingest.formats.tally import Tally, quoted
from disclosure.source.inside.archives import Packed
from disclosure.translation import gettext as _


def extract(packed: Packed) -> ExtractedText:
    package, tally = Package(packed), Tally()
    body = package.tree(package.main)
    styles = Styles(package.part("styles"))
    numbering = Numbering(package.part("numbering"), styles, tally)
    reading = Reading(styles, numbering, Notes(package, body, tally), tally)
    text = "\n".join(lines_of(reading, body))
    _prove(package, reading, text)
    reading.notes.finish()
    _beside(package, reading)
    return ExtractedText(
        text=text + "\n",
        title=package.title,
        metadata=reading.metadata,
        remarks=tally.remarks,
    )


def _prove(package: Package, reading: Reading, text: str) -> None:
    """Refuses a document of which anything would be lost, or doubled: that is a fault of this program."""
    expected = _written(package, package.main, ())
    for kind in KINDS:
        used = {id for of, id in reading.notes.numbers if of == kind}
        for name in package.names(kind + "s")[:1]:
            expected += _written(package, name, used)
    missing, twice = proof.differences(expected, "\n".join((text, *reading.metadata.values())), reading.made)
    if missing or twice:
        message = _("自检没有通过，没有导入：这个 Word 文件里的文字少了 {missing} 个、多了 {twice} 个：{words}")
        shown = quoted(filter(None, (missing, twice)))
        hint = _("在 Word 或 WPS 里另存为纯文本（.txt，编码选 UTF-8），导入那个文件；这是程序的缺陷，请告诉维护的人")
        raise UnreadableFile(message.format(missing=len(missing), twice=len(twice), words=shown), hint)


def _written(package: Package, name: str, notes: set[str] | tuple[()]) -> Counter[str]:
    written = proof.Written(notes)
    written.read(package.packed.chunks(name))
    return written.characters


def _beside(package: Package, reading: Reading) -> None:
    """What stands above, below and beside the text."""
    for name in package.names("comments"):
        comments = package.tree(name).findall("comment")
        reading.tally.notes(said.COMMENTS, map(words, comments))
    for name in (*package.names("header"), *package.names("footer")):
        for paragraph in package.tree(name).iter("p"):
            _of_page(reading, words(paragraph))


def _of_page(reading: Reading, text: str) -> None:
    number = DOCUMENT_NUMBER.fullmatch("".join(text.split()))
    if number and NUMBER not in reading.metadata:
        reading.keep(NUMBER, text)
        reading.tally.note(said.NUMBER_IN_HEADER, text)
    elif text.strip() and not number:
        reading.tally.note(said.HEADERS, text)
