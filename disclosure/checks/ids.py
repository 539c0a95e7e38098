"""An id once published keeps its meaning: it is never reused and never lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.text import line_text
from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _

# Below this share of common characters two texts are two paragraphs, not one that was mended
SAME = 0.5


class First(Struct, frozen=True):
    """What git first knew of a report: the text each id stood for, and when it was said to be published."""

    texts: Mapping[str, str]
    published: str = ""


# report key -> what git first knew of it
Earlier = Mapping[str, First]
# report key (empty for indicators) and record id -> the file it was committed in
Ever = Mapping[tuple[str, str], str]


def check_retired(catalog: Catalog) -> Iterator[Problem]:
    """retired-id: 停用的编号不再出现，并且指向现有的编号。"""
    for report in catalog.reports:
        present = {line.id: line.line for line in report.text.lines}
        for old, new in report.meta.retired.items():
            if old in present:
                message = _("编号 {id} 已停用，不能再用").format(id=old)
                yield Problem(Place(report.path, present[old]), "retired-id", message, _("给这一段一个从未用过的编号"))
            if new not in present:
                message = _("停用编号 {old} 指向的 {new} 不存在").format(old=old, new=new)
                yield Problem(report.head.place("retired", old), "retired-id", message, _("写现在承接它的段落编号"))


def check_history(catalog: Catalog, earlier: Earlier) -> Iterator[Problem]:
    """lost-id, reused-id: 提交过的编号不能消失，也不能改指别的段落。"""
    for report in catalog.reports:
        present = {line.id: line for line in report.text.lines}
        for id, text in earlier.get(report.key, First({})).texts.items():
            if id not in present:
                if id not in report.meta.retired:
                    message = _("编号 {id} 曾经发布，现在不见了").format(id=id)
                    hint = _("恢复它，或在 retired 里写明 {id}: 现编号").format(id=id)
                    yield Problem(Place(report.path), "lost-id", message, hint)
            elif not _alike(text, line_text(present[id])):
                message = _("编号 {id} 曾指另一段：“{text}…”").format(id=id, text=text[:16])
                hint = _("编号不能改指；新段落用新编号，例如 {id}").format(id=_unused(report, id))
                yield Problem(Place(report.path, present[id].line), "reused-id", message, hint)


def check_published(catalog: Catalog, earlier: Earlier) -> Iterator[Problem]:
    """published-changed: 发布时间由人填写，首次提交以后不再改。"""
    for report in catalog.reports:
        first = earlier.get(report.key, First({})).published
        now = report.meta.published.strftime("%Y-%m-%d %H:%M")
        if first and first != now:
            message = _("发布时间曾是 {first}，现在写的是 {now}").format(first=first, now=now)
            yield Problem(report.head.place("published"), "published-changed", message, _("改回首次的发布时间"))


def shallow(folder: str) -> Iterator[Problem]:
    """shallow-history: 没有完整历史的克隆不能核对编号，也不知道更新时间；只提醒。"""
    message = _("这是一份没有完整历史的克隆：编号的历史没有核对，更新时间不显示")
    yield Problem(Place(folder), "shallow-history", message, _("运行 git fetch --unshallow"), notice=True)


def check_records(catalog: Catalog, ever: Ever) -> Iterator[Problem]:
    """lost-id: 提交过的承诺、成果、指标编号不能消失；停用的承诺留着，写明 superseded_by。"""
    present = {(record.report, record.value.id) for record in catalog.raw.everything}
    for (report, id), path in sorted(ever.items()):
        if (report, id) not in present:
            message = _("编号 {id} 曾经发布，现在不见了").format(id=id)
            yield Problem(Place(path), "lost-id", message, _("恢复它；停用的承诺写明 superseded_by"))


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= SAME


def _unused(report: Report, id: str) -> str:
    used = {line.id for line in report.text.lines} | set(report.meta.retired)
    stem, _dash, number = id.rpartition("-")
    if not number.isdigit():
        return id + "-2"
    following = int(number) + 1
    while f"{stem}-{following:02}" in used:
        following += 1
    return f"{stem}-{following:02}"
