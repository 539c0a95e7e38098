"""The example with what became of its promises, built with an address of the site and without."""

from __future__ import annotations

import re

import pytest

from tests.projects import Sandbox, create, date_of


@pytest.fixture(scope="session", params=["with an address", "without an address"])
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    return built(create(tmp_path_factory.mktemp("feeds") / "project", "shiguang"), request.param == "with an address")


def built(project: Sandbox, has_address: bool) -> Sandbox:
    site = project.content / "site.yml"
    text = site.read_text("utf-8")
    assert re.search("^address: ", text, re.M)
    if not has_address:
        site.write_text(re.sub("^address: .*\n", "", text, flags=re.M), "utf-8")
    project.build(date_of("shiguang"))
    return project
