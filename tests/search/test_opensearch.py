"""A browser can search the site from its own box, where the site knows its address."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from msgspec.structs import replace

from disclosure.model.site import Site
from disclosure.search import opensearch
from tests.projects import Sandbox
from tests.search import collection

SPACE = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
LINK = b'<link rel="search" type="application/opensearchdescription+xml"'


def site(**values: str) -> Site:
    return replace(collection.whole().catalog.site, **values)


def test_it_says_the_name_and_where_words_go() -> None:
    (data,) = opensearch.files(
        site(title="青云谱区“承诺”<公开> & 跟踪的一个很长的名称", address="https://a.cn/b/")
    ).values()
    root = ET.fromstring(data)
    assert {one.tag.partition("}")[2]: one.text for one in root if one.text and one.text.strip()} == {
        "ShortName": "青云谱区“承诺”<公开> & 跟",
        "LongName": "青云谱区“承诺”<公开> & 跟踪的一个很长的名称",
        "Description": "在青云谱区“承诺”<公开> & 跟踪的一个很长的名称里查找",
        "Language": "zh-CN",
        "InputEncoding": "UTF-8",
        "OutputEncoding": "UTF-8",
    }
    ways = [(one.get("rel"), one.get("type"), one.get("template")) for one in root.findall("o:Url", SPACE)]
    assert ways == [
        (None, "text/html", "https://a.cn/b/search.html?q={searchTerms}"),
        ("self", "application/opensearchdescription+xml", "https://a.cn/b/opensearch.xml"),
    ]


def test_every_page_leads_to_it_and_none_where_the_site_does_not_know_its_address(project: Sandbox) -> None:
    without = project.build()
    assert "opensearch.xml" not in without
    assert [path for path, data in without.items() if LINK in data] == []
    project.edit("site.yml", "\ntagline:", "\naddress: https://a.cn/b/\ntagline:")
    pages = {path: data for path, data in project.build().items() if path.endswith(".html")}
    assert [path for path, data in pages.items() if LINK not in data] == []
    assert b"https://a.cn/b/search.html?q={searchTerms}" in project.build()["opensearch.xml"]
