"""MkDocs turns the narratives into HTML; where nothing that it reads has changed, it is not even imported."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from disclosure.render import program
from disclosure.shell.finish import Bodies
from disclosure.shell.prepare import Prepared
from disclosure.shell.project import Project


def remembered(project: Project, prepared: Prepared) -> Bodies | None:
    """The narratives' HTML as MkDocs last made it, if it would make the same again."""
    try:
        stored = json.loads(_file(project).read_text("utf-8"))
        if stored["key"] == _key(project, prepared):
            return Bodies(dict(stored["html"]), {})
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None


def remember(project: Project, prepared: Prepared, bodies: Bodies) -> None:
    project.cache.mkdir(parents=True, exist_ok=True)
    draft = _file(project).with_suffix(f".{os.getpid()}.tmp")
    draft.write_text(json.dumps({"key": _key(project, prepared), "html": dict(bodies.html)}), "utf-8")
    draft.replace(_file(project))


def _file(project: Project) -> Path:
    return project.cache / "narratives.json"


def _key(project: Project, prepared: Prepared) -> str:
    sha = hashlib.sha256()
    for text in _inputs(project, prepared):
        sha.update(text.encode() + b"\0")
    return sha.hexdigest()


def _inputs(project: Project, prepared: Prepared) -> Iterable[str]:
    yield project.config.read_text("utf-8")
    # What MkDocs made went through our own code, which makes it safe
    yield program()
    for one in prepared.catalog.narratives:
        yield one.name
        yield one.body
        yield from (str(prepared.book.resolve(target, one.name)) for target in one.rendered.targets)
