"""One page to bytes; or left as it stands where nothing that has a say in it changed."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from disclosure import audit
from disclosure.audit import Facts
from disclosure.cache.state import PreviousFiles
from disclosure.pages import registry
from disclosure.pages.chrome import Frame
from disclosure.pages.page import Page
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as theming
from disclosure.theme.fragments import RenderedPage
from disclosure.theme.theme import Theme


class PageContext(Struct, frozen=True, kw_only=True):
    """What rendering takes besides a page: how pages look, where they go, and what the last build knew of them."""

    theme: Theme
    frame: Frame
    theme_digest: str
    staging: Staging
    previous: PreviousFiles


class PageResult(Struct, frozen=True, kw_only=True):
    """The page in canonical form, its record, what the audit saw in it, and whether it was rendered and staged."""

    canonical: bytes
    record: PublishedFile
    facts: Facts
    rendered: bool = False
    staged: bool = False


def render_page(
    context: PageContext, page: Page, *, html: str = "", given: RenderedPage | None = None, canonical: bytes = b""
) -> PageResult:
    """``html`` is its narrative, ``given`` the page if the host rendered it, ``canonical`` its form where it is known.

    ``Flawed`` where the page is wrong by itself.
    """
    where, previous = page.address, context.previous
    canonical = canonical or theming.canonical(page)
    fingerprint = theming.fingerprint(context.theme_digest, canonical, html)
    known, facts = previous.files.get(where), previous.facts.get(where)
    if known is not None and facts is not None and context.staging.is_current(where, known, fingerprint):
        return PageResult(canonical=canonical, record=known, facts=facts)
    made = given or theming.render(context.theme, context.frame, page, html)
    record, staged = context.staging.put(where, fingerprint, made.data, known)
    found = audit.facts(made.own, made.fragments)
    kind = registry.kind(page.kind)
    if kind.unlinked:
        found = replace(found, unlinked=True)
    if kind.anywhere:
        found = audit.from_the_root(found)
    audit.expect(audit.flaws(where, found, page.anchors, context.frame.site.address))
    return PageResult(canonical=canonical, record=record, facts=found, rendered=True, staged=staged)
