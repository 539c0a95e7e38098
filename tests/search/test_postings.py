"""A large site's postings: counted for many tokens at once, they are those that each token has by itself."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from disclosure.pages.document import Document
from disclosure.search import registry
from disclosure.search.postings import SIGNS, gap, postings
from disclosure.search.tokens import tokens
from disclosure.search.weights import SCALE, weights

# Few words, so that documents say the same ones
WORDS = ["养老", "养", "老", "床位", "床", "20万", "，", "。", "a", ""]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map("".join)
DOCUMENTS = st.lists(
    st.builds(
        Document,
        kind=st.sampled_from([*registry.numbers()]),
        address=st.just(""),
        title=TEXTS,
        text=TEXTS,
        place=st.just(""),
        also=TEXTS,
    )
)


def plain(documents: list[Document]) -> dict[str, str]:
    """One token after the other, one document after the other."""
    made: dict[str, str] = {}
    last: dict[str, int] = {}
    for n, one in enumerate(documents):
        counts = Counter([*tokens(one.title) * int(SCALE["title"]), *tokens(one.text), *tokens(one.also)])
        for token, often in counts.items():
            weight = weights(one.kind, counts.total(), [often])[often]
            made[token] = made.get(token, "") + gap(n - last.get(token, 0)) + SIGNS[weight]
            last[token] = n
    return made


@given(DOCUMENTS)
def test_tokens_counted_together_are_written_as_each_by_itself(documents: list[Document]) -> None:
    found = postings(documents)
    assert {token: one.part for one in found for token in one.tokens} == plain(documents)
    assert len(plain(documents)) == sum(len(one.tokens) for one in found)


@given(DOCUMENTS)
def test_a_token_stands_in_so_many_documents(documents: list[Document]) -> None:
    said = [{*tokens(one.title), *tokens(one.text), *tokens(one.also)} for one in documents]
    for one in postings(documents):
        assert all(sum(token in each for each in said) == one.documents for token in one.tokens)
