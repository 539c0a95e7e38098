"""A report in one file says what the pages say, loads nothing, and fits into an e-mail."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.projects import EXAMPLES, Sandbox, configured, date_of, published
from tests.repositories import SandboxRepository

BLANKS = re.compile(r"\s+")


class TextReader(HTMLParser):
    """What a page says, without blanks; what its style and scripts hold is not said."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.said.append(data)


def said(text: str) -> str:
    return BLANKS.sub("", "".join(TextReader(text).said))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sandbox, str]:
    """The example, built, and its newest report in one file."""
    root = tmp_path_factory.mktemp("single")
    shutil.copytree(EXAMPLES / "shiguang/content", root / "content")
    published(root)
    sandbox, day = configured(root), date_of("shiguang")
    SandboxRepository(root).commit(day, "示例")
    sandbox.build(date=day)
    done = sandbox.run("offline", "--single-file", "-o", str(root / "one.html"), date=day)
    assert done.code == 0, done.out + done.err
    return sandbox, (root / "one.html").read_text("utf-8")


def records(sandbox: Sandbox) -> list[dict[str, object]]:
    every = json.loads((sandbox.site / "data/commitments.json").read_text("utf-8"))
    return [one for one in every if one["report"] == "2025"]


def test_every_promise_stands_with_the_words_of_its_own_page(made: tuple[Sandbox, str]) -> None:
    sandbox, text = made
    lines = re.findall(r"<li><span class=\"d-single__id\">(\w+)</span>(.*?)</li>", text, re.S)
    promised = {str(one["id"]): str(one["title"]) for one in records(sandbox)}
    assert sorted(id for id, _line in lines) == sorted(promised)
    for id, line in lines:
        page = said((sandbox.site / f"reports/2025/commitments/{id}.html").read_text("utf-8"))
        outcome = re.search(r'class="d-outcome .*?</span>(.*?)</span>', line, re.S)
        assert BLANKS.sub("", promised[id]) in said(line)
        assert outcome is None or BLANKS.sub("", outcome[1]) in page


def test_its_sentences_and_numbers_are_those_of_the_register(made: tuple[Sandbox, str]) -> None:
    sandbox, text = made
    register = said((sandbox.site / "reports/2025/commitments.html").read_text("utf-8"))
    paragraphs = re.findall(r"<h2>承诺和结论</h2>\s*<p>(.*?)</p>\s*<p>(.*?)</p>", text, re.S)
    assert [one for one in paragraphs[0] if said(one) not in register] == []
    counts = re.findall(r"<li>(<span class=\"d-outcome .*?)</li>", text, re.S)
    assert len(counts) > 3
    assert [said(one) for one in counts if said(one) not in register] == []
    numbers = [int(re.findall(r"<strong>(\d+)</strong>", one)[0]) for one in counts]
    assert sum(numbers) == len(records(sandbox))


def test_it_says_who_speaks_and_what_is_made_up_as_each_page_does(made: tuple[Sandbox, str]) -> None:
    sandbox, text = made
    notices = re.findall(r'<p class="d-single__notice">(.*?)</p>', text)
    page = re.findall(r'<p class="d-wrap d-notice__text">([^<]*)</p>', (sandbox.site / "index.html").read_text("utf-8"))
    assert sorted(notices) == sorted(page)
    assert len(notices) == 2
    assert text.index(notices[0]) < text.index("<h1")


def test_it_loads_nothing_and_allows_its_own_style_alone(made: tuple[Sandbox, str]) -> None:
    _sandbox, text = made
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert re.findall(r"<script|<link|<img|\ssrc=|\sstyle=|url\((?!#)", text) == []


def test_its_links_lead_to_the_site(made: tuple[Sandbox, str]) -> None:
    sandbox, text = made
    links = set(re.findall(r'href="([^"#]+)', text))
    assert all(one.startswith("https://report.shiguang.example/") for one in links)
    paths = {one.removeprefix("https://report.shiguang.example/") for one in links}
    assert {one for one in paths if not (sandbox.site / one).is_file()} == set()


def test_without_an_address_it_has_no_links(project: Sandbox, tmp_path: Path) -> None:
    done = project.run("offline", "--single-file", "-o", str(tmp_path / "one.html"))
    assert "site.yml 没有写网址" in done.out
    assert "<a " not in (tmp_path / "one.html").read_text("utf-8")


def test_a_report_may_be_named(made: tuple[Sandbox, str], tmp_path: Path) -> None:
    sandbox, _text = made
    done = sandbox.run("offline", "--single-file", "--report", "2024", "--json", "-o", str(tmp_path), date="2026-03-20")
    told = json.loads(done.out)
    assert "2024年" in Path(told["written"]).name
    assert told["size"] < 300_000


def test_a_report_is_of_the_single_file_only(project: Sandbox) -> None:
    done = project.run("offline", "--report", "2024")
    assert done.code == 2
    assert "--report 要和 --single-file 一起写" in done.out
