"""Every example of the rule pages gives exactly what its page says; wrong content leaves the site as it was."""

from __future__ import annotations

import json
import re
from itertools import groupby
from pathlib import Path

import pytest

from tests import rule_pages
from tests.brackets import bracketed, without_brackets
from tests.projects import files_of
from tests.rule_pages import Example

EXAMPLES = rule_pages.examples()
WRONG = tuple(example for example in EXAMPLES if example.printed)
# A problem, or its hint, of which both the line and what it says passed gettext
MESSAGE = re.compile(r"⟦[^⟦]+:\d+:\d+: \[[a-z0-9-]+\] (?:提醒：)?⟦.+⟧⟧|⟦    提示：⟦.+⟧⟧")
NOTICE = re.compile(r"[^ ]+:\d+:\d+: \[[a-z0-9-]+\] 提醒：")


def named(example: Example) -> str:
    return f"{example.page}-{[one for one in EXAMPLES if one.page == example.page].index(example) + 1}"


def problems(example: Example) -> list[str]:
    """The lines that say what is wrong, without those that say what to do."""
    return example.printed.splitlines()[::2]


def is_refused(example: Example) -> bool:
    """Notices are shown and counted; only errors refuse."""
    return not all(NOTICE.match(line) for line in problems(example))


FIRST = tuple(next(group) for _page, group in groupby(filter(is_refused, WRONG), key=lambda example: example.page))


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_check_prints_what_the_page_says_and_every_word_of_it_passes_gettext(example: Example, tmp_path: Path) -> None:
    project = example.project(tmp_path)
    with bracketed():
        done = project.run("check", date=example.date)
    assert (without_brackets(done.err), done.code) == (example.printed, is_refused(example)), example.title
    assert [line for line in done.err.splitlines() if not MESSAGE.fullmatch(line)] == []


@pytest.mark.parametrize("example", FIRST, ids=named)
def test_build_says_the_same_and_leaves_the_site_as_it_was(example: Example, tmp_path: Path) -> None:
    """One example of each family that refuses: whatever stage finds the problem, nothing is published."""
    project = example.project(tmp_path)
    marker = project.site / "reports/2024/text.html"
    marker.parent.mkdir(parents=True)
    marker.write_bytes(b"published before")
    done = project.run("build", date=example.date)
    assert (done.code, done.err) == (1, example.printed), example.title
    assert files_of(project.site) == {"reports/2024/text.html": b"published before"}
    assert not list(project.root.glob(".site*"))


def test_what_is_only_asked_about_is_published(tmp_path: Path) -> None:
    asked = next(example for example in WRONG if not is_refused(example))
    project = asked.project(tmp_path)
    assert project.run("build", date=asked.date).code == 0
    assert (project.site / "index.html").is_file()


def test_every_problem_has_a_hint() -> None:
    for example in WRONG:
        lines = example.printed.splitlines()
        assert [line.startswith("    提示：") for line in lines] == [False, True] * (len(lines) // 2), example.id


def test_json_carries_the_same_problems(tmp_path: Path) -> None:
    example = max(WRONG, key=lambda one: one.page == "at-once")
    done = example.project(tmp_path).run("--json", "check", date=example.date)
    places = [one["place"] for one in json.loads(done.out)["problems"]]
    written = [f"{place['path']}:{place['line']}:{place['column']}" for place in places]
    assert len(written) > 5
    assert written == [line.split(": ")[0] for line in problems(example)]


def test_every_message_about_a_record_names_it() -> None:
    """A list file holds many records; only a file that cannot be read at all, or holds none, has no id to name."""
    lines = [line for example in WRONG for line in problems(example)]
    about = [line for line in lines if "/commitments/" in line or "/results/" in line or "/indicators/" in line]
    named = re.compile(r"\] .*(?:[ck]\d{3}|r\d{3}|output|tax|gdp-growth|technology-sme|green-cover)")
    unnamed = [line for line in about if not named.search(line)]
    said = {rule for line in unnamed for rule in rule_pages.rules(line)}
    assert said <= {"yaml", "fields", "no-record", "stray-file"}


def test_every_page_shows_what_is_right_beside_what_is_wrong() -> None:
    pages = {example.page for example in EXAMPLES}
    assert {example.page for example in EXAMPLES if not example.printed} == pages
    assert {example.page for example in WRONG} == pages


def test_a_page_that_says_what_check_no_longer_says_is_written_anew() -> None:
    text = (rule_pages.PAGES / "dates.md").read_text("utf-8")
    assert rule_pages.rewritten("dates", text.replace("在今天（2024-03-01）之后", "在明天")) == text
