"""What stands under a page: what was corrected or taken down, how to cite and follow it, its data, where to report an
error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, urlsplit, urlunsplit

from msgspec.structs import replace

from disclosure.catalog import address, beside, record_address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.correction import CorrectionNote
from disclosure.grouping import grouped
from disclosure.model.retired import WithdrawalRecord
from disclosure.model.site import BLANK, is_mail, mailto
from disclosure.pages import citation, registry, subscribe
from disclosure.pages.page import MendLink, Page, PageMark, iso
from disclosure.translation import gettext as _


def marked(pages: Iterable[Page], catalog: Catalog) -> Iterator[Page]:
    """The pages with what was corrected on them, how to cite them, and where to report an error, if anywhere."""
    withdrawn = _withdrawn(catalog)
    for page in pages:
        notes = _notes(page, catalog)
        lines = {
            _("本页更正过"): [_correction(one) for one in notes if one.listed],
            _("说到本页的更正"): [_correction(one) for one in notes if not one.listed],
            _("本页有内容依法撤下"): _lines(page, withdrawn) if page.kind != "retired" else [],
        }
        marks = tuple(PageMark(title, tuple(found)) for title, found in lines.items() if found)
        kind = registry.kind(page.kind)
        mend = channel(catalog, page) if kind.mend else None
        cite = citation.page(catalog, page) if kind.cite else None
        feed = subscribe.of_page(catalog, page) if kind.feed else None
        twin = beside.twin(page.address) if registry.has_twin(kind, has_districts=bool(catalog.districts)) else ""
        more = marks or mend or cite or feed or twin
        yield replace(page, marks=marks, mend=mend, cite=cite, feed=feed, twin=twin) if more else page


def _correction(one: CorrectionNote) -> tuple[str, str]:
    return _("{day}　{title}").format(day=iso(one.day), title=one.title), address.correction(one.id)


def _withdrawn(catalog: Catalog) -> dict[str, list[tuple[str, str]]]:
    """What the law took from the records that a page shows, without the content, by its address and the record's."""
    found = [(one.value.record, one.value.withdrawn) for one in catalog.retired if one.value.withdrawn]
    return grouped(
        (where, _taken(record, one))
        for record, one in found
        for where in dict.fromkeys((*record_address.pages_of(record), record_address.of_record(record)))
    )


def _lines(page: Page, found: Mapping[str, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    return [line for where in (page.address, *page.aliases) for line in found.get(where, ())]


def _taken(record: str, one: WithdrawalRecord) -> tuple[str, str]:
    said = _("{day}撤下{kind}（{record}）。决定：{by}；依据：{rule}").format(
        day=iso(one.date), kind=one.kind, record=record, by=one.by, rule=one.rule
    )
    return said, address.attachment(one.redacted) if one.redacted else ""


def _notes(page: Page, catalog: Catalog) -> list[CorrectionNote]:
    """Newest first, each once."""
    if not catalog.corrected:
        return []
    found = {one.id: one for where in (page.address, *page.aliases) for one in catalog.corrected.get(where, ())}
    return sorted(found.values(), key=lambda one: one.id, reverse=True)


def channel(catalog: Catalog, page: Page) -> MendLink | None:
    """Where an error on a page is reported: as it stands, and for any of its anchors (``mend.js`` fills that in)."""
    given = catalog.site.footer.corrections
    if not given:
        return None
    name = page.address.removesuffix(".html")
    where = citation.absolute(catalog.site.address, page.address) or page.address
    text = (getattr(page.view, "quote_text", "") or page.title)[:LONGEST]
    of_page = filled(given, {"record": name, "text": text, "address": where})
    parts = {"record": f"{name}#{{id}}", "text": "{text}", "address": f"{where}#{{id}}"}
    of_anchor = filled(given, parts) if page.anchors else ""
    return MendLink(_("我要纠错"), of_page, of_anchor if of_anchor != of_page else "")


def filled(given: str, values: Mapping[str, str]) -> str:
    """The address of a channel with record, sentence and page filled in, as each kind of channel takes it.

    A form's address may name ``{record}``, ``{text}`` and ``{address}`` itself.
    """
    if "{" in given:
        return BLANK.sub(lambda found: quote(values.get(found[1], ""), safe=""), given)
    title = _("纠错：{record}").format(**values)
    body = _("记录：{record}\n原文：{text}\n网址：{address}\n\n哪里不对，依据是什么：\n").format(**values)
    if is_mail(given):
        return f"{mailto(given)}?subject={quote(title)}&body={quote(body)}"
    parts = urlsplit(given)
    names = next((names for host, path, names in FORMS if host in parts.netloc and parts.path.endswith(path)), None)
    if names is None:
        return given
    more = f"{quote(names[0])}={quote(title)}&{quote(names[1])}={quote(body)}"
    query = f"{parts.query}&{more}" if parts.query else more
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))


# So much of a passage is enough to find it, and fits into an address
LONGEST = 200
# The forms for a new issue, by host and end of path, and what they call title and text. No other page takes any
FORMS = (
    ("", "/-/issues/new", ("issue[title]", "issue[description]")),
    ("gitee.com", "/issues/new", ("title", "description")),
    ("", "/issues/new", ("title", "body")),
)
