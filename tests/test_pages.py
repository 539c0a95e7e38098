"""What the pages show: the text in pieces, terms in their sentences, citations, navigation."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from msgspec.structs import replace

from disclosure import project as projects
from disclosure.pages import citation, commitments, once, results
from disclosure.pages.annotation import Piece
from disclosure.pages.glossary import GlossaryView
from disclosure.pages.overview import OverviewView
from disclosure.pages.page import Link
from disclosure.pages.text import TextView
from disclosure.search import data_file
from disclosure.source import archive
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox

TAG = re.compile(r"<[^>]*>")


@pytest.fixture
def prepared(project: Sandbox) -> Prepared:
    return planned(project)


def planned(project: Sandbox) -> Prepared:
    found, problems = prepare(projects.find(project.root), date(2024, 3, 1))
    assert problems == ()
    assert found is not None
    return found


def view(prepared: Prepared, address: str) -> object:
    page = prepared.page(address)
    assert page is not None
    return page.view


def test_a_paragraph_is_cut_into_its_head_its_sentences_and_the_pieces_before_marks(prepared: Prepared) -> None:
    text = view(prepared, "reports/2024/text.html")
    assert isinstance(text, TextView)
    paragraph = text.sections[1].paragraphs[0]
    assert [(one.id, one.is_head, one.pieces) for one in paragraph.sentences] == [
        ("", True, (Piece(text="做强样品工业。"),)),
        ("p1-02.1", False, (Piece(text="新建样品车间3个，产值增长5.2%。"),)),
        ("p1-02.2", False, (Piece(text="“一刻钟”服务圈", mark=1), Piece(text="覆盖12个社区！"))),
        ("p1-02.3", False, (Piece(text="新增 1.5*2米公示栏40块", mark=2), Piece(text="。"))),
    ]
    assert [(one.number, one.address) for one in paragraph.notes] == [
        (1, "glossary.html#n01"),
        (2, "glossary.html#n02"),
    ]


def test_sections_know_their_neighbours(prepared: Prepared) -> None:
    text = view(prepared, "reports/2024/text.html")
    assert isinstance(text, TextView)
    neighbours = [(one.previous and one.previous.label, one.next and one.next.label) for one in text.sections]
    assert neighbours[0] == (None, "（1） 稳住样品生产，经济回升向好")
    assert neighbours[-1] == ("（一）建设样品园区", None)


def test_the_glossary_shows_the_word_in_its_sentence(prepared: Prepared) -> None:
    """A word that does not stand right before the mark is not guessed (公示栏)."""
    glossary = view(prepared, "glossary.html")
    assert isinstance(glossary, GlossaryView)
    ((_title, terms),) = glossary.reports
    assert [(one.anchor, one.term, one.before, one.word, one.after, one.sentence.address) for one in terms] == [
        (
            "n00",
            "样品强区",
            "过去一年，全区围绕",
            "“样品强区”",
            "目标，完成了各项任务。",
            "reports/2024/text.html#p1-01.1",
        ),
        ("n01", "“一刻钟”服务圈", "", "“一刻钟”服务圈", "覆盖12个社区！", "reports/2024/text.html#p1-02.2"),
        ("n02", "公示栏", "新增 1.5*2米公示栏40块", "", "。", "reports/2024/text.html#p1-02.3"),
    ]


def test_a_citation_names_office_title_session_and_day(prepared: Prepared) -> None:
    assert citation.report(prepared.catalog.reports[0]) == (
        "示例区人民政府. 政府工作报告：2024年1月10日在示例区第三届人民代表大会第四次会议上[R/OL]. (2024-01-10)"
    )


def test_a_value_that_is_not_known_prints_a_dash(prepared: Prepared) -> None:
    overview = view(prepared, "reports/2024/index.html")
    assert isinstance(overview, OverviewView)
    header = dict(overview.header)
    assert (header["索引号"], header["主题分类"], header["成文日期"]) == ("sample01/2024-00001", "—", "2024-01-10")


def test_reports_stand_newest_first_and_notes_never_share_an_anchor(create) -> None:  # type: ignore[no-untyped-def]
    prepared = planned(create("two-reports"))
    assert [one.key for one in prepared.catalog.reports] == ["2024", "2023"]
    glossary = prepared.page("glossary.html")
    assert glossary is not None
    assert glossary.anchors == {"2023-n01", "2024-n01"}


def test_every_address_the_book_promises_is_published(project: Sandbox) -> None:
    prepared = planned(project)
    assert set(prepared.book.anchors) <= set(project.build())


def test_the_published_text_is_the_archived_text(project: Sandbox) -> None:
    """Note marks taken out, the paragraphs and headings of the page are the lines of the source."""
    site = project.build()
    html = re.sub(r"<sup.*?</sup>", "", site["reports/2024/text.html"].decode())
    shown = re.findall(r'<(?:h1|h2|h3|p)[^>]* id="(?!d-)[^"]*"[^>]*>(.*?)</(?:h1|h2|h3|p)>', html)
    lines = [unescape(TAG.sub("", one)) for one in shown]
    archived = archive.parse(site["reports/2024/source.txt"].decode())
    assert lines == [line.text for line in archived.lines]


def test_the_search_index_holds_every_passage_heading_note_and_section(project: Sandbox) -> None:
    site = project.build()
    index, more = (data_file.decode(site[f"search/{name}.js"], dict) for name in ("index", "site"))
    kinds = [index["kinds"][n]["id"] for n in (*index["documents"][0], *more["documents"][0])]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "paragraph": 14,
        "heading": 5,
        "note": 3,
        "narrative": 7,
        "dataset": 18,
        "page": 12,
    }


def test_a_site_without_a_report_is_a_site(project: Sandbox) -> None:
    for path in sorted(project.content.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        elif path.name != "site.yml":
            path.unlink()
    assert {"index.html", "search.html", "sitemap.html", "404.html"} <= set(project.build())


def test_a_list_of_records_links_only_to_a_list_that_is_planned(create: Callable[..., Sandbox]) -> None:
    catalog = planned(create("register")).catalog
    report = catalog.reports[0]
    without_results = replace(report, register=replace(report.register, results=()))
    without_commitments = replace(report, register=replace(report.register, commitments=()))
    last_year = Link("上年成果", "reports/2024/results.html")
    assert last_year in commitments.page(catalog, report).view.ways
    assert last_year not in commitments.page(catalog, without_results).view.ways
    assert results.page(catalog, report).view.commitments == Link("2024年承诺", "reports/2024/commitments.html")
    assert results.page(catalog, without_commitments).view.commitments is None


def test_what_several_pages_show_is_made_once_for_a_report_in_a_catalogue(prepared: Prepared) -> None:
    catalog, report = prepared.catalog, prepared.catalog.reports[0]

    def of_report(_report: object) -> object:
        return object()

    def of_both(_catalog: object, _report: object) -> object:
        return object()

    alone, within = once.once(of_report), once.once_in(of_both)
    assert alone(report) is alone(report)
    assert alone(replace(report)) is not alone(report)
    before = within(catalog, report)
    assert within(catalog, report) is before
    assert within(replace(catalog), report) is not before
    assert within(catalog, replace(report)) is not before
