"""The files of the whole site: rendered, composed of the reports' pieces, audited and staged where they changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from disclosure import audit, publish
from disclosure import render as rendering
from disclosure.around import Rendered
from disclosure.catalog import address
from disclosure.exports import files as exports
from disclosure.exports.files import Composed
from disclosure.pages.page import Page
from disclosure.render import Theme
from disclosure.search import documents
from disclosure.search import files as search
from disclosure.search import head as search_head
from disclosure.shell import crew, site
from disclosure.shell.crew import Tally
from disclosure.shell.made import Before
from disclosure.shell.site import Reaches, Site
from disclosure.shell.store import Kept, Store, Whole
from disclosure.staging import Desk, Published


class Bodies(Struct, frozen=True):
    """Narratives as the host made them: HTML by path, and whole pages by address where it rendered them."""

    html: Mapping[str, str]
    pages: Mapping[str, Rendered] = field(default_factory=dict)


class Table(Struct, frozen=True):
    """What laying out the site needs: the reports newest first, what was there before, where things go."""

    site: Site
    theme: Theme
    reports: tuple[Kept, ...]
    last: Whole
    desk: Desk
    store: Store
    large: bool
    reach: Reaches

    @property
    def before(self) -> Before:
        return self.last.before


class Laid(Struct):
    """The files of the whole site as this run leaves them; ``audited`` is a digest of what the audit found right."""

    after: Before = field(default_factory=Before)
    tally: Tally = field(default_factory=Tally)
    audited: str = ""

    def add(self, where: str, record: Published, tally: Tally) -> None:
        self.after.files[where] = record
        self.tally += tally


def lay(table: Table, bodies: Bodies) -> Laid:
    """Everything that no report makes alone. ``Flawed`` where a link leads nowhere."""
    laid = Laid()
    with publish.disk():
        basis = rendering.basis(table.theme, table.site.frame)
        for page in table.site.pages:
            _render(laid, table, page, bodies, basis)
        for where, data in _plain(table):
            record, staged = table.desk.put(where, "", data, table.before.files.get(where))
            laid.add(where, record, Tally(files=1, staged=staged))
        for one in site.composed((one.made for one in table.reports), _Reader(table)):
            _compose(laid, table, one)
        _search(laid, table)
        _audit(laid, table)
        _manifest(laid, table)
    return laid


def _render(laid: Laid, table: Table, page: Page, bodies: Bodies, basis: str) -> None:
    where, before = page.address, table.before
    html = bodies.html.get(page.source, "")
    fingerprint = rendering.fingerprint(basis, rendering.canonical(page), html)
    known, facts = before.files.get(where), before.facts.get(where)
    if known is not None and facts is not None and table.desk.is_current(where, known, fingerprint):
        laid.add(where, known, Tally(1, 0, 1, 0))
        laid.after.facts[where] = facts
        return
    made = bodies.pages.get(where) or rendering.render(table.theme, table.site.frame, page, html)
    record, staged = table.desk.put(where, fingerprint, made.data, known)
    laid.add(where, record, Tally(1, 1, 1, staged))
    laid.after.facts[where] = audit.facts(made.own, made.shared)
    audit.expect(audit.flaws(where, laid.after.facts[where], page.anchors, table.site.frame.site.address))


def _plain(table: Table) -> Iterator[tuple[str, bytes]]:
    yield from table.theme.scripts.items()
    counts = [one.counts for one in table.site.cards]
    yield from exports.of_catalog(table.site.catalog, counts).items()
    for file in table.site.catalog.attachments:
        yield address.attachment(file.name), file.data


class _Reader:
    """The pieces of a name, newest report first."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __call__(self, name: str) -> Iterator[bytes]:
        for one in self.table.reports:
            if name in one.objects.pieces:
                yield self.table.store.need(one.objects.pieces[name])


def _compose(laid: Laid, table: Table, one: Composed) -> None:
    fingerprint = _fingerprint(table, one)
    known = table.before.files.get(one.address)
    if known is not None and table.desk.is_current(one.address, known, fingerprint):
        laid.add(one.address, known, Tally(files=1))
        return
    laid.add(one.address, table.desk.stage(one.address, fingerprint, one.chunks), Tally(files=1, staged=1))


def _fingerprint(table: Table, one: Composed) -> str:
    """The same pieces in the same order, put together by the same program, are the same file."""
    parts = [kept.objects.pieces.get(name, "") for kept in table.reports for name in one.pieces]
    sha = hashlib.sha256("\n".join([rendering.program(), *parts]).encode())
    sha.update(one.more)
    return sha.hexdigest()


def _search(laid: Laid, table: Table) -> None:
    """The search's files: all of them again where any piece of theirs changed."""
    catalog = table.site.catalog
    own = documents.of_site(catalog)
    head = search_head.head(catalog, [one.made.about for one in table.reports])
    labels = search_head.topic_labels(catalog)
    names = search.names(large=table.large)
    more = repr((own, head, labels)).encode()
    fingerprint = _fingerprint(table, Composed(address.SEARCH_INDEX, names, more, iter(())))
    before = {where: record for where, record in table.before.files.items() if where.startswith(address.SEARCH_FILES)}
    if before and all(table.desk.is_current(where, record, fingerprint) for where, record in before.items()):
        laid.after.files |= before
        laid.tally += Tally(files=len(before))
        return
    made = staged = 0
    for where, data in search.files(own, head, labels, _Reader(table), large=table.large):
        laid.after.files[where], was_staged = table.desk.put(where, fingerprint, data, before.get(where))
        made, staged = made + 1, staged + was_staged
    laid.tally += Tally(files=made, staged=staged)


def _audit(laid: Laid, table: Table) -> None:
    """Every link that leads from one part of the site to another, unless it was found right with the same ends."""
    reached = "".join(f"{one.made.key} {one.objects.reach}\n" for one in table.reports)
    said = rendering.canonical([reached, list(laid.after.files), laid.after.facts, table.site.frame.site.address])
    laid.audited = hashlib.sha256(said).hexdigest()
    if laid.audited != table.last.audited:
        audit.expect(_astray(laid, table))


def _astray(laid: Laid, table: Table) -> Iterator[str]:
    public = table.site.frame.site.address
    facts = laid.after.facts
    own: dict[str, tuple[str, ...] | None] = dict.fromkeys((*laid.after.files, address.MANIFEST))
    own |= {where: one.ids for where, one in facts.items()}
    links = audit.targets(facts.items(), public)
    for reach in (table.reach(kept.made.key) for kept in table.reports):
        own |= reach.anchors
        for wanted, fragment, page in reach.outside:
            links.setdefault((wanted, fragment), page)
    return audit.astray(links, own)


def _manifest(laid: Laid, table: Table) -> None:
    """What a reader can check a copy by: SHA-256 of every other file, the sources' digests, the commit."""
    sources = {one.made.key: one.made.card.sha256 for one in table.reports}
    head = json.dumps({"commit": table.site.catalog.commit, "sources": sources}, ensure_ascii=False, indent=1)
    rows = exports.joined(piece for _address, piece in sorted(_digests(laid, table)))
    chunks = (head.removesuffix("\n}").encode(), b',\n "files": {\n', *rows, b"\n }\n}\n")
    known = table.before.files.get(address.MANIFEST)
    record, staged = table.desk.put(address.MANIFEST, "", b"".join(chunks), known)
    laid.add(address.MANIFEST, record, Tally(files=1, staged=staged))


def _digests(laid: Laid, table: Table) -> Iterator[tuple[str, bytes]]:
    """Lines of the manifest by the address they begin with: a report's files stand together."""
    for where, record in laid.after.files.items():
        yield where, crew.manifest_piece({where: record})
    for kept in table.reports:
        yield address.report(kept.made.key), table.store.need(kept.objects.pieces[crew.MANIFEST])
