"""A table's changes as content files: one update with an entry a promise, and who answers from now on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from disclosure.catalog.words import Vocabularies
from disclosure.forms import article, form, standing
from disclosure.forms.wish import NewText
from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.update import UpdateMeta
from disclosure.problem import Refused
from disclosure.source import markdown_escaped
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import Insert, WrittenLines
from disclosure.tables.changes import PromiseChanges, TableSource
from disclosure.tables.values import SeenChange
from disclosure.translation import gettext as _

# What a table is asked for as a document; of the address, nobody need have one
ASKED = ("publisher", "title", "date")
LONGEST_TITLE = 60


class WritingDesk(Struct, frozen=True, kw_only=True):
    """What the files are written beside: their names and bytes, the content folder's path, the words, the minute."""

    files: Mapping[str, SourceFile]
    folder: str
    words: Vocabularies
    now: datetime
    slug: str = ""


def written(changes: Sequence[PromiseChanges], source: TableSource, desk: WritingDesk) -> tuple[NewText, ...]:
    """The files, those that stand with lines added."""
    told = [one for one in changes if one.is_told]
    updates = (_update(told, source, desk),) if told else ()
    by_report: dict[str, list[PromiseChanges]] = {}
    for one in changes:
        if one.duties:
            by_report.setdefault(one.promise.report.key, []).append(one)
    return (*updates, *(_responsibilities(key, mine, source, desk) for key, mine in sorted(by_report.items())))


def filled(source: TableSource, today: date) -> TableSource:
    """With something in place of every blank: so that all else can be checked before anybody fills them in."""
    return replace(
        source,
        publisher=source.publisher or _("发布者"),
        title=source.title or _("材料的标题"),
        day=source.day or today,
    )


def _update(told: Sequence[PromiseChanges], source: TableSource, desk: WritingDesk) -> NewText:
    own = _own_report(told)
    day = source.day or desk.now.date()
    head = [
        "---",
        f"title: {_title(told, source)}",
        *([f"date: {source.day}"] if source.day else [f"event: {form.blank(_('事情发生'))}"]),
        f"published: {desk.now:%Y-%m-%d %H:%M}",
        "entries:",
        *(line for one in told for line in _entry(one, own)),
        "evidence:",
        *(f"  - {one}" for one in _evidence(told, source)),
        "---",
    ]
    name = article.free(desk.files, f"updates/{own}/{day}", desk.slug, _ids(told, source, desk))
    return NewText(name=name, text="\n".join([*head, "", _body(told), ""]))


def _own_report(told: Sequence[PromiseChanges]) -> str:
    """That of most of the promises; of as many, the first."""
    keys = [one.promise.report.key for one in told]
    return max(dict.fromkeys(keys), key=keys.count)


def _title(told: Sequence[PromiseChanges], source: TableSource) -> str:
    if not source.publisher:
        return form.blank(_(UpdateMeta.declared["title"].label))
    # Without their number: a figure in a title is one of the follow-up
    about = told[0].promise.commitment.title if len(told) == 1 else _("多条承诺")
    title = _("{publisher}公布{about}的进展").format(publisher=source.publisher, about=about)
    return form.scalar(title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…")


def _entry(one: PromiseChanges, own: str) -> Iterator[str]:
    """With the promise's title above it, for whoever reads the file."""
    promise = one.promise
    id = promise.commitment.id if promise.report.key == own else promise.name
    fields: dict[str, Any] = {"commitment": id}
    if one.reported:
        fields["reported"] = one.reported.now
    if one.seen:
        fields["observations"] = tuple(_observation(each) for each in one.seen)
    yield f"  # {form.one_line(promise.commitment.title)}"
    yield f"  - {form.flow(fields)}"


def _observation(one: SeenChange) -> dict[str, Any]:
    target = str(one.target.n + 1)
    if one.done is not None:
        return {"target": target, "done": one.done}
    assert one.amount is not None
    fields = {
        "target": target,
        "period": one.period,
        "value": one.amount.value,
        "unit": one.amount.unit,
        "vintage": one.vintage.label if one.vintage else "",
        "basis": one.basis.label if one.basis else "",
    }
    return {name: value for name, value in fields.items() if value != ""}


def _evidence(told: Iterable[PromiseChanges], source: TableSource) -> list[str]:
    """The table itself, then what its rows name; where every promise has a document of its own and nobody says what
    the table is, these alone."""
    promises = list(told)
    rows = dict.fromkeys(each for one in promises for each in one.evidence)
    is_said = bool(source.publisher or source.title or source.url or source.locator)
    table = [_table(source)] if is_said or not all(one.evidence for one in promises) else []
    return list(dict.fromkeys([*table, *map(_document, rows)]))


def _table(source: TableSource) -> str:
    """The table as a document, with blanks for what nobody said."""
    said: dict[str, Any] = {
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "locator": source.locator,
        "date": source.day or "",
    }
    declared = EvidenceRecord.declared
    return form.flow(
        {name: value or form.blank(_(declared[name].label)) for name, value in said.items() if value or name in ASKED}
    )


def _document(one: EvidenceRecord) -> str:
    return form.flow({name: value for name, value in asdict(one).items() if value})


def _ids(told: Sequence[PromiseChanges], source: TableSource, desk: WritingDesk) -> list[str]:
    """What the file is called by: the department that published it, or the promises."""
    publisher = desk.words.label(vocabulary.DEPARTMENTS, source.publisher)
    return [publisher.id] if publisher else [one.promise.commitment.id for one in told]


def _body(told: Sequence[PromiseChanges]) -> str:
    """What is said of each promise under its title."""
    parts = [
        f"## {markdown_escaped.line(one.promise.commitment.title)}\n\n{_paragraphs(one)}"
        for one in told
        if one.progress
    ]
    return "\n\n".join(parts) or _("材料逐条列出了状态和数字。")


def _paragraphs(one: PromiseChanges) -> str:
    try:
        return markdown_escaped.paragraphs("\n".join(one.progress))
    except markdown_escaped.Unwritable:
        message = _("{id} 的进展太长，或符号太多，写不进正文；改短，或用 --skip 不读")
        raise Refused(message.format(id=one.promise.name)) from None


def _responsibilities(key: str, mine: Sequence[PromiseChanges], source: TableSource, desk: WritingDesk) -> NewText:
    """The file of a report with an entry for each set of promises that are alike."""
    name = f"responsibilities/{key}.yml"
    file = desk.files.get(name, SourceFile(f"{desk.folder}/{name}", name, b""))
    entries: dict[str, list[str]] = {}
    for one in mine:
        fields = {each.duty: each.value for each in one.duties}
        said = "\n".join(f"  {duty}: {form.flow(value)}" for duty, value in fields.items())
        entries.setdefault(said, []).append(one.promise.commitment.id)
    lines = [line for n, (said, ids) in enumerate(entries.items()) for line in _assignment(ids, said, source, n)]
    return standing.changed(file, Insert(where=(), value=WrittenLines(tuple(lines)), says=name))


def _assignment(ids: Sequence[str], said: str, source: TableSource, n: int) -> Iterator[str]:
    if n:
        yield ""
    yield f"- commitments: {form.flow(tuple(ids))}"
    yield f"  date: {source.day or form.blank(_('日期'))}"
    yield from said.split("\n")
    yield f"  source: {_table(source)}"
