"""Personal data stays out of the public record: numbers are refused, details are asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from disclosure.catalog.catalog import Catalog
from disclosure.model.personal import PersonalRecord
from disclosure.personal import Sighting, numbers, of_name, of_picture, personal
from disclosure.personal.context import is_in_counted_column
from disclosure.personal.found import TAKEN_HERE
from disclosure.problem import Place, Problem
from disclosure.source import readable
from disclosure.source.articles import Article
from disclosure.source.files import SourceFile, place_at, text_of
from disclosure.source.inside.shapes import AttachmentFinds, Where
from disclosure.source.register import Located
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

TEXT_FILES = (".md", ".yml", ".yaml", ".txt", ".csv", ".tsv", ".json", ".html", ".htm")
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
# Where answers are written. What they repeat is masked, and asked about no more
ANSWERS = "personal.yml"


class PersonalFind(Struct, frozen=True, kw_only=True):
    """Something personal and its place; ``where`` says more of a place in an attachment. ``sure``: it is refused."""

    name: str
    place: Place
    found: Sighting
    sure: bool
    where: Where = Where()


def check_personal(catalog: Catalog) -> Iterator[Problem]:
    """privacy, personal, photo-place: 没有身份证号、手机号、银行卡号，附件里也没有；住址、病情等先问；照片不带地点。"""
    answered = {(one.value.file, one.value.found) for one in catalog.personal}
    for find in finds(catalog, catalog.files):
        if (find.name, find.found.shown) not in answered:
            yield _refused(find) if find.sure else _asked(find)
    for name, place, file in _photographed(catalog):
        if (name, TAKEN_HERE) not in answered:
            message = _("照片里写着拍摄地点（GPS）{file}").format(file=_in(file))
            hint = _("另存一份去掉位置信息的；可以公开的，在 personal.yml 写明理由，found 写 拍摄地点")
            yield Problem(place, "photo-place", message, hint)


def _refused(find: PersonalFind) -> Problem:
    message = _("疑似{what}：{number}{where}").format(
        what=_(find.found.what), number=find.found.shown, where=_said(find.where)
    )
    hint = _("删去，或打码写成 138****1234；不是个人的号码，在 personal.yml 写明理由")
    return Problem(find.place, "privacy", message, hint)


def _asked(find: PersonalFind) -> Problem:
    message = _("像是{what}：“{words}”{where}").format(
        what=_(find.found.what), words=find.found.shown, where=_said(find.where)
    )
    hint = _("遮去；可以公开的，在 personal.yml 写明理由，found 照录引号里的话")
    return Problem(find.place, "personal", message, hint, notice=True)


def _said(where: Where) -> str:
    """（里面的 名单.docx，第 3 段）"""
    words = [where.file, _(where.words).format(n=where.n, of=where.of) if where.words else ""]
    said = _("，").join(filter(None, words))
    return _("（{where}）").format(where=said) if said else ""


def _in(file: str) -> str:
    return _("（{where}）").format(where=file) if file else ""


def check_answers(catalog: Catalog) -> Iterator[Problem]:
    """personal-answer: 写明理由的每一条都对着一处还在的内容；内容改了就删去。"""
    named = {one.value.file for one in catalog.personal}
    files = [file for file in catalog.files if file.name in named]
    here = {file.name for file in files}
    seen = {(find.name, find.found.shown) for find in finds(catalog, files)}
    seen |= {(name, TAKEN_HERE) for name, _place, _file in _photographed(catalog)}
    seen |= {(name, flaw.obstacle.value) for name, inside in catalog.inside.items() for flaw in inside.flaws}
    for one in catalog.personal:
        if one.value.file in here and (one.value.file, one.value.found) not in seen:
            message = _("{file} 里没有“{found}”").format(file=one.value.file, found=one.value.found)
            yield Problem(one.place("found"), "personal-answer", message, _("照录消息里的话；已经删去的就删掉这一条"))


def check_answered(answers: Iterable[Located[PersonalRecord]], there: Iterable[str]) -> Iterator[Problem]:
    """personal-answer: 写明的文件都在。"""
    given = tuple(answers)
    # Hundreds of thousands may be there: nobody asks for them where nothing is answered
    known = {one.value.file for one in given}.intersection(there if given else ())
    for one in given:
        if one.value.file not in known:
            message = _("没有这个文件：{file}").format(file=one.value.file)
            yield Problem(
                one.place("file"), "personal-answer", message, _("写 content/ 下的路径；文件删了就删掉这一条")
            )


def finds(catalog: Catalog, files: Iterable[SourceFile]) -> Iterator[PersonalFind]:
    """All that is personal in some of the files, numbers and details."""
    prose = {article.name: article for article in catalog.prose}
    lines = {f"reports/{report.key}/report.md": report for report in catalog.reports}
    for file in files:
        yield from _of_name(file)
        if file.name.lower().endswith(TEXT_FILES):
            text = text_of(file.data)
            shown = list(written(file, text))
            yield from shown
            report = lines.get(file.name)
            more = [*readable.values(file.path, text)]
            more += [(said, Place(file.path, n)) for said, n in readable.report(text, report.text)] if report else []
            yield from _besides(file, more, shown)
            if file.name in prose:
                yield from _of_prose(prose[file.name], shown)
        if file.name in catalog.inside:
            yield from _inside(file, catalog.inside[file.name])


def _of_name(file: SourceFile) -> Iterator[PersonalFind]:
    where = Where(words=N_("文件名"))
    for found in of_name(file.name):
        yield PersonalFind(name=file.name, place=Place(file.path), found=found, sure=True, where=where)
    papers = of_picture(file.name) if file.name.lower().endswith(PICTURES) else None
    if papers:
        yield PersonalFind(name=file.name, place=Place(file.path), found=papers, sure=False, where=where)


def written(file: SourceFile, text: str) -> Iterator[PersonalFind]:
    """What the text shows as it is written."""
    tables = file.name.lower().endswith((".csv", ".tsv"))
    certain, doubtful = personal(text)
    for found in certain:
        if not (tables and is_in_counted_column(text, found.start)):
            yield PersonalFind(name=file.name, place=place_at(file.path, text, found.start), found=found, sure=True)
    for found in doubtful if file.name != ANSWERS else ():
        yield PersonalFind(name=file.name, place=place_at(file.path, text, found.start), found=found, sure=False)


def _besides(file: SourceFile, more: Iterable[tuple[str, Place]], shown: list[PersonalFind]) -> Iterator[PersonalFind]:
    """What its values hold that is not to be seen in its bytes."""
    known = {find.found.digits for find in shown}
    for text, place in more:
        for found in numbers(text):
            if found.digits not in known:
                yield PersonalFind(name=file.name, place=place, found=found, sure=True)


def _of_prose(article: Article[Any], shown: list[PersonalFind]) -> Iterator[PersonalFind]:
    known = {find.found.digits for find in shown}
    for text in readable.prose(article.rendered):
        for found in numbers(text):
            if found.digits not in known:
                known.add(found.digits)
                place = readable.place_of(article.path, article.body, article.body_line, found.digits)
                yield PersonalFind(name=article.name, place=place, found=found, sure=True)
    for words in readable.pictures(article.rendered):
        papers = of_picture(words)
        if papers:
            place = readable.place_of(article.path, article.body, article.body_line, papers.digits)
            yield PersonalFind(name=article.name, place=place, found=papers, sure=False)


def _inside(file: SourceFile, inside: AttachmentFinds) -> Iterator[PersonalFind]:
    for sure, all in ((True, inside.numbers), (False, inside.details)):
        for where, found in all:
            yield PersonalFind(name=file.name, place=Place(file.path), found=found, sure=sure, where=where)


def _photographed(catalog: Catalog) -> Iterator[tuple[str, Place, str]]:
    """Pictures that say where they were taken: the attachment, its place, the picture inside it."""
    for file in catalog.files:
        for inner in catalog.inside[file.name].photographed if file.name in catalog.inside else ():
            yield file.name, Place(file.path), inner
