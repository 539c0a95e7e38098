"""What holds of any promise and anything that may be known of it."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import jinja2
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import FollowUp
from disclosure.catalog.outcome import Outcome, conclusion, of_target, worded
from disclosure.catalog.tally import KNOWN_BY
from disclosure.catalog.words import Vocabularies, join
from disclosure.model.vocabulary import KNOWN, OUTCOMES, VERDICTS, WordRecord
from disclosure.pages import verdicts
from disclosure.source.register import Located
from disclosure.theme.environment import environment
from disclosure.verdict import VerdictResult
from tests.components import TEMPLATES
from tests.followup.outcome_cases import absence, official, promise, ruling, silent, stated, term, vote
from tests.projects import REPOSITORY
from tests.register.texts import located

RESULTS = tuple(each.value for each in VerdictResult)
STRENGTHS = KNOWN["strengths"]
SILENT = {"not-due", "due-unsearched", "due-silent", "not-comparable", "candidate"}
days = st.dates(date(2024, 1, 1), date(2025, 12, 31))
# The example is read once and never changed
quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@st.composite
def promises(draw: st.DrawFn) -> tuple[dict[str, Any], list[tuple[str, str, str]], dict[str, Any]]:
    """What the promise is, its verdicts with strength and changed verdict, what else is known."""
    about = {"kind": draw(st.sampled_from(KNOWN["kinds"])), "strength": draw(st.sampled_from(STRENGTHS))}
    verdict = st.tuples(
        st.sampled_from(RESULTS), st.sampled_from(STRENGTHS), st.sampled_from(["", "met", "not-met", "none"])
    )
    known = {
        "reported": stated(draw(st.sampled_from(KNOWN["reported"])), draw(days)),
        "evidenced": draw(st.none() | st.builds(stated, st.sampled_from(KNOWN["evidenced"]), days)),
        "schedule": draw(st.none() | st.builds(term, st.sampled_from(KNOWN["schedule"]))),
        "absence": draw(st.none() | st.builds(absence, st.sampled_from(KNOWN["absences"]))),
        "official": draw(st.none() | st.builds(official, st.sampled_from(RESULTS), day=days)),
        "vote": draw(st.none() | st.builds(vote, st.sampled_from(["yes", "no", "unknown"]))),
        "judged": draw(st.booleans()),
    }
    return about, draw(st.lists(verdict, max_size=3)), known


def made(report: Report, drawn: Any) -> tuple[Commitment, FollowUp]:
    about, given, known = drawn
    (base,) = report.follow["c016"].rulings
    rulings = tuple(ruling(base, result, strength=strength, changed=after) for result, strength, after in given)
    targets = tuple(each.target for each in rulings)
    return promise(report, "c016", targets=targets, **about), silent(report, "c016", rulings=rulings, **known)


def vocabularies(project: str) -> Vocabularies:
    """The words of a project's outcomes and verdicts."""
    found: list[Located[WordRecord]] = []
    for name in (OUTCOMES, VERDICTS):
        written = yaml.safe_load((REPOSITORY / project / f"content/vocabulary/{name}.yml").read_text("utf-8"))
        found += [located(WordRecord(**one), name, name) for one in written]
    return join(found)[0]


@pytest.fixture(scope="module")
def words() -> Vocabularies:
    return vocabularies("examples/shiguang")


def counts(words: Vocabularies, id: str) -> str:
    return worded(words, id).counts


@quick
@given(promises())
def test_each_promise_has_one_word_of_the_vocabulary(report: Report, drawn: Any) -> None:
    assert conclusion(*made(report, drawn)).id in KNOWN[OUTCOMES]


@quick
@given(promises())
def test_an_absence_is_neither_kept_nor_missed(report: Report, words: Vocabularies, drawn: Any) -> None:
    """Whatever the promise is, and whenever it is due."""
    about, given, known = drawn
    unknown = [("none", strength, "") for _result, strength, _after in given]
    nothing = {"reported": stated("no-information"), "official": None, "vote": None, "evidenced": None}
    gone = known["absence"] or absence("not-looked")
    found = conclusion(*made(report, (about, unknown, {**known, **nothing, "absence": gone}))).id
    assert (found in SILENT, counts(words, found)) == (True, "neither")


@quick
@given(promises())
def test_a_miss_needs_somebody_who_says_so(report: Report, words: Vocabularies, drawn: Any) -> None:
    one, became = made(report, drawn)
    if counts(words, conclusion(one, became).id) == "missed":
        said = {became.reported.term.id, became.official.term.id if became.official else ""}
        assert said & {"not-done", "not-met"} or "not-met" in {each.term.id for each in became.rulings}


@quick
@given(promises())
def test_what_contradictory_sources_say_is_never_kept(report: Report, words: Vocabularies, drawn: Any) -> None:
    one, became = made(report, drawn)
    kept = counts(words, conclusion(one, became).id) == "kept"
    firm = [each for each in became.rulings if each.target.strength.term.id != "striving"]
    against = [
        became.evidenced is not None and became.evidenced.term.id == "contradicted",
        became.official is not None and became.official.term.id == "not-met",
        any(each.term.id == "not-met" for each in firm),
    ]
    assert not (kept and any(against))


@quick
@given(promises())
def test_open_contradictions_are_called_by_their_name(report: Report, words: Vocabularies, drawn: Any) -> None:
    """The official word against the comparison, without a change that explains it."""
    one, became = made(report, drawn)
    results = {each.term.id for each in became.rulings}
    unchanged = all(each.changed is None for each in became.rulings)
    said = became.official.term.id if became.official else ""
    clash = (said == "met" and "not-met" in results) or (said == "not-met" and results == {"met"})
    if clash and unchanged and not (became.vote and became.vote.term.id == "no"):
        assert conclusion(one, became).id == "disputed"


@pytest.fixture(scope="module")
def rendered() -> Any:
    """The component's text: shape and word, as they stand without any colour."""
    jinja = environment(TEMPLATES)
    jinja.loader = jinja2.FileSystemLoader([TEMPLATES])
    return jinja.from_string('{% from "components/outcome.html" import outcome %}{{ outcome(one) | striptags }}')


@quick
@given(st.permutations(RESULTS), st.sampled_from(STRENGTHS))
def test_two_different_verdicts_never_render_alike(
    report: Report, words: Vocabularies, rendered: Any, results: list[str], strength: str
) -> None:
    """Neither a target's verdict nor the word of a promise that nothing else is known of."""
    first, second = results[:2]
    shown = [_both(report, words, rendered, each, strength) for each in (first, second)]
    assert shown[0][0] != shown[1][0]
    # 过程 has no miss: the judge never says so
    if strength != "process":
        assert shown[0][1] != shown[1][1]


def _both(report: Report, words: Vocabularies, rendered: Any, result: str, strength: str) -> tuple[str, str]:
    (base,) = report.follow["c016"].rulings
    one = ruling(base, result, strength=strength)
    target = replace(
        of_target(words, one), label=verdicts.label(words, replace(one, term=words.id("verdicts", result)))
    )
    found = conclusion(promise(report, "c016", strength=strength), silent(report, "c016", rulings=(one,)))
    return rendered.render(one=target), rendered.render(one=worded(words, found.id, found.note))


@pytest.mark.parametrize("root", ["examples/shiguang", "benchmarks/project"])
def test_words_are_told_apart_in_black_and_white(root: str, rendered: Any) -> None:
    """Each by shape and word together; and kept, missed and neither by the shape alone."""
    found = vocabularies(root)
    all: list[Outcome] = [worded(found, id) for id in KNOWN[OUTCOMES]]
    for one, other in combinations(all, 2):
        assert rendered.render(one=one) != rendered.render(one=other)
        assert one.shape != other.shape or one.counts == other.counts


def test_each_word_says_one_thing_of_what_is_past_its_day_or_is_none_of_it() -> None:
    known = [id for ids in KNOWN_BY.values() for id in ids]
    assert sorted([*known, *SILENT, "held-so-far", "not-adopted"]) == sorted(KNOWN[OUTCOMES])
