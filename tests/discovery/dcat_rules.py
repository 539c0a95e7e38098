"""What DCAT-AP 3.0.0 asks of the classes that our catalogue has, stated by us: how many, and of what kind.

https://semiceu.github.io/DCAT-AP/releases/3.0.0/ says the same in words. A rule holds for every thing of its class.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
MANY = 10**9
TEXT = RDFS.Literal


@dataclass(frozen=True)
class ShapeRule:
    """``of``: the class that a value has, ``TEXT`` for any literal, a datatype for one of that."""

    path: URIRef
    of: URIRef
    least: int = 0
    most: int = MANY


COMMON = (
    ShapeRule(DCTERMS.title, TEXT, 1),
    ShapeRule(DCTERMS.description, TEXT, 1),
    ShapeRule(DCTERMS.issued, XSD.date, most=1),
    ShapeRule(DCTERMS.modified, XSD.date, most=1),
    ShapeRule(DCTERMS.language, DCTERMS.LinguisticSystem),
    ShapeRule(DCTERMS.spatial, DCTERMS.Location),
    ShapeRule(DCTERMS.temporal, DCTERMS.PeriodOfTime),
)
RULES: dict[URIRef, tuple[ShapeRule, ...]] = {
    DCAT.Catalog: (
        *COMMON,
        ShapeRule(DCTERMS.publisher, FOAF.Agent, 1, 1),
        ShapeRule(DCTERMS.license, DCTERMS.LicenseDocument, most=1),
        ShapeRule(FOAF.homepage, FOAF.Document, most=1),
        ShapeRule(DCAT.themeTaxonomy, SKOS.ConceptScheme),
        ShapeRule(DCAT.dataset, DCAT.Dataset, 1),
    ),
    DCAT.Dataset: (
        *COMMON,
        ShapeRule(DCTERMS.publisher, FOAF.Agent, most=1),
        ShapeRule(DCTERMS.identifier, TEXT),
        ShapeRule(DCTERMS.accrualPeriodicity, DCTERMS.Frequency, most=1),
        ShapeRule(DCAT.contactPoint, VCARD.Kind),
        ShapeRule(DCAT.distribution, DCAT.Distribution),
        ShapeRule(DCAT.keyword, TEXT),
        ShapeRule(DCAT.landingPage, FOAF.Document),
        ShapeRule(DCAT.theme, SKOS.Concept),
    ),
    DCAT.Distribution: (
        ShapeRule(DCAT.accessURL, RDFS.Resource, 1),
        ShapeRule(DCAT.downloadURL, RDFS.Resource),
        ShapeRule(DCAT.mediaType, DCTERMS.MediaType, most=1),
        ShapeRule(DCTERMS.format, DCTERMS.MediaTypeOrExtent, most=1),
        ShapeRule(DCTERMS.license, DCTERMS.LicenseDocument, most=1),
        ShapeRule(DCTERMS.title, TEXT),
        ShapeRule(DCAT.byteSize, XSD.nonNegativeInteger, most=1),
        ShapeRule(SPDX.checksum, SPDX.Checksum, most=1),
    ),
    FOAF.Agent: (ShapeRule(FOAF.name, TEXT, 1),),
    DCTERMS.LicenseDocument: (ShapeRule(DCTERMS.type, SKOS.Concept),),
    DCTERMS.PeriodOfTime: (
        ShapeRule(DCAT.startDate, XSD.date, most=1),
        ShapeRule(DCAT.endDate, XSD.date, most=1),
    ),
    SKOS.Concept: (ShapeRule(SKOS.prefLabel, TEXT, 1),),
    SKOS.ConceptScheme: (ShapeRule(DCTERMS.title, TEXT, 1),),
    SPDX.Checksum: (
        ShapeRule(SPDX.algorithm, SPDX.ChecksumAlgorithm, 1, 1),
        ShapeRule(SPDX.checksumValue, XSD.hexBinary, 1, 1),
    ),
}


def broken(graph: Graph) -> Iterator[str]:
    """Each rule that does not hold, with the thing that breaks it."""
    for kind, rules in RULES.items():
        for thing in graph.subjects(RDF.type, kind):
            for rule in rules:
                yield from _broken(graph, thing, rule)


def _broken(graph: Graph, thing: Node, rule: ShapeRule) -> Iterator[str]:
    values = list(graph.objects(thing, rule.path))
    said = f"{thing} {rule.path.split('/')[-1]}"
    if not rule.least <= len(values) <= rule.most:
        yield f"{said}: {len(values)}"
    yield from (f"{said}: {value!r}" for value in values if not _is_of(graph, value, rule.of))


def _is_of(graph: Graph, value: Node, of: URIRef) -> bool:
    if of == TEXT:
        return isinstance(value, Literal)
    if of in (XSD.date, XSD.hexBinary, XSD.nonNegativeInteger):
        return isinstance(value, Literal) and value.datatype == of and value.ill_typed is False
    return not isinstance(value, Literal) and (value, RDF.type, of) in graph
