"""Strings of each class in every text field: refused with a message, or on the site as they were typed; the browser
runs nothing of them, asks nobody and stays as wide as it was. ``make hostile`` does it with all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import compiled
from tests.security.hostile import corpus, mixed, opened, slots
from tests.security.hostile.journey import Journey

# Text fields that the project does not fill, each with what stands in the way
UNFILLED = {
    "CommitmentRecord.superseded_by": "a promise that is no more",
    "ContextRecord.basis": "a word of a vocabulary, as ObservationRecord's",
    "Identity.site_id_code": "a site that has one prints no notice",
    "IndicatorRecord.rate_of": "the id of another indicator",
    "ObservationRecord.basis": "a word of a vocabulary",
    "ObservationRecord.unit": "the indicator's own",
    "ObservationRecord.vintage": "a word of a vocabulary",
    "ResultRecord.answers": "the id of a promise of an earlier report",
    "ResultRecord.group": "as CommitmentRecord's",
    "Site.share_font": "a file of the machine",
    "TargetRecord.unit": "what the program reads itself",
    **{
        f"{model}.{field}": "the project is of one district, and alone"
        for model, fields in (
            ("DistrictRecord", ("id", "name", "note", "others", "region")),
            ("FederatedSiteRecord", ("address", "district", "name")),
            ("IndicatorRecord", ("district", "measure")),
            ("MeasureRecord", ("id", "name", "note", "rate_of", "unit")),
            ("WordRecord", ("district",)),
        )
        for field in fields
    },
}
# One of every third class and those that have been in the way
SAMPLE = ("attributes-2", "comments-1", "ends-1", "formulas-1", "handlers-1", "separated-16", "templates-1", "xml-1")


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with compiled.once():
        yield Journey(tmp_path_factory.mktemp("hostile") / "project")


def test_every_text_field_of_the_model_is_tried(journey: Journey) -> None:
    assert slots.declared() - {slot.name for slot in journey.every} == UNFILLED.keys()


def test_each_string_is_refused_or_shown_as_typed(journey: Journey) -> None:
    for one in corpus.strings():
        if one.name in SAMPLE:
            journey.take(one.text)
    assert journey.counted.faults == []
    assert journey.counted.shown > len(SAMPLE) * 80


@pytest.mark.browser
def test_pages_that_hold_them_run_nothing_and_keep_their_width(journey: Journey) -> None:
    texts = [one.text for one in corpus.sample(2 * len(corpus.kinds()))]
    mixed.site(journey, texts, 0)
    with opened.browser() as running:
        for bypass in (False, True):
            with opened.opened(running, journey.trial.sandbox.site, bypass=bypass) as site:
                site.every(opened.addresses(journey.trial.sandbox.site, every=False))
                site.searched(texts[:20])
                site.asked(["search.html"], ["constructor", "%zz"])
                site.addressed(opened.READING[:4], texts)
            assert sorted(set(site.faults)) == []
