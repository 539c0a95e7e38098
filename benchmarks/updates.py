"""The updates of an invented report: what became known of its promises, each in its own words, with evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from benchmarks import densities
from benchmarks.following import DEPARTMENTS, Promise

HALF = (
    "上半年的进度通报把它列入{department}的任务，通报写明了已经完成的部分，没有写明下半年怎样安排。",
    "{department}在年中公布的清单里写到了它，清单按街道排列，每一项后面注明了进度和联系科室。",
    "年中督查以后，{department}公布了督查的情况，其中一段专门说它，其余各段说的是别的事项。",
)
KEPT = (
    "{department}的年终总结逐项列出完成情况，与承诺的说法一致；总结没有说明怎样统计，这里照录其中的数。",
    "年末公布的完成清单里有它，清单由{department}汇总，现场情况另有报道，两份材料说的是同一件事。",
    "{department}在公开答复里说明了结果，答复写有日期和文号，可以查到原文。",
)
MISSED = (
    "{department}说明了没有做到的原因，主要是前期工作用时较长，剩下的部分转到下一年继续办理。",
    "年终总结把它列入未完成的事项，{department}写明了差距，没有写明新的期限。",
    "{department}的通报只说到其中一部分，另一部分没有提到；没有提到的这里不作推断。",
)
OPEN = (
    "{department}说这件事正在办理，材料写到了几次现场会和一次座谈，没有可以对照的数。",
    "公开的报道写到了它的几个环节，{department}没有公布总的情况，所以证据状态写“部分支持”。",
    "{department}公布了工作方案，方案分三个阶段，材料没有写明现在到了哪个阶段。",
)
FINAL = "统计核实以后，{department}公布了最终数，与先前的初步数不同的，以最终数为准；两次的数都保留在这里。"
DENIED = "记者走访以后写道，现场看到的情况与{department}的通报不一致；{department}没有就此公开回应。"
NOTHING = "检索了区政府网站、{department}的公开栏目和本地报道，没有找到说到它的材料；没有找到不等于没有做。"
MACRO_STAGES = (
    ("half", "{year}-07-20", "上半年", "{year}年上半年主要指标", "区统计局按季度公布，累计到六月底。"),
    ("first", "{next}-01-20", "初步核算", "{year}年主要指标初步核算", "全年的初步核算数，核实以后还会变动。"),
    ("final", "{next}-04-10", "最终核实", "{year}年主要指标最终核实", "核实以后的全年数，初步数保留在先前的更新里。"),
)


@dataclass(frozen=True, kw_only=True)
class UpdateDraft:
    """One update: its day and name, its front matter row by row, its paragraphs; ``files`` are archived documents."""

    day: str
    slug: str
    title: str
    commitments: tuple[str, ...]
    rows: tuple[str, ...]
    body: tuple[str, ...]
    observations: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        return f"{self.day}-{self.slug}.md"

    @property
    def text(self) -> str:
        head = [f"title: {self.title}", f"date: {self.day}", f"published: {self.day} 18:00"]
        head += [f"commitments: [{', '.join(self.commitments)}]", *self.rows]
        for name, given in (("observations", self.observations), ("evidence", self.evidence)):
            head += [f"{name}:", *(f"  - {{{one}}}" for one in given)] if given else []
        return "\n".join(["---", *head, "---", "", "\n\n".join(self.body)]) + "\n"


def of_report(random: Random, district: str, year: int, promises: list[Promise]) -> Iterator[UpdateDraft]:
    """All updates of a report."""
    macros = [one for one in promises if one.draft.macro]
    yield _context(district, year, macros)
    for stage in MACRO_STAGES:
        yield _macros(random, district, year, macros, stage)
    for one in promises:
        if one.followed and not one.draft.macro:
            for update in _story(random, district, one):
                yield _archived(update, one) if densities.SNAPSHOT.falls(random) else update


def _context(district: str, year: int, macros: list[Promise]) -> UpdateDraft:
    """The city's figures: background that carries no status and no value."""
    day = f"{year}-02-05"
    rows = [f"| {one.draft.macro} | 全市的目标高于{one.draft.title.removeprefix(one.draft.macro)} |" for one in macros]
    table = "\n".join(["| 指标 | 与全市相比 |", "|---|---|", *rows])
    words = f"样例市{year}年的主要预期目标在市人民代表大会上公布。全市的目标只是背景，不能代替{district}的目标："
    evidence = (f"publisher: 样例日报, title: 样例市{year}年政府工作报告摘要（虚构）, date: {day}",)
    ids = tuple(one.id for one in macros)
    return UpdateDraft(
        day=day,
        slug="city-targets",
        title=f"样例市{year}年的主要预期目标",
        commitments=ids,
        rows=("context: 样例市",),
        body=(words, table),
        observations=(),
        evidence=evidence,
    )


def _macros(random: Random, district: str, year: int, macros: list[Promise], stage: tuple[str, ...]) -> UpdateDraft:
    """The aggregates as they are published, in one vintage."""
    which, day, said, title, words = (one.format(year=year, next=year + 1) for one in stage)
    observed = [(one, target, getattr(outcome, which)) for one in macros for target, outcome in one.known]
    rows = [f"| {one.draft.macro} | {_value(fields)}% |" for one, _target, fields in observed]
    body = (f"{district}{title}：{words}", "\n".join([f"| 指标 | {said} |", "|---|---|", *rows]))
    observations = tuple(f"target: {target}, {fields}" for _one, target, fields in observed)
    evidence = (f"publisher: {district}统计局, title: {district}{title}（虚构）, date: {day}, retrieved: {day}",)
    status = ("evidenced: 有证据支持", f"confidence: {random.choice('高中')}")
    return UpdateDraft(
        day=day,
        slug=f"figures-{which}",
        title=title,
        commitments=tuple(one.id for one in macros),
        rows=status,
        body=body,
        observations=observations,
        evidence=evidence,
    )


def _value(fields: str) -> str:
    """The number in the fields of an observation."""
    return fields.partition("value: ")[2].partition(",")[0]


def _story(random: Random, district: str, one: Promise) -> Iterator[UpdateDraft]:
    """What is told of one promise, in the order of the days."""
    if not one.known and densities.CONTRADICTED.falls(random):
        yield _nothing(random, district, one)
        return
    if densities.HALF_YEAR.falls(random):
        yield _half(random, district, one)
    yield _year(random, district, one)
    if one.known and densities.CONTRADICTED.falls(random):
        yield _denied(random, district, one)
    final = _observed(one, "final")
    if final and densities.REVISED.falls(random):
        yield _final(random, district, one, final)


def _half(random: Random, district: str, one: Promise) -> UpdateDraft:
    day = f"{one.year}-07-{random.randrange(1, 29):02}"
    told = Told(f"{one.year}年{one.draft.about}上半年的进展", random.choice(HALF), ("推进中", "部分支持"))
    return _tell(random, district, one, day, told, _observed(one, "half"))


def _year(random: Random, district: str, one: Promise) -> UpdateDraft:
    day = f"{one.year + 1}-01-{random.randrange(5, 29):02}"
    said = "、".join(outcome.said for _target, outcome in one.known) or "仍在推进"
    title = f"{one.year}年{one.draft.about}：{said}"
    if not one.known:
        told = Told(title, random.choice(OPEN), ("推进中", "部分支持"))
    elif one.is_kept:
        told = Told(title, random.choice(KEPT), ("已调整" if one.adjusted else "已完成", "有证据支持"))
    else:
        reported = random.choice(("部分完成", "未完成"))
        told = Told(title, random.choice(MISSED), ("已调整" if one.adjusted else reported, "有证据支持"))
    return _tell(random, district, one, day, told, _observed(one, "first"))


def _denied(random: Random, district: str, one: Promise) -> UpdateDraft:
    day = f"{one.year + 1}-02-{random.randrange(1, 29):02}"
    told = Told(f"报道称{one.year}年{one.draft.about}与通报不一致", DENIED, ("", "与报告不符"))
    return _tell(random, district, one, day, told, ())


def _final(random: Random, district: str, one: Promise, observed: tuple[str, ...]) -> UpdateDraft:
    day = f"{one.year + 1}-03-{random.randrange(1, 29):02}"
    said = "、".join(outcome.said for _target, outcome in one.known)
    told = Told(f"{one.year}年{one.draft.about}最终核实：{said}", FINAL, ("", "有证据支持"))
    return _tell(random, district, one, day, told, observed)


def _nothing(random: Random, district: str, one: Promise) -> UpdateDraft:
    """Looked for, and nothing found."""
    day = f"{one.year + 1}-03-{random.randrange(1, 29):02}"
    told = Told(f"没有找到{one.year}年{one.draft.about}的公开材料", NOTHING, ("无公开信息", "无公开证据"))
    made = _tell(random, district, one, day, told, ())
    return replace(made, rows=(*made.rows, f"searched: {day}"), evidence=())


@dataclass(frozen=True)
class Told:
    """What an update says: title, sentence, reported and evidenced status."""

    title: str
    words: str
    status: tuple[str, str]


def _tell(random: Random, district: str, one: Promise, day: str, told: Told, observed: tuple[str, ...]) -> UpdateDraft:
    department = district + random.choice(DEPARTMENTS).removeprefix("区")
    reported, evidenced = told.status
    rows = [f"reported: {reported}"] if reported else []
    rows += [f"evidenced: {evidenced}", f"confidence: {random.choice('高高中低')}"]
    link = f"[{one.draft.title}](../../reports/{one.report}/report.md#{one.passage})"
    opening = f"{district}{one.year}年的报告写道：{link}。这一条说的是{day}公开的材料。"
    slug = f"{one.id}-{hashlib.sha256((day + told.title).encode()).hexdigest()[:6]}"
    evidence = f"publisher: {department}, title: {told.title}（虚构）, date: {day}, retrieved: {day}"
    evidence += f", url: https://www.example.org/{one.report}/{slug}, says: {told.title}"
    body = (opening, told.words.format(department=department))
    return UpdateDraft(
        day=day,
        slug=slug,
        title=told.title,
        commitments=(one.id,),
        rows=tuple(rows),
        body=body,
        observations=observed,
        evidence=(evidence,),
    )


def _observed(one: Promise, stage: str) -> tuple[str, ...]:
    """The observations of a stage."""
    known = ((target, getattr(outcome, stage)) for target, outcome in one.known)
    return tuple(f"target: {target}, {fields}" for target, fields in known if fields)


def _archived(update: UpdateDraft, one: Promise) -> UpdateDraft:
    """The update with its document archived, where it has one."""
    if not update.evidence:
        return update
    name = f"files/{one.report}-{update.slug}.csv"
    table = f"事项,说法,日期\n{one.draft.about},{update.title},{update.day}\n"
    digest = hashlib.sha256(table.encode()).hexdigest()
    evidence = f"{update.evidence[0]}, snapshot: {name}, sha256: {digest}"
    return replace(update, evidence=(evidence,), files=((name, table),))


def correction(random: Random, report: str, update: UpdateDraft) -> tuple[str, str]:
    """The name and the text of a correction of an update."""
    day = f"{update.day[:8]}28" if update.day[8:] < "28" else f"{update.day[:4]}-12-28"
    title = f"{update.title[:40]}：日期抄错"
    head = ["---", f"title: {title}", f"date: {day}", f"published: {day} 18:00"]
    head += [f"was: {update.day}（抄成前一天）", f"now: {update.day}", "---", ""]
    reader = random.choice(("读者", "编辑", "责任单位"))
    body = f"[{update.title}](../updates/{report}/{update.name})转录时把材料的日期写错一天，{reader}指出后改正。"
    return f"{day}-{report}-{update.slug}.md", "\n".join([*head, body]) + "\n"
