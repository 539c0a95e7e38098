"""The content security policy holds: nothing inline runs, nothing from elsewhere loads. It is never bypassed here."""

from __future__ import annotations

import json

import pytest

from disclosure.theme import policy

from .conftest import TEXT

pytestmark = pytest.mark.browser

INLINE = """() => ({
  scripts: document.querySelectorAll('script:not([src], [type="application/ld+json"])').length,
  styles: document.querySelectorAll('[style]').length,
  handlers: [...document.querySelectorAll('*')].flatMap(one => [...one.attributes])
    .filter(one => one.name.startsWith('on')).length,
  frames: document.querySelectorAll('iframe, object, embed, base').length,
  policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]').content.split('; ').sort(),
})"""
# What portals set, but for the pictures in the style sheet
POLICY_OF_HOST = "default-src 'self'; img-src 'self' data:"
ATTACKS = {
    "script": "const s = document.createElement('script'); s.append('window.ran = 1'); document.body.append(s);",
    "handler": "document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.ran = 1\">');",
    "address": "const a = Object.assign(document.createElement('a'), { href: 'javascript:window.ran=1' }); a.click();",
    "evaluated": "setTimeout(() => { try { Function('window.ran = 1')() } catch { } });",
    "foreign": "const s = document.createElement('script'); s.src = 'https://example.org/'; document.body.append(s);",
    "data": "const s = document.createElement('script'); s.src = 'data:,window.ran=1'; document.body.append(s);",
}


@pytest.fixture
def loud(request: pytest.FixtureRequest) -> bool:
    """The browser reports each refusal on the console."""
    return "blocked" in request.node.name


def test_every_page_carries_the_policy_and_nothing_inline(on_each_page, pages):
    expected = {
        "scripts": 0,
        "styles": 0,
        "handlers": 0,
        "frames": 0,
        "policy": sorted(policy.text(policy.PAGE).split("; ")),
    }
    assert on_each_page(INLINE) == dict.fromkeys(pages, expected)


def test_a_stricter_policy_of_the_host_leaves_pages_and_their_data_whole(new_page, go):
    """No page may say a word: a block of data is no script to any policy."""
    page = new_page()

    def with_policy(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY_OF_HOST})

    page.route("**/*", with_policy)
    for path in ("index.html", "data.html", "reports/2024/index.html", "reports/2024/commitments/c001.html"):
        text = go(page, path).locator('script[type="application/ld+json"]').text_content()
        assert json.loads(text)["@context"] == "https://schema.org"


@pytest.mark.parametrize("attack", ATTACKS)
def test_injected_script_is_blocked(visit, root, watch, attack):
    page = visit(TEXT)
    # From a timer of the page itself: what the test evaluates is exempt from the policy
    tried = f"try {{ {ATTACKS[attack]} }} catch {{ }} done();"
    page.evaluate(f"() => new Promise(done => setTimeout(() => {{ {tried} }}))")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert [one for one in watch.answered if not one.startswith(root)] == []


def test_injected_styles_are_blocked(visit):
    page = visit(TEXT)
    page.evaluate(
        """() => {
          const [sheet, line] = ['style', 'p'].map((name) => document.createElement(name));
          sheet.append('body { display: none }');
          line.append('x');
          line.id = 'x';
          line.setAttribute('style', 'display: none');
          document.body.append(sheet, line);
        }"""
    )
    assert page.locator("#p2-05").is_visible()
    assert page.locator("#x").is_visible()
