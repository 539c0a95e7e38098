"""Vocabularies: a label to its term, and what is wrong with a word or a list of them."""

from __future__ import annotations

from disclosure.catalog import words
from disclosure.model.vocabulary import KNOWN, WHERE_USED, Term, WordRecord
from disclosure.source.register import Located
from tests.register.texts import located


def word(id: str, label: str, order: int = 100, name: str = "topics") -> Located[WordRecord]:
    return located(WordRecord(id=id, label=label, description="x", order=order), name, name)


TOPICS = [word("jobs", "就业", 2), word("roads", "道路", 1)]
JOINED = words.join(TOPICS)[0]


def test_a_label_is_a_term() -> None:
    assert JOINED.label("topics", "道路") == Term("roads", "道路")
    assert JOINED.label("topics", "roads") is None
    assert JOINED.label("kinds", "道路") is None


def test_an_id_stands_for_itself_where_its_word_is_missing() -> None:
    assert [JOINED.id("topics", id) for id in ("jobs", "parks")] == [Term("jobs", "就业"), Term("parks", "parks")]


def test_words_stand_in_their_order() -> None:
    assert JOINED.order("topics") == {"roads": 0, "jobs": 1}


def test_what_the_program_needs_and_nobody_wrote_is_missing() -> None:
    assert [name for name, _ids in words.missing(JOINED)] == [name for name in KNOWN if name not in WHERE_USED]
    kinds = [word(id, id, name="kinds") for id in KNOWN["kinds"][1:]]
    assert dict(words.missing(words.join(kinds)[0]))["kinds"] == ["macro"]


def test_an_id_and_a_label_are_used_once_and_never_for_each_other() -> None:
    for twin in (word("jobs", "人才"), word("people", "就业"), word("people", "jobs")):
        assert [one.rule for one in words.join([*TOPICS, twin])[1]] == ["vocabulary"]


def test_an_open_vocabulary_may_grow_and_a_closed_one_may_not() -> None:
    assert words.join(TOPICS)[1] == []
    assert [one.hint for one in words.join([word("x", "某类", name="vintages")])[1]] == [
        "可用：forecast、preliminary、final"
    ]


def test_the_nearest_word_is_suggested_and_none_where_nothing_is_near() -> None:
    hints = [words.unknown(TOPICS[0], "c001", "topics", label, (), JOINED).hint for label in ("道路桥", "医疗")]
    assert hints == ["是不是想写“道路”？可用：就业、道路", "可用：就业、道路"]


def test_a_place_and_a_kind_of_body_or_one_character_are_no_guess() -> None:
    departments = ("青石区教育局", "青石区住房和城乡建设局", "青石区市场监督管理局")
    for label, near in {
        "青石区财政局": "",
        "青石区体育局": "",
        "青石区住建局": "青石区住房和城乡建设局",
        "市场监管局": "青石区市场监督管理局",
        "青石区城管局": "",
    }.items():
        assert words.nearest(label, departments, 0.3) == near, label
    for label, known in (("财政", "政府建设"), ("民生", "生态环境")):
        assert words.nearest(label, [known], 0.3) == "", label
    assert words.nearest("较高", ["高"], 0.3) == "高"


def test_a_department_that_is_lacking_is_begun_by_a_command() -> None:
    known = words.join([word("edu", "青石区教育局", name="departments")])[0]
    problem = words.unknown(TOPICS[0], "c001", "departments", "青石区财政局", (), known)
    assert problem.hint == (
        "可用：青石区教育局；还没有登记的单位，先运行 python build.py new department --id 英文短名 --label 青石区财政局"
    )
