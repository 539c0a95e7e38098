"""A digest is of a section that has records, stands there once, and is read in a minute."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog import grounds
from disclosure.catalog.catalog import OPENING, Catalog, Report
from disclosure.catalog.grounds import Statement
from disclosure.checks.grounds import is_whole
from disclosure.model.digest import DigestRecord
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _

# Characters that are read in a minute, and in less than half of one
OF_REPORT, OF_SECTION = 300, 120


def check_digests(catalog: Catalog) -> Iterator[Problem]:
    """digest: 摘要写给整份报告或有记录的小节，各写一条；整份报告最多300字，一节最多120字；依据写全一种，在本节里。"""
    for report in catalog.reports:
        seen: set[str] = set()
        for one in grounds.of_digests(catalog.raw.digests):
            section = one.located.value.section or ""
            if section and section not in report.recorded:
                yield _nowhere(report, one, section)
            elif section in seen:
                message = _("{id}：摘要写了两次").format(id=one.name)
                yield _problem(one, ("section",) if section else ("text",), message, _("留一条"))
            elif section:
                yield from _elsewhere(report, one, section)
            seen.add(section)
            yield from _long(one)
            yield from _parts(one)


def _nowhere(report: Report, one: Statement, section: str) -> Problem:
    """The section is not there, or has no page on which the digest could stand."""
    message = _("{id}：报告没有这一节").format(id=one.name)
    if section in report.sections:
        message = _("{id}：这一节没有承诺也没有成果").format(id=one.name)
    known = [heading.id for heading in report.text.headings if heading.id in report.recorded]
    new = report.meta.retired.get(section)
    hint = _("它停用了，已由 {new} 承接").format(new=new) if new else ""
    return _problem(one, ("section",), message, hint or _("可用：{words}").format(words="、".join(known)))


def _elsewhere(report: Report, one: Statement, section: str) -> Iterator[Problem]:
    """Grounds in other sections; a part may stand on what its sections say."""
    for n, ground in enumerate(one.grounds):
        basis = grounds.basis(report, ground) if ground.of else None
        if basis is None:
            continue
        stands = report.by_id[basis.passage.partition(".")[0]].section
        if section not in (stands, report.sections[stands].parent if stands else ""):
            message = _("{id}：依据 {of} 在 {section} 里").format(id=one.name, of=ground.of, section=stands or OPENING)
            yield _problem(one, ("grounds", n, "of"), message, _("只写本节的，或写进那一节的摘要"))


def _long(one: Statement) -> Iterator[Problem]:
    record: Located[DigestRecord] = one.located
    limit, number = OF_SECTION if record.value.section else OF_REPORT, len(one.text)
    if number > limit:
        message = _("{id}：摘要有{number}字，最多{limit}字").format(id=one.name, number=number, limit=limit)
        yield _problem(one, ("text",), message, _("只留最要紧的，其余由记录说"))


def _parts(one: Statement) -> Iterator[Problem]:
    for n, ground in enumerate(one.grounds):
        if not is_whole(ground):
            message = _("{id}：第{n}条依据没有写全").format(id=one.name, n=n + 1)
            hint = _("写 of 和 says（或 outcome），或者只写 without，或者只写 count（可加 kind、naming）")
            yield _problem(one, ("grounds", n), message, hint)


def _problem(one: Statement, where: tuple[str | int, ...], message: str, hint: str) -> Problem:
    return Problem(one.located.place(*where), "digest", message, hint)
