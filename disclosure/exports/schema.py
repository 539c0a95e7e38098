"""JSON Schemas from the declarations: for editors' tools (what YAML files may hold) and for the published data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from disclosure.catalog.words import Vocabularies
from disclosure.exports import shapes
from disclosure.exports.meanings import explained
from disclosure.model import strict
from disclosure.model.alias import AliasRecord
from disclosure.model.ballot import BallotRecord
from disclosure.model.calendar import CalendarRecord
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.correction import CorrectionMeta
from disclosure.model.digest import DigestRecord
from disclosure.model.district import DistrictRecord
from disclosure.model.entity import EntityRecord
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.federation import FederatedSiteRecord
from disclosure.model.fields import Record
from disclosure.model.followup import AbsenceRecord
from disclosure.model.gaps import DocumentRecord, PlaceRecord
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.measure import MeasureRecord
from disclosure.model.personal import PersonalRecord
from disclosure.model.query import QueryRecord
from disclosure.model.question import QuestionRecord
from disclosure.model.report import NarrativeMeta, ReportMeta
from disclosure.model.request import RequestMeta
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.result import ResultRecord
from disclosure.model.rubric import RubricRecord
from disclosure.model.site import Site
from disclosure.model.strict import VOCABULARY
from disclosure.model.update import UpdateMeta
from disclosure.model.vocabulary import DEPARTMENTS, WordRecord
from disclosure.model.written import MINUTE

DRAFT = "https://json-schema.org/draft/2020-12/schema"

# schema name -> record, and the content files it describes (as VS Code's YAML extension matches them)
EDITORS: dict[str, tuple[type[Record], str]] = {
    "site": (Site, "content/site.yml"),
    "commitment": (CommitmentRecord, "content/reports/*/commitments/**/*.yml"),
    "result": (ResultRecord, "content/reports/*/results/*.yml"),
    "exemption": (ExemptionRecord, "content/reports/*/exemptions.yml"),
    "indicator": (IndicatorRecord, "content/indicators/*.yml"),
    "entity": (EntityRecord, "content/entities/*.yml"),
    "question": (QuestionRecord, "content/questions.yml"),
    "digest": (DigestRecord, "content/reports/*/digest.yml"),
    "absence": (AbsenceRecord, "content/reports/*/absences.yml"),
    "responsibility": (ResponsibilityRecord, "content/responsibilities/*.yml"),
    "ballot": (BallotRecord, "content/votes/*.yml"),
    "document": (DocumentRecord, "content/reports/*/documents.yml"),
    "district": (DistrictRecord, "content/districts.yml"),
    "measure": (MeasureRecord, "content/measures.yml"),
    "place": (PlaceRecord, "content/places.yml"),
    "calendar": (CalendarRecord, "content/calendar/*.yml"),
    "rubric": (RubricRecord, "content/rubric.yml"),
    "personal": (PersonalRecord, "content/personal.yml"),
    "vocabulary": (WordRecord, "content/vocabulary/*.yml"),
    "alias": (AliasRecord, "content/search/aliases*.yml"),
    "query": (QueryRecord, "content/search/queries*.yml"),
    "federation": (FederatedSiteRecord, "content/federation.yml"),
}
# Draft files hold such records among fields of their own (drafts/sheets/shape.py)
DRAFT_FILES = ("draft", "draft/*/*.yml")
# The same of front matter: no extension of an editor reads that against a schema, other tools do
FRONT_MATTER: dict[str, tuple[type[Record], str]] = {
    "update": (UpdateMeta, "content/updates/*/*.md"),
    "request": (RequestMeta, "content/requests/*.md"),
    "correction": (CorrectionMeta, "content/corrections/*.md"),
    "report": (ReportMeta, "content/reports/*/report.md"),
    "narrative": (NarrativeMeta, "content/*.md"),
}
# A YAML reader makes numbers, truth values and nothing of what is text to us
LOOSE = {
    "string": ["string", "number", "boolean"],
    "integer": ["integer", "string"],
    "boolean": ["boolean", "string"],
}
# What JavaScript, in which editors' tools are written, takes for no word: Han characters above all
OF_WORDS = r"[0-9A-Za-z_\u00c0-\u1fff\u3040-\ufaff]"


def files(words: Vocabularies) -> Iterator[tuple[str, bytes]]:
    """Every schema as name and bytes: ``editors/commitment.schema.json``, ``data/commitments.schema.json``."""
    for name, (model, _pattern) in (EDITORS | FRONT_MATTER).items():
        yield f"editors/{name}.schema.json", as_bytes(editor(model, words))
    for name, shape in (shapes.FILES | shapes.MADE).items():
        yield f"data/{name}.schema.json", as_bytes(data(shape))


def editor(model: type[Record], words: Vocabularies) -> dict[str, Any]:
    """What a file of ``model`` may hold: one record, or a list of records; front matter holds one."""
    schema = _loosen(_declared(model), words)
    definitions = schema.pop("$defs", {})
    if model in (Site, *(one for one, _pattern in FRONT_MATTER.values())):
        return {"$schema": DRAFT, **schema, "$defs": definitions}
    many = {"type": "array", "items": {"$ref": "#/$defs/Record"}}
    return {
        "$schema": DRAFT,
        "anyOf": [{"$ref": "#/$defs/Record"}, many],
        "$defs": {**definitions, "Record": schema},
    }


@cache
def _declared(model: type[Record]) -> dict[str, Any]:
    """As declared, whatever the vocabularies hold."""
    return strict.model(model).model_json_schema()


@cache
def data(shape: Any) -> dict[str, Any]:
    """The published data's schema; serialised values, so nothing is loose. Each value says what it means.

    Made once, for the schema files and thrice for the dictionary; to be read only.
    """
    schema = TypeAdapter(shape).json_schema(mode="serialization")
    for title, node in objects(schema):
        for name, value in node["properties"].items():
            text = explained(name, shapes.RECORDS.get(title), nested="$ref" in str(value))
            if text:
                value.setdefault("description", text)
    return {"$schema": DRAFT, **schema}


def objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects that a schema describes, by title."""
    if "properties" in schema:
        yield schema["title"], schema
    yield from schema.get("$defs", {}).items()


def _loosen(node: Any, words: Vocabularies) -> Any:
    """Types as a YAML reader may give them, nothing for an empty value, labels for a vocabulary."""
    if isinstance(node, list):
        return [_loosen(one, words) for one in node]
    if not isinstance(node, dict):
        return node
    made = {key: _loosen(value, words) for key, value in node.items() if key not in (VOCABULARY, "default")}
    if VOCABULARY in node:
        name = node[VOCABULARY]
        # Bodies come and go with the content: they are no words of the schema
        return _with_labels(made, [] if name == DEPARTMENTS else words.labels(name))
    if made.get("format") == "date-time":
        # RFC 3339, which that means, has a T, seconds and a zone
        made = {**{key: value for key, value in made.items() if key != "format"}, "pattern": f"^{MINUTE.pattern}$"}
    if "pattern" in made:
        made["pattern"] = made["pattern"].replace(r"\w", OF_WORDS)
    kind = made.get("type")
    if isinstance(kind, str) and kind in LOOSE:
        made["type"] = LOOSE[kind]
    return made


def _with_labels(node: dict[str, Any], labels: list[str]) -> dict[str, Any]:
    choice: dict[str, Any] = {"enum": labels} if labels else {"type": "string"}
    kept: dict[str, Any] = {key: node[key] for key in ("title", "description", "minItems") if key in node}
    if node.get("type") == "array":
        return {**kept, "type": "array", "items": choice}
    return {**kept, "anyOf": [choice, {"type": "null"}]} if "anyOf" in node else {**kept, **choice}


def as_bytes(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
