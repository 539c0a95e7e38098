"""A table's changes in words: what stood, what stands now; doubts before all else."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.grouping import grouped
from disclosure.model.evidence import EvidenceRecord
from disclosure.tables import duties
from disclosure.tables.changes import PromiseChanges, TableChanges
from disclosure.tables.doubts import TableDoubt
from disclosure.translation import gettext as _

LONGEST = 60
INDENT = "    "


def doubt(file: str, one: TableDoubt) -> str:
    """As other commands tell of a place in a file."""
    place = f"{file} {one.place}" if one.place else file
    said = _("{place}：{message}").format(place=place, message=one.message)
    return said + "\n" + _("    提示：{hint}").format(hint=one.hint) if one.hint else said


def lines(changes: TableChanges) -> Iterator[str]:
    """Each promise of which something is new."""
    for one in changes.promises:
        yield f"{one.promise.name} {one.promise.commitment.title}"
        yield from (INDENT + line for line in _of_promise(one))


def remarks(changes: TableChanges) -> Iterator[str]:
    """What is said to the editor alone, and what of the file was not taken."""
    yield from changes.told
    for text, places in grouped((text, place) for place, text in changes.remarks).items():
        yield _("第{n}行的备注（不写进网站）：{text}").format(n="、".join(places), text=text)


def _of_promise(one: PromiseChanges) -> Iterator[str]:
    if one.reported:
        yield _between(_("状态"), one.reported.was, one.reported.now)
    for seen in one.seen:
        label = _("完成日期") if seen.done else _("实际值")
        yield _between(_("{label}（{measure}）").format(label=label, measure=seen.target.measure), seen.was, seen.now)
    for text in one.progress:
        yield _("新的进展：{text}").format(text=_cut(text))
    for duty in one.duties:
        yield _between(_(duties.LABELS[duty.duty]), duty.was, duty.now)
    for each in one.evidence:
        yield _("材料：{document}").format(document=document(each))


def _between(label: str, was: str, now: str) -> str:
    return _("{label}：原来{was}，现在 {now}").format(label=label, was=f" {was}" if was else _("没有登记"), now=now)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST] + "……"


def values(one: PromiseChanges) -> list[dict[str, str]]:
    """The same for programs, a change each."""
    reported = [_row("reported", one.reported.was, one.reported.now)] if one.reported else []
    seen = [_row(f"value {each.target.id}", each.was, each.now) for each in one.seen]
    progress = [_row("progress", "", text) for text in one.progress]
    duty = [_row(each.duty, each.was, each.now) for each in one.duties]
    evidence = [_row("evidence", "", document(each)) for each in one.evidence]
    return [*reported, *seen, *progress, *duty, *evidence]


def document(one: EvidenceRecord) -> str:
    return f"{one.publisher} {one.title or one.locator or one.url}"


def _row(field: str, was: str, now: str) -> dict[str, str]:
    return {"field": field, "was": was, "now": now}
