"""The followed-up district: every status, vintage, change, vote and absence occurs, and is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.catalog import tally
from disclosure.catalog.catalog import Report
from disclosure.catalog.followup import FollowUp
from disclosure.model.vocabulary import KNOWN
from disclosure.verdict import Rate, VerdictResult
from tests.projects import REPOSITORY
from tests.ways import steps_before


def one(report: Report, id: str) -> FollowUp:
    return report.follow[id]


def test_every_status_occurs(report: Report) -> None:
    follow = report.follow.values()
    assert {each.reported.term.id for each in follow} == set(KNOWN["reported"])
    assert {each.evidenced.term.id for each in follow if each.evidenced} == set(KNOWN["evidenced"])
    assert {each.schedule.id for each in follow if each.schedule} == set(KNOWN["schedule"])
    assert {each.absence.term.id for each in follow if each.absence} == set(KNOWN["absences"])
    assert {ruling.term.id for each in follow for ruling in each.rulings} == set(KNOWN["verdicts"])
    assert {each.vote.term.id for each in follow if each.vote} == set(KNOWN["adopted"])


def test_every_vintage_and_basis_occurs(report: Report) -> None:
    seen = [each for update in report.updates for each in update.observations]
    assert {each.vintage.id for each in seen if each.vintage} == set(KNOWN["vintages"])
    assert {each.basis.id for each in seen if each.basis} == set(KNOWN["bases"])
    assert {each.confidence.id for each in report.updates if each.confidence} <= set(KNOWN["confidence"])


def test_a_revision_keeps_both_verdicts_and_says_that_it_changed_one(report: Report) -> None:
    (growth,) = one(report, "c001").rulings
    assert [(seen.vintage, said.outcome) for seen, said in growth.settled.all] == [
        ("final", "undecided"),
        ("preliminary", "met"),
    ]
    assert growth.settled.verdict.notes == ("revised-other", "margin")


def test_a_changed_target_never_overwrites_the_old_one(report: Report) -> None:
    (parking,) = one(report, "c017").rulings
    assert parking.settled.verdict.working == "目标≥4,000个，实际3,600个，90%，未完成"
    assert parking.changed is not None
    assert parking.changed.verdict.working == "目标≥3,500个，实际3,600个，103%，达成"
    assert [each.written for each in (parking.target,)] == ["4000个"]


def test_a_changed_deadline_leaves_the_old_one_missed(report: Report) -> None:
    (park,) = one(report, "c019").rulings
    assert (park.term.id, park.changed and park.changed.verdict.lacks) == ("not-met", ("whole",))


def test_the_official_word_leads_and_a_disagreement_is_said(report: Report) -> None:
    found = {id: (each.official.said, each.official.differs) for id, each in report.follow.items() if each.official}
    assert found == {
        "c002": ("完成", True),
        "c003": ("有差距", False),
        "c006": ("有差距", False),
        "c020": ("完成", True),
    }


def test_reported_evidenced_and_schedule_come_from_their_own_sources(report: Report) -> None:
    """The body says done, the press says not: neither changes the other."""
    estates = one(report, "c020")
    assert (
        estates.reported.term.id,
        estates.evidenced and estates.evidenced.term.id,
        estates.schedule and estates.schedule.id,
    ) == (*("done", "contradicted", "due"),)
    assert (estates.reported.update, estates.evidenced and estates.evidenced.update) == (
        *("2025-01-12-old-estates", "2025-02-18-old-estates-report"),
    )


def test_three_kinds_of_absence_are_three_states(report: Report) -> None:
    found = {id: one(report, id).absence for id in ("c013", "c014", "c026")}
    assert {id: each and (each.term.id, each.searched) for id, each in found.items()} == {
        "c013": ("not-looked", None),
        "c014": ("nothing-public", date(2025, 3, 10)),
        "c026": ("not-due", None),
    }
    assert one(report, "c013").evidenced is None


def test_the_courses_of_two_years_are_told_apart(report: Report) -> None:
    found = {
        id: (one(report, id).rulings[0].schedule.id, one(report, id).rulings[0].expected)
        for id in ("c022", "c023", "c024")
    }
    assert found == {"c022": ("ahead", 14), "c023": ("on-pace", 1400), "c024": ("behind", 28)}


def test_context_is_shown_apart_and_says_nothing_of_the_district(report: Report) -> None:
    growth = one(report, "c001")
    assert [each.context for each in growth.context] == ["样例市"]
    assert all(not each.context for each in growth.updates)


def test_a_candidate_counts_once_it_is_adopted(report: Report) -> None:
    assert [one(report, id).judged for id in ("c027", "c028", "c029")] == [True, False, False]


def test_the_rates_have_their_denominators(report: Report) -> None:
    items = tally.items(report)
    assert tally.promised_rate(items) == Rate(5, 10, 16, 50)
    assert tally.all_rate(items) == Rate(6, 13, 22, 46)
    assert tally.excluded(report) == tally.Excluded(3, 2, 2)


def test_every_target_is_counted_or_excluded_with_a_reason(report: Report) -> None:
    targets = sum(len(each.rulings) for each in report.follow.values())
    candidates = sum(len(each.rulings) for each in report.follow.values() if not each.judged)
    assert len(tally.items(report)) + tally.excluded(report).unjudged + candidates == targets


def test_striving_is_never_dropped_from_the_denominator(report: Report) -> None:
    striving = [each for each in tally.items(report) if each.strength == "striving"]
    assert [each.outcome for each in striving] == [VerdictResult.NOT_MET]
    assert (
        tally.all_rate(tally.items(report)).all
        == 1 + tally.all_rate(each for each in tally.items(report) if each.strength != "striving").all
    )


def test_what_is_overdue_is_told_by_what_is_known(report: Report) -> None:
    found = tally.overdue(report)
    assert (found.done, found.disputed, found.other, found.unknown, found.directions) == (7, 1, 3, 0, 2)
    assert found.open == ("c003", "c006", "c011", "c012", "c015", "c017", "c019", "c021")


def test_a_dead_address_marks_its_evidence_and_breaks_nothing(report: Report) -> None:
    dead = {each.url: each.dead for update in report.updates for each in update.evidence if each.dead}
    assert dead == {"https://www.example.org/parking": date(2025, 3, 1)}


def test_every_page_says_that_it_is_sample_data() -> None:
    expected = Path(REPOSITORY / "tests/golden/shiguang/expected")
    pages = sorted(expected.rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        text = page.read_text("utf-8")
        assert "示例数据：拾光区并不存在" in text, page
        assert '<meta name="robots" content="noindex">' in text, page


def test_every_promise_offers_the_channel_for_corrections() -> None:
    promises = sorted((REPOSITORY / "tests/golden/shiguang/expected").glob("reports/*/commitments/*.html"))
    assert promises
    assert [path for path in promises if "我要纠错" not in path.read_text("utf-8")] == []


def test_links_alone_lead_from_the_home_page_to_every_page(sample_site: Path) -> None:
    pages = {path.relative_to(sample_site).as_posix() for path in sample_site.rglob("*.html")}
    assert pages - set(steps_before(sample_site)) == {"404.html"}


def test_what_has_no_day_is_never_due(report: Report) -> None:
    """A principle, and candidates that were not, or not known to be, adopted."""
    assert {id for id, each in report.follow.items() if each.schedule is None} == {"c008", "c028", "c029"}
