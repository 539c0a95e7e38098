"""A report's head, as far as it can be read, before and beside its build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from disclosure.project import Project
from disclosure.source import files, frontmatter
from disclosure.source.files import Listed, SourceFile
from disclosure.source.frontmatter import FrontMatterDocument


def read(project: Project, key: str, listed: Iterable[Listed]) -> FrontMatterDocument:
    """The report of ``key`` among the files of its group."""
    one = next((one for one in listed if one.name == files.report(key)), None)
    source = files.load(project.root, one) if one else None
    text, _problems = files.decode(source) if isinstance(source, SourceFile) else ("", [])
    return frontmatter.split(text, one.path if one else files.report(key))[0]


def values(project: Project, key: str, listed: Iterable[Listed]) -> Mapping[str, Any]:
    """What the head says."""
    raw = read(project, key, listed).raw
    return raw if isinstance(raw, dict) else {}
