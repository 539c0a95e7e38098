"""Attachments are published as they are, from the site's own address: only kinds that no browser runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _

TABLES = (".csv", ".json", ".txt")
DOCUMENTS = (".pdf", ".docx", ".xlsx", ".odt", ".ods", ".zip")
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
ALLOWED = (*DOCUMENTS, *TABLES, *PICTURES)


def check_attachments(catalog: Catalog) -> Iterator[Problem]:
    """attachment: 附件（files/）只能是文档、表格、图片和压缩包；网页和脚本会以本站的名义运行，不能放。"""
    for file in catalog.attachments:
        ending = PurePosixPath(file.name).suffix
        if ending.lower() not in ALLOWED:
            message = _("附件不能是这种文件：{name}").format(name=file.name.rpartition("/")[2])
            hint = _("可以放的有 {endings}；换成其中一种，或删去").format(endings="、".join(ALLOWED))
            yield Problem(Place(file.path), "attachment", message, hint)
