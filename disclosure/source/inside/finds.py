"""What is personal in an attachment."""

from __future__ import annotations

from disclosure.personal import Sighting, of_name, of_picture, personal
from disclosure.source.files import SourceFile
from disclosure.source.inside import kinds
from disclosure.source.inside.look import look
from disclosure.source.inside.shapes import AttachmentFinds, Finds, Flaw, Named, Passage, Photographed, Where, key
from disclosure.translation import mark as N_

# Of one attachment; who published more than these has one thing to do
MOST = 50
NAME = N_("文件名")
PICTURES = tuple(kinds.PICTURES)


def finds(file: SourceFile, known: Finds) -> AttachmentFinds:
    """What is in an attachment; what ``known`` does not have is looked for and added to it."""
    name = key(file.name, file.sha256)
    if name not in known:
        known[name] = _finds(file)
    return known[name]


def _finds(file: SourceFile) -> AttachmentFinds:
    seen = list(look(file.name, file.data))
    sure: list[tuple[Where, Sighting]] = []
    asked: list[tuple[Where, Sighting]] = []
    for one in (one for one in seen if isinstance(one, Passage) and not one.counted):
        certain, doubtful = personal(one.text)
        sure += [(one.where, found) for found in certain]
        asked += [(one.where, found) for found in doubtful]
    for name in (one.file for one in seen if isinstance(one, Named)):
        where = Where(words=NAME, file=name)
        sure += [(where, found) for found in of_name(name)]
        shown = of_picture(name) if name.lower().endswith(PICTURES) else None
        asked += [(where, shown)] if shown else []
    return AttachmentFinds(
        numbers=tuple(sure[:MOST]),
        details=tuple(asked[:MOST]),
        photographed=tuple(one.file for one in seen if isinstance(one, Photographed))[:MOST],
        flaws=tuple(one for one in seen if isinstance(one, Flaw))[:MOST],
    )
