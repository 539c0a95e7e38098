"""``new update``: what became of one or more promises."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from disclosure import quantity
from disclosure.desk.often import EVIDENCE
from disclosure.forms import article, finding, form, promises
from disclosure.forms.form import FormRows, RecordForm
from disclosure.forms.known import Knowledge, KnownPromise
from disclosure.forms.promises import reference
from disclosure.forms.wish import NewText, Wish
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import Record
from disclosure.model.update import EVENT, EntryRecord, SeenRecord, UpdateMeta
from disclosure.problem import Refused
from disclosure.translation import gettext as _


def make(known: Knowledge, wish: Wish) -> NewText:
    found = _open(known, wish) if is_of_all(wish) else promises.chosen(known, wish)
    report = found[0].report
    day = _day(known, wish, found)
    ids = tuple(reference(one, report) for one in found)
    name = article.named(known, f"updates/{report}", day or known.today, wish, (one.id for one in found))
    values: dict[str, Any] = {**article.titled(wish), "published": article.published(known)}
    values |= {"date": str(day)} if day else {}
    values |= {"event": _event(wish)} if wish.has("event") else {}
    # A promise of a line of its own goes with its line, where no figure was published
    of = {"entries": _figures(known, found, report)} if wish.has("figures") else {"commitments": ids}
    values |= {**of, "evidence": (evidence(day),)}
    # What has no day needs at least the time of what happened
    asked = () if day or wish.has("event") else ("event",)
    head = RecordForm(model=UpdateMeta, values=values, asked=asked, samples=_samples(found, report))
    return article.made(known, name, head, promises.told(found, report), _("正文，写材料说了什么、没有说什么"))


def is_of_all(wish: Wish) -> bool:
    """Whether the figures of a whole year are wanted of every promise of a report."""
    return wish.has("figures") and not wish.many("commitment") and not wish.one("about")


def _open(known: Knowledge, wish: Wish) -> list[KnownPromise]:
    """The promises of a report that any figure of its year is still missing of."""
    key = finding.report(known, wish.one("report"))
    found = [one for one in known.promises.values() if one.report == key and _lacking(known, one)]
    if not found:
        raise Refused(_("报告 {report} 没有还缺全年数的目标：没有登记目标，或者都已经登记").format(report=key))
    return found


def evidence(day: date | None = None) -> RecordForm:
    """A document to be told of, published on that day."""
    return RecordForm(model=EvidenceRecord, values={"date": str(day)} if day else {}, asked=EVIDENCE)


def _day(known: Knowledge, wish: Wish, found: list[KnownPromise]) -> date | None:
    given = wish.one("day")
    return finding.day(known, given, _("材料公开的日期"), promises.earliest(known, found)) if given else None


def _event(wish: Wish) -> str:
    given = wish.one("event").strip()
    if not re.fullmatch(EVENT, given):
        message = _("事情发生的时间写成 2022-08-16、2022-08、2022、2022-10/2022-12，或 不详，不是 {text}")
        raise Refused(message.format(text=given))
    return given


def _samples(found: list[KnownPromise], report: str) -> Mapping[str, list[str]]:
    """How values, and what is different for each promise, would be written of these very promises."""
    seen = [form.flow(_row(SeenRecord, one, n, report)) for one in found for n in _numbers(one)]
    entries = [f"{{commitment: {reference(one, report)}, reported: , evidenced: }}" for one in found]
    return {name: lines for name, lines in (("observations", seen), ("entries", entries)) if lines}


def _numbers(promise: KnownPromise) -> range:
    return range(1, len(promise.record.targets) + 1)


def _row(model: type[Record], promise: KnownPromise, n: int, report: str) -> dict[str, Any]:
    """A value's fields, with what is known of its target."""
    target = promise.record.targets[n - 1]
    known = {"target": f"{reference(promise, report)}/{n}", "period": "", "value": ""}
    return {**known, "unit": promises.unit(target.written), **_others(model, known)}


def _others(model: type[Record], known: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in form.empty(model).items() if name not in (*known, "unit")}


def _figures(known: Knowledge, found: list[KnownPromise], report: str) -> FormRows:
    """A line for each of the promises, with a value to be filled in for each of its targets of which none of the whole
    year is on file."""
    rows = [_figure(known, one, targets, report) for one in found if (targets := _lacking(known, one))]
    if not rows:
        raise Refused(_("这几条承诺没有还缺全年数的目标：没有目标，或者已经登记"))
    return FormRows(model=EntryRecord, rows=rows, asked=())


def _lacking(known: Knowledge, promise: KnownPromise) -> list[int]:
    """Its targets of which no value of the whole year is on file."""
    year = str(known.reports[promise.report].year)
    return [n for n in _numbers(promise) if (f"{promise.name}/{n}", year) not in known.observed]


def _figure(known: Knowledge, promise: KnownPromise, targets: list[int], report: str) -> tuple[str, dict[str, Any]]:
    year = str(known.reports[promise.report].year)
    told = "；".join(f"{one.measure} {one.written}" for n in targets for one in (promise.record.targets[n - 1],))
    values = tuple(_asked(promise, n, year) for n in targets)
    return f"{promise.record.title}（{told}）", {"commitment": reference(promise, report), "observations": values}


def _asked(promise: KnownPromise, n: int, year: str) -> dict[str, str]:
    """A value to be filled in; of a deadline, the day."""
    written = promise.record.targets[n - 1].written
    read = quantity.parse(written)
    if read and read.operator is quantity.Operator.DEADLINE:
        return {"target": str(n), "done": form.blank(_("哪天完成"))}
    unit = promises.unit(written)
    return {"target": str(n), "period": year, "value": form.blank(_("数值"))} | ({"unit": unit} if unit else {})
