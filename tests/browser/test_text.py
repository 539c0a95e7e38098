"""The full text is the archived source, character for character, with its notes at their places."""

from __future__ import annotations

import re

import pytest

from . import archive
from .conftest import TEXT

pytestmark = pytest.mark.browser

LINES = """() => {
  const words = part => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('.d-mark').forEach(mark => mark.remove());
    return copy.textContent;
  };
  const before = (line, mark) => {
    const range = document.createRange();
    range.setStart(line, 0);
    range.setEndBefore(mark);
    return words(range.cloneContents());
  };
  return [...document.querySelectorAll('main :is(h1, h2, h3, p)[id]')].map(line => ({
    id: line.id,
    tag: line.localName,
    text: words(line),
    marks: [...line.querySelectorAll('.d-mark')].map(mark => [Number(mark.textContent), before(line, mark)]),
    head: [...line.querySelectorAll('.d-lead')].map(words).join(''),
    sentences: [...line.querySelectorAll('[id]:not([id^=ref-])')].map(one => [one.id, words(one)]),
  }));
}"""
SEEN = """() => {
  document.querySelectorAll('.d-mark').forEach(mark => mark.remove());
  return [...document.querySelectorAll('main :is(h1, h2, h3, p)[id]')].map(line => line.innerText);
}"""
NOTES = """() => [...document.querySelectorAll('[id^=note-]')].map(note => ({
  number: Number(note.id.slice(5)),
  shown: note.querySelector('.d-note__number').textContent,
  text: note.querySelector('.d-note__text').textContent,
  beside: note.closest('.d-paragraph').querySelector('p[id]').id,
  referred: document.getElementById('ref-' + note.id.slice(5)).closest('p[id]').id,
}))"""


@pytest.fixture
def lines(visit):
    return visit(TEXT).evaluate(LINES)


def test_the_text_is_the_archived_source_character_for_character(lines, body):
    assert len(body) == 80
    assert [one["text"] for one in lines] == [one.text for one in body]


def test_the_text_reads_on_the_screen_as_it_is_written(visit, body):
    assert visit(TEXT).evaluate(SEEN) == [one.text for one in body]


def test_every_note_mark_stands_at_its_place(lines, body):
    assert [one["marks"] for one in lines] == [one.marks for one in body]
    assert [number for one in body for number, _before in one.marks] == list(range(24))


def test_the_24_notes_stand_beside_their_paragraph_as_the_source_has_them(visit, source):
    notes = visit(TEXT).evaluate(NOTES)
    assert {one["number"]: one["text"] for one in notes} == archive.notes(source)
    assert [one["shown"] for one in notes] == [str(number) for number in range(24)]
    assert [one["beside"] for one in notes] == [one["referred"] for one in notes]


def test_opening_headings_and_paragraphs_have_ids_in_order(lines):
    kinds = [re.sub(r"\d+$", "", one["id"]) for one in lines if one["tag"] == "p" or one["id"].startswith("p0-")]
    assert kinds == ["p0-"] * 6 + ["p1-"] * 24 + ["p2-"] * 36
    assert [one["tag"] for one in lines if one["tag"] != "p"] == ["h1", "h2", *["h3"] * 5, "h2", *["h3"] * 7]
    numbers = [f"p{part}-{n:02}" for part, count in ((0, 6), (1, 24), (2, 36)) for n in range(1, count + 1)]
    assert [one["id"] for one in lines if re.match(r"p\d-", one["id"])] == numbers


def test_sentences_are_numbered_from_one_and_make_up_their_paragraph(lines):
    for one in lines:
        if one["tag"] in ("h2", "h3"):
            continue
        expected = [f"{one['id']}.{n}" for n in range(1, len(one["sentences"]) + 1)]
        assert [id for id, _text in one["sentences"]] == expected
        assert one["head"] + "".join(text for _id, text in one["sentences"]) == one["text"]
        assert one["sentences"] != []


def test_a_sentence_ends_with_its_full_stop_and_holds_no_other(lines):
    paragraphs = [one for one in lines if re.match(r"p[12]-", one["id"])]
    sentences = [text for one in paragraphs for _id, text in one["sentences"]]
    assert [text for text in sentences if re.search(r"[。！？](?![”’）]*$)", text)] == []


def test_the_glossary_explains_the_24_terms_with_the_sentence_that_uses_each(visit, source, body):
    terms = visit("glossary.html").evaluate(
        """() => [...document.querySelectorAll('article[id]')].map(one => ({
          id: one.id,
          said: one.querySelector('h3').lastChild.textContent.trim() + '：' + one.querySelector('p').textContent,
          quote: [...one.querySelector('blockquote p').childNodes].filter(n => n.localName !== 'a')
            .map(n => n.textContent).join('').trim(),
        }))"""
    )
    assert [one["id"] for one in terms] == [f"n{n:02}" for n in range(24)]
    bodies = archive.notes(source)
    assert [plain(one["said"]) for one in terms] == [plain(bodies[n]) for n in range(24)]
    using = {number: (line.text, before) for line in body for number, before in line.marks}
    for number, one in enumerate(terms):
        text, before = using[number]
        start = text.find(one["quote"])
        assert start >= 0
        assert start < len(before) <= start + len(one["quote"])


def plain(text: str) -> str:
    """A note's words without the stray full stop and the quotation marks around the term."""
    return re.sub("[“”]", "", text.removeprefix(".").strip())
