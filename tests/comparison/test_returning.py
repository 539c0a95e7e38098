"""The same promise over the years: chains of promises that take one another up."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog.outcome import Outcome
from disclosure.pages.returning import TakenUp, chains

WORD = Outcome(id="not-due", label="未到期", shape="○", colour="muted", counts="neither", note="")


def promise(year: int, id: str, *follows: tuple[str, str]) -> TakenUp:
    return TakenUp(report=f"d-{year}", id=id, year=year, title=id, outcome=WORD, follows=follows)


def test_promises_that_take_one_another_up_are_one_chain_newest_first() -> None:
    first, second = promise(2020, "c001"), promise(2021, "c004", ("d-2020", "c001"))
    third, alone = promise(2022, "c002", ("d-2021", "c004")), promise(2022, "c009", ("d-2019", "c001"))
    assert chains([alone, second, first, third]) == [(third, second, first)]


def test_the_chain_of_most_years_comes_first() -> None:
    short = (promise(2022, "c001", ("d-2021", "c001")), promise(2021, "c001"))
    long = (promise(2022, "c002", ("d-2021", "c002")), promise(2021, "c002", ("d-2020", "c002")), promise(2020, "c002"))
    assert chains([*short, *long]) == [long, short]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)), max_size=20))
def test_no_promise_is_in_two_chains_and_none_that_follows_a_known_one_is_lost(
    edges: list[tuple[int, int, int]],
) -> None:
    follows: dict[tuple[int, int], list[tuple[str, str]]] = {(2020 + y, n): [] for y in range(7) for n in range(6)}
    for year, before, after in edges:
        follows[2021 + year, after].append((f"d-{2020 + year}", f"c{before}"))
    found = chains(promise(year, f"c{n}", *names) for (year, n), names in follows.items())
    names = [one.name for chain in found for one in chain]
    assert len(names) == len(set(names))
    assert {(f"d-{year}", f"c{n}") for (year, n), before in follows.items() if before} <= set(names)


def test_a_district_s_page_shows_the_whole_chain_and_each_promise_leads_there(compared: Path) -> None:
    page = (compared / "districts/chenyang/returning.html").read_text("utf-8")
    assert re.findall(r'href="\.\./\.\./(reports/[^"]*)"', page[page.index('id="d-chain-1"') :])[:3] == [
        f"reports/chenyang-{year}/commitments/c005.html" for year in (2026, 2025, 2024)
    ]
    promise_page = (compared / "reports/chenyang-2025/commitments/c005.html").read_text("utf-8")
    ways = promise_page[promise_page.index('id="returning"') :]
    assert re.findall(r'href="(?:\.\./)+([^"]*)"', ways)[:2] == [
        "reports/chenyang-2024/commitments/c005.html",
        "districts/chenyang/returning.html",
    ]
    assert not (compared / "districts/yunyang/returning.html").exists()
