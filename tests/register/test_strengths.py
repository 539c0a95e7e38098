"""How firmly a quote is worded, and by which word that is known."""

from __future__ import annotations

from disclosure.catalog import strengths
from disclosure.catalog.words import Vocabularies
from disclosure.model.text import Span
from tests.register.texts import paragraph

WORDS = Vocabularies({})


def of_quote(text: str, quote: str, head: int = 0) -> tuple[str, str, str] | None:
    start = text.index(quote)
    read = strengths.of_quote(paragraph(text, head), Span("p1-01", start, start + len(quote)), WORDS)
    return (read.term.id, read.word, read.source) if read else None


def test_the_last_clause_with_a_trigger_decides() -> None:
    """Chinese puts means before ends."""
    assert of_quote("推进合作，聚焦需求，建成样品馆。", "推进合作，聚焦需求，建成样品馆") == (
        "promised",
        "建成",
        "text",
    )
    assert of_quote("建成样品馆，推进合作，聚焦需求。", "建成样品馆，推进合作，聚焦需求") == ("process", "推进", "text")


def test_only_the_clauses_of_the_quote_are_asked() -> None:
    assert of_quote("推进合作，建成样品馆。", "推进合作") == ("process", "推进", "text")
    assert of_quote("建成样品馆，样样算数。", "样样算数") is None


def test_what_governs_the_sentence_is_inherited() -> None:
    assert of_quote("力争投用样品馆，样样算数；推进合作。", "样样算数") == ("striving", "力争", "inherited")
    assert of_quote("力争投用样品馆，样样算数；推进合作。", "推进合作") == ("process", "推进", "text")


def test_what_governs_the_sentence_before_is_not() -> None:
    assert of_quote("力争投用样品馆。样样算数。", "样样算数") is None


def test_a_quote_in_the_head_is_read_from_the_whole_paragraph() -> None:
    assert of_quote("推进样品合作。样样算数。", "推进样品合作", 6) == ("process", "推进", "text")


def test_a_figure_is_as_firm_as_its_clause() -> None:
    text = "推进合作，新建厂房2栋，力争投用1栋。"
    read = [strengths.of_figure(paragraph(text), Span("p1-01", text.index(one), 0), WORDS) for one in ("2栋", "1栋")]
    assert [(one.term.id, one.word) for one in read if one] == [("promised", "新建"), ("striving", "力争")]
