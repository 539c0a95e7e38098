"""Links of the navigation: what the rows of the ``registry`` put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from disclosure.catalog.catalog import Catalog
from disclosure.pages.chrome import Newest
from disclosure.pages.kind import Navigation
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


def to_newest(label: str, where: Callable[[str], str], holds: Callable[[Newest], bool] = bool) -> Navigation:
    """A link into the newest report, if that has such a page."""
    return lambda _catalog, newest: (Link(_(label), where(newest.key)),) if newest and holds(newest) else ()


def to(label: str, where: str, when: Callable[[Catalog, Newest | None], object]) -> Navigation:
    """A link to the only page of its kind, ``when`` there is one."""
    return lambda catalog, newest: (Link(_(label), where),) if when(catalog, newest) else ()


def to_narratives(catalog: Catalog, _newest: Newest | None) -> Iterable[Link]:
    shown = (one for one in catalog.narratives if one.name in ("method.md", "about.md"))
    return (Link(one.meta.title, one.address) for one in shown)
