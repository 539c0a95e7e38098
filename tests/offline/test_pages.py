"""A page in the copy tells its day, and links to nothing that stays out."""

from __future__ import annotations

import pytest

from disclosure.offline import pages
from disclosure.offline.pages import OfflineSite

WHERE = "topics/a.html"
LEFT_OUT = frozenset({"topics/a.xml", "data/all.sqlite"})


def shown(text: str, address: str = "") -> str:
    return pages.page(OfflineSite(day="2026年3月20日", address=address, left_out=LEFT_OUT), WHERE, text)


@pytest.mark.parametrize(
    ("text", "without", "with_address"),
    [
        ('<a href="b.html">b</a>', '<a href="b.html">b</a>', '<a href="b.html">b</a>'),
        ('<a href="#a.xml">a</a>', '<a href="#a.xml">a</a>', '<a href="#a.xml">a</a>'),
        (
            '<a href="https://x.example/topics/a.xml">x</a>',
            '<a href="https://x.example/topics/a.xml">x</a>',
            '<a href="https://x.example/topics/a.xml">x</a>',
        ),
        (
            '<a href="../data/all.sqlite" download>全部</a>',
            "<a download>全部</a>（离线版里没有）",
            '<a href="https://s.example/data/all.sqlite" download>全部</a>',
        ),
        (
            '<link rel="alternate" href="../topics/a.xml">\n<p>',
            "<p>",
            '<link rel="alternate" href="https://s.example/topics/a.xml">\n<p>',
        ),
        (
            '<button type="button" data-copy="../topics/a.xml">复制</button> <b>',
            "<b>",
            '<button type="button" data-copy="https://s.example/topics/a.xml">复制</button> <b>',
        ),
    ],
)
def test_a_link_to_what_stays_out_leads_to_the_site_or_nowhere(text: str, without: str, with_address: str) -> None:
    assert (shown(text), shown(text, "https://s.example/")) == (without, with_address)


def test_the_day_stands_on_the_page_with_the_way_to_the_newest() -> None:
    text = shown('<main class="d-main" id="d-main">', "https://s.example/")
    assert text == (
        '<aside class="d-small" aria-label="离线版">这是离线版，内容截至2026年3月20日。'
        '<a href="https://s.example/topics/a.html">网站上的最新一页</a></aside>\n<main class="d-main" id="d-main">'
    )
