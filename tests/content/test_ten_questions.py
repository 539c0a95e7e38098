"""Ten questions of citizens have an answer on the shipped site: links alone lead from the home page to each, and the
search finds each in words of the citizens' own.

``pytest -s`` prints the way to each of them, page by page.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag

import pytest
import yaml

from tests.browser import programs
from tests.browser.conftest import leave_out
from tests.browser.server import serve
from tests.content.shipped import CONTENT
from tests.content.ten_questions import WORDINGS, Question, questions
from tests.search import evaluation
from tests.ways import HOME, steps_before, way

EVERY = [pytest.param(one, id=one.id) for one in questions()]
WAYS = "() => [...document.querySelectorAll('[data-ways]:not([hidden]) a')].map((one) => one.getAttribute('href'))"


@pytest.fixture(scope="module")
def before(real_site: Path) -> dict[str, str]:
    return steps_before(real_site)


def test_the_ten_that_were_asked_for_are_among_them() -> None:
    assert {one.id for one in questions()} >= set(WORDINGS)
    assert len(WORDINGS) == 10


def test_the_wordings_that_are_tried_are_not_the_editors() -> None:
    own = {words for one in questions() for words in (one.question, *one.wordings)}
    assert own & {words for tried in WORDINGS.values() for words in tried} == set()


@pytest.mark.parametrize("one", EVERY)
def test_links_alone_lead_from_the_home_page_to_the_answer(
    real_site: Path, before: dict[str, str], one: Question
) -> None:
    print(f"\n{one.question}")
    for address in ("questions.html", *(urldefrag(to)[0] for to in one.ways)):
        print("  " + " > ".join(way(before, address)))
    page = (real_site / "questions.html").read_text("utf-8")
    said = re.search(rf'<section class="d-answer" aria-labelledby="{one.id}">.*?</section>', page, re.DOTALL)
    assert said
    assert one.answer in said[0]
    assert f'href="questions.html#{one.id}"' in (real_site / HOME).read_text("utf-8")


@pytest.mark.browser
def test_each_wording_leads_to_its_question(real_site: Path) -> None:
    if not programs.available("browser"):
        leave_out(programs.MISSING["browser"])
    with serve(real_site) as root, evaluation.chromium() as browser:
        page = evaluation.open_search(browser.new_page(), root)
        for id, words in ((id, words) for id, every in WORDINGS.items() for words in every):
            evaluation.ask(page, words)
            assert f"questions.html#{id}" in page.evaluate(WAYS), words


def test_it_says_that_there_is_no_channel_as_long_as_there_is_none(real_site: Path) -> None:
    footer = yaml.safe_load((CONTENT / "site.yml").read_text("utf-8"))["footer"]
    told = (real_site / "about.html").read_text("utf-8").partition('id="corrections"')[2]
    offered = [path for path in real_site.rglob("*.html") if "我要纠错" in path.read_text("utf-8")]
    assert ("还没有公布联系方式" in told) == (not footer["corrections"] and not footer["contact"])
    assert bool(offered) == bool(footer["corrections"])
