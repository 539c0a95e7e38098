"""Snippets for VS Code: the same forms that ``new`` writes, and each field of what stands in front of Markdown.

No extension reads front matter against a schema, so here the fields are offered as snippets, with their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from disclosure.catalog.words import Vocabularies
from disclosure.desk.often import COUNTS, EVIDENCE
from disclosure.forms import form
from disclosure.forms.form import FormRows, RecordForm
from disclosure.model.ballot import BallotRecord, ProjectVoteRecord
from disclosure.model.correction import CorrectionMeta, CorrectsRecord
from disclosure.model.entity import EntityRecord
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import Field, Record, records_in
from disclosure.model.followup import AdjustmentRecord
from disclosure.model.request import RequestMeta
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.update import SeenRecord, UpdateMeta
from disclosure.model.vocabulary import WordRecord
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

MARKDOWN, YAML = "markdown", "yaml"
STOPS = re.compile(r"(?P<lead>(?:(?P<name>\w+): )?)〔待填：(?P<what>[^〕]*)〕")
# What means something to VS Code, in a list of choices
SIGNS, ESCAPED = re.compile(r"([,|$}\\])"), r"\\\1"
# What the editor itself fills in when the snippet is put in
TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
NOW = f"{TODAY} $CURRENT_HOUR:$CURRENT_MINUTE"


class Snippet(Struct, frozen=True, kw_only=True):
    """A form under a word that is typed: ``item`` where it is one of a list."""

    prefix: str
    scope: str
    form: RecordForm
    about: str
    item: bool = False
    article: bool = False


def _snippets() -> Iterator[Snippet]:
    evidence = RecordForm(model=EvidenceRecord, asked=EVIDENCE)
    dated = {"published": NOW, "date": TODAY}
    corrects = (RecordForm(model=CorrectsRecord, asked=("now",)),)
    update = {"published": NOW, "evidence": (evidence,)}
    asked = ("date", "event", "commitments")
    of = Snippet
    yield of(
        prefix="update",
        scope=MARKDOWN,
        form=RecordForm(model=UpdateMeta, values=update, asked=asked),
        about=N_("一条跟踪更新"),
        article=True,
    )
    correction = RecordForm(model=CorrectionMeta, values={**dated, "corrects": corrects})
    yield of(prefix="correction", scope=MARKDOWN, form=correction, about=N_("一条更正"), article=True)
    request = RecordForm(model=RequestMeta, values=dated, asked=("documents",))
    yield of(prefix="request", scope=MARKDOWN, form=request, about=N_("一次公开申请"), article=True)
    projects = FormRows(model=ProjectVoteRecord, rows=[(_("一个项目一行"), {})], asked=COUNTS)
    ballot = RecordForm(model=BallotRecord, values={"source": evidence, "projects": projects}, asked=("date",))
    yield of(prefix="vote", scope=YAML, form=ballot, about=N_("一次票决，写全部候选项目"))
    change = RecordForm(model=AdjustmentRecord, values={"document": evidence}, asked=("target",))
    yield of(prefix="adjustment", scope=YAML, form=change, about=N_("一次目标调整"), item=True)
    duty = RecordForm(model=ResponsibilityRecord, values={"source": evidence}, asked=("lead",))
    yield of(prefix="responsibility", scope=YAML, form=duty, about=N_("一项责任分工"), item=True)
    yield of(prefix="entity", scope=YAML, form=RecordForm(model=EntityRecord), about=N_("一个地方或单位"), item=True)
    yield of(prefix="department", scope=YAML, form=RecordForm(model=WordRecord), about=N_("词表里的一个词"), item=True)
    for scope in (MARKDOWN, YAML):
        yield of(prefix="evidence", scope=scope, form=evidence, about=N_("一份证据"), item=True)
        seen = RecordForm(model=SeenRecord, asked=("period", "value", "unit"))
        yield of(prefix="observation", scope=scope, form=seen, about=N_("一个实际值"), item=True)


def snippets(words: Vocabularies) -> dict[str, dict[str, Any]]:
    """By name, as VS Code reads them."""
    found = {f"{one.scope} {one.prefix}": _whole(one, words) for one in _snippets()}
    return found | {f"field {name}": _field(name, one, words) for name, one in _front_matter().items()}


def _whole(one: Snippet, words: Vocabularies) -> dict[str, Any]:
    lines = list(form.lines(one.form, words))
    lines = list(form.item(lines)) if one.item else lines
    if one.article:
        lines = ["---", *lines, "---", "", form.blank(_("正文"))]
    fields = dict(_all_fields(one.form.model))
    stops = _Stops(fields, words)
    return {
        "prefix": one.prefix,
        "scope": one.scope,
        "description": _(one.about),
        "body": [stops.line(line) for line in lines],
    }


class _Stops:
    """Blanks made the places that the cursor goes to one after the other, each with its words to choose from."""

    def __init__(self, fields: Mapping[str, Field], words: Vocabularies) -> None:
        self._fields, self._words, self._n = fields, words, 0

    def line(self, text: str) -> str:
        if text.lstrip().startswith("#"):
            return _plain(text)
        if TODAY in text:
            return text.replace("'", "")
        return STOPS.sub(lambda one: f"{one['lead']}{self._stop(one['name'] or '', one['what'])}", _plain(text))

    def _stop(self, name: str, what: str) -> str:
        self._n += 1
        field = self._fields.get(name)
        return _choice(self._n, form.choices(field, self._words) if field else [], form.blank(what))


def _choice(n: int, choices: list[str], blank: str) -> str:
    """A place for the cursor. What is passed over stays a blank: no word is chosen that nobody chose."""
    if not choices:
        return f"${{{n}:{blank}}}"
    words = ",".join(SIGNS.sub(ESCAPED, one) for one in (blank, *choices))
    return f"${{{n}|{words}|}}"


def _plain(text: str) -> str:
    """A text in which nothing is a place for the cursor."""
    return re.sub(r"([$}\\])", r"\\\1", text)


def _all_fields(model: type[Record]) -> Iterator[tuple[str, Field]]:
    """The fields of a record, and before them those of the records that it holds."""
    for field in model.declared.values():
        for inner in records_in(field.type):
            yield from _all_fields(inner)
    yield from model.declared.items()


def _front_matter() -> dict[str, Field]:
    """The fields of what stands in front of Markdown; of equal names the first."""
    models = (UpdateMeta, EvidenceRecord, CorrectionMeta, RequestMeta)
    return {name: one for model in reversed(models) for name, one in model.declared.items()}


def _field(name: str, field: Field, words: Vocabularies) -> dict[str, Any]:
    known = form.choices(field, words)
    return {
        "prefix": name,
        "scope": MARKDOWN,
        "description": form.said(field, words),
        "body": [f"{name}: {_choice(1, known, form.blank(_(field.label)))}"],
    }
