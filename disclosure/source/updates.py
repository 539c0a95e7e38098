"""``updates/<report>/<date>-<slug>.md``: follow-up as editors write it, head and narrative."""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.model.update import UpdateMeta
from disclosure.problem import Place, Problem
from disclosure.source import frontmatter, prose, yaml
from disclosure.source.files import SourceFile, decode
from disclosure.source.records import convert
from disclosure.translation import gettext as _

NAME = re.compile(r"updates/(?P<report>[a-z0-9-]+)/(?P<id>(?P<date>\d{4}-\d{2}-\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
ANY = re.compile(r"updates/[^/]+/[^/]+\.md")


class RawUpdate(Struct, frozen=True, kw_only=True):
    """An update as read; ``id`` is its file's name, ``report`` its folder's."""

    id: str
    report: str
    day: str
    file: SourceFile
    head: yaml.Written
    meta: UpdateMeta
    body: str
    body_line: int
    rendered: prose.RenderedProse


def is_update(name: str) -> bool:
    return ANY.fullmatch(name) is not None


def read(file: SourceFile, known: prose.Renderings) -> tuple[RawUpdate | None, list[Problem]]:
    """The update in ``file``, or ``None`` and all that keeps it from being one."""
    named = NAME.fullmatch(file.name)
    if named is None:
        message = _("文件名 {name} 不能用").format(name=file.name.rpartition("/")[2])
        hint = _("写作 日期-英文短名.md，例如 2022-08-18-sunshine-dairy.md；文件夹是报告的编号")
        return None, [Problem(Place(file.path), "update-name", message, hint)]
    text, problems = decode(file)
    if problems:
        return None, problems
    document, problems = frontmatter.split(text, file.path)
    if document.raw is None:
        return None, problems
    meta, more = convert(UpdateMeta, document.raw, document.head)
    if meta is None:
        return None, [*problems, *more]
    rendered = prose.render(document.body, known)
    update = RawUpdate(
        id=named["id"],
        report=named["report"],
        day=named["date"],
        file=file,
        head=document.head,
        meta=meta,
        body=document.body,
        body_line=document.body_line,
        rendered=rendered,
    )
    return update, problems
