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
class Rule:
    """``of``: the class that a value has, ``TEXT`` for any literal, a datatype for one of that."""

    path: URIRef
    of: URIRef
    least: int = 0
    most: int = MANY


COMMON = (
    Rule(DCTERMS.title, TEXT, 1),
    Rule(DCTERMS.description, TEXT, 1),
    Rule(DCTERMS.issued, XSD.date, most=1),
    Rule(DCTERMS.modified, XSD.date, most=1),
    Rule(DCTERMS.language, DCTERMS.LinguisticSystem),
    Rule(DCTERMS.spatial, DCTERMS.Location),
    Rule(DCTERMS.temporal, DCTERMS.PeriodOfTime),
)
RULES: dict[URIRef, tuple[Rule, ...]] = {
    DCAT.Catalog: (
        *COMMON,
        Rule(DCTERMS.publisher, FOAF.Agent, 1, 1),
        Rule(DCTERMS.license, DCTERMS.LicenseDocument, most=1),
        Rule(FOAF.homepage, FOAF.Document, most=1),
        Rule(DCAT.themeTaxonomy, SKOS.ConceptScheme),
        Rule(DCAT.dataset, DCAT.Dataset, 1),
    ),
    DCAT.Dataset: (
        *COMMON,
        Rule(DCTERMS.publisher, FOAF.Agent, most=1),
        Rule(DCTERMS.identifier, TEXT),
        Rule(DCTERMS.accrualPeriodicity, DCTERMS.Frequency, most=1),
        Rule(DCAT.contactPoint, VCARD.Kind),
        Rule(DCAT.distribution, DCAT.Distribution),
        Rule(DCAT.keyword, TEXT),
        Rule(DCAT.landingPage, FOAF.Document),
        Rule(DCAT.theme, SKOS.Concept),
    ),
    DCAT.Distribution: (
        Rule(DCAT.accessURL, RDFS.Resource, 1),
        Rule(DCAT.downloadURL, RDFS.Resource),
        Rule(DCAT.mediaType, DCTERMS.MediaType, most=1),
        Rule(DCTERMS.format, DCTERMS.MediaTypeOrExtent, most=1),
        Rule(DCTERMS.license, DCTERMS.LicenseDocument, most=1),
        Rule(DCTERMS.title, TEXT),
        Rule(DCAT.byteSize, XSD.nonNegativeInteger, most=1),
        Rule(SPDX.checksum, SPDX.Checksum, most=1),
    ),
    FOAF.Agent: (Rule(FOAF.name, TEXT, 1),),
    DCTERMS.LicenseDocument: (Rule(DCTERMS.type, SKOS.Concept),),
    DCTERMS.PeriodOfTime: (
        Rule(DCAT.startDate, XSD.date, most=1),
        Rule(DCAT.endDate, XSD.date, most=1),
    ),
    SKOS.Concept: (Rule(SKOS.prefLabel, TEXT, 1),),
    SKOS.ConceptScheme: (Rule(DCTERMS.title, TEXT, 1),),
    SPDX.Checksum: (
        Rule(SPDX.algorithm, SPDX.ChecksumAlgorithm, 1, 1),
        Rule(SPDX.checksumValue, XSD.hexBinary, 1, 1),
    ),
}


def broken(graph: Graph) -> Iterator[str]:
    """Each rule that does not hold, with the thing that breaks it."""
    for kind, rules in RULES.items():
        for thing in graph.subjects(RDF.type, kind):
            for rule in rules:
                yield from _broken(graph, thing, rule)


def _broken(graph: Graph, thing: Node, rule: Rule) -> Iterator[str]:
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
