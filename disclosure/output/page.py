"""One page, rendered, laid and audited; or left as it stands where nothing that has a say in it changed."""

from __future__ import annotations

from msgspec import Struct

from disclosure import audit
from disclosure.audit import Facts
from disclosure.cache.summary import PreviousFiles
from disclosure.pages.chrome import Frame
from disclosure.pages.page import Page
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as rendering
from disclosure.theme.fragments import RenderedPage
from disclosure.theme.theme import Theme


class PageContext(Struct, frozen=True, kw_only=True):
    """What painting takes besides a page: how pages look, where they go, and what was there before."""

    theme: Theme
    frame: Frame
    basis: str
    desk: Staging
    before: PreviousFiles


class PageResult(Struct, frozen=True):
    """The page's record, what the audit saw in it, and whether it had to be rendered and laid."""

    record: PublishedFile
    facts: Facts
    rendered: bool = False
    staged: bool = False


def paint(
    easel: PageContext, page: Page, canonical: bytes, html: str = "", given: RenderedPage | None = None
) -> PageResult:
    """``html`` is its narrative, ``given`` the page if the host rendered it. ``Flawed`` where it is wrong by itself."""
    where, before = page.address, easel.before
    fingerprint = rendering.fingerprint(easel.basis, canonical, html)
    known, facts = before.files.get(where), before.facts.get(where)
    if known is not None and facts is not None and easel.desk.is_current(where, known, fingerprint):
        return PageResult(known, facts)
    made = given or rendering.render(easel.theme, easel.frame, page, html)
    record, staged = easel.desk.put(where, fingerprint, made.data, known)
    found = audit.facts(made.own, made.fragments)
    audit.expect(audit.flaws(where, found, page.anchors, easel.frame.site.address))
    # The same value for the same facts: who knows what follows from it need not look again
    return PageResult(record, facts if found == facts else found, True, staged)
