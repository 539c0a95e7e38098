"""The whole report from its first character to its last: what accounts for each of its clauses, section by section.

A clause is of one kind: without a record or an exemption for each of its letters it is open; else a promise, a result,
or exempted. So what is drawn is what is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.coverage import ClauseAccount
from disclosure.grouping import grouped
from disclosure.model.text import Paragraph
from disclosure.pages import picture
from disclosure.pages.drawings.strip import Strip, StripRow, StripStretch, joined
from disclosure.pages.once import once
from disclosure.pages.page import Link
from disclosure.pages.picture import Picture, PictureTable
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

ID = "coverage"
# In the order of a table's columns; the words are those of the legend
KINDS = (
    ("commitment", N_("承诺")),
    ("result", N_("成果和不足")),
    ("exempt", N_("免列")),
    ("uncovered", N_("没有收录")),
)


class SectionCover(Struct, frozen=True, kw_only=True):
    """A section (``id`` is empty for what stands before the first), or the whole text: its length in code points
    without headings, its clauses by kind, those exempted by reason."""

    id: str
    title: str
    length: int
    kinds: Counter[str]
    reasons: Counter[str]
    stretches: tuple[StripStretch, ...]

    @property
    def clauses(self) -> int:
        return self.kinds.total()


def kind(one: ClauseAccount, promises: frozenset[str]) -> str:
    if one.missing:
        return "uncovered"
    if not one.records:
        return "exempt"
    return "result" if promises.isdisjoint(one.records) else "commitment"


@once
def sections(report: Report) -> tuple[SectionCover, ...]:
    """The sections in the order of the text; one that holds nothing but others is there too."""
    clauses = grouped((one.span.passage, one) for one in report.accounts.clauses)
    paragraphs = grouped((one.section, one) for one in report.text.paragraphs)
    promises = frozenset(one.id for one in report.register.commitments)
    heads = [("", _("开头"), report.text.opening)] if report.text.opening else []
    heads += [(one.id, one.title, tuple(paragraphs.get(one.id, ()))) for one in report.text.headings]
    return tuple(_section(id, title, inside, clauses, promises) for id, title, inside in heads)


def _section(
    id: str,
    title: str,
    paragraphs: Sequence[Paragraph],
    clauses: dict[str, list[ClauseAccount]],
    promises: frozenset[str],
) -> SectionCover:
    at, stretches, reasons = 0, [], Counter[str]()
    for paragraph in paragraphs:
        for one in clauses.get(paragraph.id, ()):
            found = kind(one, promises)
            stretches.append(StripStretch(found, at + one.span.start, at + one.span.end))
            if found == "exempt" and one.reason:
                reasons[one.reason.label] += 1
        at += len(paragraph.text)
    kinds = Counter(one.kind for one in stretches)
    return SectionCover(id=id, title=title, length=at, kinds=kinds, reasons=reasons, stretches=tuple(stretches))


def whole(found: Iterable[SectionCover]) -> SectionCover:
    """All of them as one."""
    at, kinds, reasons, stretches = 0, Counter[str](), Counter[str](), []
    for one in found:
        stretches += [StripStretch(each.kind, at + each.start, at + each.end) for each in one.stretches]
        at, kinds, reasons = at + one.length, kinds + one.kinds, reasons + one.reasons
    return SectionCover(id="", title=_("全文"), length=at, kinds=kinds, reasons=reasons, stretches=tuple(stretches))


def by_section(catalog: Catalog, report: Report) -> Picture | None:
    """For the page that has the whole text: a row a section."""
    rows = sections(report)
    return _picture(catalog, report, address.coverage(report.key), rows, whole(rows))


def in_brief(catalog: Catalog, report: Report) -> Picture | None:
    """For the overview: one row."""
    all = whole(sections(report))
    return _picture(catalog, report, address.report(report.key), (all,), all)


def _picture(
    catalog: Catalog, report: Report, page: str, rows: Sequence[SectionCover], all: SectionCover
) -> Picture | None:
    if not all.clauses:
        return None
    return picture.picture(
        catalog,
        id=ID,
        page=page,
        day=report.meta.published.date(),
        title=_title(all),
        sentence="".join(_sentence(report, all)),
        name=_("{title}从头到尾：承诺、成果和不足、免列、没有收录的各在哪里").format(title=report.meta.title),
        drawing=_drawing(rows, all),
        key=_("长短按字数；空白处是小标题和标点，不算语句。"),
        table=_table((*rows, all) if len(rows) > 1 else rows),
        data=(
            Link(_("语句（CSV）"), data_folder.of_report(report).csv("coverage-clauses")),
            Link(_("数字（CSV）"), data_folder.of_report(report).csv("coverage-figures")),
            Link(_("全部（JSON）"), data_folder.of_report(report).json("coverage")),
        ),
    )


def _title(all: SectionCover) -> str:
    n, open, recorded = all.clauses, all.kinds["uncovered"], all.kinds["commitment"] + all.kinds["result"]
    if open == n:
        return _("全文{n}个语句，还没有一个登记").format(n=n)
    if open:
        return _("全文{n}个语句里，还有{open}个没有交代").format(n=n, open=open)
    if all.kinds["exempt"]:
        said = _("全文{n}个语句都有交代：{recorded}个有记录，{exempt}个写明了免列的理由")
        return said.format(n=n, recorded=recorded, exempt=all.kinds["exempt"])
    return _("全文{n}个语句都有记录").format(n=n)


def _sentence(report: Report, all: SectionCover) -> Iterator[str]:
    """What each part is, and the figures, which are accounted for by themselves."""
    words = (
        ("commitment", _("{n}个登记为承诺")),
        ("result", _("{n}个登记为上年的成果和不足")),
        ("exempt", _("{n}个免列（{reasons}）")),
        ("uncovered", _("{n}个还没有收录")),
    )
    reasons = _reasons(all)
    parts = [said.format(n=all.kinds[id], reasons=reasons) for id, said in words if all.kinds[id]]
    yield _("{title}正文{length}个字符，分成{n}个语句：{parts}").format(
        title=report.meta.title, length=f"{all.length:,}", n=all.clauses, parts=_("，").join(parts)
    )
    figures = [one.kind for one in report.accounts.figures]
    if figures:
        open = figures.count("uncovered")
        said = _("；{n}个数字里还有{open}个没有交代") if open else _("；{n}个数字都有交代")
        yield said.format(n=len(figures), open=open)
    yield _("。")


def _reasons(one: SectionCover) -> str:
    return _("、").join(_("{label}{n}个").format(label=label, n=n) for label, n in one.reasons.most_common())


def _drawing(rows: Sequence[SectionCover], all: SectionCover) -> Strip:
    legend = tuple((id, _(label)) for id, label in KINDS if all.kinds[id])
    return Strip(tuple(map(_row, rows)), legend)


def _row(one: SectionCover) -> StripRow:
    written = _("{n}个语句").format(n=one.clauses) if one.clauses else ""
    return StripRow(label=one.title, written=written, length=one.length, stretches=joined(one.stretches))


def _table(rows: Iterable[SectionCover]) -> PictureTable:
    columns = (_("小节"), _("字符"), _("语句"), *(_(label) for _id, label in KINDS), _("免列的理由"))
    return picture.table(
        columns,
        tuple(
            (
                one.title,
                one.length,
                one.clauses,
                *(one.kinds[id] for id, _label in KINDS),
                _reasons(one),
            )
            for one in rows
        ),
    )
