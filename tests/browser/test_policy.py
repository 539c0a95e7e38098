"""Everything on a page of each kind is used under its policy as meta, as header and under a portal's own: no violation.

Trusted types refuse whatever would be made of a text: it is stopped before the other words of the policy are asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from disclosure.theme import policy
from tests import policed, shared

from . import firefox, kinds
from .conftest import BOUND, Visit
from .server import SUB_PATH, FileHandler, serve
from .test_aloud import DEVICE
from .test_framing import running
from .watch import Watch

pytestmark = pytest.mark.browser
# What portals set, but for the pictures in the style sheet
PORTAL = "default-src 'self'; img-src 'self' data:"
RECORD, CARD = "reports/2024/commitments/c001.html", "embed/2024/c001.html"
VIOLATIONS = """addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) =>
  violated([location.href, violatedDirective, blockedURI, sample, sourceFile].join(' ')))"""
# What is opened, chosen, typed and pressed, whatever the page has of it; nothing is sent, and nobody is asked to print
USE = """async () => {
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const tell = (element, ...names) => {
    for (const name of names) element.dispatchEvent(new Event(name, { bubbles: true }));
  };
  window.print = () => tell(window, 'beforeprint', 'afterprint');
  for (const one of document.querySelectorAll('details')) one.open = true;
  for (const one of document.querySelectorAll('input[type=search], input[type=text], textarea')) {
    if (one.readOnly) continue;
    one.focus();
    one.value = '停车';
    tell(one, 'input', 'change');
  }
  await pause(250);
  for (const one of document.querySelectorAll('input[type=checkbox]')) one.click();
  for (const one of document.querySelectorAll('select')) {
    one.selectedIndex = one.options.length - 1;
    tell(one, 'input', 'change');
  }
  await pause(250);
  let pressed = 0;
  for (const one of document.querySelectorAll('button[type=button], button[type=reset], [data-take]')) {
    if (!one.isConnected || !one.getClientRects().length) continue;
    // From a disk the whole file is opened
    if (location.protocol === 'file:' && one.dataset.take) continue;
    one.click();
    pressed += 1;
    await pause(5);
  }
  await pause(250);
  return pressed;
}"""
SINKS = {
    "markup": "document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.ran = 1\">')",
    "inner": "document.body.innerHTML = '<b>x'",
    "written": "document.write('<b>x')",
    "parsed": "new DOMParser().parseFromString('<b>x', 'text/html')",
    "range": "document.createRange().createContextualFragment('<b>x')",
    "framed": "document.createElement('iframe').srcdoc = '<b>x'",
    "text": "document.createElement('script').text = 'window.ran = 1'",
    "appended": "const s = document.createElement('script'); s.append('ran = 1'); document.body.append(s); void 0..x.y",
    "handler": "document.body.setAttribute('onclick', 'window.ran = 1')",
    "timer": "setTimeout('window.ran = 1')",
    "foreign": "document.createElement('script').src = 'https://example.invalid/x.js'",
    "beside": "document.createElement('script').src = '/uploads/x.js'",
    "above": "document.createElement('script').src = document.querySelector('script[src]').src + '/../../x.js'",
    "encoded": "document.createElement('script').src = new URL('assets/%2e%2e/%2e%2e/x.js', document.baseURI)",
    "data": "document.createElement('script').src = 'data:,window.ran=1'",
    "other policy": "trustedTypes.createPolicy('mine', { createHTML: (one) => one })",
    "same policy": "trustedTypes.createPolicy('default', { createHTML: (one) => one })",
}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared.folder(tmp_path_factory, policed.NAME, policed.build) / "site"


@pytest.fixture(scope="session")
def root(site: Path) -> Iterator[str]:
    """The address under which it is served: the one of all other tests is another site's."""
    with serve(site) as address:
        yield address


@pytest.fixture
def loud() -> bool:
    """What is asked of each test here: other addresses are opened, and refusals provoked."""
    return True


class Headed(FileHandler):
    """Every file with the header of its kind, and the portal's beside it."""

    def end_headers(self) -> None:
        card = self.path.removeprefix(SUB_PATH).lstrip("/").startswith("embed/")
        self.send_header("Content-Security-Policy", policy.header(card=card))
        self.send_header("Content-Security-Policy", PORTAL)
        super().end_headers()


@pytest.fixture(params=["headers", pytest.param("disk", marks=pytest.mark.long)])
def where(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The address of the site's root."""
    if request.param == "disk":
        yield f"{site.as_uri()}/"
        return
    with running(partial(Headed, directory=str(site)), "127.0.0.1") as address:
        yield address + SUB_PATH


@pytest.fixture
def watched(new_page: Visit, watch: Watch) -> Iterator[Callable[[], Page]]:
    """Opens an empty page; afterwards nothing may have violated a policy, and nothing failed."""
    violations: list[str] = []

    def open_page(**options: object) -> Page:
        page = new_page(**options)
        page.context.expose_function("violated", partial(list.append, violations))
        page.add_init_script(VIOLATIONS)
        page.add_init_script(DEVICE)
        return page

    yield open_page
    assert violations == []
    assert [one for one in watch.said if "error" in one.lower()] == []


def test_everything_on_a_page_of_each_kind_is_used_without_a_violation(watched, where: str, site: Path) -> None:
    page = watched()
    found = kinds.largest(site)
    # It asks the site at its address, which is none here: test_not_found.py has one without
    del found["not-found"]
    pressed = 0
    for address in (*found.values(), "search.html?q=" + quote("停车位 达成"), "desk/index.html", CARD):
        page.goto(where + address)
        if address != CARD:
            page.evaluate(BOUND)
        pressed += page.evaluate(USE)
        page.emulate_media(media="print")
        page.emulate_media(media="screen")
    assert pressed > 200


def test_every_form_of_the_desk_is_used_without_a_violation(watched, where: str) -> None:
    page = watched()
    page.goto(f"{where}desk/index.html")
    page.locator(".d-desk-choice").first.wait_for()
    for form in page.eval_on_selector_all(".d-desk-choice a", "all => all.map(one => one.hash)"):
        page.goto(f"{where}desk/index.html{form}")
        page.locator(".d-desk-top h2").wait_for()
        page.evaluate(USE)


def test_what_is_typed_into_the_box_of_any_page_is_searched(watched, where: str) -> None:
    page = watched()
    page.goto(where + RECORD)
    page.keyboard.press("/")
    page.get_by_role("searchbox").first.fill("停车")
    page.keyboard.press("Enter")
    expect(page.locator("[data-hit]").first).to_be_visible()


def attempted(page: Page) -> dict[str, str]:
    """What each attempt ends in, made by a timer of the page itself: what a test evaluates is exempt from policies."""
    found = {}
    for name, text in SINKS.items():
        tried = f"() => {{ try {{ {text}; done('made'); }} catch (error) {{ done(error.name); }} }}"
        found[name] = page.evaluate(f"() => new Promise((done) => setTimeout({tried}))")
    return found


@pytest.mark.parametrize("address", ["index.html", "search.html", RECORD, "desk/index.html", CARD])
def test_a_text_becomes_neither_code_nor_markup_nor_an_address_of_code(new_page, root: str, address: str) -> None:
    page = new_page()
    page.goto(root + address)
    ended = attempted(page)
    assert {name: how for name, how in ended.items() if how != "TypeError"} == {}
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None


def test_each_script_of_the_site_may_be_loaded_and_no_other(new_page, root: str, site: Path) -> None:
    page = new_page()
    page.goto(f"{root}reports/2024/index.html")
    ours = [root + path.relative_to(site).as_posix() for path in site.rglob("*.js")]
    others = [
        *(
            root + name
            for name in ("a.js", "assets/a/b.js", "reports/2024/evidence.js", "data/a.js", "assets/main.js?v=../a")
        ),
        *(
            root.replace("/a/b/qyp/", name)
            for name in ("/assets/main.js", "/a/b/assets/main.js", "/a/b/qypx/assets/main.js")
        ),
        *(
            "https://example.invalid/assets/main.js",
            "data:text/javascript,1",
            "javascript:1",
            "blob:x",
            "//assets/main.js",
        ),
    ]
    refused = "all => all.filter((one) => !trustedTypes.defaultPolicy.createScriptURL(one).toString())"
    assert len(ours) > 40
    assert page.evaluate(refused, ours) == []
    assert page.evaluate(refused, others) == others


@pytest.mark.skipif(firefox.installed() is None, reason="no Firefox here")
def test_firefox_refuses_as_much_and_loads_what_is_ours(root: str) -> None:
    with firefox.started() as browser:
        for address in (f"search.html?q={quote('停车')}", "desk/index.html"):
            browser.open(root + address)
            assert browser.wait("document.querySelectorAll('[data-hit], .d-desk-choice').length")
            refused = browser.run(
                "try { document.createElement('script').src = '/x.js'; return '' } catch (error) { return error.name }"
            )
            assert refused == ("TypeError" if browser.run("return Boolean(window.trustedTypes)") else "")
