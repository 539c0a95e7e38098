"""Files of a project held against JSON Schemas, as an editor's tool does it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from disclosure.exports import schema
from disclosure.source import frontmatter


def refused(content: Path, schemas: Mapping[str, bytes]) -> Iterator[str]:
    """What the editors' schemas (``editors/site.schema.json`` …) find wrong in a folder that `check` accepts."""
    for name, (_model, pattern) in (schema.EDITORS | schema.FRONT_MATTER).items():
        validator = jsonschema.Draft202012Validator(json.loads(schemas[f"editors/{name}.schema.json"]))
        for path in sorted(content.glob(pattern.removeprefix("content/"))):
            text = path.read_text("utf-8")
            if path.suffix == ".md":
                text = frontmatter.split(text, str(path))[0].head.text
            found = validator.iter_errors(_as_a_tool_reads(text))
            yield from (f"{path}: {error.message}" for error in found)


def _as_a_tool_reads(text: str) -> Any:
    """YAML 1.2 as editors' tools read it: numbers and empty values too, but a date is text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))
