"""The catalogue of the data for harvesters (``catalog.jsonld``): DCAT-AP 3.0.0 as JSON-LD.

What the profile asks to be a resource is written as one, with its class beside it: who reads this file need read no
other. Addresses are whole where the site knows its own, else they are relative to the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from disclosure.catalog import address, data_folder, downloads
from disclosure.catalog.data_folder import DataFolder
from disclosure.catalog.dataset import Dataset
from disclosure.catalog.districts import District
from disclosure.exports import formats
from disclosure.exports.described import Described, FileSum, ReportFacts
from disclosure.exports.formats import DataFormat
from disclosure.model.site import BLANK, Site, is_mail, mailto
from disclosure.translation import gettext as _

Resource = dict[str, Any]

EU = "http://publications.europa.eu/resource/authority/"
LICENCE_TYPES = "http://purl.org/adms/licencetype/"
# What the EU calls the languages that a site may have
LANGUAGES = {"zh-CN": f"{EU}language/ZHO"}
# How often a site looks for news at least, in days, and what the EU calls that
CYCLES = (
    (1, "DAILY"),
    (7, "WEEKLY"),
    (14, "BIWEEKLY"),
    (31, "MONTHLY"),
    (62, "BIMONTHLY"),
    (92, "QUARTERLY"),
    (183, "ANNUAL_2"),
    (366, "ANNUAL"),
)
TEXTS = ("dct:title", "dct:description", "dcat:keyword", "foaf:name", "rdfs:label", "skos:prefLabel", "vcard:fn")
PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(described: Described) -> Resource:
    """``catalog.jsonld``."""
    site = described.site
    tagged = {name: {"@id": name, "@language": site.language} for name in TEXTS}
    return {
        "@context": {**PREFIXES, **tagged},
        "@id": described.part("catalog"),
        "@type": "dcat:Catalog",
        "dct:title": site.title,
        "dct:description": site.tagline,
        **_language(site),
        "dct:publisher": _publisher(described),
        **_contact(described),
        "dct:license": _licence(described),
        **_dates(_first(described), _newest(described)),
        "foaf:homepage": _thing(described.address(address.HOME), "foaf:Document"),
        "dcat:themeTaxonomy": _thing(f"{EU}data-theme", "skos:ConceptScheme") | {"dct:title": _("数据主题")},
        **_spatial(described.reports.values()),
        "dcat:dataset": [*(_dataset(described, one, key) for one, key in described.sets), *_whole(described)],
        **_catalogues(described),
    }


def _catalogues(described: Described) -> Resource:
    """Those of the districts: each is complete by itself."""
    found = [_of_district(described, one) for one in described.districts]
    return {"dcat:catalog": found} if found else {}


def _of_district(described: Described, one: District) -> Resource:
    folder = data_folder.of_district(one)
    return _thing(described.address(f"{folder.catalogue}#catalog"), "dcat:Catalog") | {
        "dct:title": f"{described.site.title}：{one.name}",
        "dct:description": described.site.tagline,
        "dct:publisher": _same(_publisher(described)),
        "dct:spatial": [{"@type": "dct:Location", "rdfs:label": f"{one.region}{one.name}"}],
        "foaf:homepage": _thing(described.address(folder.page), "foaf:Document"),
        "rdfs:seeAlso": _thing(described.address(folder.catalogue), "foaf:Document"),
    }


def _thing(iri: str, kind: str) -> Resource:
    return {"@id": iri, "@type": kind}


def _same(one: Resource) -> Resource:
    """What is described where it was first named."""
    return {"@id": one["@id"]}


def _typed(value: str, type: str) -> Resource:
    return {"@type": f"xsd:{type}", "@value": value}


def _language(site: Site) -> Resource:
    known = LANGUAGES.get(site.language)
    return {"dct:language": _thing(known, "dct:LinguisticSystem")} if known else {}


def _publisher(described: Described) -> Resource:
    """Who answers for the content, else the site itself."""
    name = described.site.footer.sponsor or described.site.title
    return _thing(described.part("publisher"), "foaf:Agent") | {"foaf:name": name}


def _licence(described: Described, key: str = "") -> Resource:
    """What the site declares. Without that, a report's words are free by law unless they are made up, and of all else
    nothing is said."""
    if described.site.licence:
        return _thing(described.site.licence, "dct:LicenseDocument")
    if key and not described.site.sample:
        return _licence_type(described.part("official"), official(), "PublicDomain", _("公有领域"))
    return _licence_type(described.part("licence"), undeclared(), "UnknownIPR", _("权利状况未声明"))


def official() -> str:
    """On what terms a report is to be had."""
    return _("政府工作报告属于公文，不受著作权法保护（《中华人民共和国著作权法》第五条）")


def undeclared() -> str:
    """What is said of the site's own work where it declares no licence."""
    return _("本站没有声明许可协议")


def _licence_type(iri: str, said: str, type: str, label: str) -> Resource:
    concept = _thing(f"{LICENCE_TYPES}{type}", "skos:Concept") | {"skos:prefLabel": label}
    return _thing(iri, "dct:LicenseDocument") | {"dct:title": said, "dct:type": concept}


def _dates(issued: str, modified: str) -> Resource:
    given = (("dct:issued", issued), ("dct:modified", modified))
    return {name: _typed(day, "date") for name, day in given if day}


def _first(described: Described) -> str:
    """The day on which the first report was published here."""
    return min((one.published for one in described.reports.values()), default="")


def _newest(described: Described) -> str:
    """The day of the newest change of the content; empty where git does not tell."""
    newest = max(described.catalog.changed.values(), default=None)
    return newest.date().isoformat() if newest else ""


def _whole(described: Described) -> Iterator[Resource]:
    """The files that hold all sets; they are made after the catalogue, which knows no sums of them."""
    files = [f"{described.folder.address}{one.name}" for one in downloads.available()]
    if files:
        of_site = described.folder == data_folder.SITE and described.catalog.districts
        title = data_folder.titled(_(downloads.WHOLE.title), alone=not of_site)
        yield _dataset(described, downloads.WHOLE, "", files) | {"dct:title": title}


def _dataset(described: Described, one: Dataset, key: str, files: Iterable[str] = ()) -> Resource:
    """``files`` where they are not the set's own."""
    name, site, report = file_name(one.name, key), described.site, described.reports.get(key)
    page = described.address(f"{described.folder.page}#{name}")
    return {
        "@id": described.part(name),
        "@type": "dcat:Dataset",
        "dct:identifier": name,
        "dct:title": _("{title}全文").format(title=report.title) if report else _(one.title),
        "dct:description": _(one.about),
        **({"dcat:keyword": site.keywords} if site.keywords else {}),
        **_language(site),
        "dct:publisher": _same(_publisher(described)),
        **{name: _same(one) for name, one in _contact(described).items()},
        "dct:license": _licence(described, key),
        **_changed(described, one, report),
        "dct:accrualPeriodicity": _thing(f"{EU}frequency/{_cycle(site.cycle_days)}", "dct:Frequency"),
        "dcat:theme": _thing(f"{EU}data-theme/GOVE", "skos:Concept") | {"skos:prefLabel": _("政府和公共部门")},
        **_spatial([report] if report else described.reports.values()),
        **(_temporal(report.year) if report else {}),
        "dcat:landingPage": _thing(page, "foaf:Document"),
        "dcat:distribution": [
            _distribution(described, where, key) for where in files or _files(described.folder, one, key)
        ],
    }


def file_name(name: str, key: str) -> str:
    """What a set, or a table, is called; ``key`` where it holds one report alone."""
    return f"{name}-{key}" if key else name


def _files(folder: DataFolder, one: Dataset, key: str) -> Iterator[str]:
    yield folder.json(file_name(one.name, key))
    yield from (folder.csv(file_name(table.name, key)) for table in one.tables)


def _changed(described: Described, one: Dataset, report: ReportFacts | None) -> Resource:
    """A report's text, and what it explains itself, change with its file alone; outcomes with anything."""
    if one.name == "glossary":
        return _dates(_first(described), max((each.updated for each in described.reports.values()), default=""))
    return _dates(report.published, report.updated) if report else _dates(_first(described), _newest(described))


def _cycle(days: int) -> str:
    return next((name for most, name in CYCLES if days <= most), "IRREG")


def _contact(described: Described) -> Resource:
    """Where errors are reported, if the site names a place for it."""
    given, name = described.site.footer.corrections, described.site.footer.sponsor or described.site.title
    if not given:
        return {}
    way = {"vcard:hasEmail": mailto(given)} if is_mail(given) else {"vcard:hasURL": BLANK.sub("", given)}
    told = {relation: {"@id": where} for relation, where in way.items()}
    return {"dcat:contactPoint": _thing(described.part("contact"), "vcard:Kind") | {"vcard:fn": name} | told}


def _spatial(reports: Iterable[ReportFacts]) -> Resource:
    places = dict.fromkeys(one.place for one in reports)
    return {"dct:spatial": [{"@type": "dct:Location", "rdfs:label": place} for place in places]} if places else {}


def _temporal(year: int) -> Resource:
    """A report looks back on the year before its own, and plans this one."""
    days = {"dcat:startDate": _typed(f"{year - 1}-01-01", "date"), "dcat:endDate": _typed(f"{year}-12-31", "date")}
    return {"dct:temporal": {"@type": "dct:PeriodOfTime"} | days}


def _distribution(described: Described, where: str, key: str) -> Resource:
    name, url = where.rpartition("/")[2], _thing(described.address(where), "rdfs:Resource")
    form, report = formats.of_file(where), described.reports.get(key)
    known = report.files if report else described.files
    return {
        "@id": described.part(name),
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:accessURL": url,
        "dcat:downloadURL": url,
        **_form(form),
        "dct:license": _same(_licence(described, key)),
        **(_sum(known[where]) if where in known else {}),
    }


def _form(form: DataFormat) -> Resource:
    media, file = form.media_type_iri, form.file_type_iri
    said = {"dcat:mediaType": _thing(media, "dct:MediaType")} if media else {}
    return said | ({"dct:format": _thing(file, "dct:MediaTypeOrExtent")} if file else {})


def _sum(one: FileSum) -> Resource:
    algorithm = _thing("spdx:checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm")
    value = _typed(one.sha256, "hexBinary")
    return {
        "dcat:byteSize": _typed(str(one.size), "nonNegativeInteger"),
        "spdx:checksum": {"@type": "spdx:Checksum", "spdx:algorithm": algorithm, "spdx:checksumValue": value},
    }
