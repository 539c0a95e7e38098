"""A saved web page to its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from disclosure.ingest.document import ExtractedText
from disclosure.ingest.formats import written
from disclosure.ingest.formats.html import cleaner, main_text, notes, page
from disclosure.ingest.formats.html.elements import TEXT, PageElements, PagePiece
from disclosure.ingest.formats.html.flow import Flow
from disclosure.ingest.formats.tally import Tally, quoted
from disclosure.source.inside import limited
from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

MAX_BYTES = 16 * 1024 * 1024
REFERENCE = re.compile(r"\[endnoteRef:(\d+)\]")
ATTACHED = re.compile(r"\.(?:docx?|pdf|wps|ofd|rtf|zip|rar)(?:$|[?#])", re.I)
NEXT_PAGE = re.compile(r"(?:下一页|下页|尾页|末页|next)\s*[>»]*", re.I)
ATTACHMENTS = N_("网页里有 {n} 个附件，程序没有读；报告全文在附件里的，请下载附件再导入：{words}")
PAGED = N_("网页里有“下一页”一类的链接，报告可能分在几页上，这里只有这一页")
RENUMBERED = N_("网页里的注释有的没有编号或编号重复，这里从头到尾连着编号")
NO_BREAK = N_("不换行空格（&nbsp;）{n} 处，换成了普通空格")


def extract(data: bytes) -> ExtractedText:
    saved = page.read(*page.unpacked(data)) if page.is_archive(data) else page.read(data)
    tally = Tally()
    pieces = PageElements(_cleaned(saved.html), tally).pieces
    found = main_text.find(pieces)
    placed, anew = notes.places(pieces, found)
    tally.notes(RENUMBERED, [""] if anew else [])
    flow = Flow(pieces, placed, tally)
    lines = flow.lines(found.start, found.end)
    text = "\n".join(_with_bodies(lines, flow, tally))
    flow.prove(Counter("".join(one.text for one in pieces[found.start : found.end])), text)
    tally.notes(NO_BREAK, ["\xa0"] * text.count("\xa0"))
    tally.notes(ATTACHMENTS, _attached(pieces))
    tally.notes(PAGED, ["" for one in pieces if NEXT_PAGE.fullmatch(one.text.strip())][:1])
    return ExtractedText(
        text=text.replace("\xa0", " ") + "\n",
        title=saved.title,
        metadata=saved.metadata,
        remarks=(*saved.remarks, *_where(pieces, found), *tally.remarks),
    )


def _cleaned(html: str) -> str:
    data = html.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise Unreadable(Obstacle.TOO_MUCH)
    done = limited.run(cleaner.__file__, data)
    if done is None:
        raise Unreadable(Obstacle.TOO_MUCH)
    if "html" not in done:
        raise Unreadable(Obstacle.SPOILT, str(done.get("spoilt", "")))
    return str(done["html"])


def _with_bodies(lines: Sequence[str], flow: Flow, tally: Tally) -> Iterator[str]:
    """Each line with the bodies of the notes that it refers to, then what is left of them."""
    left = dict(flow.bodies)
    for line in lines:
        referred = [n for found in REFERENCE.findall(line) if (n := int(found)) in left]
        yield line + "".join(written.body(n, left.pop(n), flow, tally) for n in dict.fromkeys(referred))
    yield from (written.body(n, body, flow, tally) for n, body in left.items())


def _attached(pieces: Sequence[PagePiece]) -> Iterator[str]:
    for at, one in enumerate(pieces):
        if one.begins and ATTACHED.search(one.attributes.get("href", "")):
            yield "".join(inner.text for inner in pieces[at : one.other + 1]) or one.attributes["href"]


def _where(pieces: Sequence[PagePiece], found: main_text.Range) -> Iterator[str]:
    """What was taken for the main text, and what lies outside of it."""
    if found.names:
        yield _("正文取自网页的这一块：{name}").format(name=found.names[0])
    else:
        yield _("网页里认不出正文在哪一块，整页的文字都收进来了，请删去不是报告的部分")
    outside = [" ".join(one.text.split()) for one in (*pieces[: found.start], *pieces[found.end :]) if one.tag == TEXT]
    left_out = [one for one in outside if one]
    if left_out:
        longest = sorted(left_out, key=len, reverse=True)
        length = sum(map(len, left_out))
        said = _("这一块以外还有 {n} 个字没有收进来，最长的几句：{words}")
        yield said.format(n=length, words=quoted(dict.fromkeys(longest)))
