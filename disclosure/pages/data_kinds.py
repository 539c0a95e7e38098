"""The page kinds about the published data: rows of the registry."""

from __future__ import annotations

from disclosure.pages import data, data_examples, data_sets, makers
from disclosure.pages.document import SearchKind
from disclosure.pages.kind import PageKind, SitemapGroup
from disclosure.translation import mark as N_

KINDS: tuple[PageKind, ...] = (
    PageKind(
        id="data",
        view=data.DataView,
        of_site=makers.data_page,
        of_district=makers.district_data_page,
        sitemap=SitemapGroup.DATA,
        search=SearchKind(id="dataset", label=N_("数据"), rank=87, prior=0.2),
        documents=data.documents,
        cite=True,
    ),
    PageKind(
        id="dataset",
        view=data_sets.DatasetPageView,
        of_site=makers.data_sets_pages,
        sitemap=None,
        search=None,
        documents=data_sets.documents,
    ),
    PageKind(
        id="data-examples",
        view=data_examples.ExamplesView,
        of_site=makers.data_examples_page,
        sitemap=SitemapGroup.DATA,
        search=None,
        documents=data_examples.documents,
    ),
)
