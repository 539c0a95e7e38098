"""``corrections/<date>-<slug>.md``: what was wrong on this site, head and narrative."""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.model.correction import CorrectionMeta
from disclosure.problem import Place, Problem
from disclosure.source import frontmatter, prose, yaml
from disclosure.source.files import SourceFile, decode
from disclosure.source.records import convert
from disclosure.translation import gettext as _

NAME = re.compile(r"corrections/(?P<id>\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
ANY = re.compile(r"corrections/[^/]+\.md")


class RawCorrection(Struct, frozen=True, kw_only=True):
    """A correction as read; ``id`` is its file's name."""

    id: str
    file: SourceFile
    head: yaml.Written
    meta: CorrectionMeta
    body: str
    body_line: int
    rendered: prose.RenderedProse


def is_correction(name: str) -> bool:
    return ANY.fullmatch(name) is not None


def read(file: SourceFile, known: prose.Renderings) -> tuple[RawCorrection | None, list[Problem]]:
    """The correction in ``file``, or ``None`` and all that keeps it from being one."""
    named = NAME.fullmatch(file.name)
    if named is None:
        message = _("文件名 {name} 不能用").format(name=file.name.rpartition("/")[2])
        return None, [Problem(Place(file.path), "correction-name", message, _("写作 日期-英文短名.md"))]
    text, problems = decode(file)
    if problems:
        return None, problems
    document, problems = frontmatter.split(text, file.path)
    if document.raw is None:
        return None, problems
    meta, more = convert(CorrectionMeta, document.raw, document.head)
    if meta is None:
        return None, [*problems, *more]
    rendered = prose.render(document.body, known)
    return RawCorrection(
        id=named["id"],
        file=file,
        head=document.head,
        meta=meta,
        body=document.body,
        body_line=document.body_line,
        rendered=rendered,
    ), problems
