"""Indexes on disk, small and large, and what the search finds in them, run by Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from disclosure.catalog import catalog
from disclosure.catalog.catalog import Catalog
from disclosure.search import files
from disclosure.search.document import Document
from disclosure.source import content
from tests.projects import REPOSITORY

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Found:
    """What a query found, and what was read for it from an index that nothing was known of: files, compressed bytes."""

    files: int
    bytes: int
    hits: list[tuple[Any, ...]]

    @property
    def passages(self) -> set[str]:
        """The paragraphs that a direct hit leads to."""
        return {hit[1] for hit in self.hits if hit[6] and "/text.html#" in hit[0]}


@cache
def real() -> Catalog:
    """This repository's own content."""
    raw = content.read(REPOSITORY, REPOSITORY / "content")
    return catalog.join(raw, date(2026, 11, 23), {}, "")[0]


def write(folder: Path, large: int = files.LARGE) -> Path:
    """The index of the real content; with ``large=0`` as if the site were a large one."""
    for name, make in files.files(real(), large).items():
        _put(folder / name, make())
    return folder


def write_generated(folder: Path, documents: int) -> Path:
    """An index of so many documents: clauses of the real report, put together anew in one paragraph after the other."""
    made = files.sharded(
        {**_head(), "aliases": ""}, {}, [files.part(generated(documents), large=True), files.Part((), {})]
    )
    for name, of in made.items():
        for n, one in enumerate(of):
            number = f"/{n}" if name in ("tokens", "documents", "readings") else ""
            _put(folder / f"search/{name}{number}.json", json.dumps(one, ensure_ascii=False).encode())
    return folder


def generated(count: int) -> tuple[Document, ...]:
    random = Random(7)
    clauses = [clause for one in real().reports[0].text.passages for clause in one.text.split("，")]
    found: list[Document] = []
    for n in range(count // 5):
        parts = random.sample(clauses, 4)
        text, key, section = "，".join(parts), f"d{n // 80:03}-2022", f"d{n // 80:03}/{n % 80 // 10}"
        where = f"reports/{key}/text.html#p{n}"
        found.append(Document("paragraph", where, parts[0][:8], text, section, f"p{n}", 0, len(text), (0,), section))
        for m, part in enumerate(parts):
            start = text.index(part)
            record = f"reports/{key}/commitments/c{m:03}.html"
            found.append(
                Document("commitment", record, part[:16], part, section, f"p{n}", start, start + len(part), (), section)
            )
    return tuple(found)


def _head() -> Mapping[str, Any]:
    return json.loads(files.files(real())["search/index.json"]())


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def search(folder: Path, queries: Sequence[str], **options: int) -> list[Found]:
    """What each query finds, in order; ``shown`` reads only so many hits, as the page first does."""
    given = json.dumps({"folder": str(folder), "queries": list(queries), **options})
    script = HERE / "hits_of.mjs"
    done = subprocess.run(["node", script], input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return [Found(one["files"], one["bytes"], [tuple(hit) for hit in one["hits"]]) for one in json.loads(done.stdout)]
