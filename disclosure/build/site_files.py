"""The files of the whole site: rendered, composed of the reports' pieces, audited and staged where they changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct, field

from disclosure import audit
from disclosure import parallel as aside
from disclosure.build import site_plan as site
from disclosure.build import workers as crew
from disclosure.build.site_plan import Reaches, SitePlan
from disclosure.cache.store import ReportState, SiteState, Store
from disclosure.cache.summary import FileCounts, PreviousFiles
from disclosure.catalog import address
from disclosure.exports import files as exports
from disclosure.output import combined as compose
from disclosure.output import search_index as index
from disclosure.output.combined import Composing
from disclosure.output.page import PageContext, paint
from disclosure.output.search_index import SearchIndex
from disclosure.pages.page import Page
from disclosure.publishing import publish
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.search import documents
from disclosure.search import head as search_head
from disclosure.theme import theme as rendering
from disclosure.theme.fragments import RenderedPage
from disclosure.theme.theme import Theme

# The search of so many reports takes longer to make than another process to start
WORTH_IT = 5


class Narratives(Struct, frozen=True):
    """Narratives as the host made them: HTML by path, and whole pages by address where it rendered them."""

    html: Mapping[str, str]
    pages: Mapping[str, RenderedPage] = field(default_factory=dict)


class SiteContext(Struct, frozen=True, kw_only=True):
    """What laying out the site needs: the reports newest first, what was there before, where things go.

    ``ground`` says what its pages are made of besides the reports; ``stands`` where nobody has touched any file of
    ``last`` since, ``spare`` where another process may help.
    """

    site: SitePlan
    theme: Theme
    reports: tuple[ReportState, ...]
    last: SiteState
    desk: Staging
    store: Store
    large: bool
    reach: Reaches
    ground: str
    stands: bool
    spare: bool

    @property
    def before(self) -> PreviousFiles:
        return self.last.before


class SiteFiles(Struct, kw_only=True):
    """The files of the whole site as this run leaves them.

    ``planned`` is a digest of what its pages are made of, the reports ``asked`` for more than their cards among it,
    ``audited`` of what the audit found right.
    """

    after: PreviousFiles = field(default_factory=PreviousFiles)
    tally: FileCounts = field(default_factory=FileCounts)
    planned: str = ""
    asked: tuple[str, ...] = ()
    audited: str = ""

    def add(self, where: str, record: PublishedFile, tally: FileCounts) -> None:
        self.after.files[where] = record
        self.tally += tally


def lay(table: SiteContext, bodies: Narratives) -> SiteFiles:
    """Everything that no report makes alone. ``Flawed`` where a link leads nowhere."""
    laid = SiteFiles()
    with publish.disk():
        search = _search(table)
        _pages(laid, table, bodies)
        for where, data in _plain(table):
            record, staged = table.desk.put(where, "", data, table.before.files.get(where))
            laid.add(where, record, FileCounts(files=1, staged=staged))
        _compose(laid, table)
        files, tally = search()
        laid.after.files |= files
        laid.tally += tally
        _audit(laid, table)
        _manifest(laid, table)
    return laid


def _pages(laid: SiteFiles, table: SiteContext, bodies: Narratives) -> None:
    """The pages: as they stand where all is as it was that they are made of. Whom they ask is told by the cards."""
    last, made = table.last, _made(table, bodies)
    if table.stands and last.planned and last.planned == _planned(table, made, last.asked):
        laid.planned, laid.asked, laid.after.facts = last.planned, last.asked, dict(last.before.facts)
        for where in laid.after.facts:
            laid.add(where, table.before.files[where], FileCounts(pages=1, files=1))
        return
    frame = table.site.frame
    easel = PageContext(
        theme=table.theme,
        frame=frame,
        basis=rendering.theme_digest(table.theme, frame),
        desk=table.desk,
        before=table.before,
    )
    for page in table.site.pages:
        _paint(laid, easel, page, bodies)
    laid.asked = tuple(sorted(table.site.asked))
    # What another program rendered may be made of more
    laid.planned = "" if bodies.pages else _planned(table, made, laid.asked)


def _made(table: SiteContext, bodies: Narratives) -> str:
    return rendering.digest(table.ground, bodies.html, [one.made for one in table.reports])


def _planned(table: SiteContext, made: str, asked: Iterable[str]) -> str:
    return rendering.digest(made, [one.objects.topics for one in table.reports if one.made.key in asked])


def _paint(laid: SiteFiles, easel: PageContext, page: Page, bodies: Narratives) -> None:
    where, html = page.address, bodies.html.get(page.source, "")
    painted = paint(easel, page, rendering.canonical(page), html, bodies.pages.get(where))
    laid.add(where, painted.record, FileCounts(1, painted.rendered, 1, painted.staged))
    laid.after.facts[where] = painted.facts


def _plain(table: SiteContext) -> Iterator[tuple[str, bytes]]:
    yield from table.theme.assets.files.items()
    counts = [one.counts for one in table.site.cards]
    yield from exports.of_catalog(table.site.catalog, counts).items()
    for file in table.site.catalog.attachments:
        yield address.attachment(file.name), file.data


def _compose(laid: SiteFiles, table: SiteContext) -> None:
    where = Composing(table.reports, table.desk, table.store, table.before.files)
    made = (one.made for one in table.reports)
    for one in compose.compose(where, site.composed(made, where.find)):
        laid.add(*one)


def _search(table: SiteContext) -> Callable[[], tuple[dict[str, PublishedFile], FileCounts]]:
    """The search's files; many, and in a first build those of many reports, are laid by another process meanwhile."""
    catalog = table.site.catalog
    laid = partial(
        index.lay,
        SearchIndex(
            reports=table.reports,
            own=documents.of_site(catalog),
            head=search_head.head(catalog, [one.made.about for one in table.reports]),
            labels=search_head.topic_labels(catalog),
            large=table.large,
            desk=table.desk,
            store=table.store,
            before={where: one for where, one in table.before.files.items() if where.startswith(address.SEARCH_FILES)},
            untouched=table.stands,
        ),
    )
    many = table.large or (not table.before.files and len(table.reports) >= WORTH_IT)
    return aside.aside(laid, tuple[dict[str, PublishedFile], FileCounts]) if many and table.spare else laid


def _audit(laid: SiteFiles, table: SiteContext) -> None:
    """Every link that leads from one part of the site to another, unless it was found right with the same ends."""
    reached = "".join(f"{one.made.key} {one.objects.reach}\n" for one in table.reports)
    public = table.site.frame.site.address
    laid.audited = rendering.digest(
        rendering.program_digest(), reached, list(laid.after.files), laid.after.facts, public
    )
    if laid.audited != table.last.audited:
        audit.expect(_astray(laid, table))


def _astray(laid: SiteFiles, table: SiteContext) -> Iterator[str]:
    public = table.site.frame.site.address
    facts = laid.after.facts
    own: dict[str, tuple[str, ...] | None] = dict.fromkeys((*laid.after.files, address.MANIFEST))
    own |= {where: one.all_ids for where, one in facts.items()}
    links = audit.targets(facts.items(), public)
    for reach in (table.reach(kept.made.key) for kept in table.reports):
        own |= reach.anchors
        for wanted, fragment, page in reach.outside:
            links.setdefault((wanted, fragment), page)
    return audit.astray(links, own)


def _manifest(laid: SiteFiles, table: SiteContext) -> None:
    """What a reader can check a copy by: SHA-256 of every other file, the sources' digests, the commit."""
    sources = {one.made.key: one.made.card.sha256 for one in table.reports}
    head = json.dumps({"commit": table.site.catalog.commit, "sources": sources}, ensure_ascii=False, indent=1)
    rows = b",\n".join(piece for _address, piece in sorted(_digests(laid, table)) if piece)
    data = head.removesuffix("\n}").encode() + b',\n "files": {\n' + rows + b"\n }\n}\n"
    record, staged = table.desk.put(address.MANIFEST, "", data, table.before.files.get(address.MANIFEST))
    laid.add(address.MANIFEST, record, FileCounts(files=1, staged=staged))


def _digests(laid: SiteFiles, table: SiteContext) -> Iterator[tuple[str, bytes]]:
    """Lines of the manifest by the address they begin with: a report's files stand together."""
    for where, record in laid.after.files.items():
        yield where, crew.manifest_line(where, record)
    for kept in table.reports:
        yield address.report(kept.made.key), table.store.need(kept.objects.pieces[crew.MANIFEST])
