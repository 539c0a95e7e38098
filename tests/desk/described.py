"""What the forms of a small site are told, a file a form: ``python -m tests.desk.described`` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from disclosure.catalog import words
from disclosure.catalog.words import Vocabularies
from disclosure.desk import forms
from disclosure.source import content
from disclosure.source.content import ParseCache
from disclosure.source.files import SourceFile
from tests.projects import EXAMPLES

FOLDER = Path(__file__).parent / "forms"
CONTENT = EXAMPLES / "shiguang/content"


def vocabularies() -> Vocabularies:
    """The words of the example."""
    files = (
        SourceFile(str(path), path.relative_to(CONTENT).as_posix(), path.read_bytes())
        for path in sorted(CONTENT.glob("vocabulary/*.yml"))
    )
    return words.join(content.read(files, ParseCache()).register.words)[0]


def described() -> Iterator[tuple[str, str]]:
    """Each file's name and text: a form, and the records that all of them are made of."""
    for form in forms.described(vocabularies()):
        yield f"{form.id}.json", _text(form)
    yield "records.json", _text(forms.records())


def _text(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value)).decode() + "\n"


if __name__ == "__main__":
    for name, text in described():
        (FOLDER / name).write_text(text, "utf-8")
