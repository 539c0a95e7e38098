"""Questions: each answer with what it stands on, checked by the report that it speaks of."""

from __future__ import annotations

from datetime import date

from disclosure.pages.home import HomeView
from disclosure.pages.page import Link
from disclosure.pages.questions import QuestionsView
from disclosure.project import find
from disclosure.search import head
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox


def test_an_answer_leads_to_every_ground(prepared: Prepared) -> None:
    page = prepared.page("questions.html")
    assert page is not None
    assert isinstance(page.view, QuestionsView)
    (one,) = page.view.questions
    assert [(ground.address, ground.note) for ground in one.grounds] == [
        ("reports/2024/commitments/c005.html", "2024年报告，c005，“新建厂房2栋”"),
        ("reports/2024/text.html#p1-02.1", "2024年报告，“建成厂房12栋”"),
        ("reports/2024/commitments.html", "引文里都没有“电梯”、“游泳馆”"),
        ("reports/2024/commitments.html", "重点任务 6 条"),
    ]
    assert one.ways == (Link("目标", "data/targets.csv"),)
    assert page.anchors == {"plants"}


def test_the_home_page_leads_to_each_question(prepared: Prepared) -> None:
    page = prepared.page("index.html")
    assert page is not None
    assert isinstance(page.view, HomeView)
    assert page.view.questions == (Link("今年建几栋厂房？", "questions.html#plants"),)


def test_a_question_is_found_by_its_other_wordings(prepared: Prepared) -> None:
    assert head.questions(prepared.catalog)[0] == ("questions.html#plants", "今年建几栋厂房？", "盖房子")


def test_an_answer_whose_ground_goes_stops_the_build(project: Sandbox) -> None:
    """The question stays as it was: the record that it quotes becomes another."""
    project.build()
    path = next(project.content.glob("reports/2024/commitments/*/c006.yml"))
    path.write_text(path.read_text("utf-8").replace("重点任务", "总体要求"), "utf-8")
    _found, problems = prepare(find(project.root), date(2024, 3, 1))
    assert [(str(one.place), one.message) for one in problems if one.rule == "answer-gone"] == [
        ("content/questions.yml:9:34", "plants：不是 6 条，是 5 条")
    ]
