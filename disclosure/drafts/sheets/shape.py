"""What a draft file may hold, as a JSON Schema: editors' tools complete words by it and mark what cannot be."""

from __future__ import annotations

from typing import Any, Final

from disclosure.catalog.words import Vocabularies
from disclosure.drafts.records.made import MODELS
from disclosure.drafts.sheets.sheet import (
    DECISION,
    INDICATORS,
    ITEMS,
    KINDS,
    NAME,
    NO,
    REPORT,
    SECTION,
    STAMP,
    YES,
)
from disclosure.exports import schema
from disclosure.translation import gettext as _

# The program gives it
ID: Final = "id"
# Whatever a YAML reader makes of a short text, or of nothing
TEXT: Final = {"type": ["string", "number", "boolean", "null"]}


def draft_schema(words: Vocabularies) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    for label, kind in KINDS.items():
        found = schema.editor(MODELS[kind], words)["$defs"]
        definitions |= {name: one for name, one in found.items() if name != "Record"}
        definitions[label] = _without_id(found["Record"])
    lines = {"type": ["array", "null"], "items": {"type": "object"}}
    item = {
        "type": "object",
        "additionalProperties": False,
        "required": [DECISION],
        "properties": {
            DECISION: {
                "description": _("写“是”收入登记，写“否”不要，空着下次再说"),
                "anyOf": [{"enum": [YES, NO]}, TEXT],
            },
            NAME: {"description": _("只在草稿里用，收入时换成编号"), **TEXT},
            STAMP: {"description": _("给程序看的，不用改"), **TEXT},
            **{label: {"$ref": f"#/$defs/{label}"} for label in KINDS},
            INDICATORS: lines,
        },
        "oneOf": [{"required": [label]} for label in KINDS],
    }
    return {
        "$schema": schema.DRAFT,
        "type": "object",
        "additionalProperties": False,
        "required": [REPORT, ITEMS],
        "properties": {REPORT: TEXT, SECTION: TEXT, ITEMS: {"type": ["array", "null"], "items": item}},
        "$defs": definitions,
    }


def _without_id(record: dict[str, Any]) -> dict[str, Any]:
    properties = {name: one for name, one in record["properties"].items() if name != ID}
    return {**record, "properties": properties, "required": [name for name in record["required"] if name != ID]}
