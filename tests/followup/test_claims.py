"""A register claims no more than the updates on file say (docs/domain.md, 7)."""

from __future__ import annotations

import pytest

from tests.prepared import Prepared
from tests.search import collection


@pytest.fixture(params=("followed", "silent"))
def prepared(request: pytest.FixtureRequest, sample_prepared: Prepared) -> Prepared:
    """A year that was followed, and a report of which nothing later is on file."""
    return sample_prepared if request.param == "followed" else collection.whole()


def test_what_no_update_speaks_of_has_no_information_and_the_document_that_would_settle_it(prepared: Prepared) -> None:
    for report in prepared.catalog.reports:
        silent = [one for one in report.follow.values() if not one.updates]
        assert {one.reported.term.id for one in silent} <= {"no-information"}
        absences = [one.absence for one in silent if one.absence]
        assert len(absences) == len(silent)
        looked = [one for one in absences if one.term.id == "nothing-public"]
        assert all(one.settled_by and one.searched and (one.where or one.looks) for one in looked)


def test_no_absence_claims_a_look_that_is_not_on_file(prepared: Prepared) -> None:
    days = {one.id: {look.date for look in one.located.value.looks} for one in prepared.catalog.places}
    for report in prepared.catalog.reports:
        for absence in (one.absence for one in report.follow.values() if one.absence):
            assert all(look.day is None or look.day in days[look.id] for look in absence.looks)


def test_a_fact_of_the_whole_city_says_nothing_of_the_district(prepared: Prepared) -> None:
    for update in prepared.catalog.updates:
        assert not (update.context and update.observations), update.id
