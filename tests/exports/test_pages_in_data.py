"""Every value that any page shows is in the JSON files and in a cell of a table: all pages of two sites are walked."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from disclosure.exports import cells
from tests.exports import shown
from tests.filled import DAY, filled
from tests.grown import EXAMPLE, grow
from tests.projects import Sandbox, date_of

# Pages that show what is no record: prose, what is served, the list of pages, the data themselves
ABOUT_DATA = "data/"
NO_RECORDS = ("404.html", "method.html", "search.html", "sitemap.html", "subscribe.html", "data.html")
# What every page says of the site, and the prose on its first page
ABOUT = ("site.yml", "index.md")
# Values that are in no cell as they stand on pages: by the reason, what they are like
DERIVED = {
    "the forms that something can be had in": "JSON|Feed|CSV|Atom|EB/OL",
    "what a way of comparing means, with the figure put in": "[略高]?[低高]于[0-9.]+[^也仍]*[也仍]算达到",
    "two shares apart, of which the number is in a cell": "[0-9.]+个百分点",
    "the place in full, of which the parts are in cells": "样例省样例市..区",
    "a figure behind the word for how sure it is": "(?:预计|初步|最终)[0-9.]+.",
    "the number of rows there would be": "[0-9]+",
    "the page's own address, on paper and where a picture is cited": r"\S*[0-9a-z-]+\.html(?:#picture-[a-z]+)?",
    "the day as of which a picture counts what is over": f"{DAY}|{date_of(EXAMPLE)}",
}
SPLIT = re.compile(r"\.$|[，；。、（）()→《》“”\"：‘’·\s\[\]]+")
DAY_IN_WORDS = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
WITH_UNIT = re.compile(r"-?(\d+(?:\.\d+)?)(\D+)")
OF_REPORT = re.compile(r"([0-9a-z-]+)/([cr]\d+)")


@pytest.fixture(scope="module", params=["grown", "filled"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A site whose program says nothing, all of its text files by address."""
    root = tmp_path_factory.mktemp(request.param)
    with shown.hollow():
        files = filled(root).build(DAY) if request.param == "filled" else _grown(root).build(date_of(EXAMPLE))
    found = {
        name: data.decode("utf-8-sig") for name, data in files.items() if name.endswith((".html", ".json", ".csv"))
    }
    about = "\n".join(
        (root / "content" / name).read_text("utf-8") for name in ABOUT if (root / "content" / name).exists()
    )
    return {"about": about, **found}


def _grown(root: Path) -> Sandbox:
    for _commit in grow(root):
        pass
    return Sandbox(root)


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_of(one)
    elif value is not None:
        yield str(value)


def of_json(site: dict[str, str]) -> Iterator[str]:
    described = ("data/datapackage.json",)
    for name, text in site.items():
        if name.startswith("data/") and name.endswith(".json") and name not in described:
            yield from texts_of(json.loads(text))


def of_tables(site: dict[str, str]) -> Iterator[str]:
    for name, text in site.items():
        if name.startswith("data/") and name.endswith(".csv") and not name.startswith("data/report-"):
            for row in csv.reader(io.StringIO(text, newline="")):
                yield from map(cells.meant, row)


class DataForm:
    """All that a form of the data holds, as one text, and the numbers in it."""

    def __init__(self, texts: Iterable[str], about: str) -> None:
        lines = (" ".join(shown.without_words(text).split()) for text in (*texts, about))
        self.text = "\n".join(lines)
        self.root = re.compile("|".join(re.findall(r"^address: (\S+)$", about, re.M)) or "(?!)")
        self.numbers = set(re.findall(r"\d+(?:\.\d+)?", self.text))

    def has(self, value: str) -> bool:
        given = self.root.sub("", THOUSANDS.sub("", DAY_IN_WORDS.sub(_day, value)))
        return value in self.text or given in self.text or all(map(self._has_part, SPLIT.split(given)))

    def _has_part(self, part: str) -> bool:
        if part in self.text or not re.search(r"\w", part):
            return True
        number, of_report = WITH_UNIT.fullmatch(part), OF_REPORT.fullmatch(part)
        if number:
            return number[1] in self.numbers and number[2] in self.text
        return bool(of_report and of_report[1] in self.text and of_report[2] in self.text)


def _day(found: re.Match[str]) -> str:
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"


@pytest.mark.parametrize("form", [of_json, of_tables])
def test_every_value_on_a_page_is_in_the_data(site: dict[str, str], form: Any) -> None:
    held = DataForm(form(site), site["about"])
    lacking = {
        part: name
        for name, html in site.items()
        if name.endswith(".html") and name not in NO_RECORDS and not name.startswith(ABOUT_DATA)
        for value in shown.values(html)[0]
        if not held.has(value)
        for part in SPLIT.split(value)
        if not held.has(part) and not any(re.fullmatch(like, part) for like in DERIVED.values())
    }
    assert lacking == {}


@pytest.mark.parametrize("form", [of_json, of_tables])
def test_every_address_that_a_page_leads_to_is_in_the_data(site: dict[str, str], form: Any) -> None:
    """But for those of the site itself and of where its errors are reported, which its head says."""
    held = DataForm(form(site), site["about"])
    about = re.findall(r"https?://[^/\s]+", site["about"])
    led = {address for name, html in site.items() if name.endswith(".html") for address in shown.values(html)[1]}
    assert {one for one in led if not one.startswith(tuple(about)) and one not in held.text} == set()
