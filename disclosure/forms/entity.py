"""``new entity``: a road, a school, a firm that reports name."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.forms import finding, form
from disclosure.forms.article import HOW
from disclosure.forms.form import RecordForm
from disclosure.forms.known import Knowledge
from disclosure.forms.wish import NewText, Wish
from disclosure.model import vocabulary
from disclosure.model.entity import EntityRecord
from disclosure.problem import Refused
from disclosure.translation import gettext as _


def make(known: Knowledge, wish: Wish) -> NewText:
    id = finding.slug(wish.one("id"))
    name = f"entities/{id}.yml"
    if name in known.files:
        raise Refused(_("已有 {name}；编号换一个").format(name=name))
    values = {"id": id, "name": finding.line(wish.one("name"), _("名称"))}
    kind = wish.one("kind")
    if kind:
        values["kind"] = finding.word(known, vocabulary.ENTITY_KINDS, kind)
    record = RecordForm(model=EntityRecord, values={field: value for field, value in values.items() if value})
    return NewText(name=name, text="\n".join([f"# {_(HOW)}", *form.lines(record, known.words), ""]))


def kinds(known: Knowledge) -> Iterable[tuple[str, str]]:
    words = known.words.records.get(vocabulary.ENTITY_KINDS, ())
    return ((one.value.label, one.value.description) for one in words)
