"""What pages say in the words of schema.org, as extruct finds it and a processor of JSON-LD understands it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import extruct
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from disclosure.discovery import structured
from disclosure.pages.chrome import SiteView
from disclosure.pages.page import Link, Page
from disclosure.pages.service import SitemapView
from tests.discovery.conftest import ADDRESS
from tests.projects import Sandbox

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SCHEMA = Namespace("https://schema.org/")
# Where a copy of the site that knows no address happens to stand
ELSEWHERE = "https://copies.example/deep/"
# What the vocabulary's own context says of the words that we use; nothing is asked of the net here
CONTEXT = {
    "@vocab": str(SCHEMA),
    **{word: {"@type": "@id"} for word in ("contentUrl", "item", "license", "url")},
}
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
SITE = SiteView(
    title="站",
    tagline="一句话",
    language="zh-CN",
    address="",
    notice="声明",
    meta=(),
    footer=(),
    footer_links=(),
)


def found_in(text: str) -> list[dict[str, Any]]:
    """The things that a page tells of."""
    told = extruct.extract(text, syntaxes=["json-ld"])["json-ld"]
    return [one for block in told for one in block.get("@graph", [block])]


def pages_of(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text("utf-8")


def understood(text: str, where: str) -> Graph:
    """The page's block as RDF; addresses are led from the page."""
    graph = Graph()
    for block in BLOCK.findall(text):
        told = json.loads(block) | {"@context": CONTEXT}
        graph.parse(data=json.dumps(told), format="json-ld", publicID=where)
    return graph


def test_each_page_has_one_block_with_what_it_shows(site: Path) -> None:
    kinds: dict[str, set[str]] = {}
    for where, text in pages_of(site):
        told = found_in(text)
        assert len(BLOCK.findall(text)) == (1 if told else 0), where
        kind = re.search(r"d-page--([a-z-]+)", text)
        assert kind is not None
        kinds.setdefault(kind[1], set()).update(one["@type"] for one in told)
    trail = {"BreadcrumbList"}
    assert kinds.pop("home") == {"WebSite"}
    assert kinds.pop("data") == {"DataCatalog", *trail}
    assert kinds.pop("overview") == {"Report", *trail}
    assert kinds.pop("commitment") == {"Claim", "ClaimReview", *trail}
    assert {kind for kind, types in kinds.items() if types != trail} <= {"not-found"}


def test_the_trail_is_the_one_that_is_shown(site: Path) -> None:
    for where, text in pages_of(site):
        shown = re.search(r'<nav class="d-crumbs".*?</nav>', text, re.S)
        trails = [one for one in found_in(text) if one["@type"] == "BreadcrumbList"]
        assert bool(shown) == bool(trails), where
        if shown:
            labels = [
                unescape(re.sub("<[^>]*>", "", one)).strip() for one in re.findall(r"<li.*?</li>", shown[0], re.S)
            ]
            assert [one["name"] for one in trails[0]["itemListElement"]] == labels, where
            assert [one["position"] for one in trails[0]["itemListElement"]] == list(range(1, len(labels) + 1))
            assert ["item" in one for one in trails[0]["itemListElement"]] == [True] * (len(labels) - 1) + [False]


def test_every_address_leads_to_a_part_of_the_site(site: Path) -> None:
    root = ADDRESS if site.parents[1].name.startswith("shared-placed") else ELSEWHERE
    texts = dict(pages_of(site))
    for where, text in texts.items():
        graph = understood(text, root + where)
        words = (SCHEMA.url, SCHEMA.item, SCHEMA.contentUrl)
        for one in {str(each) for word in words for each in graph.objects(None, word)}:
            assert one.startswith(root), (where, one)
            file, _hash, fragment = one.removeprefix(root).partition("#")
            assert (site / file).is_file(), (where, one)
            assert not fragment or f'id="{fragment}"' in texts[file], (where, one)


def test_things_have_one_name_on_all_pages_and_in_the_catalogue(placed: Path) -> None:
    catalogue = json.loads((placed / "data/catalog.jsonld").read_text("utf-8"))
    (told,) = (one for one in found_in((placed / "data.html").read_text("utf-8")) if one["@type"] == "DataCatalog")
    assert told["@id"] == catalogue["@id"]
    assert {one["@id"]: one["name"] for one in told["dataset"]} == {
        one["@id"]: one["dct:title"] for one in catalogue["dcat:dataset"]
    }
    overview = understood((placed / "reports/2024/index.html").read_text("utf-8"), ADDRESS)
    page = understood((placed / "reports/2024/commitments/c001.html").read_text("utf-8"), ADDRESS)
    assert set(page.objects(None, SCHEMA.appearance)) == set(overview.subjects(RDF.type, SCHEMA.Report))


def test_the_home_page_says_how_to_search(placed: Path) -> None:
    (told,) = found_in((placed / "index.html").read_text("utf-8"))
    assert told["potentialAction"]["target"]["urlTemplate"] == f"{ADDRESS}search.html?q={{search_term_string}}"
    assert told["potentialAction"]["query-input"] == "required name=search_term_string"


def claims(site: Path) -> dict[str, list[dict[str, Any]]]:
    """What the page of each promise tells, by report and id."""
    pages = site.glob("reports/*/commitments/*.html")
    told = {f"{one.parents[1].name}/{one.stem}": found_in(one.read_text("utf-8")) for one in pages}
    return {name: each for name, each in told.items() if any(one["@type"] == "Claim" for one in each)}


def test_a_claim_says_what_was_promised_by_whom_when_and_where(placed: Path) -> None:
    promises = json.loads((placed / "data/commitments.json").read_text("utf-8"))
    told = claims(placed)
    assert told.keys() == {f"{one['report']}/{one['id']}" for one in promises}
    for promise in promises:
        (claim,) = (one for one in told[f"{promise['report']}/{promise['id']}"] if one["@type"] == "Claim")
        assert claim["text"] == promise["quote"]
        assert claim["author"]["@type"] == "Person"
        where = f"{ADDRESS}reports/{promise['report']}/text.html#{promise['passage']}"
        assert claim["appearance"]["url"].startswith(where)
        report = json.loads((placed / f"data/report-{promise['report']}.json").read_text("utf-8"))
        assert claim["datePublished"] == report["delivered"]


def test_only_what_values_decide_is_reviewed(placed: Path) -> None:
    """Neither an official conclusion, nor what a body says of itself, nor what is open or contradicted."""
    promises = {
        f"{one['report']}/{one['id']}": one for one in json.loads((placed / "data/commitments.json").read_text())
    }
    reviewed = {name for name, told in claims(placed).items() if any(one["@type"] == "ClaimReview" for one in told)}
    assert reviewed
    for name in reviewed:
        outcome = promises[name]["outcome"]["id"]
        assert outcome not in {"disputed", "claimed", "judge", "news", "not-due", "due-silent", "candidate"}, name
        results = {one["verdict"]["result"] for one in promises[name]["targets"] if one["verdict"]}
        assert results & {"met", "not-met"}, name
        assert not promises[name]["official_verdict"] or len(promises[name]["targets"]) > 1, name
    others = {promises[name]["outcome"]["id"] for name in promises.keys() - reviewed}
    assert {"disputed", "claimed", "judge"} <= others


def test_a_review_gives_its_word_and_its_working_and_no_mark(placed: Path) -> None:
    (review,) = (one for one in claims(placed)["2024/c011"] if one["@type"] == "ClaimReview")
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "力争目标未实现",
        "ratingExplanation": "目标≥2家，实际1家，50%，力争目标未实现（已计入统计）",
    }


def test_a_governments_own_site_reviews_nothing(create: Callable[..., Sandbox]) -> None:
    project = create("shiguang")
    site = project.content / "site.yml"
    site.write_text(f"{site.read_text('utf-8')}\nidentity:\n  site_id_code: '3601040001'\n", "utf-8")
    project.build("2026-03-20")
    told = claims(project.site)
    assert told
    assert not [name for name, each in told.items() if any(one["@type"] == "ClaimReview" for one in each)]


TEXTS = st.text() | st.sampled_from(["</script>", "<!--", "<script>", "]]>", "&lt;", "\u2028", '"}', "</SCRIPT "])


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_no_text_ends_the_block(labels: list[str]) -> None:
    crumbs = tuple(Link(label, "index.html", n == len(labels) - 1) for n, label in enumerate(labels))
    view = SitemapView((), (), Link("", ""))
    page = Page(kind="sitemap", address="a.html", title="", description="", view=view, crumbs=crumbs)
    block = structured.block(SITE, page)
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n")
    assert not set(inside) & set("<>&")
    assert [one["name"] for one in json.loads(inside)["itemListElement"]] == labels
