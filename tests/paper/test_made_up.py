"""Whatever characters a report has, both readers read them."""

from __future__ import annotations

import tempfile
from datetime import date
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.paper import printing
from disclosure.paper.finishing import AboutPaper
from disclosure.paper.paper import read_back
from tests.projects import REPOSITORY

TITLE = "报告 Office"
SIGNS = "〔2021〕8号１２３ＡＢ％，。、；：“”‘’—…·㎡①②𬘓𬭸𠮷户民长车见门口老旧小-–0123456789.%℃甲乙（）《》/"
# Letters that faces join to one glyph, among others
JOINED = st.sampled_from(("ff", "fi", "fl", "ffi", "ffl", "ft", "fj", "office", "certificate"))
PARAGRAPHS = st.lists(st.text(SIGNS, min_size=1, max_size=40) | JOINED, min_size=1, max_size=5).map("".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=40)
STYLE = (REPOSITORY / "templates/paper/paper.css").read_text("utf-8").replace("var(--d-title)", f'"{TITLE}"')


def document(texts: list[str]) -> str:
    """Paragraphs, notes in notes' places, a table with empty cells, and a part without anything in it."""
    paragraphs = "".join(
        f'<p id="p{n}">{escape(text)}<a id="r{n}" href="#n{n}">{n}</a></p>'
        f'<div lang="zh-CN-x-note" id="n{n}"><p>{escape(text)}<a href="#r{n}">↩</a></p></div>'
        for n, text in enumerate(texts)
    )
    rows = "".join(f'<tr><th scope="row">{escape(text)}</th><td>&nbsp;</td></tr>' for text in texts)
    heads = '<tr><th scope="col">项目</th><th scope="col">数额</th></tr>'
    table = f"<table><thead>{heads}</thead><tbody>{rows}</tbody></table>"
    head = f'<meta charset="utf-8"><title>{TITLE}</title><style>{STYLE}</style>'
    body = f"<h1>{TITLE}</h1><h2>空</h2><h2>全文</h2>{paragraphs}{table}"
    return f"<!doctype html><html lang='zh-CN'><head>{head}</head><body>{body}</body></html>"


@pytest.mark.browser
@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_what_is_printed_reads_as_it_is_written(texts: list[str]) -> None:
    html = document(texts)
    with tempfile.TemporaryDirectory() as cache:
        data = printing.printed(printing.browser(None), html, Path(cache))
    made = read_back(data, html, AboutPaper(TITLE, "zh-CN", date(2024, 3, 1)))
    assert (made.differences, made.flaws) == ((), ())
