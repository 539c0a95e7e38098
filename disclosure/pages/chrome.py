"""What stands around every page: the site's name, navigation, notice and footer (``site`` and ``nav``)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.model.site import BLANK, is_mail, mailto
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


class SiteView(Struct, frozen=True, kw_only=True):
    """The templates' ``site``. ``notice`` is empty where a site identification code has been issued.

    ``sample`` says on every page that the content is made up, where it is. ``images`` are those that a build makes here
    for pages that are passed on: ``none``, one of the ``site``, or of ``records`` besides. ``codes``: what is printed
    has one that leads to its address.
    """

    title: str
    tagline: str
    language: str
    address: str
    notice: str
    meta: tuple[tuple[str, str], ...]
    footer: tuple[tuple[str, str], ...]
    footer_links: tuple[Link, ...]
    sample: str = ""
    images: str = "none"
    codes: bool = True


class KnownReport(Struct, frozen=True, kw_only=True):
    """What is known of a report before any is built: what it holds, so that whatever leads there leads somewhere.

    ``district`` is the name in its head; empty where nobody could read it.
    """

    key: str
    year: int
    district: str
    commitments: bool
    results: bool
    documents: bool
    updates: bool


class ReportYear(Struct, frozen=True):
    """A report among those of other years, and whether its year is over by today."""

    report: KnownReport
    is_over: bool


class Frame(Struct, frozen=True):
    """What is the same around every page; ``reports`` newest first."""

    site: SiteView
    nav: tuple[Link, ...]
    reports: tuple[ReportYear, ...] = ()

    @property
    def menu(self) -> tuple[Link, ...]:
        """What a phone's menu leads to beside the navigation: links of the footer that do not stand in it."""
        listed = {link.address for link in self.nav}
        return tuple(link for link in self.site.footer_links if link.address not in listed)


class Frames(Struct, frozen=True, kw_only=True):
    """The frame of the whole site's pages, and where it has several districts one for each (by name), which leads to
    its reports alone: what changes in one district leaves the pages of all others as they are.

    ``of`` is the district of each report.
    """

    site: Frame
    districts: Mapping[str, Frame]
    of: Mapping[str, str]

    def of_district(self, name: str) -> Frame:
        return self.districts.get(name, self.site)

    def of_report(self, key: str) -> Frame:
        return self.of_district(self.of.get(key, ""))


def site(catalog: Catalog, known: tuple[KnownReport, ...], images: str = "none") -> SiteView:
    """What every page says of the site."""
    site = catalog.site
    return SiteView(
        title=site.title,
        tagline=site.tagline,
        language=site.language,
        address=site.address or "",
        notice="" if site.identity.site_id_code else site.notice,
        meta=_site_meta(catalog),
        footer=_footer(catalog),
        footer_links=_footer_links(catalog, known),
        sample=site.sample or "",
        images=images,
        codes=site.codes,
    )


def _site_meta(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    identity = catalog.site.identity
    issued = (("SiteDomain", identity.domain), ("SiteIDCode", identity.site_id_code))
    return (("SiteName", catalog.site.title), *((name, value) for name, value in issued if value))


def _footer(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    footer, identity = catalog.site.footer, catalog.site.identity
    slots = (
        (_("主办单位"), footer.sponsor),
        (_("承办单位"), footer.operator),
        (_("联系方式"), footer.contact),
        (_("网站标识码"), identity.site_id_code),
        (_("ICP备案"), identity.icp),
        (_("公安备案"), identity.police),
        (_("IPv6"), _("支持") if footer.ipv6 else None),
    )
    return tuple((label, value) for label, value in slots if value)


def _footer_links(catalog: Catalog, known: tuple[KnownReport, ...]) -> tuple[Link, ...]:
    wanted = (
        ("accessibility.md", _("适老化与无障碍")),
        ("about.md", _("关于本站")),
        ("method.md", _("方法说明")),
    )
    pages = [Link(label, one.address) for name, label in wanted if (one := catalog.narrative(name))]
    data = [Link(_("数据下载"), address.DATA)] if known else []
    follow = Link(_("订阅"), address.SUBSCRIBE)
    news = [Link(_("跟踪更新"), address.UPDATES)] if any(one.updates for one in known) else []
    changed = [Link(_("改动记录"), address.CHANGES)] if known and catalog.changes.known else []
    asked = [Link(_("常问的问题"), address.QUESTIONS)] if catalog.questions else []
    made = [Link(_("更正记录"), address.CORRECTIONS)] if catalog.corrections else []
    made += corrections(catalog)
    return (Link(_("网站地图"), address.SITEMAP), *news, *changed, *asked, *data, follow, *pages, *made)


def corrections(catalog: Catalog) -> tuple[Link, ...]:
    """Where a reader reports an error; empty where the site names no place for it."""
    given = catalog.site.footer.corrections
    if given:
        # What a form is asked for is empty here: no page is meant
        plain = mailto(given) if is_mail(given) else BLANK.sub("", given)
        return (Link(_("我要纠错"), plain),)
    return ()
