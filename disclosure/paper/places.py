"""Where links of the site's pages lead in the printed report: ``leads``."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from disclosure.catalog import address
from disclosure.catalog.catalog import Report
from disclosure.paper import document

ELSEWHERE = ("http:", "https:", "mailto:")
# The page of methods, whose headings get this prefix
METHOD = address.narrative("method.md")


class PaperPlaces:
    """``ids`` are those of the document; ``site`` is the site's address, or empty: then what stands on the site alone
    leads nowhere from paper."""

    def __init__(self, report: Report, ids: Collection[str], site: str) -> None:
        self.report, self.ids, self.site = report, ids, site
        self.pages = _pages(report)
        self.results = frozenset(one.id for one in report.register.results)

    def leads(self, where: str) -> str | None:
        if where.startswith(ELSEWHERE):
            return where
        page, _hash, fragment = where.partition("#")
        for id in self._candidates(page, fragment):
            if id in self.ids:
                return f"#{id}"
        return f"{self.site}{where}" if self.site else None

    def _candidates(self, page: str, fragment: str) -> tuple[str, ...]:
        """What an address may be called here, nearest first."""
        known = self.pages.get(page)
        if known is None:
            # A result stands on several pages, by its id
            return (fragment,) if address.owner(page) == self.report.key and fragment in self.results else ()
        return (f"{known}-{fragment}", fragment, known) if fragment else (known,)


def _pages(report: Report) -> Mapping[str, str]:
    """The id that stands for each page whose content is in the document."""
    key = report.key
    records = {address.commitment(key, one.id): one.id for one in report.register.commitments}
    return records | {
        address.report(key): "d-cover",
        address.text(key): document.TEXT,
        address.commitments(key): document.COMMITMENTS,
        address.results(key): document.RESULTS,
        address.coverage(key): document.EXEMPTIONS,
        METHOD: document.METHOD,
    }
