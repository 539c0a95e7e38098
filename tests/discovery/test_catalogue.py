"""The catalogue of the data keeps the rules of DCAT-AP 3.0.0 and tells what is there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS

from disclosure.catalog import downloads
from tests.discovery import dcat_rules
from tests.discovery.conftest import ADDRESS, DAY, made
from tests.discovery.dcat_rules import SPDX, VCARD
from tests.projects import Sandbox

# rdflib 7.6.0 reads JSON-LD by a class of its own that it warns of
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

FILE = "data/catalog.jsonld"
# Where a copy of the site that knows no address happens to stand
ELSEWHERE = "https://copies.example/deep/"
EU = "http://publications.europa.eu/resource/authority/"


def graph(site: Path, base: str = ELSEWHERE) -> Graph:
    return Graph().parse(data=(site / FILE).read_text("utf-8"), format="json-ld", publicID=base + FILE)


def path_of(site: Path, iri: object) -> Path:
    """The file that an address of the catalogue leads to."""
    where = str(iri)
    root = next(one for one in (ADDRESS, ELSEWHERE) if where.startswith(one))
    return site / where.removeprefix(root).partition("#")[0]


def test_the_catalogue_keeps_every_rule(site: Path) -> None:
    found = graph(site)
    assert list(dcat_rules.broken(found)) == []
    there = {kind for kind in dcat_rules.RULES if (None, RDF.type, kind) in found}
    assert there == set(dcat_rules.RULES)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('"foaf:name"', '"foaf:nick"', ": 0"),
        ('"dcat:accessURL"', '"dcat:accessurl"', "accessURL: 0"),
        ('"dct:MediaType"', '"dct:Media"', "mediaType: rdflib"),
        ('"xsd:hexBinary"', '"xsd:string"', "checksumValue: rdflib"),
    ],
)
def test_a_broken_rule_is_found(placed: Path, was: str, now: str, said: str) -> None:
    text = (placed / FILE).read_text("utf-8")
    assert was in text
    found = Graph().parse(data=text.replace(was, now), format="json-ld")
    assert any(said in one for one in dcat_rules.broken(found))


def test_every_address_leads_to_a_file_of_the_site(site: Path) -> None:
    found = graph(site)
    led = [
        *found.objects(None, DCAT.downloadURL),
        *found.objects(None, DCAT.accessURL),
        *found.objects(None, DCAT.landingPage),
        *found.objects(None, FOAF.homepage),
    ]
    assert led
    assert [one for one in led if not path_of(site, one).is_file()] == []


def test_a_landing_page_has_the_place_that_is_named(site: Path) -> None:
    page = (site / "data.html").read_text("utf-8")
    named = [str(one).partition("#")[2] for one in graph(site).objects(None, DCAT.landingPage)]
    assert [one for one in named if f'id="{one}"' not in page] == []


def test_sizes_and_checksums_are_those_of_the_files(site: Path) -> None:
    found = graph(site)
    told, real = {}, {}
    for one in found.subjects(RDF.type, DCAT.Distribution):
        # What is made of the data comes after the catalogue
        if downloads.is_download(path_of(site, found.value(one, DCAT.downloadURL)).relative_to(site).as_posix()):
            continue
        data = path_of(site, found.value(one, DCAT.downloadURL)).read_bytes()
        real[one] = (len(data), hashlib.sha256(data).hexdigest())
        checksum = found.value(one, SPDX.checksum)
        # As it is written: rdflib takes hexBinary for bytes
        told[one] = (int(str(found.value(one, DCAT.byteSize))), str(found.value(checksum, SPDX.checksumValue)))
    assert told == real


def test_ids_are_addresses_of_the_site_where_it_knows_its_own(placed: Path, unplaced: Path) -> None:
    kinds = (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution)
    ids = [str(one) for kind in kinds for one in graph(placed).subjects(RDF.type, kind)]
    assert len(ids) == len(set(ids)) > 30
    assert all(one.startswith(f"{ADDRESS}{FILE}#") for one in ids)
    moved = {str(one) for kind in kinds for one in graph(unplaced).subjects(RDF.type, kind)}
    assert moved == {one.replace(ADDRESS, ELSEWHERE) for one in ids}


def test_without_an_address_nothing_in_the_file_names_a_place(unplaced: Path) -> None:
    told = json.loads((unplaced / FILE).read_text("utf-8"))
    one = told["dcat:dataset"][0]["dcat:distribution"][0]["dcat:downloadURL"]["@id"]
    assert not urlsplit(one).scheme
    assert urljoin(ELSEWHERE + FILE, one).startswith(ELSEWHERE)


def test_every_text_has_the_sites_language(placed: Path) -> None:
    found = graph(placed)
    of = (DCTERMS.title, DCTERMS.description, DCAT.keyword, FOAF.name, SKOS.prefLabel, VCARD.fn)
    tags = {one.language for path in of for one in found.objects(None, path) if isinstance(one, Literal)}
    assert tags == {"zh-CN"}
    assert set(found.objects(None, DCTERMS.language)) == {URIRef(f"{EU}language/ZHO")}


def test_days_are_those_of_publication_and_of_git(placed: Path) -> None:
    found = graph(placed)
    days = {
        str(found.value(one, DCTERMS.identifier)): (
            str(found.value(one, DCTERMS.issued)),
            str(found.value(one, DCTERMS.modified)),
        )
        for one in found.subjects(RDF.type, DCAT.Dataset)
    }
    assert days["report-2024"] == ("2024-01-20", "2025-03-20")
    assert days["commitments"] == ("2024-01-20", "2026-03-12")


def test_without_git_no_day_of_change_is_made_up(create: Callable[..., Sandbox]) -> None:
    project = create("shiguang")
    project.build(DAY)
    found = graph(project.site)
    assert not list(found.objects(None, DCTERMS.modified))
    assert list(found.objects(None, DCTERMS.issued))


def test_a_licence_is_told_only_where_one_is_declared(create: Callable[..., Sandbox]) -> None:
    project = create("two-reports")
    declared = "https://creativecommons.org/licenses/by/4.0/"
    project.build()
    types = set(graph(project.site).objects(None, DCTERMS.type))
    prefix = "http://purl.org/adms/licencetype/"
    # What a report says is nobody's by law
    assert types == {URIRef(f"{prefix}UnknownIPR"), URIRef(f"{prefix}PublicDomain")}
    site = project.content / "site.yml"
    site.write_text(f"{site.read_text('utf-8')}\nlicence: {declared}\n", "utf-8")
    pages = project.build()
    assert set(graph(project.site).objects(None, DCTERMS.license)) == {URIRef(declared)}
    assert f'href="{declared}"'.encode() in pages["data.html"]


def test_the_same_content_gives_the_same_bytes(placed: Path, tmp_path: Path) -> None:
    again = made(tmp_path / "project", address=True)
    assert (again.site / FILE).read_bytes() == (placed / FILE).read_bytes()
