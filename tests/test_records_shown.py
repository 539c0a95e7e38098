"""What a record holds is on a page, and no page denies it: every kind of record, every field that is text.

Kinds and fields are those of the model, pages those of a whole built example; neither is listed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, Literal, get_origin

import pytest
import yaml
from msgspec import Struct
from msgspec.structs import fields

from disclosure.build import build
from disclosure.build.options import BuildOptions
from disclosure.cache.snapshot import look
from disclosure.catalog.catalog import Catalog
from disclosure.model.alias import AliasRecord
from disclosure.model.district import DistrictRecord
from disclosure.model.evidence import WEB
from disclosure.model.federation import FederatedSiteRecord
from disclosure.model.fields import Record, records_in
from disclosure.model.measure import MeasureRecord
from disclosure.model.personal import PersonalRecord
from disclosure.model.query import QueryRecord
from disclosure.model.report import ReportMeta
from disclosure.pages import comparison_kinds, district_kinds, registry
from disclosure.project import find
from disclosure.source import register
from tests.filled import DAY, FILES, filled
from tests.grown import grow
from tests.prepared import prepare
from tests.projects import Sandbox, date_of, files_of

# Fields whose words are on no page, by the reason
ELSEWHERE = {
    ("DocumentRecord", "because"): "of a document that is there now nobody asks when it was due",
    ("DocumentRecord", "expected"): "likewise",
    ("CorrectsRecord", "field"): "is shown by its label",
    ("QuestionRecord", "wordings"): "what the search knows the question by",
    ("DocumentRecord", "office"): "to whom one writes for a document that is not there",
    ("CommitmentRecord", "results"): "a target's baseline says the same",
    ("Site", "language"): "the language of the pages is no word on them",
    ("WordRecord", "label"): "the example does not use every word",
    ("WordRecord", "description"): "a page explains the words that it uses",
}
# Denials that hold whatever is on file: by the reason, what the sentence is like
ALWAYS = {
    "of the page itself, or of what the script finds": "没有找到这个页面|没有脚本|没有直接提到|有没有改动过",
    "of none, or of what there would be": r"(?<!\d)0[条件]|没有同意的也|有公开信息的写明出处，没有的写明没有",
    "what a column counts, or the build refuses": "^没有收录$|标明“完整”的小节里",
    "how a count is read": "条计作没有兑现|不说明完成没有|^过了没有$",
    "of what was aimed at and did not come": "个没有达成|^没有达成的：|^原目标没有达成、",
    "of numbers that stand in the table beside": "个没有画，见表$",
    "of the archive's lines that are not the report, each of which stands there": "^没有收入[0-9]+行（",
}
DENIAL = re.compile("没有|没能|尚未|还没|暂无|不详|不知|无公开|未收录|未公开|—$")
REPORT = "reports/2024/report.md"
# What lists of other records hold: ids, or report and id
NAME = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
TAG = re.compile(r"<(?:script|style|template)\b.*?</(?:script|style|template)>|<[^>]+>", re.S)
BLANKS = re.compile(r"\s+")


def plain(html: str) -> str:
    """What a page says, without tags and blanks."""
    return BLANKS.sub("", unescape(TAG.sub("", html)))


class Held(Struct, frozen=True):
    """A text that a field of a record holds."""

    kind: str
    field: str
    value: str


def held(record: Struct) -> Iterator[Held]:
    """All texts of a record and of the records in it; words of vocabularies, ids and names of records are none."""
    for one in fields(record):
        value, said = getattr(record, one.name), type(record).declared[one.name]
        # Words of a vocabulary are shown by their labels, names of other records by their titles
        if said.words or said.limits.get("pattern", WEB) != WEB or get_origin(said.type) is Literal:
            continue
        for each in value if isinstance(value, list | tuple) else (value,):
            if isinstance(each, Record):
                yield from held(each)
            elif isinstance(each, str) and each and not NAME.fullmatch(each):
                yield Held(type(record).__name__, one.name, each)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """The example with its history, of which pages tell."""
    root = tmp_path_factory.mktemp("shown")
    for _commit in grow(root):
        pass
    return Sandbox(root)


@pytest.fixture(scope="module")
def site(project: Sandbox) -> dict[str, str]:
    """What each page says, by its address; addresses in it stand in its tags."""
    built = project.build(date_of("shiguang"))
    return {
        name: plain(data.decode()) + BLANKS.sub("", unescape(data.decode()))
        for name, data in built.items()
        if name.endswith(".html")
    }


@pytest.fixture(scope="module")
def records(project: Sandbox) -> tuple[Struct, ...]:
    """Every record of the project as read."""
    options = BuildOptions(progress=lambda _stage, _done, _total: None)
    catalogs, _problems = build.catalogs(look(find(project.root), date.fromisoformat(date_of("shiguang"))), options)
    assert catalogs is not None
    whole, _found = prepare(find(project.root), date.fromisoformat(date_of("shiguang")))
    assert whole is not None
    return tuple(record for catalog in (*catalogs, whole.catalog) for record in _of(catalog))


def _of(catalog: Catalog) -> Iterator[Struct]:
    for each in (getattr(catalog.raw, one.name) for one in fields(catalog.raw)):
        yield from (located.value for located in each)
    articles = (*catalog.updates, *catalog.corrections, *catalog.requests, *catalog.narratives, *catalog.reports)
    yield from (catalog.site, *(one.meta for one in articles))


def test_every_text_of_a_record_is_on_a_page(site: dict[str, str], records: tuple[Struct, ...]) -> None:
    """Ids and names of other records lead to their titles; all else stands there as it was typed."""
    whole = "".join(site.values())
    lost = {
        one
        for record in records
        for one in held(record)
        if (one.kind, one.field) not in ELSEWHERE and BLANKS.sub("", one.value) not in whole
    }
    assert lost == set()


def test_every_kind_of_record_that_has_a_file_is_tried(records: tuple[Struct, ...]) -> None:
    kinds = {type(record) for record in records}
    # For the search and for the checks alone; the example has none
    alone = {AliasRecord, PersonalRecord, QueryRecord}
    # ... and one district is compared with none, nor searched together with others
    several = {DistrictRecord, MeasureRecord, FederatedSiteRecord}
    assert {kind.model for kind in register.KINDS} - kinds == {*alone, *several}


def test_every_kind_of_page_is_tried(site: dict[str, str], full: Sandbox) -> None:
    """But what stands at an old address, how a list goes on that is longer than any here, cards for other sites,
    what sites of several districts have, and what no reader sees."""
    built = "".join((*site.values(), *(path.read_text("utf-8") for path in full.site.rglob("*.html"))))
    several = {one.id for one in (*comparison_kinds.KINDS, *district_kinds.KINDS)}
    several |= {"district-sitemap", "terms", "federation"}
    assert {one.id for one in registry.KINDS if f'd-page--{one.id}"' not in built} - several == {
        "desk",
        "embed",
        "embed-gone",
        "moved",
    }


def sentences(html: str) -> Iterator[str]:
    parts = (BLANKS.sub("", part) for part in re.split("[|。；]", unescape(TAG.sub("|", html))))
    return (part for part in parts if part)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    made = filled(tmp_path_factory.mktemp("filled") / "project")
    assert made.run("build", date=DAY).code == 0
    return made


def test_no_page_denies_what_is_filled_to_the_last_field(full: Sandbox) -> None:
    files = files_of(full.site).items()
    # What columns mean is said of all rows there may be, in data/
    pages = {name: data.decode() for name, data in files if name.endswith(".html") and not name.startswith("data")}
    denied = {(name, one) for name, html in pages.items() for one in sentences(html) if DENIAL.search(one)}
    always = re.compile("|".join(ALWAYS.values()))
    assert {(name, one) for name, one in denied if not always.search(one)} == set()


# Every file of the filled project, with what its records are read by
READ_BY: dict[str, type[Record]] = {
    name: kind.model for name in FILES for kind in register.KINDS if kind.path.fullmatch(name)
}


def without(text: str, n: int, key: str) -> str:
    """A file without a key of its n-th record."""
    found = yaml.load(text, yaml.BaseLoader)
    (found[n] if isinstance(found, list) else found).pop(key)
    return str(yaml.safe_dump(found, allow_unicode=True, sort_keys=False))


def variants(name: str) -> Iterator[tuple[int, str]]:
    """The keys that the records of a file could do without."""
    found = yaml.load(FILES[name], yaml.BaseLoader)
    for n, record in enumerate(found if isinstance(found, list) else [found]):
        yield from ((n, key) for key in record if not READ_BY[name].declared[key].needed)


def pages_of(project: Sandbox) -> str:
    """All pages as planned; nothing where the check refuses."""
    prepared, problems = prepare(find(project.root), date.fromisoformat(DAY))
    refused = prepared is None or any(not one.notice for one in problems)
    return "" if refused or prepared is None else repr(sorted(repr(one) for one in prepared.pages))


@pytest.mark.parametrize("name", sorted(READ_BY))
def test_what_is_taken_out_of_a_record_is_missed_on_some_page(tmp_path: Path, name: str) -> None:
    """The mirror image: whatever field goes, the check asks for it or some page is another."""
    project = filled(tmp_path / "project")
    before, path = pages_of(project), project.content / name
    assert before
    for n, key in variants(name):
        path.write_text(without(FILES[name], n, key), "utf-8")
        assert (READ_BY[name].__name__, key) in ELSEWHERE or pages_of(project) != before, key


def optional(model: type[Record], written: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """The keys that a head could do without, those in its own records too, each by its path."""
    for key, value in written.items():
        if not model.declared[key].needed:
            yield (key,)
        for inner in records_in(model.declared[key].type) if isinstance(value, dict) else ():
            yield from ((key, *more) for more in optional(inner, value))


def test_what_is_taken_out_of_a_report_s_head_is_missed_on_some_page(tmp_path: Path) -> None:
    """How its archive is read, too: without that the check refuses it."""
    project = filled(tmp_path / "project")
    before, path = pages_of(project), project.content / REPORT
    _empty, head, body = path.read_text("utf-8").split("---\n", 2)
    paths = list(optional(ReportMeta, yaml.load(head, yaml.BaseLoader)))
    assert before
    assert {("source", one) for one in ("original", "notes", "left_out", "joined")} < set(paths)
    for *outer, key in paths:
        written = inner = yaml.load(head, yaml.BaseLoader)
        for step in outer:
            inner = inner[step]
        del inner[key]
        path.write_text(f"---\n{yaml.safe_dump(written, allow_unicode=True)}---\n{body}", "utf-8")
        assert pages_of(project) != before, (*outer, key)
