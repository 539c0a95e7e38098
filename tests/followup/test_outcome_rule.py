"""Each word of the rule has a case that gets it, and the neighbours that do not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from disclosure.catalog.catalog import Report
from disclosure.catalog.outcome import conclusion
from disclosure.model.vocabulary import KNOWN, OUTCOMES
from tests.followup.outcome_cases import AFTER, DUE, absence, observed, official, promise, ruling, silent, stated, vote

# A count (打通断头路5条), a day (年底前建成体育公园)
COUNT, DAY = "c016", "c019"
SUPPORTED = {"evidenced": stated("supported", AFTER), "absence": None}


def word(report: Report, changes: Mapping[str, Any], of: str = COUNT, **about: Any) -> str:
    return conclusion(promise(report, of, **about), silent(report, of, **changes)).id


def results(report: Report, *given: str | tuple[str, str] | tuple[str, str, str], of: str = COUNT) -> dict[str, Any]:
    """A verdict for each target: the result, or that with the strength and the verdict on the changed target."""
    (base,) = report.follow[of].rulings
    made = []
    for one in given:
        result, strength, changed = (one, "promised", "") if isinstance(one, str) else (*one, "")[:3]
        made.append(ruling(base, result, strength=strength, changed=changed))
    return {"rulings": tuple(made), "absence": None}


CASES: tuple[tuple[str, tuple[Any, ...], dict[str, Any]], ...] = (
    ("met", ("met",), {}),
    ("met", ("met", "met"), {}),
    ("met-known", ("met", "none"), {}),
    ("met-striving", ("met", ("not-met", "striving")), {}),
    ("part-met", ("met", "not-met"), {}),
    ("part-met", (("met", "striving"), ("not-met", "striving")), {}),
    ("not-done", ("not-met",), {}),
    ("not-done", ("not-met", "none"), {}),
    ("not-done", ("not-met", ("not-met", "striving")), {}),
    ("below-expected", (("not-met", "expected"),), {}),
    ("striving-missed", (("not-met", "striving"),), {}),
    ("adjusted-met", (("not-met", "promised", "met"),), {}),
    ("not-done", (("not-met", "promised", "not-met"),), {}),
    ("judge", ("undecided",), {}),
    ("judge", ("just",), {}),
    ("judge", ("met", "just"), {}),
    # The official word on the whole leads, and hides neither a contradiction nor a change
    ("met", ("none",), {"official": official("met")}),
    ("met", ("undecided",), {"official": official("met")}),
    ("not-done", ("none",), {"official": official("not-met")}),
    ("judge", ("none",), {"official": official("undecided")}),
    ("disputed", ("not-met",), {"official": official("met")}),
    ("disputed", ("met",), {"official": official("not-met")}),
    ("disputed", ("met", "not-met"), {"official": official("met")}),
    ("not-done", ("not-met",), {"official": official("not-met")}),
    ("adjusted-met", (("not-met", "promised", "met"),), {"official": official("met")}),
    # So do the others' words
    ("disputed", ("not-met",), {"reported": stated("done", AFTER)}),
    ("disputed", ("met",), {"reported": stated("not-done", AFTER)}),
    ("disputed", ("none",), {"official": official("met"), "reported": stated("not-done", AFTER)}),
    ("disputed", ("met",), {"evidenced": stated("contradicted", AFTER)}),
    ("judge", ("just",), {"reported": stated("done", AFTER), "evidenced": stated("supported", AFTER)}),
    # What is not known to be adopted was not promised
    ("news", ("not-met",), {"judged": False}),
    ("not-adopted", ("met",), {"judged": False, "vote": vote("no")}),
)


@pytest.mark.parametrize(("expected", "given", "more"), CASES)
def test_verdicts_and_words_come_to(report: Report, expected: str, given: Any, more: dict[str, Any]) -> None:
    assert word(report, results(report, *given) | more) == expected


REPORTED = (
    ("done", {"reported": stated("done", AFTER), **SUPPORTED}),
    ("done-early", {"reported": stated("done-early", AFTER), **SUPPORTED}),
    ("claimed", {"reported": stated("done", AFTER), "absence": None}),
    ("claimed", {"reported": stated("done", AFTER), "evidenced": stated("partly-supported", AFTER), "absence": None}),
    ("partly", {"reported": stated("partly", AFTER), "absence": None}),
    ("under-way", {"reported": stated("under-way", AFTER), "absence": None}),
    ("not-started", {"reported": stated("not-started", AFTER), "absence": None}),
    ("adjusted", {"reported": stated("adjusted", AFTER), "absence": None}),
    ("not-done", {"reported": stated("not-done", AFTER), "absence": None}),
    ("news", SUPPORTED),
    ("candidate", {"judged": False}),
    ("due-unsearched", {}),
    ("due-silent", {"absence": absence("nothing-public")}),
    ("not-due", {"schedule": stated("not-due").term, "absence": absence("not-due")}),
    ("not-due", {"schedule": stated("not-due").term, "absence": absence("nothing-public")}),
)


@pytest.mark.parametrize(("expected", "changes"), REPORTED)
def test_without_a_verdict_the_word_is(report: Report, expected: str, changes: dict[str, Any]) -> None:
    assert word(report, changes) == expected


def test_each_word_is_reached() -> None:
    """Those of this page's other tests aside."""
    elsewhere = {"late", "held", "held-so-far", "not-comparable"}
    assert {one[0] for one in (*CASES, *REPORTED)} | elsewhere == set(KNOWN[OUTCOMES])


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"kind": "orientation"}, "not-comparable"),
        ({"strength": "process", "targets": ()}, "not-comparable"),
        ({"strength": "process"}, "due-unsearched"),
        ({"targets": ()}, "due-unsearched"),
    ],
    ids=["a principle", "going on with something", "going on with a count", "to be built"],
)
def test_what_cannot_be_compared(report: Report, about: dict[str, Any], expected: str) -> None:
    assert word(report, {"rulings": ()}, **about) == expected


@pytest.mark.parametrize("kind", ["promised", "process"])
def test_a_quality_or_an_unnamed_number_is_not_compared(report: Report, kind: str) -> None:
    assert [word(report, {}, of=id, strength=kind) for id in ("c006", "c014")] == ["not-comparable"] * 2


def test_what_is_to_be_held_is_held_by_evidence_alone(report: Report) -> None:
    keeps = {"quote": "保持零重大事故"}
    early, before = stated("supported", date(2024, 6, 30)), {"schedule": stated("not-due").term}
    assert word(report, {**SUPPORTED, **before, "evidenced": early}, **keeps) == "held-so-far"
    assert word(report, {**SUPPORTED, **before, "reported": stated("under-way", AFTER)}, **keeps) == "held-so-far"
    assert word(report, SUPPORTED, **keeps) == "held"
    # What is known of June says nothing of December
    assert word(report, {**SUPPORTED, "evidenced": early}, **keeps) == "news"
    assert word(report, {}, **keeps) == "due-unsearched"
    assert word(report, {**SUPPORTED, "evidenced": stated("contradicted", AFTER)}, **keeps) == "disputed"


def test_what_was_open_on_its_day_and_is_done_since_is_late(report: Report) -> None:
    open = results(report, "not-met", of=DAY)
    seen = report.follow[DAY].rulings[0].settled.all[0][0]
    assert word(report, open, of=DAY) == "not-done"
    later = stated("done", date(2025, 6, 1))
    assert word(report, {**open, "reported": later}, of=DAY) == "late"
    assert word(report, {**open, "reported": later, "official": official("met")}, of=DAY) == "late"
    assert word(report, {**open, "reported": stated("done", seen.until)}, of=DAY) == "disputed"


def test_not_yet_done_is_out_of_date_once_more_is_known(report: Report) -> None:
    said = {**results(report, "met"), "reported": stated("not-done", DUE)}
    assert word(report, said) == "disputed"
    assert word(report, {**said, "observations": observed(report.follow[COUNT].observations, AFTER)}) == "met"


def test_an_official_word_on_one_of_several_targets_stands_for_its_verdict(report: Report) -> None:
    both = results(report, "met", "none")
    first, second = both["rulings"]
    second = replace(second, target=replace(second.target, id="c016/2"))
    both["rulings"] = (first, second)
    assert word(report, {**both, "official": official("not-met", "c016/2")}) == "part-met"
    assert word(report, {**both, "official": official("met", "c016/2")}) == "met"
    assert word(report, {**both, "official": official("not-met", "c016/1")}) == "disputed"
