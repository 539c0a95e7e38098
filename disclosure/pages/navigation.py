"""Links of the navigation: what the rows of the ``registry`` put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.pages.chrome import Newest
from disclosure.pages.kind import Navigation
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


def to_newest(label: str, where: Callable[[str], str], holds: Callable[[Newest], bool] = bool) -> Navigation:
    """A link into the newest report, if that has such a page."""

    def links(_catalog: Catalog, newest: Newest | None) -> Iterable[Link]:
        return (Link(_(label), where(newest.key)),) if newest and holds(newest) else ()

    return links


def to_home(_catalog: Catalog, _newest: Newest | None) -> Iterable[Link]:
    return (Link(_("首页"), address.HOME),)


def to_indicators(catalog: Catalog, newest: Newest | None) -> Iterable[Link]:
    return (Link(_("指标"), address.INDICATORS),) if newest and catalog.raw.indicators else ()


def to_glossary(_catalog: Catalog, newest: Newest | None) -> Iterable[Link]:
    return (Link(_("名词解释"), address.GLOSSARY),) if newest else ()


def to_narratives(catalog: Catalog, _newest: Newest | None) -> Iterable[Link]:
    shown = (one for one in catalog.narratives if one.name in ("method.md", "about.md"))
    return (Link(one.meta.title, one.address) for one in shown)
