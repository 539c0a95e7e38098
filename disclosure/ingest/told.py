"""What is said of a text that was read: what was found, what was guessed, what is doubtful; each one whole sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from disclosure.ingest import doubts
from disclosure.ingest.doubts import parts
from disclosure.ingest.draft import Drafted
from disclosure.ingest.report_body import ImportedLine
from disclosure.ingest.report_head import FIELDS
from disclosure.ingest.residue import runs, told
from disclosure.ingest.structure import Structure
from disclosure.model.report import ReportMeta
from disclosure.translation import gettext as _

SHOWN = 6
# What a text can say of itself
MEANT = frozenset(FIELDS)


class Findings(Struct, frozen=True, kw_only=True):
    """Sentences for the editor."""

    found: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def of_new(read: Structure, lines: Sequence[ImportedLine], rows: dict[int, str]) -> Findings:
    """Of a text that is read for the first time."""
    return Findings(
        found=(*_counts(lines, len(read.archive.notes)), *_notes(read), *told(read.left, rows), *_joined(read)),
        guessed=(*_drafted(read.drafted), *_cut(lines)),
        doubts=(
            *doubts.doubts(lines),
            *doubts.of_bodies(read.notes.missing if read.notes else ()),
            *_share(read, rows),
        ),
    )


def _share(read: Structure, rows: dict[int, str]) -> Iterator[str]:
    left = sum(len(rows[n].strip()) for n in read.left)
    return doubts.of_left_out(left, sum(len(row.strip()) for row in rows.values()))


def of_known(lines: Sequence[ImportedLine], notes: int) -> Findings:
    """Of a text whose report is there already."""
    return Findings(found=tuple(_counts(lines, notes)), doubts=tuple(doubts.doubts(lines)))


def _counts(lines: Sequence[ImportedLine], notes: int) -> Iterator[str]:
    own = [line for line in lines if not line.is_annex]
    yield _("{parts} 个部分、{sections} 个小节、{paragraphs} 段、{heads} 个段首小标题、{notes} 条注释").format(
        parts=sum(line.level == 1 for line in own),
        sections=sum(line.level == 2 for line in own),
        paragraphs=sum(not line.level for line in lines),
        heads=sum(bool(line.head) for line in lines),
        notes=notes,
    )
    for one in parts(own):
        words = _("部分：{title}（{n} 个小节）") if one.sections else _("部分：{title}（没有小节）")
        yield words.format(title=one.heading.text, n=len(one.sections))
    annex = [line for line in lines if line.is_annex]
    if annex:
        titles = "、".join(line.text for line in annex if line.level)
        words = _("报告末尾另成一个部分（附件、名词解释等），共 {n} 行：{titles}；不是附件的，把它的标题改回来")
        yield words.format(n=len(annex), titles=titles)


def _notes(read: Structure) -> Iterator[str]:
    if read.notes:
        form = read.notes.form
        words = _("注释的标记写作 {mark}，注释在原文第 {lines} 行，共 {n} 条；没有对应注释的标记留作文字")
        yield words.format(mark=form.mark, lines=form.lines, n=read.notes.count)


def _joined(read: Structure) -> Iterator[str]:
    if read.joined:
        lines = "、".join(f"{a}-{b}" for a, b in read.joined[:SHOWN]) + ("…" if len(read.joined) > SHOWN else "")
        words = _("断开的行接成了 {n} 段（原文第 {lines} 行）；接错的，在 report.md 里按原文的行拆开")
        yield words.format(n=len(read.joined), lines=lines)


def _drafted(found: Sequence[Drafted]) -> Iterator[str]:
    for one in found:
        words = (
            _("{label}：{value}（由第 {lines} 行推算）") if one.is_guessed else _("{label}：{value}（第 {lines} 行）")
        )
        yield words.format(label=_(ReportMeta.declared[one.field].label), value=one.value, lines=runs(one.lines))
    missing = [name for name in ReportMeta.declared if name in MEANT and name not in {one.field for one in found}]
    if missing:
        labels = "、".join(_(ReportMeta.declared[name].label) for name in missing)
        yield _("这些在文中没有找到：{labels}").format(labels=labels)


def _cut(lines: Sequence[ImportedLine]) -> Iterator[str]:
    cut = [line for line in lines if line.is_cut]
    if cut:
        words = _("{n} 个小节的标题和正文写在同一行，标题到第一个句号为止，例如“{title}”")
        yield words.format(n=len(cut), title=cut[0].text)
