"""A file that stands, with something added to it: no other byte moves."""

from __future__ import annotations

from disclosure.forms.wish import NewText
from disclosure.source import record_edits
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import RecordEdit


def changed(file: SourceFile, edit: RecordEdit) -> NewText:
    """What the file says with the edit made; refused where it cannot be made for certain."""
    text, before = record_edits.edited(file, edit).data.decode(), file.data.decode()
    old, new = before.splitlines(), text.splitlines()
    stood = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    return NewText(name=file.name, text=text, stood=stood, added=max(len(new) - len(old), 1))
