"""One fault in a data file is one message, and hides no other."""

from __future__ import annotations

import pytest

from disclosure.model.alias import AliasRecord
from disclosure.model.report import NarrativeMeta
from disclosure.problem import Problem
from disclosure.source import conflicts, frontmatter, misplaced, register, remainder
from disclosure.source.articles import read
from disclosure.source.files import SourceFile
from disclosure.source.register import RawRegister
from disclosure.source.yaml import Written

# One record of four is wrong, in each of these ways
WRONG = {
    "- words: [甲乙\n  means: [丙]": 1,
    "- words: [甲乙] 丁\n  means: [丙]": 1,
    "- words：[甲乙]\n  means: [丙]": 1,
    "- words: [甲乙]\n  means：[丙]": 2,
    "- words: [甲乙]\n   means: [丙]": 2,
    "- words: [甲乙]\n means: [丙]": 2,
    "- words: [甲乙]\n\tmeans: [丙]": 2,
    "- words: @甲乙\n  means: [丙]": 1,
    "- words: ['甲乙]\n  means: [丙]": 1,
    "- words:\n    - 甲乙\n    -丁\n  means: [丙]": 3,
    "- words: [甲乙] # 丁\n  means: [丙]": 1,
    "- words: [产值 2,345.6 亿, 乙]\n  means: [丙]": 1,
    "- words: [甲乙]\n  means: [丙]\n  means: [丁]": 3,
    "- words: [&甲 乙]\n  means: [丙]": 1,
    "- {words: [甲乙], means: [丙], 1,180}": 1,
    "- {words: [甲乙], means: [丙]": 1,
    "-{words: [甲乙], means: [丙]}": 1,
    "- [words]: [甲乙]\n  means: [丙]": 1,
}
BEFORE, AFTER = "- words: [子]\n  means: [丑]\n", "\n- {words: [寅], means: [卯]}\n- {words: [辰], mean: [巳]}\n"


def of_aliases(text: str) -> tuple[list[list[str]], list[tuple[int, str]]]:
    found = RawRegister()
    problems = register.read(found, SourceFile("x.yml", "search/aliases.yml", text.encode()), {})
    return [one.value.words for one in found.aliases], places(problems or [])


def places(problems: list[Problem]) -> list[tuple[int, str]]:
    return [(one.place.line, one.rule) for one in sorted(problems)]


@pytest.mark.parametrize(("wrong", "line"), WRONG.items())
def test_one_fault_is_one_message_and_the_records_beside_it_are_read(wrong: str, line: int) -> None:
    words, problems = of_aliases(BEFORE + wrong + AFTER)
    last = (BEFORE + wrong + AFTER).count("\n")
    assert [place for place in problems if place[0] != last] == [(2 + line, problems[0][1])]
    assert problems[1:] == [(last, "unknown-field")]
    assert words == [["子"], ["寅"]]


def test_two_faults_are_two_messages() -> None:
    one, other = "- words: [甲乙\n  means: [丙]\n", "- words: @丁\n  means: [戊]\n"
    assert of_aliases(BEFORE + one + other + AFTER[1:]) == (
        [["子"], ["寅"]],
        [(3, "yaml"), (5, "yaml"), (8, "unknown-field")],
    )


HEAD = "title: 关于\ndescription: 甲: 乙\npublished: 昨天\noder: 3\n"


def test_of_one_record_the_other_fields_are_looked_at() -> None:
    """The field that cannot be read is not missing."""
    found = remainder.of_record(NarrativeMeta, Written("x.md", HEAD, 2))
    assert places(found) == [(3, "yaml"), (4, "bad-value"), (5, "unknown-field")]


def test_a_text_that_is_wrong_everywhere_has_an_end() -> None:
    found = remainder.read(Written("x.yml", "- @甲\n" * 500))
    assert len(found.problems) == remainder.MOST


@pytest.mark.parametrize("text", ["# 还没有写\n", "[]\n"])
def test_a_list_without_records_is_an_empty_list(text: str) -> None:
    assert of_aliases(text) == ([], [])


def test_what_is_read_stays_a_record() -> None:
    assert remainder.of_record(AliasRecord, Written("x.yml", "words: [甲]\nmeans: [乙]\n")) == []


CONFLICT = "<<<<<<< HEAD\n甲\n||||||| base\n乙\n=======\n丙\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("text", "path", "lines"),
    [
        (CONFLICT, "x.yml", [1]),
        ("甲\n" + CONFLICT + "乙\n" + CONFLICT, "x.md", [2, 10]),
        (CONFLICT, "source.txt", [1]),
        ("<<<<<<<<< 一\n<<<<<<< 二\n=======\n>>>>>>> 二\n=========\n>>>>>>>>> 一\n", "x.md", [1]),
        ("<<<<<<< HEAD\n甲\n", "x.yml", [1]),
        ("甲\n>>>>>>> other\n", "x.md", [2]),
        ("a: b\n=======\n", "x.yml", [2]),
        ("甲\n\n=======\n\n乙", "x.md", [3]),
        ("甲\n=======\n", "x.md", []),
        ("甲\n\n========\n", "source.txt", []),
        ("| 甲 | 乙 |\n|||||||\n", "x.md", []),
        ("a <<<<<<< b\n", "x.md", []),
        (" <<<<<<< HEAD\n", "x.md", []),
        ("<<<<<<<甲\n", "x.md", []),
    ],
)
def test_a_conflict_is_told_once_and_a_marker_that_was_left_over_too(text: str, path: str, lines: list[int]) -> None:
    assert places(list(conflicts.find(text, path))) == [(line, "conflict") for line in lines]


def test_a_conflict_in_a_record_is_no_other_message() -> None:
    found = RawRegister()
    problems = register.read(found, SourceFile("x.yml", "search/aliases.yml", CONFLICT.encode()), {})
    assert places(problems or []) == [(1, "conflict")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: 甲\n", 1),
        ("\n---\ntitle: 甲\n---\n", 1),
        ("----\ntitle: 甲\n---\n", 1),
        ("---\ntitle: 甲\n---正文\n", 3),
        ("---\ntitle: 甲\n----\n\n正文\n", 3),
        ("---\ntitle: 甲\n——\n\n正文\n", 3),
        ("---\ntitle: 甲\n...\n\n正文\n", 3),
        ("---\ntitle: 甲\n\n## 正文\n\n---\n", 4),
        ("---\ntitle: 甲\n\n正文。\n\n---\n", 4),
        ("---\ntitle: 甲\n\n正文。\n", 4),
        ("---\ntitle: 甲\n", 1),
    ],
)
def test_a_fence_that_is_missing_or_none_is_told_where_it_should_stand(text: str, line: int) -> None:
    assert places(frontmatter.split(text, "x.md")[1]) == [(line, "front-matter")]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("reports/2024/commitments/2-1/c003.yaml", "改名为 reports/2024/commitments/2-1/c003.yml"),
        ("indicators/tax.YML", "改名为 indicators/tax.yml"),
        ("about.MD", "改名为 about.md"),
        ("about.markdown", "改名为 about.md"),
        ("reports/2024/Report.md", "改名为 reports/2024/report.md"),
        ("site.yml.txt", "改名为 site.yml"),
        ("reports/2024/commitment/2-1/c01.yml", "改名为 reports/2024/commitments/2-1/c01.yml"),
        ("updates/2025-01-15-a.md", "更新放进它的报告的文件夹：updates/<报告编号>/，例如 updates/2024/"),
        ("reports/2024/2025-01-15-a.md", "更新放进 updates/<报告编号>/，更正放进 corrections/，申请放进 requests/"),
        ("c003.yml", "承诺放进 reports/<报告编号>/commitments/<小节>/"),
        ("aliases.yml", "放进 search/，写作 search/aliases.yml 或 search/aliases-….yml"),
        ("plan.docx", "附件放进 content/files/；其余文件名见编辑手册"),
    ],
)
def test_a_file_that_is_not_known_is_told_what_it_should_be(name: str, hint: str) -> None:
    assert misplaced.hint(name) == hint


UPDATE = "---\ntitle: 关于\ndescription: 甲\npublished: 2024-02-01 09:00\n---\n正文\n"


def test_an_article_in_the_folder_of_another_kind_is_told_once() -> None:
    from disclosure.model.correction import CorrectionMeta

    file = SourceFile("x.md", "corrections/2024-02-01-a.md", UPDATE.encode())
    (problem,) = read(CorrectionMeta, file, {})[1]
    assert (problem.rule, problem.hint) == ("stray-file", "这是一篇说明文字，直接放在 content/ 下")
