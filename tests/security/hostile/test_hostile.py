"""Strings of each class in every text field: refused with a message, or on the site as they were typed; the browser
runs nothing of them, asks nobody and stays as wide as it was. ``make hostile`` does it with all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from tests import compiled
from tests.security.hostile import corpus, mixed, opened, slots
from tests.security.hostile.journey import Journey
from tests.security.hostile.province import PROVINCE

# Text fields that the project does not fill, each with what stands in the way
UNFILLED = {
    "CommitmentRecord.superseded_by": "a promise that is no more",
    "ContextRecord.basis": "a word of a vocabulary",
    "Identity.site_id_code": "a site that has one prints no notice",
    "IndicatorRecord.rate_of": "the id of another indicator",
    "ObservationRecord.unit": "the indicator's own",
    "ResultRecord.answers": "the id of a promise of an earlier report",
    "ResultRecord.group": "as CommitmentRecord's",
    "Site.share_font": "a file of the machine",
    "TargetRecord.unit": "what the program reads itself",
}
# One of every third class and those that have been in the way
SAMPLE = ("attributes-2", "comments-1", "ends-1", "formulas-1", "handlers-1", "separated-16", "templates-1", "xml-1")


# So many fields show such a string at least
LEAST = {"journey": 80, "of_several": 20}
# What is tried of them where pages of several districts show it
OF_SEVERAL = ("attributes-2", "ends-1", "formulas-1", "handlers-1")


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with compiled.once():
        yield Journey(tmp_path_factory.mktemp("hostile") / "project")


@pytest.fixture(scope="module")
def of_several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with compiled.once():
        yield Journey(tmp_path_factory.mktemp("hostile") / "province", PROVINCE)


def test_every_text_field_of_the_model_is_tried(journey: Journey, of_several: Journey) -> None:
    tried = {slot.name for slot in (*journey.every, *of_several.every)}
    assert slots.declared() - tried == UNFILLED.keys()


@pytest.mark.parametrize(("project", "names"), [("journey", SAMPLE), ("of_several", OF_SEVERAL)])
def test_each_string_is_refused_or_shown_as_typed(
    request: pytest.FixtureRequest, project: str, names: Sequence[str]
) -> None:
    journey = request.getfixturevalue(project)
    for one in corpus.strings():
        if one.name in names:
            journey.take(one.text)
    assert journey.counted.faults == []
    assert journey.counted.shown > len(names) * LEAST[project]


@pytest.mark.browser
@pytest.mark.parametrize("project", ["journey", "of_several"])
def test_pages_that_hold_them_run_nothing_and_keep_their_width(request: pytest.FixtureRequest, project: str) -> None:
    journey = request.getfixturevalue(project)
    texts = [one.text for one in corpus.sample(2 * len(corpus.kinds()))]
    mixed.site(journey, texts, 0)
    with opened.browser() as running:
        for bypass in (False, True):
            with opened.opened(running, journey.trial.sandbox.site, journey.trial.of, bypass=bypass) as site:
                site.every(opened.addresses(journey.trial.sandbox.site, every=False))
                site.searched(texts[:20])
                site.asked(journey.trial.of.asked[-1:], ["constructor", "%zz"])
                site.addressed(journey.trial.of.reading[:4], texts)
            assert sorted(set(site.faults)) == []
