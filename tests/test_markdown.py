"""Narratives to HTML: one renderer for all, links led to where they are published."""

from __future__ import annotations

import pytest

from disclosure.cache.state import parse_cache
from disclosure.source import markdown, prose
from disclosure.source.content import ParseCache


def test_nothing_of_one_text_stays_for_the_next() -> None:
    first = markdown.render("## 标题\n\n[链接](about.md) ![图](files/a.png)")
    assert (first.targets, first.images, first.ids) == (("about.md", "files/a.png"), ("files/a.png",), ("标题",))
    assert markdown.render("") == prose.RenderedProse(html="", headings=(), ids=(), targets=(), images=(), raw_html=())
    assert markdown.render("## 标题").headings == ((2, "标题", "标题"),)


def test_links_of_the_site_are_led_and_others_stay() -> None:
    html = '<a href="a.md?x=1&amp;y=2">a</a> <a href="https://x.test/a.md">b</a> <a href="#c">c</a> <img src="d.png">'
    assert prose.relink(html, lambda path: f"../{path}") == (
        '<a href="../a.md?x=1&amp;y=2">a</a> <a href="https://x.test/a.md">b</a>'
        ' <a href="#c">c</a> <img src="../d.png">'
    )


def test_a_link_that_only_looks_like_an_attribute_is_text() -> None:
    html = markdown.render('`x href="a.md"`').html
    assert prose.relink(html, lambda path: f"!{path}") == html


def test_what_was_rendered_before_is_not_rendered_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known: prose.Renderings = {}
    first = prose.render("## 标题", known)
    monkeypatch.setattr(markdown, "render", None)
    assert prose.render("## 标题", known) is first


def test_another_programs_renderings_do_not_count_but_its_values_do() -> None:
    left = ParseCache("one", {"digest": {"id": "c001"}}, {"digest": markdown.render("x")})
    assert parse_cache(left, "one") is left
    assert parse_cache(left, "other") == ParseCache("other", {"digest": {"id": "c001"}}, {})
    assert parse_cache(None, "one") == ParseCache("one")
