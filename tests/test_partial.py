"""A register may be partial, honestly: only what is declared complete is demanded, and every count says its share."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.coverage import Share
from disclosure.pages.share import said
from tests.projects import Sandbox

COMPLETE = "complete: [p0, part-1, part-2]\n"
# One promise of the section 2-1-park, and the pages that count
GONE = "reports/2024/commitments/2-1-park/c008.yml"
COUNTING = (
    *("index.html", "reports/2024/commitments.html", "reports/2024/results.html", "reports/2024/coverage.html"),
    *("reports/2024/sections/2-1-park.html", "reports/2024/projects.html", "reports/2024/progress.html"),
)


@pytest.fixture
def register(create: Callable[..., Sandbox]) -> Sandbox:
    return create("register")


def declare(project: Sandbox, complete: str) -> None:
    project.edit("reports/2024/report.md", COMPLETE, complete)


def shares(site: dict[str, bytes]) -> dict[str, list[str]]:
    """What each page says of its share."""
    pages = {name: data.decode() for name, data in site.items() if name.endswith(".html")}
    return {name: found for name, text in pages.items() if (found := re.findall(r">(登记[^<]*%)</a>", text))}


def test_only_sections_that_are_declared_complete_demand_everything(register: Sandbox) -> None:
    (register.content / GONE).unlink()
    assert register.run("check").code == 1
    declare(register, "complete: [p0, part-1, 2-2-livelihood]\n")
    assert register.run("check").code == 0


def test_a_part_speaks_for_its_sections_and_a_section_for_itself(register: Sandbox) -> None:
    (register.content / GONE).unlink()
    declare(register, "complete: [2-1-park]\n")
    assert "[uncovered-clause]" in register.run("check").err


def test_every_page_that_counts_says_its_share(register: Sandbox) -> None:
    declare(register, "")
    (register.content / GONE).unlink()
    said = shares(register.build())
    assert set(COUNTING) - said.keys() == set()
    assert any(name.startswith("topics/") for name in said)
    assert {word for words in said.values() for word in words} == {"登记 98%"}


def test_a_complete_register_says_so(register: Sandbox) -> None:
    assert {word for words in shares(register.build()).values() for word in words} == {"登记 100%"}


def test_a_text_is_published_whatever_its_register_lacks(register: Sandbox) -> None:
    declare(register, "")
    pointing = (register.content.glob(name) for name in ("*.md", "indicators/*.yml", "search/*.yml"))
    records = register.content.glob("reports/2024/*/**/*.yml")
    for path in (*records, *register.content.glob("reports/2024/*.yml"), *(path for each in pointing for path in each)):
        path.unlink()
    done = register.run("build")
    assert (done.code, done.err) == (0, "")
    assert (register.site / "reports/2024/text.html").is_file()


def test_the_coverage_page_marks_what_is_complete_and_counts_what_is_missing(register: Sandbox) -> None:
    declare(register, "complete: [p0, part-1, 2-2-livelihood]\n")
    (register.content / GONE).unlink()
    page = register.build()["reports/2024/coverage.html"].decode()
    rows = re.findall(r'<a href="#([a-z0-9-]+)">.*?</a>([^<]*)</th>(.*?)</tr>', page)
    told = {id: (said, re.findall(r"<td[^>]*>(.*?)</td>", row)[-1]) for id, said, row in rows}
    assert (told["2-1-park"], told["2-2-livelihood"]) == (("", "1"), ("（登记完整）", "0"))
    assert "其余小节还在登记" in page


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_never_rounded_up_to_all_nor_down_to_nothing(covered: int, more: int) -> None:
    share = Share(covered, covered + more)
    assert share.percent < 100
    assert (said(share) == "登记 0%") == (covered == 0)
    assert said(Share(covered + more, covered + more)) == "登记 100%"
