"""The editors' desk in a browser: each form is whole, speaks to those who listen, fits a phone, and reaches nobody."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure.desk.forms import KINDS
from tests import shared
from tests.desk import desks

from . import programs
from .server import serve
from .test_accessibility import NARROW, violations

pytestmark = pytest.mark.browser

FORMS = [one.id for one in KINDS]
# Of each control that can be filled in, what it is called; nothing where it has no name
NAMES = """() => [...document.querySelectorAll('main input, main select, main textarea')]
  .filter(one => one.offsetParent && !one.closest('[aria-hidden="true"]'))
  .filter(one => ![...(one.labels || [])].some(label => label.textContent.trim()))
  .filter(one => !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby'))
  .map(one => one.outerHTML)"""
MARKUP = "() => '<!doctype html>\\n' + document.documentElement.outerHTML"
ASKS_OUT = """async address => {
  const answers = await Promise.allSettled([fetch(address), fetch('desk-data.js')]);
  const image = await new Promise(done => {
    Object.assign(new Image(), { onload: () => done('loaded'), onerror: () => done('refused'), src: address });
  });
  return [...answers.map(one => one.status), image];
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a desk."""
    return shared.folder(tmp_path_factory, "desk", desks.build) / "site"


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture
def open_form(new_page, root):
    """Opens a form, with a report chosen where it asks for one."""

    def opened(form: str, **options):
        page = new_page(**options)
        page.goto(f"{root}desk/#{form}")
        page.locator("[data-desk] :is(input, select, textarea):visible").first.wait_for()
        return page

    return opened


@pytest.mark.parametrize("form", FORMS)
def test_no_form_has_a_violation(open_form, form):
    page = open_form(form, width=NARROW, bypass_csp=True)
    assert violations(page, all_colours=True) == {}


@pytest.mark.parametrize("form", FORMS)
def test_each_control_is_called_something_and_fits_a_phone(open_form, form):
    page = open_form(form, width=NARROW)
    assert page.evaluate(NAMES) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_a_correction_with_the_file_that_it_changes_is_as_good(open_form):
    page = open_form("correction", width=NARROW, bypass_csp=True)
    page.get_by_role("button", name="加一项更正的字段").click()
    page.get_by_label("记录").first.fill("updates/2025/2026-01-14-firms")
    page.get_by_label("从这条记录里选").select_option("title")
    page.get_by_label("现在").first.fill("科技型中小企业133家")
    page.locator(".d-desk-part").nth(1).wait_for()
    assert violations(page, all_colours=True) == {}
    assert page.evaluate(NAMES) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


@pytest.mark.nu
def test_the_nu_checker_finds_no_error(open_form, site: Path, tmp_path: Path):
    """Neither in the page as it is served nor in what its script makes of it."""
    files = [site / "desk/index.html"]
    for form in FORMS:
        path = tmp_path / f"{form}.html"
        path.write_text(open_form(form).evaluate(MARKUP), "utf-8")
        files.append(path)
    options = ["--errors-only", "--format", "json", "--stdout", "--exit-zero-always"]
    command = [programs.java(), "-jar", programs.CHECKER, *options, *files]
    answer = subprocess.run(command, capture_output=True, check=True, timeout=120)
    messages = json.loads(answer.stdout)["messages"]
    assert [f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}" for one in messages] == []


def test_without_script_the_page_says_what_to_do(new_page, root):
    page = new_page(java_script_enabled=False)
    page.goto(f"{root}desk/")
    assert "python build.py new" in page.inner_text("main")
    assert page.locator("main form, main input").count() == 0


class TestPolicy:
    @pytest.fixture
    def loud(self) -> bool:
        return True

    def test_a_script_of_the_desk_can_ask_and_tell_nobody(self, open_form):
        page = open_form("update")
        assert page.evaluate(ASKS_OUT, "https://elsewhere.example/x.png") == ["rejected", "rejected", "refused"]


def test_large_type_and_dark_are_kept_from_the_public_pages(open_form, root):
    page = open_form("update", width=NARROW)
    before = page.evaluate("getComputedStyle(document.body).fontSize")
    page.locator("summary", has_text="显示").click()
    page.get_by_role("button", name="特大").click()
    page.get_by_role("button", name="深色").click()
    page.goto(f"{root}index.html")
    assert page.evaluate("({...document.documentElement.dataset}).theme") == "dark"
    page.goto(f"{root}desk/")
    assert float(page.evaluate("getComputedStyle(document.body).fontSize")[:-2]) > float(before[:-2])


def test_what_a_phone_loads_at_once_is_little(new_page, root):
    page = new_page(width=NARROW)
    loaded = []
    page.on("response", lambda answer: loaded.append(answer.url.removeprefix(root).partition("?")[0]))
    page.goto(f"{root}desk/#update")
    page.locator("[data-desk] :is(input, select, textarea):visible").first.wait_for()
    page.wait_for_load_state("networkidle")
    reports = [one for one in loaded if one.startswith("desk/reports/")]
    assert len(reports) <= 1
    assert not any(one.startswith("desk/commitments/") for one in loaded)
