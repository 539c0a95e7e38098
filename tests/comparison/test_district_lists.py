"""What a district has of the lists of the whole site; the whole site's lists lead there."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests import province

HELD = [one for one in province.PLACES if one.years]


def numbers(page: str) -> list[tuple[str, str]]:
    """Each district's row: its name and the first number."""
    row = re.compile(r'<th scope="row"><a [^>]*>([^<]*)</a></th><td class="d-table__number">(\d+)</td>')
    return row.findall(page)


def registered(site: Path, key: str) -> list[str]:
    """The ids of the promises that a report's register holds."""
    index = (site / f"reports/{key}/commitments.js").read_text("utf-8")
    found: list[str] = json.loads(index[index.index("{") : index.rindex("}") + 1])["ids"]
    return found


def test_a_topic_counts_each_district_and_leads_to_its_list(compared: Path) -> None:
    page = (compared / "topics/economy.html").read_text("utf-8")
    assert [name for name, _n in numbers(page)] == [one.name for one in HELD]
    for one in HELD:
        mine = (compared / f"districts/{one.id}/topics/economy.html").read_text("utf-8")
        assert set(re.findall(r"reports/([a-z]+)-\d{4}/commitments/", mine)) == {one.id}
        assert f"districts/{one.id}/topics/economy.html" in page


def test_the_numbers_of_districts_add_up_to_what_the_topic_says(compared: Path) -> None:
    page = (compared / "topics/economy.html").read_text("utf-8")
    said = re.search(r"关于[^：]*：(\d+)条承诺", page)
    assert said is not None
    assert sum(int(n) for _name, n in numbers(page)) == int(said[1])


def test_a_shared_department_has_a_page_in_each_district(compared: Path) -> None:
    page = (compared / "departments/parks.html").read_text("utf-8")
    assert [name for name, _n in numbers(page)] == [one.name for one in HELD]
    for one in HELD:
        mine = (compared / f"districts/{one.id}/departments/parks.html").read_text("utf-8")
        assert set(re.findall(r"reports/([a-z]+)-\d{4}/commitments/", mine)) == {one.id}


def test_a_district_s_promises_are_counted_by_year_and_add_up(compared: Path) -> None:
    for one in HELD:
        page = (compared / f"districts/{one.id}/commitments.html").read_text("utf-8")
        outcomes = page[page.index('id="outcomes-') : page.index('id="topics-')]
        counted = sum(int(n) for n in re.findall(r'commitments\.html\?outcome=[^"]*">(\d+)<', outcomes))
        assert re.findall(r'scope="col"><a [^>]*>([^<]+)<', outcomes) == [str(year) for year in reversed(one.years)]
        keys = [one.key(year) for year in one.years]
        assert counted == sum(len(registered(compared, key)) for key in keys)
