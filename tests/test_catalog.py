"""Addresses and the address book."""

from __future__ import annotations

import pytest

from disclosure.catalog import address
from disclosure.catalog.book import AddressBook, AddressTaken

SHELF = ({"reports/2022/text.html": {"p1-01"}}, {"reports/2022/report.md": "reports/2022/text.html"})
BOOK = AddressBook.of(
    ({"about.html": {"a"}, "search.html": (), "files/表 格.csv": None}, {"about.md": "about.html"}),
    ["2022"],
    lambda _key: SHELF,
)


def test_addresses_never_change() -> None:
    assert (
        address.narrative("about.md"),
        address.report("2022"),
        address.text("2022"),
        address.passage("2022", "p2-05.2"),
        address.source("2022", "source.txt"),
        address.note("n07"),
        address.attachment("files/x.pdf"),
    ) == (
        "about.html",
        "reports/2022/index.html",
        "reports/2022/text.html",
        "reports/2022/text.html#p2-05.2",
        "reports/2022/source.txt",
        "glossary.html#n07",
        "files/x.pdf",
    )


def test_the_way_back_to_the_root_is_relative() -> None:
    assert [address.root_of(one) for one in ("index.html", "reports/2022/text.html")] == ["", "../../"]


@pytest.mark.parametrize(
    ("target", "name", "found"),
    [
        ("reports/2022/report.md#p1-01", "about.md", ("reports/2022/text.html", "p1-01")),
        ("#a", "about.md", ("about.html", "a")),
        ("../../about.md", "reports/2022/report.md", ("about.html", "")),
        ("search.html?q=%E6%9D%91", "about.md", ("search.html", "")),
        ("files/%E8%A1%A8%20%E6%A0%BC.csv", "about.md", ("files/表 格.csv", "")),
        ("./about.md#%E4%B8%80", "about.md", ("about.html", "一")),
        ("../about.md", "about.md", (None, "")),
        ("reports/2022/", "about.md", (None, "")),
    ],
)
def test_a_link_leads_from_a_content_file_to_an_address(target: str, name: str, found: tuple[str | None, str]) -> None:
    assert BOOK.resolve(target, name) == found


def test_no_part_of_the_site_takes_anothers_address() -> None:
    book = AddressBook.of(SHELF, ["2022"], lambda _key: SHELF)
    with pytest.raises(AddressTaken, match=r"reports/2022/text\.html"):
        book.resolve("about.md", "about.md")


def test_only_the_parts_that_something_leads_to_are_opened() -> None:
    opened: list[str] = []
    book = AddressBook.of(({"about.html": ()}, {}), ["2021", "2022"], lambda key: opened.append(key) or SHELF)
    assert book.resolve("reports/2022/report.md", "about.md") == ("reports/2022/text.html", "")
    assert book.resolve("about.html", "about.md") == ("about.html", "")
    assert opened == ["2022"]
