"""Its row, which ends this file: here a value, in a copy of the program a line of ``KINDS``."""

from __future__ import annotations

from disclosure.pages.document import SearchKind
from disclosure.pages.kind import PageKind, SitemapGroup
from tests.made_up_kind import promises_in_brief

ROW = PageKind(
    id="promises-in-brief",
    view=promises_in_brief.BriefView,
    of_report=promises_in_brief.pages,
    sitemap=SitemapGroup.RECORDS,
    search=SearchKind(id="promises-in-brief", label="一览", rank=90, of_report=promises_in_brief.documents),
)
