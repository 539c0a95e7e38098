"""Records agree with themselves and with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.catalog.words import missing
from disclosure.model.vocabulary import Term
from disclosure.problem import Place, Problem
from disclosure.quantity import Operator
from disclosure.source.register import Located
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Operators whose target names no number to reach
WITHOUT_NUMBER = {
    *(Operator.DEADLINE, Operator.QUALITATIVE, Operator.VAGUE, Operator.PROCESS, Operator.COMPARE),
    *(Operator.EQ_BASE, Operator.GE_BASE, Operator.GT_REF, Operator.EXTERNAL),
}
NEW_ID = N_("给新记录一个从未用过的编号")
PERIODIC = {Operator.DEADLINE, Operator.FREQUENCY}


def check_vocabularies(catalog: Catalog) -> Iterator[Problem]:
    """vocabulary: 程序要用的词都在词表里。"""
    # Without a record no word is used
    for name, ids in missing(catalog.words) if any(report.register.records for report in catalog.reports) else ():
        message = _("词表 {name} 缺少程序要用的词：{ids}").format(name=name, ids="、".join(ids))
        place = Place(f"content/vocabulary/{name}.yml")
        yield Problem(place, "vocabulary", message, _("补上这些编号，名称和说明可以自定"))


def check_ids(catalog: Catalog) -> Iterator[Problem]:
    """duplicate-id, file-name: 编号在报告内唯一；一条一个文件时，文件名就是编号。"""
    seen: dict[tuple[type, str, str], Located[Any]] = {}
    for record in catalog.raw.everything:
        key = (type(record.value), record.report, record.value.id)
        if key in seen:
            message = _("编号 {id} 用了两次，另一处在 {place}").format(id=record.value.id, place=seen[key].place("id"))
            copied = not record.at and record.stem != record.value.id
            hint = _("这是复制来的文件？写作 id: {stem}").format(stem=record.stem) if copied else _(NEW_ID)
            yield Problem(record.place("id"), "duplicate-id", message, hint)
        seen.setdefault(key, record)
    for one in seen.values():
        if not one.at and one.stem not in (one.folder, one.value.id):
            message = _("文件名 {stem}.yml 与编号 {id} 不同").format(stem=one.stem, id=one.value.id)
            hint = _("文件名改为 {id}.yml，或把编号改回 {stem}").format(id=one.value.id, stem=one.stem)
            yield Problem(one.place("id"), "file-name", message, hint)


def check_sections(catalog: Catalog) -> Iterator[Problem]:
    """section: 记录放在它所引段落的小节里；commitments 里的文件夹、results 里的文件用小节的编号命名。"""
    for report in catalog.reports:
        unknown: dict[str, list[Commitment | Result]] = {}
        for record in report.register.records:
            section = report.by_id[record.span.passage].section
            if record.section not in report.sections:
                unknown.setdefault(_kept_in(record), []).append(record)
            elif record.section != section:
                message = _("{id}：引的是 {section} 的段落，却放在 {folder} 里").format(
                    id=record.id, section=section or "p0", folder=record.section
                )
                hint = _("移到 {section} 下").format(section=section) if section else _("开头几行不是承诺也不是成果")
                yield Problem(record.located.place("passage"), "section", message, hint)
        yield from (_no_section(report, where, records) for where, records in unknown.items())


def _kept_in(record: Commitment | Result) -> str:
    """The folder, or the file, that stands for the record's section."""
    path = record.located.written.path
    return path.rpartition("/")[0] if isinstance(record, Commitment) else path


def _no_section(report: Report, where: str, records: list[Commitment | Result]) -> Problem:
    """One problem for all that is kept under a name: most often the heading's id, or the folder, was renamed."""
    first = records[0]
    section = report.by_id[first.span.passage].section
    message = _("{id} 等 {n} 条记录放在 {where}，报告里却没有小节 {folder}").format(
        id=first.id, n=len(records), where=where, folder=first.section
    )
    if section:
        words = _(
            "{id} 引的段落在 {section} 里：把 {where} 改成这个名字，或在 report.md 里把标题末尾改回 {{#{folder}}}"
        )
        hint = words.format(id=first.id, section=section, where=where, folder=first.section)
    else:
        hint = _("在 report.md 里给标题写上编号 {{#{folder}}}，编号见其余标题").format(folder=first.section)
    return Problem(first.located.place(), "section", message, hint)


def strange_numbers(words: str, own: str) -> list[str]:
    """The numbers in ``words`` that ``own`` lacks."""
    numbers = NUMBER.findall(words)
    known = NUMBER.findall(own) if numbers else ()
    return [number for number in numbers if number not in known]


def is_read(one: Commitment | Result) -> bool:
    """Whether each of its figures could be read; what could not has a problem of its own."""
    if isinstance(one, Commitment):
        return len(one.targets) == len(one.located.value.targets)
    return len(one.figures) == len(one.located.value.figures)


def check_measures(catalog: Catalog) -> Iterator[Problem]:
    """measure: 指标名里的数字都在引文里；同一记录里不重复数同一个数字。"""
    for report in catalog.reports:
        for record in report.register.records:
            for n, part in enumerate(record.parts):
                where = ("targets" if isinstance(record, Commitment) else "figures", n)
                strange = strange_numbers(part.measure, report.by_id[record.span.passage].text)
                if strange:
                    message = _("{id}：指标名里的 {number} 不在原文里").format(id=part.id, number="、".join(strange))
                    yield Problem(record.located.place(*where, "measure"), "measure", message, _("照原文改正"))
                if any(part.span == other.span and part.measure == other.measure for other in record.parts[:n]):
                    message = _("{id}：“{written}”数了两次").format(id=part.id, written=part.written)
                    hint = _("删去一处；同样的写法出现两次时用 occurrence 指明")
                    yield Problem(record.located.place(*where, "written"), "measure", message, hint)


def check_kinds(catalog: Catalog) -> Iterator[Problem]:
    """result-kind: 量化成果有数字，成绩没有。"""
    for report in catalog.reports:
        for result in report.register.results:
            known = catalog.words.word("result-kinds", result.kind.id)
            figures = result.located.value.figures
            if known and (result.kind.id == "quantified") != bool(figures):
                message = _("{id}：类别是“{kind}”，却{has}数字").format(
                    id=result.id, kind=result.kind.label, has=_("有") if figures else _("没有")
                )
                yield Problem(
                    result.located.place("kind"),
                    "result-kind",
                    message,
                    _("有 figures 的是量化成果，没有的是成绩或不足"),
                )


def check_specificity(catalog: Catalog) -> Iterator[Problem]:
    """specificity: 写“数量”当且仅当有要达到的数，写“时限”当且仅当写明了期限。"""
    number, date = (catalog.words.id("specificity", id) for id in ("number", "date"))
    for _report, commitment in catalog.commitments:
        if not is_read(commitment) or not _are_known(catalog, commitment.specificity):
            continue
        operators = {target.quantity.operator for target in commitment.targets}
        facts = (
            (number, bool(operators - WITHOUT_NUMBER), _("要达到的数")),
            (date, commitment.deadline_stated or bool(operators & PERIODIC), _("期限")),
        )
        for word, holds, what in facts:
            if holds != (word in commitment.specificity):
                message = _("{id}：{has}{what}，具体程度{written}“{word}”").format(
                    id=commitment.id,
                    has=_("有") if holds else _("没有"),
                    what=what,
                    written=_("却没写") if holds else _("却写了"),
                    word=word.label,
                )
                yield Problem(
                    commitment.located.place("specificity"),
                    "specificity",
                    message,
                    _("改正 specificity 或 targets"),
                )


def _are_known(catalog: Catalog, aspects: tuple[Term, ...]) -> bool:
    """What has another problem already says nothing here: an unknown word, a vocabulary that could not be read."""
    return all(catalog.words.word("specificity", id) for id in ("number", "date", *(one.id for one in aspects)))
