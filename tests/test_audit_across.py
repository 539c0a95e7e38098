"""Links from one part of a site to another are followed once all pages are made, whichever parts they join."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import province
from tests.projects import REPOSITORY, Sandbox

PLACE = province.PLACES[0].id
KEY, OTHER = (f"{PLACE}-{year}" for year in (2025, 2026))
DISTRICT, PROMISE = f"districts/{PLACE}/index.html", f"reports/{KEY}/commitments/c001.html"
# Templates of pages of the whole site, of a district, and of a report
HOME, OF_DISTRICT, OF_REPORT = "province.html", "district.html", "commitment.html"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """Two reports of one district."""
    places = (replace(province.PLACES[0], years=(2025, 2026)), province.PLACES[3])
    return province.project(tmp_path_factory.mktemp("audited") / "project", places)


def said(project: Sandbox, template: str, target: str) -> tuple[int, str]:
    """Code and words of a build whose pages of this template lead to the target too."""
    own = project.root / "own/pages"
    own.mkdir(parents=True, exist_ok=True)
    for old in own.iterdir():
        old.unlink()
    text = (REPOSITORY / "templates/pages" / template).read_text("utf-8")
    before, end, after = text.rpartition("{% endblock %}")
    (own / template).write_text(f'{before}<a href="{{{{ page.root }}}}{target}">x</a>{end}{after}', "utf-8")
    config = project.root / "mkdocs.yml"
    settings = config.read_text("utf-8").replace(f"custom_dir: {REPOSITORY}/templates", "custom_dir: own")
    config.write_text(settings, "utf-8")
    done = project.run("build", "--date", province.DATE)
    return done.code, done.out + done.err


@pytest.mark.parametrize(
    ("template", "target", "wrong"),
    [
        (HOME, f"reports/{KEY}/none.html", "leads nowhere"),
        (HOME, f"{PROMISE}#none", "no such anchor"),
        (HOME, "reports/none/report.html", "leads nowhere"),
        (OF_DISTRICT, f"updates/{KEY}/none.html", "leads nowhere"),
        (OF_REPORT, f"reports/{OTHER}/commitments/c001.html#none", "no such anchor"),
        (OF_REPORT, "topics/none.html", "leads nowhere"),
        (OF_REPORT, f"{DISTRICT}#none", "no such anchor"),
    ],
)
def test_a_link_into_another_part_that_leads_nowhere_stops_the_build(
    small: Sandbox, template: str, target: str, wrong: str
) -> None:
    code, words = said(small, template, target)
    assert code == 3
    assert f": link to {target}{' ' if wrong == 'leads nowhere' else ': '}{wrong}" in words


@pytest.mark.parametrize(
    ("template", "target"),
    [
        (HOME, PROMISE),
        (OF_DISTRICT, f"reports/{OTHER}/commitments/c001.html"),
        (OF_REPORT, DISTRICT),
        (OF_REPORT, "index.html"),
    ],
)
def test_one_that_leads_somewhere_does_not(small: Sandbox, template: str, target: str) -> None:
    assert said(small, template, target)[0] == 0
