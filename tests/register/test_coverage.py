"""Nothing is left out: clauses, their letters, and the figures of a text against what claims them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure import coverage, quantity
from disclosure.coverage import Claim
from disclosure.model.text import Span
from disclosure.model.vocabulary import Term
from tests.register.texts import paragraph

TEXT = "做强工业。新建车间3个，产值增长5.2%；建成“一刻钟”服务圈！"
ONE = paragraph(TEXT, head=4)

BACKGROUND, DESCRIPTION = Term("background", "背景"), Term("description", "描述")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span("p1-01", start, start + len(words))


def clause(claims: list[Claim], n: int = 0) -> tuple[tuple[str, ...], str, int]:
    account = coverage.clauses([ONE], claims)[n]
    return account.records, account.reason, account.missing


def figure(claims: list[Claim]) -> tuple[str, str, str]:
    account = coverage.figures([ONE], claims)[0]
    return account.kind, account.record, account.reason


def test_clauses_lie_between_the_stops_and_the_head_is_none() -> None:
    assert [one.text for one in coverage.clauses([ONE], [])] == ["新建车间3个", "产值增长5.2%", "建成“一刻钟”服务圈"]


def test_a_decimal_point_ends_no_clause() -> None:
    assert [one.text for one in coverage.clauses([paragraph("2.15分钟圈建成。")], [])] == ["2.15分钟圈建成"]


def test_what_has_no_letter_is_no_clause() -> None:
    assert [one.text for one in coverage.clauses([paragraph("甲，——，乙。”")], [])] == ["甲", "乙"]


def test_a_clause_that_nothing_claims_misses_all_its_letters() -> None:
    assert clause([]) == ((), None, 6)


def test_marks_need_no_claim_and_letters_do() -> None:
    assert clause(
        [Claim(span=span("建成"), kind="result", record="r1"), Claim(span=span("一刻钟"), kind="result", record="r1")],
        2,
    ) == (("r1",), None, 3)
    whole = [Claim(span=span(words), kind="result", record="r1") for words in ("建成", "一刻钟", "服务圈")]
    assert clause(whole, 2) == (("r1",), None, 0)


def test_a_claim_may_run_over_several_clauses() -> None:
    claims = [Claim(span=span("新建车间3个，产值增长5.2%"), kind="result", record="r1")]
    assert [one.missing for one in coverage.clauses([ONE], claims)] == [0, 0, 8]


def test_a_clause_names_each_record_once_and_a_reason_only_without_a_record() -> None:
    quote = Claim(span=span("新建车间3个"), kind="result", record="r1")
    exempt = Claim(span=span("新建"), kind="incidental", reason=BACKGROUND, binds=True)
    assert clause([quote, quote, Claim(span=span("3个"), kind="commitment", record="c1"), exempt]) == (
        ("r1", "c1"),
        None,
        0,
    )
    assert clause([exempt]) == ((), BACKGROUND, 4)


def test_a_claim_on_another_paragraph_says_nothing_here() -> None:
    assert clause([Claim(span=Span("p1-02", 5, 11), kind="result", record="r1")]) == ((), None, 6)


def test_a_quote_alone_binds_no_figure() -> None:
    assert figure([Claim(span=span("新建车间3个"), kind="result", record="r1")]) == ("uncovered", "", None)
    assert figure([Claim(span=span("3个"), kind="result", record="r1", binds=True)]) == ("result", "r1", None)


def test_a_part_of_a_figure_does_not_bind_it() -> None:
    assert figure([Claim(span=span("3"), kind="result", record="r1", binds=True)]) == ("uncovered", "", None)


def test_a_record_goes_before_an_exemption_and_the_narrower_before_the_wider() -> None:
    wide = Claim(span=span("新建车间3个"), kind="incidental", reason=BACKGROUND, binds=True)
    narrow = Claim(span=span("3个"), kind="incidental", reason=DESCRIPTION, binds=True)
    measure = Claim(span=span("车间3个"), kind="commitment", record="c1", binds=True)
    written = Claim(span=span("3个"), kind="result", record="r1", binds=True)
    assert figure([wide, narrow]) == ("incidental", "", DESCRIPTION)
    assert figure([wide, narrow, measure]) == ("commitment", "c1", None)
    assert figure([wide, narrow, measure, written]) == ("result", "r1", None)


TEXTS = st.text("甲乙建成3.5%个12二，。；：！？“”（）—— ", max_size=40)


def test_the_exemption_of_a_figure_hides_no_words() -> None:
    exempt = Claim(span=span("新建车间3个"), kind="incidental", reason=DESCRIPTION, binds=True, words=False)
    assert figure([exempt]) == ("incidental", "", DESCRIPTION)
    assert clause([exempt]) == ((), DESCRIPTION, 5)


HEADS = st.sampled_from(["", "做强样品工业。", "第2件事办好。"])


@given(HEADS, TEXTS)
def test_the_clauses_and_the_head_hold_every_letter_once(head: str, text: str) -> None:
    one = paragraph(head + text, max(len(head) - 1, 0))
    spans = [account.span for account in coverage.clauses([one], [])]
    held = [at for each in spans for at in range(each.start, each.end)] + list(range(len(head)))
    letters = [at for at, sign in enumerate(one.text) if sign.isalnum()]
    assert [at for at in sorted(held) if one.text[at].isalnum()] == letters


@given(HEADS, TEXTS)
def test_the_figures_are_exactly_those_of_the_text(head: str, text: str) -> None:
    one = paragraph(head + text, max(len(head) - 1, 0))
    accounts = coverage.figures([one], [])
    assert [(each.span.start, each.span.end, each.text) for each in accounts] == [
        (found.start, found.end, found.text) for found in quantity.find(one.text)
    ]


@given(TEXTS, st.data())
def test_a_clause_is_missing_what_no_claim_holds(text: str, data: st.DataObject) -> None:
    one = paragraph(text)
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    accounts = coverage.clauses([one], [Claim(span=Span("p1-01", *ends), kind="result", record="r1")])
    outside = [at for at, sign in enumerate(text) if sign.isalnum() and not ends[0] <= at < ends[1]]
    assert sum(each.missing for each in accounts) == len(outside)


PLACES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)
CLAIMS = st.builds(
    lambda ends, binds, words: Claim(span=Span("p1-01", *ends), kind="incidental", binds=binds, words=words),
    PLACES,
    st.booleans(),
    st.booleans(),
)


@given(st.lists(CLAIMS, max_size=4), PLACES)
def test_claims_leave_a_stretch_open_where_a_figure_or_clause_that_it_touches_is_not_covered(
    claims: list[Claim], ends: list[int]
) -> None:
    place = Span("p1-01", *ends)
    figures = [one for one in coverage.figures([ONE], claims) if one.kind == "uncovered"]
    clauses = [one for one in coverage.clauses([ONE], claims) if one.missing]
    expected = any(one.span.overlaps(place) for one in [*figures, *clauses])
    assert coverage.leaves_open(ONE, claims, place) == expected


@given(st.lists(CLAIMS, max_size=4))
def test_a_letter_is_missing_where_no_claim_of_words_holds_it_and_it_is_no_digit_of_another(
    claims: list[Claim],
) -> None:
    def held(at: int) -> bool:
        holding = [one for one in claims if one.span.start <= at < one.span.end]
        return any(one.words or TEXT[at].isdigit() for one in holding)

    for one in coverage.clauses([ONE], claims):
        letters = [at for at in range(one.span.start, one.span.end) if TEXT[at].isalnum()]
        assert one.missing == sum(not held(at) for at in letters)


def test_a_mark_within_quotes_or_brackets_ends_no_clause() -> None:
    text = "落实“一放，二管；三服”要求，新建驿站（含，改建）3个。"
    one = paragraph(text)
    assert [each.text for each in coverage.clauses([one], [])] == [
        "落实“一放，二管；三服”要求",
        "新建驿站（含，改建）3个",
    ]


def test_a_head_that_holds_a_figure_is_a_clause() -> None:
    text = "新建驿站3个。抓好选址。"
    one = paragraph(text, head=7)
    assert [each.text for each in coverage.clauses([one], [])] == ["新建驿站3个", "抓好选址"]
