"""The front matter of a new ``report.md``: what could be drafted, and how the archive is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from disclosure.ingest.draft import Drafted
from disclosure.model.report import Original
from disclosure.source.archive import Reading
from disclosure.translation import gettext as _

FIELDS = ("title", "heading", "district", "region", "year", "session", "speaker", "speaker_title", "delivered")
# What YAML takes for a text as it stands
PLAIN = re.compile(
    r"[㐀-鿿〔（①¹][㐀-鿿0-9（）〔〕·①¹]*|[0-9]{4}年[㐀-鿿]+"
    r"|[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?|[0-9]+(?:-[0-9]+)?(?:, [0-9]+(?:-[0-9]+)?)*"
)


def head(file: str, sha256: str, how: Reading, drafted: Sequence[Drafted], original: Original | None) -> str:
    """Between and with its fences. What nothing says is left empty."""
    said = {"heading": _("政府工作报告")} | {one.field: one.value for one in drafted}
    lines = [f"{field}: {scalar(said[field])}" if field in said else f"{field}:" for field in (*FIELDS, "published")]
    return "\n".join(["---", *lines, *source(file, sha256, how, original), "---", ""])


def source(file: str, sha256: str, how: Reading, original: Original | None) -> Iterator[str]:
    """The block that names the archive and says how it is read."""
    yield from ("source:", f"  file: {file}", f"  sha256: {sha256}")
    if original:
        yield from ("  original:", f"    file: {original.file}", f"    sha256: {original.sha256}")
    yield from reading(how)


def reading(how: Reading) -> Iterator[str]:
    if how.notes:
        yield "  notes:"
        yield f"    mark: {scalar(how.notes.mark)}"
        if how.notes.body:
            yield f"    body: {scalar(how.notes.body)}"
        yield f"    lines: {scalar(how.notes.lines)}"
    if how.left_out:
        yield "  left_out:"
    for one in how.left_out:
        yield from (f"    - because: {scalar(one.because)}", "      lines:")
        yield from (f"        {number}: {scalar(text)}" for number, text in one.lines.items())
    if how.joined:
        yield "  joined: true"


def scalar(text: str) -> str:
    """A text as YAML that means it."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
