"""Markdown files with a head and a narrative: pages of prose, updates, corrections and requests."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Generic, TypeVar

from msgspec import Struct

from disclosure.model.correction import CorrectionMeta
from disclosure.model.fields import Record
from disclosure.model.report import NarrativeMeta
from disclosure.model.request import RequestMeta
from disclosure.model.update import UpdateMeta
from disclosure.problem import Place, Problem
from disclosure.source import blanks, frontmatter, prose, remainder, spellings, yaml
from disclosure.source.files import SourceFile, decode, owner, place_at
from disclosure.source.records import convert
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

NARRATIVE = re.compile(r"([a-z0-9-]+)\.md")
DATED = r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]+(?:-[a-z0-9]+)*\.md"
UPDATE, ANY_UPDATE = re.compile(rf"updates/(?P<report>[a-z0-9-]+)/{DATED}"), re.compile(r"updates/[^/]+/[^/]+\.md")
CORRECTION, ANY_CORRECTION = re.compile(rf"corrections/{DATED}"), re.compile(r"corrections/[^/]+\.md")
REQUEST, ANY_REQUEST = re.compile(rf"requests/{DATED}"), re.compile(r"requests/[^/]+\.md")
# What systems and browsers add to the name of a copy
COPY = re.compile(r"副本|[(（]\d+[)）]$|\bcopy\b|拷贝|复制|备份|最终版|[ _-]bak$", re.I)
# The names of our own pages (catalog/address.py)
RESERVED = (
    *(
        "404",
        "glossary",
        "search",
        "sitemap",
        "updates",
        "changes",
        "corrections",
        "departments",
        "requests",
        "indicators",
        "data",
        "subscribe",
        "outcomes",
    ),
    *("entities", "questions", "vanished", "districts", "together"),
)

# Where the files of each kind belong
FOLDERS: Mapping[type[Record], str] = {
    UpdateMeta: N_("这是一条更新，放进 updates/<报告编号>/"),
    CorrectionMeta: N_("这是一条更正，放进 corrections/"),
    RequestMeta: N_("这是一次申请，放进 requests/"),
    NarrativeMeta: N_("这是一篇说明文字，直接放在 content/ 下"),
}
M = TypeVar("M", bound=Record)


class Article(Struct, Generic[M], frozen=True, kw_only=True):
    """A Markdown file as read: what its head says, and its text, which begins on ``body_line``."""

    file: SourceFile
    head: yaml.Written
    meta: M
    body: str
    body_line: int
    rendered: prose.RenderedProse

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def path(self) -> str:
        return self.file.path

    @property
    def id(self) -> str:
        """What the file is called; of an update or a correction it begins with the day."""
        return self.name.rpartition("/")[2].removesuffix(".md")

    @property
    def report(self) -> str:
        """The report whose folder the file stands in."""
        return owner(self.name)

    def place_of(self, offset: int) -> Place:
        """The place of an offset in the text."""
        return place_at(self.path, self.body, offset, self.body_line)

    def beyond(self, slip: prose.Slip) -> Problem:
        """markdown-limit: 列表、引用、括号不无止境地嵌套，同一个记号不连续写几十个。"""
        # Seldom asked
        from disclosure.source import markdown_slips

        return Problem(self.place_of(slip.offset), "markdown-limit", *markdown_slips.told(slip))


def read(model: type[M], file: SourceFile, known: prose.Renderings) -> tuple[Article[M] | None, list[Problem]]:
    """The article in ``file``, or ``None`` and all that keeps it from being one."""
    text, problems = decode(file)
    if problems:
        return None, problems
    document, problems = frontmatter.split(text, file.path)
    if document.raw is None:
        return None, remainder.of_record(model, document.head) or problems
    meta, more = convert(model, document.raw, document.head)
    if meta is None:
        return None, _misplaced(model, document) or [*problems, *more]
    article = Article(
        file=file,
        head=document.head,
        meta=meta,
        body=document.body,
        body_line=document.body_line,
        rendered=prose.render(document.body, known),
    )
    if article.rendered.beyond:
        return None, [*problems, *map(article.beyond, article.rendered.slips)]
    return article, [*problems, *more, *blanks.in_body(model, document.body, file.path, document.body_line)]


def _misplaced(model: type[Record], document: frontmatter.FrontMatterDocument) -> list[Problem]:
    """A file with all the fields of another kind's, which are not this one's: it stands in the wrong folder."""
    names = document.raw.keys() if isinstance(document.raw, dict) else set()
    right = [words for kind, words in FOLDERS.items() if _is(kind, names)]
    if _is(model, names) or not names - model.declared.keys() or len(right) != 1:
        return []
    message = _("这个文件放错了文件夹：里面的字段不是这一类的")
    return [Problem(Place(document.head.path), "stray-file", message, _(right[0]))]


def _is(kind: type[Record], names: Set[str]) -> bool:
    """Whether the fields are those of a kind, none missing and none too many."""
    needed = {name for name, one in kind.declared.items() if one.needed}
    return needed <= names <= kind.declared.keys()


def narrative_name(file: SourceFile) -> list[Problem]:
    """Why a narrative cannot become a page of its name."""
    named, place = NARRATIVE.fullmatch(file.name), Place(file.path)
    if named is None:
        return [Problem(place, "narrative-name", _unusable(file), _("用小写字母、数字和连字符，例如 about.md"))]
    if named[1] in RESERVED:
        message = _("文件名 {name} 由本站自己的页面使用").format(name=file.name)
        return [Problem(place, "narrative-name", message, _("换一个文件名"))]
    return []


def update_name(file: SourceFile) -> list[Problem]:
    if UPDATE.fullmatch(file.name):
        return []
    hint = _("写作 日期-英文短名.md，例如 2022-08-18-sunshine-dairy.md；文件夹是报告的编号")
    return [Problem(Place(file.path), "update-name", _unusable(file), _near_name(file.name) or hint)]


def request_name(file: SourceFile) -> list[Problem]:
    if REQUEST.fullmatch(file.name):
        return []
    hint = _("写作 寄出日期-英文短名.md，例如 2026-12-01-work-report.md")
    return [Problem(Place(file.path), "request-name", _unusable(file), _near_name(file.name) or hint)]


def correction_name(file: SourceFile) -> list[Problem]:
    if CORRECTION.fullmatch(file.name):
        return []
    hint = _near_name(file.name) or _("写作 日期-英文短名.md")
    return [Problem(Place(file.path), "correction-name", _unusable(file), hint)]


def _near_name(name: str) -> str:
    """What to do about a name that is nearly a day and a short name."""
    stem = name.rpartition("/")[2].removesuffix(".md")
    if COPY.search(stem):
        return _("像是复制或重复下载的文件：多余的删去；要用的改名为 日期-英文短名.md")
    day = next(spellings.days(stem), "")
    rest = re.sub(r"[^a-z0-9]+", "-", spellings.DAY_BEFORE.sub("", stem).lower()).strip("-")
    plain = f"{day}-{rest}.md"
    is_ascii = stem.isascii() and day and rest
    return _("改名为 {name}").format(name=plain) if is_ascii and re.fullmatch(DATED, plain) else ""


def _unusable(file: SourceFile) -> str:
    return _("文件名 {name} 不能用").format(name=file.name.rpartition("/")[2])
