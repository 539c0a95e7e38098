"""Attachments are published as they are, from the site's own address: only kinds that no browser runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Place, Problem
from disclosure.source.files import SourceFile
from disclosure.source.inside.shapes import MIB, OBSTACLES, Flaw
from disclosure.translation import gettext as _

TABLES = (".csv", ".json", ".txt")
DOCUMENTS = (".pdf", ".docx", ".xlsx", ".odt", ".ods", ".zip")
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
ALLOWED = (*DOCUMENTS, *TABLES, *PICTURES)
# More is a burden for who reads on a phone; ``files.MAX_ATTACHMENT_BYTES`` is refused
HEAVY = 32 * MIB


def check_attachments(catalog: Catalog) -> Iterator[Problem]:
    """attachment: 附件（files/）只能是文档、表格、图片和压缩包；网页和脚本会以本站的名义运行，不能放。"""
    for file in catalog.attachments:
        ending = PurePosixPath(file.name).suffix
        if ending.lower() not in ALLOWED:
            message = _("附件不能是这种文件：{name}").format(name=file.name.rpartition("/")[2])
            hint = _("可以放的有 {endings}；换成其中一种，或删去").format(endings="、".join(ALLOWED))
            yield Problem(Place(file.path), "attachment", message, hint)


def check_contents(catalog: Catalog) -> Iterator[Problem]:
    """attachment-content, heavy-attachment: 附件完好，是扩展名所说的格式，不加密，没有宏，不太大。"""
    answered = {(one.value.file, one.value.found) for one in catalog.personal}
    for file in catalog.attachments:
        if len(file.data) >= HEAVY:
            size = len(file.data) // MIB
            message = _("附件有 {size} MB，手机上很难打开").format(size=size)
            hint = _("压缩图片、去掉用不着的页，或拆成几个文件")
            yield Problem(Place(file.path), "heavy-attachment", message, hint, notice=True)
        if PurePosixPath(file.name).suffix.lower() in ALLOWED and file.name in catalog.inside:
            flaws = catalog.inside[file.name].flaws
            yield from (_wrong(file, one) for one in flaws if (file.name, one.obstacle.value) not in answered)


def _wrong(file: SourceFile, flaw: Flaw) -> Problem:
    words, hint, asked = OBSTACLES[flaw.obstacle]
    message = _(words).format(name=flaw.name, found=flaw.found)
    if asked:
        hint = _("{hint}；看过以后在 personal.yml 写明，found 写 {found}").format(
            hint=_(hint), found=flaw.obstacle.value
        )
    return Problem(Place(file.path), "attachment-content", message, _(hint), notice=asked)
