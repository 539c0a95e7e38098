"""A report with hostile strings in its text, its title and the site's own words, printed as one PDF.

    python -m tests.security.edges.pdf

The file is given out only where two readers read the text as the page has it (the command does that itself). What it
can do is looked at here, in every object: nothing but links within it, to web pages and to mail.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from unicodedata import bidirectional

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from disclosure.source import characters
from disclosure.visible import visible
from tests.projects import Sandbox, create
from tests.security import figures
from tests.security.hostile import corpus

KEY: Final = "2026"
HEAD: Final = {
    "title": "示例区政府工作报告",
    "year": KEY,
    "region": "示例市",
    "session": "示例区第三届人民代表大会第六次会议",
    "speaker": "样例",
    "speaker_title": "区长",
    "delivered": "2024-02-02",
    "published": "2024-02-03 09:00",
}
# What a file may do when it is opened, looked at or pressed, and what it may carry (ISO 32000-2, 12.6.4 and 7.11)
ACTIONS: Final = {"/URI", "/GoTo"}
NEVER: Final = (
    "/JavaScript",
    "/JS",
    "/AA",
    "/EmbeddedFiles",
    "/EmbeddedFile",
    "/EF",
    "/RichMedia",
    "/XFA",
    "/AcroForm",
)
# Parts of Hangul syllables: a font has the syllables
JAMO: Final = tuple(map(chr, range(0x1100, 0x1200)))
ADDRESS: Final = re.compile(r"(?:https?|mailto):", re.I)


def printable(texts: Iterable[str]) -> list[str]:
    """The strings that a line of a report can have, and that readers of PDF files give as they are. Those written from
    right to left they give in another order, emoji, the dotted İ and parts of Hangul otherwise: a report with these is
    not printed."""
    return [one for one in texts if is_line(one) and not is_read_otherwise(one)]


def is_line(text: str) -> bool:
    """Whether a line of a report can have it: with no other line within, and no sign that no content may hold."""
    return bool(text.strip()) and "\n" not in text and not any(True for _strange in characters.find(text))


def is_read_otherwise(text: str) -> bool:
    return any(bidirectional(one) in ("R", "AL", "AN") or one in ("İ", *JAMO) or one >= "\U0001f000" for one in text)


def report(project: Sandbox, texts: Sequence[str]) -> None:
    """A report of sentences with the strings in them, taken in as any report is."""
    lines = [f"第{n}项工作是办好{text}这件事，全区上下要抓好落实。" for n, text in enumerate(texts, 1)]
    text = "\n".join(("2026年示例区政府工作报告", "", "一、2026年工作安排", "", "（一）主要工作", "", *lines, ""))
    path = project.root / "received.txt"
    path.write_text(text, "utf-8")
    done = project.run("import", str(path), "--report", KEY, "--yes", "--without-original")
    assert done.code == 0, done.out + done.err
    file = project.content / "reports" / KEY / "report.md"
    head = file.read_text("utf-8")
    for name, value in HEAD.items():
        head = re.sub(rf"^{name}:.*$", f"{name}: {value}", head, count=1, flags=re.M)
    file.write_text(head, "utf-8")


def words(project: Sandbox, text: str) -> None:
    """The site's own words say the string too, and a page of its own leads on."""
    path = project.content / "site.yml"
    said = json.dumps(text, ensure_ascii=False)
    path.write_text(
        re.sub(r"^(title|tagline|notice):.*$", rf"\1: {said}", path.read_text("utf-8"), flags=re.M), "utf-8"
    )


def objects(data: bytes) -> Iterator[Any]:
    """Every object of a file, those in its streams of objects too."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    size: Any = reader.trailer["/Size"]
    for number in range(1, int(size)):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if found is not None:
            yield from _within(found)
    yield from _within(reader.trailer["/Root"].get_object())


def _within(one: Any) -> Iterator[Any]:
    yield one
    inner = one.values() if isinstance(one, DictionaryObject) else one if isinstance(one, ArrayObject) else ()
    for each in inner:
        if isinstance(each, (DictionaryObject, ArrayObject)):
            yield from _within(each)


def faults(data: bytes) -> Iterator[str]:
    """What a file would do beyond leading to a place in it, a web page or a mail."""
    for one in objects(data):
        if not isinstance(one, DictionaryObject):
            continue
        yield from (f"{name} in an object" for name in NEVER if name in one)
        kind = one.get("/S")
        is_action = one.get("/Type") == "/Action" or "/URI" in one
        if is_action and kind not in ACTIONS:
            yield f"an action {kind}"
        if "/URI" in one and not ADDRESS.match(str(one["/URI"])):
            yield f"a link to {one['/URI']}"
        if one.get("/Subtype") in ("/FileAttachment", "/Movie", "/Sound", "/Screen", "/3D"):
            yield f"an annotation {one['/Subtype']}"


def printed(root: Path, texts: Sequence[str]) -> tuple[int, list[str]]:
    """How many strings were printed, and what is wrong with the file."""
    project = create(root)
    report(project, texts)
    words(project, "</title><script>window.ran = 1</script>")
    done = project.run("pdf", "--report", KEY)
    if done.code:
        return 0, [done.out + done.err]
    return len(texts), list(faults((project.root / f"pdf/{KEY}.pdf").read_bytes()))


def main() -> int:
    texts = printable(corpus.texts())
    with tempfile.TemporaryDirectory() as folder:
        number, wrong = printed(Path(folder) / "project", texts)
    print("\n".join(map(visible, wrong)))
    lines = sum(map(is_line, corpus.texts()))
    counted: dict[str, int | str] = {
        "strings": number,
        "no line of a report": len(corpus.texts()) - lines,
        "left out, since readers of PDF files differ": lines - len(texts),
        "faults": len(wrong),
    }
    figures.record("hostile", counted, part="pdf")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
