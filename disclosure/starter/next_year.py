"""What another year's report needs beside its text, and a working list of what it should answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.source.frontmatter import FrontMatterDocument
from disclosure.starter.files import filled
from disclosure.translation import gettext as _

FILES = Path(__file__).parent / "next_year_files"
# What only editors know stands in comments there: nothing is claimed in their place
OF_REPORT = ("absences.yml", "documents.yml")
LIST = "answers.md"
# Kept in git beside the content, and never published
FOLDER = "draft"


class OpenPromise(Struct, frozen=True, kw_only=True):
    """A promise that nothing says was kept or missed; ``outcome`` is its word today."""

    report: str
    id: str
    title: str
    quote: str
    outcome: str


def files(district: str, year: int) -> dict[str, bytes]:
    """Of the report's folder, by name."""
    # Stands in quotes there: nothing was asked of it when the first report was written
    values = {"district": district.replace("'", "''"), "year": str(year), "next": str(year + 1)}
    return {name: filled((FILES / name).read_bytes(), values) for name in OF_REPORT}


def working_list(year: int, promises: Iterable[OpenPromise]) -> bytes:
    """Each promise with the line that a result which answers it has."""
    lines = [line for one in promises for line in _told(one)]
    none = [_("上一年的报告里，没有登记了而还没有结论的承诺。"), ""]
    return filled((FILES / LIST).read_bytes(), {"year": str(year)}) + "\n".join(lines or none).encode()


def _told(one: OpenPromise) -> Iterator[str]:
    record = f"{one.report}/{one.id}"
    yield _("- [ ] {record} {title}（{outcome}）").format(record=record, title=one.title, outcome=one.outcome)
    yield _("  - 原文：{quote}").format(quote=one.quote)
    yield _("  - 有一项成果说到它，就在那一项写 `answers: [{record}]`").format(record=record)
    yield ""


def narrative(page: FrontMatterDocument, old: int, new: int, day: date) -> str:
    """A page of prose of last year's, with its headings, and all else to be written anew."""
    head = re.sub(r"^published:.*$", f"published: {day.isoformat()} 09:00", page.head.text, flags=re.M)
    kept = [line for line in page.body.split("\n") if line.startswith("#")]
    blank = _("〔待填：{year}年的情况〕").format(year=new)
    parts = [part for line in kept for part in (line.replace(str(old), str(new)), "", blank, "")] or [blank, ""]
    return "\n".join(["---", head.replace(str(old), str(new)).rstrip("\n"), "---", "", *parts])
