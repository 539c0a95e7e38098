"""Each page has the policy of its kind, before anything that loads, and nothing in it that a policy would stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from disclosure.offline import bundle
from disclosure.theme import policy
from tests import policed, shared
from tests.offline import zips
from tests.projects import REPOSITORY

KIND = re.compile(r'<body class="d-page d-page--([a-z-]+)"')
DATA = "application/ld+json"
# What runs what an attribute or an address says
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset")
LOADED = ("script", "link", "img", "iframe", "style")
# Elements that no page has
FOREIGN = ("base", "object", "embed", "applet", "frame", "frameset", "marquee")
# Of scripts: what makes code, an address of code or markup of a text
SINKS = re.compile(
    r"""innerHTML|outerHTML|insertAdjacentHTML|document\s*\.\s*write|\beval\b|\bFunction\s*\(|setTimeout\s*\(\s*["'`]"""
    r"""|setInterval\s*\(\s*["'`]|javascript:|DOMParser|createContextualFragment|srcdoc|HTMLUnsafe|setHTML\b"""
    r"""|\bimport\s*\(|importScripts|\bWorker\s*\(|serviceWorker|execCommand\(\s*["']insert|\.on\w+\s*=\s*["'`]"""
)
# The two places that give a script element its address; the browser asks trusted.js about both
LOADERS = {"search/insert.js", "lost.js"}


class InlineFinder(HTMLParser):
    """The policy of a page, and all that stands in it and should not."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if given.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(given["content"])
        elif tag in LOADED and not self.policies:
            self.wrong.append(f"{tag} before the policy")
        self.wrong += self._inline(tag, given)

    def _inline(self, tag: str, given: dict[str, str]) -> Iterator[str]:
        if tag in FOREIGN or "refresh" in given.get("http-equiv", "").lower():
            yield tag
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != DATA):
            yield f"{tag} within"
        yield from (f"{tag} {name}" for name in given if name == "style" or name.startswith("on") or name == "srcdoc")
        for name in ADDRESSES:
            if re.match(r"\s*(javascript|vbscript|data:text)", unescape(given.get(name, "")), re.I):
                yield f"{tag} {name}={given[name]}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared.folder(tmp_path_factory, policed.NAME, policed.build) / "site"


def expected(path: Path, text: str) -> str:
    """By the kind of page that its body says, and where it stands."""
    if path.parts[0] == "embed":
        return policy.text(policy.CARD)
    found = KIND.search(text)
    assert found, path
    if found[1] == "desk":
        return policy.text(policy.DESK)
    return policy.text(policy.PAGE | (policy.FRAMES if "<iframe" in text else {}))


def test_every_page_has_the_policy_of_its_kind_and_nothing_inline(site: Path) -> None:
    texts = {path.relative_to(site): path.read_text("utf-8") for path in site.rglob("*.html")}
    seen = {path: InlineFinder(text) for path, text in texts.items()}
    assert {path: one.wrong for path, one in seen.items() if one.wrong} == {}
    assert {path: one.policies for path, one in seen.items()} == {
        path: [expected(path, text)] for path, text in texts.items()
    }
    kinds = {found[1] for text in texts.values() if (found := KIND.search(text))}
    assert {"desk", "not-found", "posters", "search", "vanished", "changes"} <= kinds
    assert any("<iframe" in text for text in texts.values())


def test_the_copy_to_carry_away_has_them_too(site: Path, tmp_path: Path) -> None:
    copy = zips.unpacked(tmp_path, zips.wish(site))
    seen = {path: InlineFinder(path.read_text("utf-8")) for path in copy.rglob("*.html")}
    assert {path: one.wrong for path, one in seen.items() if one.wrong} == {}
    start = next(one for path, one in seen.items() if path == copy / bundle.START)
    assert start.policies == [policy.text(policy.START)]
    assert {len(one.policies) for one in seen.values()} == {1}


def test_no_policy_has_an_unsafe_word_and_none_upgrades_requests() -> None:
    """A site that is reached by http alone would lose its style sheet and scripts."""
    texts = [*policy.TEXTS.__struct_fields__]
    written = [str(getattr(policy.TEXTS, name)) for name in texts]
    written += [policy.header(together=True), str(policy.TEXTS.together(["https://a.example/search/"]))]
    written += [policy.header(), policy.header(card=True), str(policy.own_style("p {}"))]
    assert [text for text in written if "unsafe" in text or "*" in text.replace("frame-ancestors *", "")] == []
    assert [text for text in written if "upgrade-insecure" in text] == []


def test_a_header_allows_what_the_pages_do_and_says_who_may_frame_them() -> None:
    def read(text: str) -> dict[str, str]:
        return dict(part.split(" ", 1) for part in text.split("; "))

    assert read(policy.header()) == policy.PAGE | policy.FRAMES | {"frame-ancestors": "'self'"}
    assert read(policy.header(card=True)) == policy.CARD | {"frame-ancestors": "*"}
    assert {name for name in policy.DESK if policy.DESK[name] != policy.PAGE[name]} == {"form-action"}


def test_the_page_of_several_sites_may_ask_for_their_indexes_and_run_nothing_of_them() -> None:
    def read(text: str) -> dict[str, str]:
        return dict(part.split(" ", 1) for part in text.split("; "))

    own = read(policy.TEXTS.together(["https://a.example/search/"]))
    assert own == policy.PAGE | {"connect-src": "'self' https://a.example/search/"}
    anywhere = {"connect-src": "'self' https: http:", "frame-ancestors": "'self'"}
    assert read(policy.header(together=True)) == policy.PAGE | policy.FRAMES | anywhere


def test_hosts_are_told_these_headers() -> None:
    told = (REPOSITORY / "docs/hosting.md").read_text("utf-8")
    headers = (policy.header(), policy.header(card=True), policy.header(together=True))
    assert [text for text in headers if f'"{text}"' not in told] == []


def scripts() -> dict[str, str]:
    js, preview = REPOSITORY / "templates/js", REPOSITORY / "disclosure/preview"
    found = {path.relative_to(js).as_posix(): path for path in js.rglob("*.js")}
    found |= {path.name: path for path in preview.glob("*.js")}
    return {name: path.read_text("utf-8") for name, path in found.items()}


def test_no_script_makes_code_or_markup_of_a_text() -> None:
    assert {name: found for name, text in scripts().items() if (found := SINKS.findall(text))} == {}


def test_scripts_are_loaded_in_two_places_that_one_module_vouches_for() -> None:
    loading = re.compile(r"""createElement\(["']script|createElement\(one\.localName""")
    assert {name for name, text in scripts().items() if loading.search(text)} == LOADERS
    assert {name for name, text in scripts().items() if "createPolicy" in text} == {"trusted.js"}


@pytest.mark.parametrize(
    "text",
    [
        *("a.innerHTML = b", "document.write(b)", "eval(a)", "new Function(a)", 'setTimeout("a")', "a.onclick = 'b'"),
        *("new DOMParser()", "a.srcdoc = b", "import (a)", "a.setHTMLUnsafe(b)", 'x = "javascript:a"'),
    ],
)
def test_a_sink_is_found(text: str) -> None:
    assert SINKS.search(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "<p onclick=x>",
            "<p style=x>",
            "<script>x</script>",
            "<style>x</style>",
            "<base href=x>",
            "<iframe srcdoc=x>",
        ),
        *(
            "<a href=' JavaScript:x'>",
            "<meta http-equiv=refresh content=0>",
            "<a href='java&#115;cript:x'>",
            "<object>",
        ),
    ],
)
def test_what_is_inline_is_found(text: str) -> None:
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy.text(policy.PAGE)}">'
    assert InlineFinder(head).wrong == []
    assert InlineFinder(head + text).wrong != []
