"""Feeds say what the pages and the data say, to readers that are not ours."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import urldefrag

import jsonschema
import pytest

from tests.feeds import reading
from tests.feeds.reading import ReadEntry, words
from tests.projects import Sandbox

# https://www.jsonfeed.org/version/1.1/, as far as we write it: other names are mistakes
TEXT = {"type": "string", "minLength": 1}
ITEM = {
    "type": "object",
    "required": ["id", "url", "title", "summary", "date_published", "tags"],
    "oneOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "properties": {
        **dict.fromkeys(("id", "url", "title", "summary", "content_html", "content_text"), TEXT),
        "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$"},
        "tags": {"type": "array", "items": TEXT},
    },
    "additionalProperties": False,
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **dict.fromkeys(("title", "description", "home_page_url", "feed_url", "language"), TEXT),
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
        "items": {"type": "array", "items": ITEM, "maxItems": 50},
    },
    "additionalProperties": False,
}
ATOM = "{http://www.w3.org/2005/Atom}"


def feeds_of(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.xml") if not path.name.startswith(("sitemap", "opensearch")))


def public(project: Sandbox) -> str:
    """The site's own address, or nothing."""
    found = re.search("^address: (.*)$", (project.content / "site.yml").read_text("utf-8"), re.M)
    return found[1] if found else ""


def place(project: Sandbox, feed: Path, link: str) -> str:
    """The address on the site that a link of a feed leads to, without its fragment."""
    link = urldefrag(link).url
    if base := public(project):
        assert link.startswith(base)
        return link.removeprefix(base)
    return normpath(join(dirname(feed.relative_to(project.site).as_posix()), link))


def atom(project: Sandbox, address: str) -> list[ReadEntry]:
    return reading.by_feedparser((project.site / address).read_bytes())


def data(project: Sandbox, name: str) -> Any:
    return json.loads((project.site / f"data/{name}.json").read_bytes())


def test_every_page_that_is_followed_has_both_feeds_and_says_so(example: Sandbox) -> None:
    found = {path.relative_to(example.site).as_posix() for path in feeds_of(example.site)}
    pages = [path for path in example.site.rglob("*.html") if b"application/atom+xml" in path.read_bytes()]
    linked = set()
    for page in pages:
        head = re.findall(
            r'<link rel="alternate" type="([^"]*)" title="[^"]*" href="([^"]*)">', page.read_text("utf-8")
        )
        assert [kind for kind, _href in head] in (["application/atom+xml", "application/feed+json"], [])
        linked |= {normpath(join(dirname(page.relative_to(example.site).as_posix()), href)) for _kind, href in head}
    listed = {"outcomes.xml", "outcomes.feed.json", *(name.replace(".xml", ".feed.json") for name in found)}
    assert linked | {"outcomes.xml", "outcomes.feed.json"} == found | listed
    for kind in ("index", "reports/2024/index", "topics/industry", "corrections", "outcomes"):
        assert f"{kind}.xml" in found, kind
    folders = {dirname(name) for name in found}
    assert {"", "reports/2024/sections", "reports/2024/commitments", "topics", "departments", "entities"} <= folders


@pytest.mark.skipif(not shutil.which("node"), reason="no Node.js")
def test_four_ways_of_reading_a_feed_give_the_same(example: Sandbox) -> None:
    paths = feeds_of(example.site)
    twins = [path.with_name(path.name.replace(".xml", ".feed.json")) for path in paths]
    read = reading.in_node([*paths, *twins])
    for path, twin in zip(paths, twins, strict=True):
        ways = [
            reading.by_feedparser(path.read_bytes()),
            list(reading.by_feedsmith(read[str(path)]["atom"])),
            list(reading.by_rss_parser(read[str(path)]["rss"])),
            list(reading.by_feedsmith_from_json(read[str(twin)]["json"])),
        ]
        assert all(way == ways[0] for way in ways), path


def test_what_a_reader_shows_is_what_the_page_says(example: Sandbox) -> None:
    seen = 0
    for path in feeds_of(example.site):
        for one in reading.by_feedparser(path.read_bytes()):
            page = example.site / place(example, path, one.link)
            text = words(page.read_text("utf-8"))
            assert words(one.title).rstrip("…") in text or "：" in one.title, (path, one)
            if "updates/" in one.link or "corrections/" in one.link:
                assert one.text in text, (path, one)
                seen += 1
    assert seen > 100


def test_links_in_texts_lead_to_what_is_there(example: Sandbox) -> None:
    found = 0
    for path in feeds_of(example.site):
        feed = json.loads(path.with_name(path.name.replace(".xml", ".feed.json")).read_bytes())
        for item in feed["items"]:
            for link in re.findall(r'(?:href|src)="([^"]*)"', item.get("content_html", "")):
                if not link.startswith("http") or (public(example) and link.startswith(public(example))):
                    assert (example.site / place(example, path, link)).is_file(), (path, link)
                    found += 1
    assert found


def test_the_newest_updates_are_those_of_the_data(example: Sandbox) -> None:
    updates = sorted(data(example, "updates"), key=lambda one: (one["published"], one["id"]), reverse=True)
    told = [one for one in atom(example, "index.xml") if "updates/" in one.link]
    expected = [one for one in updates if reading.moment(one["published"].replace(" ", "T") + ":00+08:00")]
    assert sorted(one.title for one in told) == sorted(one["title"] for one in expected[: len(told)])
    for key in ("2024", "2025"):
        of_report = [one.title for one in atom(example, f"reports/{key}/index.xml") if "updates/" in one.link]
        assert set(of_report) >= {one["title"] for one in updates if one["report"] == key}


def test_a_promise_is_followed_by_what_is_said_of_it_alone(example: Sandbox) -> None:
    for one in data(example, "commitments"):
        feed = example.site / one["url"].replace(".html", ".xml")
        if one["updates"]:
            links = [place(example, feed, item.link) for item in reading.by_feedparser(feed.read_bytes())]
            told = {Path(link).stem for link in links if link.startswith("updates/")}
            assert set(one["updates"]) <= told, one["id"]


def test_the_corrections_are_those_of_the_page(example: Sandbox) -> None:
    page = (example.site / "corrections.html").read_text("utf-8")
    told = [PurePosixPath(one.link).stem for one in atom(example, "corrections.xml")]
    assert told
    assert sorted(told) == sorted(path.stem for path in (example.content / "corrections").iterdir())
    assert all(f'id="{id}"' in page for id in told)


def test_json_feeds_are_as_their_specification_says(example: Sandbox) -> None:
    for path in example.site.rglob("*.feed.json"):
        feed = json.loads(path.read_bytes())
        jsonschema.validate(feed, JSON_FEED)
        assert ("feed_url" in feed) == bool(public(example))


def test_atom_feeds_keep_its_rules(example: Sandbox) -> None:
    from xml.etree import ElementTree as ET

    ids: dict[str, str] = {}
    for path in feeds_of(example.site):
        root = ET.parse(path).getroot()
        times = [one.findtext(f"{ATOM}updated") for one in root.iter(f"{ATOM}entry")]
        rels = [one.get("rel") for one in root.findall(f"{ATOM}link")]
        assert rels == (["alternate", "self"] if public(example) else ["alternate"])
        assert times == sorted(times, reverse=True)
        assert root.findtext(f"{ATOM}updated") == (times[0] if times else root.findtext(f"{ATOM}updated"))
        assert root.find(f"{ATOM}author/{ATOM}name") is not None
        own = [one.text for one in root.iter(f"{ATOM}id")]
        assert all(one and one.startswith("urn:uuid:") for one in own)
        assert len(own) == len(set(own))
        assert ids.setdefault(str(root.findtext(f"{ATOM}id")), str(path)) == str(path)
        for entry in root.iter(f"{ATOM}entry"):
            links = entry.findall(f"{ATOM}link")
            assert [one.get("rel") for one in links] == ["alternate"]
            told = f"{entry.findtext(f'{ATOM}title')}{entry.findtext(f'{ATOM}updated')}"
            assert ids.setdefault(str(entry.findtext(f"{ATOM}id")), told) == told
