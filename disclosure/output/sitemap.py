"""The list of all pages for search engines, staged: of the lines that the reports and the whole site give.

It is one file as long as one may hold all; else each piece is a file, and a change of a report rewrites its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.cache.state import FileCounts, ReportState, ReportSummary
from disclosure.cache.store import Store
from disclosure.catalog import address
from disclosure.discovery import sitemap
from disclosure.model.site import Site
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as theming

STATE = "sitemap.json"
OWN = "site"


class OwnLines(Struct, frozen=True):
    """The lines of the whole site's pages, and a digest of what these pages were made of."""

    planned: str
    lines: bytes


class SitemapInputs(Struct, frozen=True, kw_only=True):
    """What the list is made of. ``own`` gives the lines of the whole site's pages, which ``planned`` is a digest of;
    empty where nobody knows: they are asked for then."""

    site: Site
    own: Callable[[], bytes]
    planned: str
    reports: tuple[ReportState, ...]
    staging: Staging
    store: Store
    previous: Mapping[str, PublishedFile]

    @property
    def pieces(self) -> Iterator[tuple[str, str]]:
        """The pieces of the reports: what each is called as a file, and in the store."""
        for one in self.reports:
            for file, name in _pieces(one.summary):
                yield file, one.artifacts.pieces[name]


class SitemapFile(Struct, frozen=True):
    """A file: its address, and the lines it holds, by the names of objects or as they are."""

    address: str
    objects: tuple[str, ...]
    lines: bytes = b""


def addresses(site: Site, reports: Iterable[ReportSummary], own: int) -> Iterator[str]:
    """The files that there will be; ``own``: how many pages of the whole site are listed."""
    all = tuple(reports)
    if site.address:
        yield address.SITEMAP_XML
        if _are_many(site, all, own):
            names = (file for one in all for file, _name in _pieces(one))
            yield from map(address.sitemap_part, (*names, OWN))


def _pieces(summary: ReportSummary) -> Iterator[tuple[str, str]]:
    """A report's pieces: what each is called as a file, and by its name."""
    for n, name in enumerate(filter(sitemap.is_name, summary.pieces), 1):
        yield f"{summary.key}-{n}", name


def _are_many(site: Site, reports: Iterable[ReportSummary], own: int) -> bool:
    return own + sum(one.pages for one in reports) > sitemap.most(site)


def stage(inputs: SitemapInputs) -> Iterator[tuple[str, PublishedFile, FileCounts]]:
    """Each file's address and record, and whether it was staged."""
    lines = _own(inputs)
    objects = tuple(inputs.pieces)
    if not _are_many(inputs.site, (one.summary for one in inputs.reports), lines.count(b"\n")):
        yield _staged(inputs, SitemapFile(address.SITEMAP_XML, tuple(name for _file, name in objects), lines))
        return
    parts = [SitemapFile(address.sitemap_part(file), (name,)) for file, name in objects]
    parts.append(SitemapFile(address.sitemap_part(OWN), (), lines))
    for part in parts:
        yield _staged(inputs, part)
    data = sitemap.files(inputs.site, (part.address for part in parts))
    record, staged = inputs.staging.put(address.SITEMAP_XML, "", data, inputs.previous.get(address.SITEMAP_XML))
    yield address.SITEMAP_XML, record, FileCounts(files=1, staged=staged)


def _own(inputs: SitemapInputs) -> bytes:
    last = inputs.store.read(STATE, OwnLines) if inputs.planned else None
    if last is not None and last.planned == inputs.planned:
        return last.lines
    lines = inputs.own()
    inputs.store.remember(STATE, OwnLines(inputs.planned, lines))
    return lines


def _staged(inputs: SitemapInputs, file: SitemapFile) -> tuple[str, PublishedFile, FileCounts]:
    fingerprint = theming.digest(theming.program_digest(), file.objects, file.lines)
    known = inputs.previous.get(file.address)
    if known is not None and inputs.staging.is_current(file.address, known, fingerprint):
        return file.address, known, FileCounts(files=1)
    head, tail = sitemap.PAGES
    data = b"".join([head, *map(inputs.store.need, file.objects), file.lines, tail])
    record, staged = inputs.staging.put(file.address, fingerprint, data, known)
    return file.address, record, FileCounts(files=1, staged=staged)
