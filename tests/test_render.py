"""The fingerprint decides whether a page is rendered; the audit reads what was rendered."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from msgspec.structs import replace

from disclosure import audit
from disclosure.pages.chrome import Frame, SiteView
from disclosure.pages.page import Link, Page
from disclosure.pages.service import SitemapView
from disclosure.theme import runtime
from disclosure.theme import theme as render
from disclosure.theme.environment import Environment
from disclosure.theme.fragments import Placeholders
from disclosure.theme.theme import Theme
from tests.projects import GOLDEN, REPOSITORY

SITE = SiteView(
    title="站名", tagline="说明", language="zh-CN", address="", notice="声明", meta=(), footer=(), footer_links=()
)
NAV = (Link("首页", "index.html"),)
FRAME = Frame(SITE, NAV)
PAGE = Page(kind="narrative", address="about.html", title="关于", description="说明", view="view")

SITEMAP = replace(PAGE, kind="sitemap", view=SitemapView((), (), Link("x", "manifest.json")))


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    shutil.copytree(REPOSITORY / "templates", tmp_path / "templates")
    return Theme((tmp_path / "templates",), "zh-CN")


def fingerprint(theme: Theme, site: SiteView = SITE, page: Page = PAGE, html: str = "<p>甲") -> str:
    return render.fingerprint(
        render.theme_digest(Theme(theme.layers, theme.language), Frame(site, NAV)), render.canonical(page), html
    )


def test_the_same_page_has_the_same_fingerprint(theme: Theme) -> None:
    assert fingerprint(theme) == fingerprint(theme)


def test_whatever_could_change_the_bytes_changes_the_fingerprint(theme: Theme) -> None:
    found = {
        fingerprint(theme),
        fingerprint(theme, replace(SITE, notice="")),
        fingerprint(theme, page=replace(PAGE, view="other")),
        fingerprint(theme, page=replace(PAGE, updated="2024-01-01")),
        fingerprint(theme, html="<p>乙"),
        fingerprint(Theme(theme.layers, "en")),
    }
    assert len(found) == 6


@pytest.mark.parametrize("name", ["main.html", "css/00-settings.css", "components/header.css", "js/main.js"])
def test_a_touched_template_style_or_script_changes_the_fingerprint(theme: Theme, name: str) -> None:
    before = fingerprint(theme)
    with (theme.layers[0] / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert fingerprint(theme) != before


def test_text_is_escaped_in_templates(theme: Theme) -> None:
    site = replace(SITE, notice='<script>"&')
    view = SitemapView((), (), Link("x", "manifest.json"))
    page = replace(PAGE, kind="sitemap", view=view)
    html = render.render(theme, Frame(site, NAV), page, "").data.decode()
    assert "&lt;script&gt;&#34;&amp;" in html
    assert "<script>" not in html


@given(st.text(" <>&\"'甲", max_size=8) | st.integers() | st.none() | st.builds(Markup, st.text("<&甲", max_size=3)))
def test_values_are_escaped_as_jinja_does_it(value: object) -> None:
    assert runtime.escape(value) == str(escape(value))
    source = "{% macro m(x) %}<{{ x }}>{% endmacro %}{% set y %}{{ value }}{% endset %}{{ value }}{{ m(value) }}{{ y }}"
    ours, jinjas = Environment(autoescape=True), jinja2.Environment(autoescape=True)
    assert ours.from_string(source).render(value=value) == jinjas.from_string(source).render(value=value)


GOOD = b'<h1 id="a">x</h1><a href="other.html#b">y</a><img src="x.png"><style>p[style="x"] {}</style>'
OTHER = (
    b'<h1 id="b">x</h1><a href="about.html">y</a><a href="https://elsewhere.test/#q">z</a><a href="mailto:a@b.c">m</a>'
)
FILES = frozenset({"about.html", "other.html", "x.png"})


def findings(about: bytes, public: str = "") -> list[str]:
    pages = {"about.html": audit.facts(about.decode()), "other.html": audit.facts(OTHER.decode())}
    anchors = dict.fromkeys(FILES) | {address: page.all_ids for address, page in pages.items()}
    links = audit.targets(pages.items(), public)
    flaws = [flaw for address, page in pages.items() for flaw in audit.flaws(address, page, frozenset(), public)]
    return [*flaws, *audit.astray(links, anchors)]


def test_an_anchor_that_was_promised_must_be_there() -> None:
    flaws = audit.flaws("about.html", audit.facts(GOOD.decode()), frozenset({"a", "gone"}), "")
    assert list(flaws) == ["about.html: promised anchors are missing: ['gone']"]


def test_good_pages_pass_the_audit() -> None:
    assert findings(GOOD) == []


@pytest.mark.parametrize(
    ("spoilt", "finding"),
    [
        (GOOD.replace(b"other.html", b"none.html"), "about.html: link to none.html#b leads nowhere"),
        (GOOD.replace(b"#b", b"#c"), "about.html: link to other.html#c: no such anchor"),
        (GOOD.replace(b"other.html#b", b"#c"), "about.html: link to #c: no such anchor"),
        (GOOD.replace(b"x.png", b"y.png"), "about.html: link to y.png leads nowhere"),
        (GOOD + b"<h1>z</h1>", "about.html: 2 h1 elements"),
        (GOOD.replace(b"h1", b"h2"), "about.html: 0 h1 elements"),
        (GOOD + b'<p id="a">', "about.html: id used twice: a"),
        (GOOD + b'<p style="color: red">', "about.html: style attribute"),
        (GOOD + b'<form action="none.html">', "about.html: link to none.html leads nowhere"),
        (GOOD + b'<a href="../about.html">', "about.html: link to ../about.html leads nowhere"),
        (
            GOOD.replace(b"x.png", b"https://else.test/x.png"),
            "about.html: loads https://else.test/x.png from another host",
        ),
        (GOOD + b'<script src="//else.test/x.js"></script>', "about.html: loads //else.test/x.js from another host"),
    ],
)
def test_the_audit_finds(spoilt: bytes, finding: str) -> None:
    assert findings(spoilt) == [finding]


def test_a_page_that_only_itself_leads_to_is_an_orphan_unless_its_kind_may_be_one() -> None:
    pages = {
        "index.html": audit.Facts(links=("a.html", "index.html"), unlinked=True),
        "a.html": audit.Facts(links=("a.html#x",)),
        "b.html": audit.Facts(links=("b.html", "index.html")),
    }
    unreached = audit.unreached(pages, audit.targets(pages.items(), ""))
    assert list(audit.orphans(unreached)) == ["b.html: no page leads here"]


def test_pages_that_share_a_link_to_one_of_them_lead_there() -> None:
    """It is the same fragment on each of them, and it is looked at once."""
    shared = audit.Facts(links=("a.html",))
    pages = {"a.html": audit.Facts(shared=shared), "b.html": audit.Facts(shared=shared)}
    assert audit.targets(pages.items(), "") == {("a.html", ""): "b.html"}


def test_the_sites_own_address_is_no_link_inside_it_but_the_page_shown_at_any_address_leads_from_the_root() -> None:
    """It is evidence that an editor found, on the same host perhaps, and no page of ours."""
    page = audit.facts('<h1>x</h1><a href="https://own.test/s/other.html"><a href="https://own.test/s/none.html">')
    public = "https://own.test/s/"
    assert audit.targets([("about.html", page), ("a/b.html", page)], public) == {}
    assert audit.targets([("404.html", page)], public) == {}
    page = audit.facts('<h1>x</h1><a href="/s/other.html"><a href="/s/none.html">')
    found = audit.targets([("404.html", page)], public)
    assert list(audit.astray(found, {"other.html": None})) == ["404.html: link to none.html leads nowhere"]


def test_a_page_may_load_from_the_sites_own_address_and_from_itself() -> None:
    loading = (
        b'<link rel="canonical" href="https://own.test/s/other.html"><link rel="icon" href="data:image/svg+xml,x">'
    )
    assert findings(GOOD + loading, "https://own.test/s/") == []


SHARED = '<style>p[style="x"] {}</style><header id="head"><a href="other.html">o</a></header>'


PIECES = ['<p id="a">', '<a class="x" href="b.html#&amp;">', "甲 id= ", SHARED, "</p>", "&lt;"]


@given(st.lists(st.sampled_from(PIECES)))
def test_a_page_with_fragments_is_the_whole_page(pieces: list[str]) -> None:
    """Put in when the page is finished, looked at apart: the same bytes, the same facts in another order."""
    fragments = Placeholders()
    whole = "".join(pieces)
    made = fragments.filled("".join(fragments.of(Markup(one)) if one is SHARED else one for one in pieces))
    assert made.data == whole.encode()
    apart, together = audit.facts(made.own, made.fragments), audit.facts(whole.replace("<style>", "<style >"))
    shared = apart.shared or audit.Facts()
    assert sorted(apart.all_ids) == sorted(together.ids)
    assert sorted(apart.links + shared.links) == sorted(together.links)


def test_facts_are_those_of_the_tags() -> None:
    page = '<h1 id="a&amp;b">id="c"</h1><script src="x.js"></script><link rel="icon" href="i"><!-- <a href="no"> -->'
    found = audit.facts(page + '<a href="p"><area href="q"><form action="r" data-index="s"><b style="t">')
    assert found == audit.Facts(
        ids=("a&b",), links=("p", "q"), headings=1, loads=("x.js", "i", "r", "s"), style_attributes=1
    )


# Words as they are escaped, with all that makes them look like tags
WORDS = st.text(' <>&"=甲', max_size=6).map(escape) | st.sampled_from([' id="x" ', ' href="y', '" style="z', "src="])
ATTRIBUTES = ["id", "src", "action", "data-index", "style", "class", "data-id", "title"]
VALUES = st.text("<>&\"='#甲b", max_size=4).map(escape)


def tags_of(names: list[str], attributes: list[str]) -> st.SearchStrategy[str]:
    inside = st.lists(st.builds(' {}="{}"'.format, st.sampled_from(attributes), VALUES), max_size=4).map("".join)
    return st.builds("<{}{}>".format, st.sampled_from(names), inside)


TAGS = tags_of(["a", "area", "link", "use"], [*ATTRIBUTES, "href"]) | tags_of(["h1", "p", "b", "form"], ATTRIBUTES)
TEXT = st.lists(WORDS | TAGS | st.just("</p>"), max_size=8).map("".join)
# No link leads anywhere from a head: whatever has an address there loads a file
HEAD = st.lists(WORDS | tags_of(["link", "meta"], [*ATTRIBUTES, "href"]), max_size=8).map("".join)


@given(HEAD, TEXT)
def test_facts_at_one_go_are_those_of_the_tags(head: str, body: str) -> None:
    page = f'<title>{head}</title><link href="i"><body class="c"><h1 id="d">{body}</body>'
    assert_same(audit.facts(page), audit._of_tags(page, None))


class Reader(HTMLParser):
    """The same facts, as the standard library's parser sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings = self.style_attributes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.headings += tag == "h1"
        for name, value in attrs:
            self.style_attributes += name == "style"
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag in ("a", "area"):
                self.links.append(value or "")
            elif name in ("href", "src", "action", "data-index"):
                self.loads.append(value or "")


def as_parsed(page: str) -> audit.Facts:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return audit.Facts(
        ids=tuple(reader.ids),
        links=tuple(reader.links),
        headings=reader.headings,
        loads=tuple(reader.loads),
        style_attributes=reader.style_attributes,
    )


# What holds words that look like tags and are none
RAW = ['<script src="s.js"></script>', "<script>if (a<b) '<a href=\"no\">'</script>", '<!-- <a href="no" id="no"> -->']
PARTS = st.lists(WORDS | TAGS | st.sampled_from(RAW) | st.just("</p>"), max_size=8).map("".join)


@given(PARTS, PARTS, st.booleans())
def test_facts_are_those_of_a_real_parser(head: str, body: str, styled: bool) -> None:
    style = '<style>p[id="x"]::after { content: "<h1>" }</style>' if styled else ""
    page = f'<!doctype html><html><link href="i">{style}{head}<body class="c"><h1 id="d">{body}</body></html>'
    assert_same(audit.facts(page), as_parsed(page))


def test_facts_of_the_expected_sites_are_those_of_a_real_parser() -> None:
    pages = [path.read_text("utf-8") for path in GOLDEN.glob("*/expected/**/*.html")]
    assert len(pages) > 50
    for page in pages:
        assert_same(audit.facts(page), as_parsed(page))


def test_facts_of_the_expected_sites_are_those_of_the_tags() -> None:
    """Their style sheets and scripts stand in what pages share."""
    pages = [path.read_text("utf-8") for path in GOLDEN.glob("*/expected/**/*.html")]
    own = [re.sub(r"<style>.*?</style>|<script.*?</script>", "", page, flags=re.S) for page in pages]
    assert len(own) > 50
    for page in own:
        assert_same(audit.facts(page), audit._of_tags(page, None))


def assert_same(one: audit.Facts, other: audit.Facts) -> None:
    """In any order."""
    assert sorted(one.ids) == sorted(other.ids)
    assert sorted(one.links) == sorted(other.links)
    assert sorted(one.loads) == sorted(other.loads)
    assert (one.headings, one.style_attributes) == (other.headings, other.style_attributes)


LINKED = [
    "#x",
    "../../a/b.html#x",
    "b.html",
    "0.html",
    "1.html#x",
    "../a/../c/b.html#%E7%94%B2",
    "b.html?q#x",
    "//else.test/a",
    "mailto:a@b.c",
]
LINKS = st.lists(st.sampled_from([*LINKED, "https://own.test/s/a/b.html#x", "https://own.test/s/"])).map(tuple)
SEEN = st.builds(lambda a, b, c: audit.Facts(links=a, loads=b, shared=audit.Facts(links=c)), LINKS, LINKS, LINKS)


@given(st.lists(SEEN), st.sampled_from(["", "https://own.test/s/"]))
def test_targets_of_pages_are_those_of_each_page_alone(pages: list[audit.Facts], public: str) -> None:
    """What was asked on another page of the folder is not asked again, and is not forgotten either."""
    named = [(f"{'a/b' if n % 2 else 'c'}/{n}.html", page) for n, page in enumerate(pages)]
    alone: dict[audit.LinkTarget, list[str]] = {}
    for one in named:
        for link in (*one[1].links, *one[1].loads, *(one[1].shared or audit.Facts()).links):
            for target in audit.targets([(one[0], audit.Facts(links=(link,)))], public):
                alone.setdefault(target, []).append(one[0])
    first = {target: next((one for one in of if one != target[0]), of[0]) for target, of in alone.items()}
    assert audit.targets(named, public) == first
