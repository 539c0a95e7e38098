"""What of a structure is improbable: what an editor looks at before the report is published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from disclosure.ingest.report_body import ImportedLine
from disclosure.ingest.shapes import ENDS, SECTION, is_title, shaped
from disclosure.translation import gettext as _

LONG = 3000
LARGE = 0.05
# Rows of tables, marks of notes, and digits behind a quotation that may have been one
ROW = re.compile("[｜|\t]")
MARKS = re.compile(r"[\[［〔【][0-9]{1,3}[\]］〕】]|[（(]注[0-9]{1,3}[）)]")
RAISED = re.compile(r"([^“”]{0,8}[”》])([0-9]{1,4})")
ENDINGS = re.compile(r"[。！？…；：!?.;:）)”』」]$")


class PartOutline(Struct, frozen=True, kw_only=True):
    """A part with the sections below it."""

    heading: ImportedLine
    sections: tuple[ImportedLine, ...]
    paragraphs: int


def parts(lines: Sequence[ImportedLine]) -> list[PartOutline]:
    begins = [n for n, line in enumerate(lines) if line.level == 1]
    ends = [*begins[1:], len(lines)] if begins else []
    return [
        PartOutline(
            heading=lines[a],
            sections=tuple(line for line in lines[a:b] if line.level == 2),
            paragraphs=sum(not line.level for line in lines[a:b]),
        )
        for a, b in zip(begins, ends, strict=True)
    ]


def doubts(lines: Sequence[ImportedLine]) -> list[str]:
    """Each as a whole sentence; of annexes nothing is expected."""
    own = [line for line in lines if not line.is_annex]
    return [
        *_of_parts(parts(own), sum(line.level == 2 for line in own)),
        *_of_numbers(own),
        *_of_lines(own),
        *_of_ends(own),
        *_of_notes(own),
    ]


def _of_parts(found: Sequence[PartOutline], sections: int) -> Iterator[str]:
    if sections and not found:
        yield _("没有找到部分的标题（例如“一、2023年工作回顾”），{n} 个小节没有归到部分").format(n=sections)
        return
    if not found:
        yield _(
            "没有找到部分和小节的标题，全文都成了开头的段落。在标题前写 ## （部分）或 ### （小节），编号写 part-1、s1-1"
        )
        return
    if len(found) == 1:
        yield _("只找到一个部分：{title}。报告一般有上一年回顾和本年安排，请看看有没有漏掉的标题").format(
            title=_short(found[0].heading.text)
        )
    without = [part for part in found if not part.sections]
    if without and len(without) < len(found) and len(found) > 2:
        yield _("其他部分有小节，这些没有：{titles}").format(
            titles="、".join(_short(one.heading.text) for one in without)
        )
    if len(without) == len(found):
        yield _("没有找到小节（例如“（一）发展农业”）：各部分直接是段落")
    for one in found:
        if not one.paragraphs:
            yield _("部分“{title}”下面没有段落").format(title=_short(one.heading.text))


def _of_numbers(lines: Sequence[ImportedLine]) -> Iterator[str]:
    """Numbers that skip, come twice, or begin anew."""
    sections: list[str] = []
    top: list[str] = []
    for line in lines:
        if line.level == 1:
            yield from _steps(sections)
            sections = []
            top.append(line.text)
        elif line.level == 2:
            sections.append(line.text)
    yield from _steps(sections)
    yield from _steps(top)
    numbered = [line.text for line in lines if line.level == 2 and SECTION.match(line.text)]
    forms = {shaped(text).is_chinese for text in numbered}
    if len(forms) > 1:
        yield _("小节的编号有两种写法（（一）和（1）），原文如此就不用改")


def _steps(titles: Sequence[str]) -> Iterator[str]:
    numbers = [(shaped(title).number, title) for title in titles if shaped(title).number]
    for first, title in numbers[:1]:
        if first != 1:
            yield _("编号从“{title}”开始，前面可能漏了标题").format(title=_short(title))
    for (a, before), (b, after) in pairwise(numbers):
        if b == 1:
            yield _("“{after}”的编号又从一开始：前面可能漏了一个上级标题，或者文件里有两份报告").format(
                after=_short(after)
            )
        elif b != a + 1:
            yield _("编号不连续：“{before}”之后是“{after}”").format(before=_short(before), after=_short(after))


def _of_lines(lines: Sequence[ImportedLine]) -> Iterator[str]:
    texts = [line for line in lines if not line.level]
    for line in texts:
        if len(line.text) > LONG:
            yield _("{id} 有 {n} 个字，可能是几个段落连在了一起").format(id=line.id, n=len(line.text))
    sentences = [line for line in texts if not line.id.startswith("p0-") and not ROW.search(line.text)]
    open_ = [line for line in sentences if not ENDINGS.search(line.text)]
    if open_ and len(open_) * 2 > len(texts) and len(texts) > 8:
        yield _("{n} 段里有 {m} 段没有以句号结尾，可能一个段落断成了几行").format(n=len(texts), m=len(open_))
    elif open_:
        yield _("{n} 段没有以句号结尾，可能是没有编号的小标题，或者断开的段落：{places}").format(
            n=len(open_), places="、".join(f"{line.id}“{_short(line.text)}”" for line in open_[:4])
        )
    for key, run in groupby(line.text for line in texts if len(line.text) > 20):
        if len(list(run)) > 1:
            yield _("同一段连着出现了两次：“{text}”").format(text=_short(key))


def _of_ends(lines: Sequence[ImportedLine]) -> Iterator[str]:
    titles = [line for line in lines if is_title(line.text)]
    if len({line.text for line in titles}) < len(titles) or any(
        line.level or not line.id.startswith("p0-") for line in titles
    ):
        yield _("题名出现了 {n} 次，文件里可能有两份报告").format(n=len(titles))
    last = next((line for line in reversed(lines) if not line.level), None)
    if last is not None and not ENDS.search(last.text) and len(last.text) > 20:
        yield _("最后一段没有说完（“{text}”），文件可能不全").format(text=last.text[-16:])
    if lines and lines[-1].level:
        yield _("最后一行是标题“{title}”，下面没有文字，文件可能不全").format(title=_short(lines[-1].text))


def _of_notes(lines: Sequence[ImportedLine]) -> Iterator[str]:
    """Marks that no body belongs to, and digits that may have been marks."""
    text = "\n".join(line.text for line in lines)
    marks = list(dict.fromkeys(match[0] for match in MARKS.finditer(text)))
    if len(marks) > 1:
        yield _("正文里有 {n} 处像注释的标记（{marks}），没有找到对应的注释，留作文字").format(
            n=len(marks), marks="、".join(marks[:6])
        )
    counted: list[str] = []
    for match in RAISED.finditer(text):
        if match[2].startswith(str(len(counted) + 1)):
            counted.append(match[0])
    if len(counted) > 2:
        yield _("有些数字可能是注释的编号，和后面的数字连在了一起，请对照原件：{places}").format(
            places="、".join(counted)
        )


def of_left_out(left: int, whole: int) -> Iterator[str]:
    """``left`` of ``whole`` characters are not the report's."""
    if left > LARGE * whole:
        yield _("没有收入报告的文字占全文的 {share}%，请核对里面有没有报告的内容").format(
            share=round(100 * left / whole)
        )


def of_bodies(missing: Sequence[int]) -> Iterator[str]:
    if missing:
        numbers = "、".join(map(str, missing))
        yield _("注释第 {numbers} 条在正文里没有找到标记，留作文字").format(numbers=numbers)


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"
