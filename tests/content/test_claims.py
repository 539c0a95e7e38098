"""The shipped register claims no more than the updates on file say (docs/domain.md, 7)."""

from __future__ import annotations

from tests.prepared import Prepared


def test_what_no_update_speaks_of_has_no_information_and_the_document_that_would_settle_it(
    real_prepared: Prepared,
) -> None:
    for report in real_prepared.catalog.reports:
        silent = [one for one in report.follow.values() if not one.updates]
        assert {one.reported.term.id for one in silent} <= {"no-information"}
        absences = [one.absence for one in silent if one.absence]
        assert len(absences) == len(silent)
        looked = [one for one in absences if one.term.id == "nothing-public"]
        assert all(one.settled_by and one.searched and (one.where or one.looks) for one in looked)


def test_no_absence_claims_a_look_that_is_not_on_file(real_prepared: Prepared) -> None:
    days = {one.id: {look.date for look in one.located.value.looks} for one in real_prepared.catalog.places}
    for report in real_prepared.catalog.reports:
        for absence in (one.absence for one in report.follow.values() if one.absence):
            assert all(look.day is None or look.day in days[look.id] for look in absence.looks)


def test_a_fact_of_the_whole_city_says_nothing_of_the_district(real_prepared: Prepared) -> None:
    for update in real_prepared.catalog.updates:
        assert not (update.context and update.observations), update.id


def test_nothing_that_is_shipped_has_a_problem(real_prepared: Prepared) -> None:
    """``real_prepared`` tells the problems, where there are any."""
    assert real_prepared.catalog.reports
