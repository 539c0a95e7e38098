"""Another id or another name for a word of an open vocabulary: every content file that says it, changed in one go.

Records are written by labels, pages and data know ids. A new id leaves the old one in ``retired.yml``, from where its
address leads on. A new label is written wherever the old one stands in a field; or, where the body itself was renamed
on a day, stays a former name, and what was written by it is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from disclosure.model import vocabulary
from disclosure.model.correction import CorrectionMeta
from disclosure.model.fields import Record
from disclosure.model.report import NarrativeMeta, ReportMeta
from disclosure.model.update import UpdateMeta
from disclosure.problem import Refused
from disclosure.source import articles, edits, frontmatter, record_edits, register
from disclosure.source.editing import text as yaml_text
from disclosure.source.edits import Edited, TextEdit
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import Insert, Put, WrittenLines
from disclosure.source.yaml import compose
from disclosure.translation import gettext as _

RETIRED = "retired.yml"
# What the register is filtered by, of the kinds of words that have pages
KINDS: Mapping[str, str] = {vocabulary.DEPARTMENTS: "department", vocabulary.TOPICS: "topic"}
ID = re.compile(vocabulary.ID)
# What needs no quotes in YAML wherever it stands, and no sign that separates several words in a cell
LABEL = re.compile(r"[^\W_][\w（）()·《》—-]*")
HEADS: tuple[tuple[re.Pattern[str], type[Record]], ...] = (
    (articles.ANY_UPDATE, UpdateMeta),
    (articles.ANY_CORRECTION, CorrectionMeta),
    (re.compile(r"reports/[^/]+/report\.md"), ReportMeta),
    (articles.NARRATIVE, NarrativeMeta),
)


class Renaming(Struct, frozen=True, kw_only=True):
    """What is wished: in the vocabulary ``kind``, ``old`` (an id or a label) becomes ``new``; ``since`` a day where
    the body itself was renamed on it."""

    kind: str
    old: str
    new: str
    since: date | None
    today: date


class Renamed(Struct, frozen=True):
    """The files to write; ``left`` are the places in prose that still say the old name, by file."""

    files: tuple[Edited, ...]
    left: tuple[tuple[str, int], ...] = ()


def rename(wish: Renaming, sources: Iterable[SourceFile]) -> Renamed:
    """What would be written; nothing where it was done before. What is unsafe is refused, with the reason."""
    if wish.kind not in KINDS:
        raise Refused(_("不能改 {kind} 的编号；可以改：{kinds}").format(kind=wish.kind, kinds="、".join(KINDS)))
    files = {file.name: file for file in sources}
    words = _words(files, wish.kind)
    if _is_done(wish, words, files):
        return Renamed(())
    node = words.get(wish.old) or next((one for one in words.values() if _text(one, "label") == wish.old), None)
    if node is not None and ID.fullmatch(wish.new):
        of_id = replace(wish, old=_text(node, "id"))
        _refuse_id(of_id, words, files)
        return Renamed(tuple(_with_id(of_id, files)))
    if node is None:
        known = "、".join(f"{id}（{_text(one, 'label')}）" for id, one in words.items())
        raise Refused(_("词表 {kind} 里没有 {old}；有：{known}").format(kind=wish.kind, old=wish.old, known=known))
    _refuse_label(wish, words)
    old = _text(node, "label")
    changed = tuple(_with_former(wish, node, files) if wish.since else _with_label(wish, old, node, files))
    return Renamed(changed, () if wish.since else tuple(_left(old, files)))


def _words(files: Mapping[str, SourceFile], kind: str) -> dict[str, Any]:
    """The nodes of the vocabulary's words, by id."""
    file = files.get(_vocabulary(kind))
    node = compose(file.decoded[0]) if file else None
    return {_text(one, "id"): one for one in edits.rows(node)}


def _vocabulary(kind: str) -> str:
    return f"vocabulary/{kind}.yml"


def _text(node: Any, name: str) -> str:
    found = edits.value_of(node, name)
    return found.value if isinstance(found, yaml.ScalarNode) else ""


def _retired(files: Mapping[str, SourceFile]) -> dict[str, str]:
    """What is gone, with what took its place."""
    file = files.get(RETIRED)
    node = compose(file.decoded[0]) if file else None
    return {_text(one, "record"): _text(one, "to") for one in edits.rows(node)}


def _is_done(wish: Renaming, words: Mapping[str, Any], files: Mapping[str, SourceFile]) -> bool:
    """Whether the same was wished before: the old id leads to the new one, or the old name is a former name of it."""
    if wish.old not in words and wish.new in words:
        leads = _retired(files).get(_record(wish.kind, wish.old)) == _record(wish.kind, wish.new)
        return leads or _text(words[wish.new], "label") == wish.old
    return any(
        _text(node, "label") == wish.new and (id == wish.old or wish.old in _former(node)) for id, node in words.items()
    )


def _record(kind: str, id: str) -> str:
    return f"vocabulary/{kind}/{id}"


def _former(node: Any) -> list[str]:
    return [_text(one, "label") for one in edits.rows(edits.value_of(node, "names"))]


def _refuse_id(wish: Renaming, words: Mapping[str, Any], files: Mapping[str, SourceFile]) -> None:
    if wish.since:
        raise Refused(_("改编号不写 --since：它只用于单位在某一天改了名称"))
    if wish.old == wish.new:
        raise Refused(_("新旧编号相同：{id}").format(id=wish.new))
    if wish.new in words:
        label = _text(words[wish.new], "label")
        raise Refused(_("编号 {id} 已经是“{label}”的；两个单位合并写 until 和 into").format(id=wish.new, label=label))
    if _record(wish.kind, wish.new) in _retired(files):
        raise Refused(_("编号 {id} 用过，已写在 retired.yml 里；换一个从未用过的").format(id=wish.new))


def _refuse_label(wish: Renaming, words: Mapping[str, Any]) -> None:
    if not LABEL.fullmatch(wish.new):
        raise Refused(_("名称“{new}”不能用：只用文字、数字、括号、书名号、连字符和间隔号").format(new=wish.new))
    for id, node in words.items():
        if wish.new in (_text(node, "label"), *_former(node)) and wish.old not in (id, _text(node, "label")):
            raise Refused(_("“{new}”已经是 {id} 的名称").format(new=wish.new, id=id))
    if wish.since and wish.kind != vocabulary.DEPARTMENTS:
        raise Refused(_("只有责任单位（departments）写 --since"))
    if wish.since and wish.since > wish.today:
        raise Refused(_("改名的日期 {day} 在今天（{today}）之后").format(day=wish.since, today=wish.today))


def _model(name: str) -> tuple[type[Record], bool] | None:
    """The record that a content file holds, and whether it is the head of a Markdown file."""
    listed = next(((kind.model, False) for kind in register.KINDS if kind.path.fullmatch(name)), None)
    return listed or next(((model, True) for pattern, model in HEADS if pattern.fullmatch(name)), None)


def _records(file: SourceFile) -> Iterator[tuple[Any, type[Record], int]]:
    """The nodes of a file's records, and the offset at which their YAML begins."""
    found = _model(file.name)
    if found is None:
        return
    model, is_head = found
    text = file.decoded[0]
    head = frontmatter.split(text, file.path)[0].head.text if is_head else text
    for node in edits.rows(compose(head)):
        yield node, model, text.find("\n") + 1 if is_head else 0


def _with_id(wish: Renaming, files: Mapping[str, SourceFile]) -> Iterator[Edited]:
    """Its own line, what it took in, what leads to it, and the line that says that the old id is gone."""
    says = _("{name}: {old} → {new}")
    for file in files.values():
        found = list(_links(wish, file)) if file.name.endswith(".md") else []
        for name, node in _ids(wish, file):
            new = _record(wish.kind, wish.new) if name == "to" else wish.new
            found.append(edits.replacing(node, new, says.format(name=name, old=node.value, new=new)))
        if found and file.name != RETIRED:
            yield edits.applied(file, found)
        elif found:
            files = {**files, RETIRED: SourceFile(file.path, file.name, edits.applied(file, found).data)}
    yield _retire(wish, files)


def _ids(wish: Renaming, file: SourceFile) -> Iterator[tuple[str, Any]]:
    """Where the vocabulary, and what is retired, name the id."""
    if file.name == _vocabulary(wish.kind):
        for node in edits.rows(compose(file.decoded[0])):
            yield from (
                (name, one)
                for name in ("id", "into")
                if (one := edits.value_of(node, name)) is not None and one.value == wish.old
            )
    if file.name == RETIRED:
        for node in edits.rows(compose(file.decoded[0])):
            one = edits.value_of(node, "to")
            if one is not None and one.value == _record(wish.kind, wish.old):
                yield "to", one


def _links(wish: Renaming, file: SourceFile) -> Iterator[TextEdit]:
    """Links of prose to its page, and to the register that is filtered by it."""
    old, facet = re.escape(wish.old), KINDS[wish.kind]
    target = re.compile(rf"\]\([^)\s]*?(?:(?<![\w-]){wish.kind}/|[?&]{facet}=)({old})(?=\.html|[&#)\s])")
    for one in target.finditer(file.decoded[0]):
        before = one[0][2:]
        says = _("链接 {old} → {new}").format(old=before, new=before[: -len(wish.old)] + wish.new)
        yield TextEdit(start=one.start(1), end=one.end(1), new=wish.new, says=says)


def _retire(wish: Renaming, files: Mapping[str, SourceFile]) -> Edited:
    """``retired.yml`` with one more line, or a new one."""
    vocabulary_file = files[_vocabulary(wish.kind)]
    path = vocabulary_file.path.removesuffix(vocabulary_file.name) + RETIRED
    file = files.get(RETIRED, SourceFile(path, RETIRED, b""))
    new, old = _record(wish.kind, wish.new), _record(wish.kind, wish.old)
    row = {"record": old, "to": new, "date": str(wish.today)}
    line = f"- {yaml_text.line(row)}"
    return record_edits.edited(file, Insert(where=(), value=WrittenLines((line,)), says=line))


def _with_label(wish: Renaming, old: str, word: Any, files: Mapping[str, SourceFile]) -> Iterator[Edited]:
    """The word itself, and every field that is written by its label."""
    for file in files.values():
        found = []
        for node, model, begins in _records(file):
            for field, name, one in edits.scalars(node, model):
                if field.words == wish.kind and one.value == old:
                    says = _("{name}: {old} → {new}").format(name=name, old=old, new=wish.new)
                    found.append(edits.replacing(one, wish.new, says, begins))
        if file.name == _vocabulary(wish.kind):
            says = _("label: {old} → {new}").format(old=old, new=wish.new)
            found.append(edits.replacing(edits.value_of(word, "label"), wish.new, says))
        if found:
            yield edits.applied(file, found)


def _with_former(wish: Renaming, word: Any, files: Mapping[str, SourceFile]) -> Iterator[Edited]:
    """The word itself, whose old label becomes a former name: what was written by it stays."""
    assert wish.since is not None
    label, file = edits.value_of(word, "label"), files[_vocabulary(wish.kind)]
    where = record_edits.place_of(file, _text(word, "id"))
    assert where is not None
    former = {"label": label.value, "until": str(wish.since - timedelta(days=1))}
    names = edits.value_of(word, "names")
    if names is not None and not names.value:
        raise Refused(_("names 空着：先删去这一行"))
    says = _("label: {old} → {new}").format(old=label.value, new=wish.new)
    added = _("names: 加上 {former}").format(former=yaml_text.line(former))
    order = ("id", "label", "names")
    yield record_edits.edited(
        file,
        Put(where=(*where, "label"), value=wish.new, says=says),
        Insert(where=(*where, "names"), value=former, order=order, says=added),
    )


def _left(old: str, files: Mapping[str, SourceFile]) -> Iterator[tuple[str, int]]:
    """Where prose says the old name: nobody but its author knows whether it should."""
    for file in files.values():
        if file.name.endswith(".md") and not file.name.endswith("/report.md"):
            number = file.decoded[0].partition("\n---")[2].count(old)
            if number:
                yield file.path, number
