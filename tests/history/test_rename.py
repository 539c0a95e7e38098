"""``rename``: one change in every file, nothing else moved, and the history rule takes exactly that."""

from __future__ import annotations

from collections.abc import Callable
from difflib import ndiff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.source import edits, yaml
from disclosure.source.files import SourceFile
from disclosure.source.yaml import compose
from tests.projects import FIRST_YEAR, Run, Sandbox, date_of, files_of
from tests.repositories import SandboxRepository

DAY = date_of(FIRST_YEAR)
WORDS = "vocabulary/departments.yml"
LINKS = (
    "\n见[住建局](../../departments/housing.html)"
    "和[它的承诺](../../reports/2024/commitments.html?department=housing&kind=task)。\n"
)


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    """The example as published, with a link to a department."""
    made = create(FIRST_YEAR)
    path = made.content / "updates/2024/2025-01-08-parking.md"
    path.write_text(path.read_text("utf-8") + LINKS, "utf-8")
    SandboxRepository(made.root).commit("2025-03-10")
    return made


def rename(project: Sandbox, *words: str) -> Run:
    return project.run("rename", *words, date=DAY)


def check(project: Sandbox) -> str:
    return project.run("check", date=DAY).err


def changed(project: Sandbox, before: dict[str, bytes]) -> dict[str, list[str]]:
    """By file, the lines that are gone (-) and that have come (+)."""
    found = {}
    for name, data in files_of(project.content).items():
        lines = ndiff(before.get(name, b"").decode().splitlines(), data.decode().splitlines())
        if other := [line for line in lines if line[0] in "-+"]:
            found[name] = other
    return found


def test_another_id_is_one_change_that_the_history_takes(project: Sandbox) -> None:
    before = files_of(project.content)
    done = rename(project, "departments", "housing", "urban")
    assert (done.code, done.out.splitlines()) == (
        0,
        [
            "content/updates/2024/2025-01-08-parking.md:17  链接 ../../departments/housing → ../../departments/urban",
            "content/updates/2024/2025-01-08-parking.md:17  链接 ../../reports/2024/commitments.html?department=housing"
            " → ../../reports/2024/commitments.html?department=urban",
            "content/vocabulary/departments.yml:3  id: housing → urban",
            "content/retired.yml:1  - {record: vocabulary/departments/housing, to: vocabulary/departments/urban,"
            " date: 2025-03-20}",
            "改了 4 处，3 个文件；运行 check 看看，再提交",
        ],
    )
    line = LINKS.strip()
    assert changed(project, before) == {
        "updates/2024/2025-01-08-parking.md": [f"- {line}", f"+ {line.replace('housing', 'urban')}"],
        WORDS: ["- - id: housing", "+ - id: urban"],
        "retired.yml": [
            "+ - {record: vocabulary/departments/housing, to: vocabulary/departments/urban, date: 2025-03-20}"
        ],
    }
    assert check(project) == ""
    SandboxRepository(project.root).commit("2025-03-20")
    assert check(project) == ""


def test_a_department_that_gets_another_id_may_be_called_by_its_name(project: Sandbox) -> None:
    assert "id: housing → urban" in rename(project, "departments", "拾光区住建局", "urban").out
    assert rename(project, "departments", "拾光区住建局", "urban").out == "不用改：已经是新的了\n"


def test_what_led_to_the_old_id_leads_to_the_new_one_and_nothing_else_that_looks_like_it(
    create: Callable[..., Sandbox],
) -> None:
    project = create(FIRST_YEAR)
    project.edit(WORDS, "id: civil", "id: art")
    entry = "- {record: vocabulary/departments/old, to: vocabulary/departments/art, date: 2025-03-01}\n"
    (project.content / "retired.yml").write_text(entry, "utf-8")
    assert rename(project, "departments", "art", "care").code == 0
    assert (project.content / "retired.yml").read_text("utf-8") == (
        "- {record: vocabulary/departments/old, to: vocabulary/departments/care, date: 2025-03-01}\n"
        "- {record: vocabulary/departments/art, to: vocabulary/departments/care, date: 2025-03-20}\n"
    )


def test_the_old_address_leads_on(project: Sandbox) -> None:
    rename(project, "departments", "housing", "urban")
    pages = project.build(date=DAY)
    assert b'content="0; url=../departments/urban.html"' in pages["departments/housing.html"]
    assert "housing 改为 拾光区住建局" in pages["departments/housing.html"].decode()
    assert b'"lead":{"id":"urban"' in pages["data/commitments.json"]


def test_a_topic_gets_another_id_too(project: Sandbox) -> None:
    assert rename(project, "topics", "transport", "roads").code == 0
    pages = project.build(date=DAY)
    assert b'content="0; url=../topics/roads.html"' in pages["topics/transport.html"]
    assert check(project) == ""


def test_done_twice_is_done_once(project: Sandbox) -> None:
    for words in (
        ("departments", "housing", "urban"),
        ("departments", "拾光区交通局", "拾光区交通运输局"),
        ("departments", "拾光区民政局", "拾光区民政和养老局", "--since", "2025-01-01"),
    ):
        assert rename(project, *words).code == 0
        after = files_of(project.content)
        again = rename(project, *words)
        known = again.out if words[1] != "拾光区交通局" else "不用改：已经是新的了\n"
        assert (known, files_of(project.content)) == ("不用改：已经是新的了\n", after), words


def test_another_label_is_written_wherever_the_old_one_stands(project: Sandbox) -> None:
    before = files_of(project.content)
    done = rename(project, "departments", "housing", "拾光区住房城乡建设局")
    assert done.code == 0
    assert set(changed(project, before)) == {WORDS, "responsibilities/2024.yml"}
    assert check(project) == ""


def test_a_body_that_was_renamed_keeps_what_was_written_by_its_old_name(project: Sandbox) -> None:
    before = files_of(project.content)
    for words in (("projects", "拾光区重点项目中心"), ("housing", "拾光区住建委")):
        assert rename(project, "departments", *words, "--since", "2025-01-01").code == 0
    plain, rest = "- {id: projects, label: 拾光区项目办", ", description: 统筹重点项目（虚构的单位）, order: 1}"
    assert changed(project, before) == {
        WORDS: [
            f"- {plain}{rest}",
            f"+ {plain.replace('项目办', '重点项目中心')}, names: [{{label: 拾光区项目办, until: 2024-12-31}}]{rest}",
            "-   label: 拾光区住建局",
            "+   label: 拾光区住建委",
            "+     - {label: 拾光区住建局, until: 2024-12-31}",
        ]
    }
    assert check(project) == ""
    page = project.build(date=DAY)["reports/2024/commitments/c016.html"].decode()
    assert "由拾光区项目办（现拾光区重点项目中心）牵头" in page


def test_nothing_is_written_where_it_is_only_tried(project: Sandbox) -> None:
    before = files_of(project.content)
    done = rename(project, "departments", "housing", "urban", "--dry-run")
    assert done.out.splitlines()[-1] == "要改 4 处，3 个文件；没有写"
    assert files_of(project.content) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("departments", "housing", "civil"), "编号 civil 已经是“拾光区民政局”的；两个单位合并写 until 和 into"),
        (("departments", "housing", "housing"), "新旧编号相同：housing"),
        (("departments", "housing", "gone"), "编号 gone 用过，已写在 retired.yml 里；换一个从未用过的"),
        (
            ("departments", "housing", "urban", "--since", "2025-01-01"),
            "改编号不写 --since：它只用于单位在某一天改了名称",
        ),
        (("departments", "housing", "拾光区民政局"), "“拾光区民政局”已经是 civil 的名称"),
        (("departments", "civil", "拾光区城乡建设局"), "“拾光区城乡建设局”已经是 housing 的名称"),
        (("departments", "housing", "住建: 局"), "名称“住建: 局”不能用：只用文字、数字、括号、书名号、连字符和间隔号"),
        (
            ("departments", "housing", "新局", "--since", "2025-13-01"),
            "日期应当写成 2026-11-23 的样子，不是 2025-13-01",
        ),
        (("departments", "housing", "新局", "--since", "2026-01-01"), "改名的日期 2026-01-01 在今天（2025-03-20）之后"),
        (("topics", "transport", "道路", "--since", "2025-01-01"), "只有责任单位（departments）写 --since"),
        (("verdicts", "met", "reached"), "不能改 verdicts 的编号；可以改：departments、topics"),
        (
            ("departments", "水利局", "水务局"),
            "词表 departments 里没有 水利局；有：projects（拾光区项目办）、housing（拾光区住建局）、"
            "transport（拾光区交通局）、"
            "culture（拾光区文化旅游局）、sports（拾光区体育局）、civil（拾光区民政局）",
        ),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_is_unsafe_is_refused_and_says_why(project: Sandbox, words: tuple[str, ...], said: str) -> None:
    gone = "- {record: vocabulary/departments/gone, reason: 写重了, date: 2025-03-01}\n"
    (project.content / "retired.yml").write_text(gone, "utf-8")
    before = files_of(project.content)
    done = rename(project, *words)
    assert (done.code, done.out) == (2, said + "\n")
    assert files_of(project.content) == before


def test_in_content_with_errors_nothing_is_changed(project: Sandbox) -> None:
    project.edit("reports/2024/commitments/2-2/c016.yml", "kind: 重点任务", "kind: 重点")
    before = files_of(project.content)
    done = rename(project, "departments", "housing", "urban")
    assert (done.code, done.out) == (1, "没有改：先改好上面的问题，再运行 rename\n")
    assert files_of(project.content) == before


def test_an_old_label_may_not_pass_to_another_department_in_silence(project: Sandbox) -> None:
    """By hand what no command does: housing goes by another id, and its name is another's."""
    text = (project.content / WORDS).read_text("utf-8")
    text = text.replace("id: housing", "id: urban").replace("label: 拾光区住建局", "label: 拾光区城建局")
    (project.content / WORDS).write_text(text.replace("label: 拾光区民政局", "label: 拾光区住建局"), "utf-8")
    path = project.content / "responsibilities/2024.yml"
    path.write_text(path.read_text("utf-8").replace("拾光区民政局", "拾光区住建局"), "utf-8")
    entry = "- {record: vocabulary/departments/housing, to: vocabulary/departments/urban, date: 2025-03-20}\n"
    (project.content / "retired.yml").write_text(entry, "utf-8")
    assert "[fixed-changed] 词 vocabulary/departments/housing 的 label（名称）发布后不能改" in check(project)


def test_who_answers_is_not_changed_in_silence(project: Sandbox) -> None:
    project.edit("responsibilities/2024.yml", "  lead: 拾光区民政局\n", "  lead: 拾光区交通局\n")
    assert check(project).splitlines() == [
        "content/responsibilities/2024.yml:32:3: [silent-change] 责任分工 responsibilities/2024/c021/2024-02-01 的 lead"
        "（牵头单位）改了，却没有更正：曾是“拾光区民政局”，现在是“拾光区交通局”（还没有发布的改动）",
        "    提示：改回原值；或在 content/corrections/ 写一条更正，其中 corrects: [{record:"
        " responsibilities/2024/c021/2024-02-01, field: lead, was: 拾光区民政局, now: 拾光区交通局}]",
    ]
    note = (
        "---\ntitle: 养老服务的牵头单位写错\ndate: 2025-03-20\npublished: 2025-03-20 10:00\ncorrects:\n"
        "  - {record: responsibilities/2024/c021/2024-02-01, field: lead, was: 拾光区民政局, now: 拾光区交通局}\n"
        "---\n\n转录有误。\n"
    )
    (project.content / "corrections/2025-03-20-lead.md").write_text(note, "utf-8")
    assert check(project) == ""
    page = project.build(date=DAY)["reports/2024/commitments/c021.html"].decode()
    assert "本页更正过" in page


def test_one_more_promise_under_an_entry_is_growth_and_one_less_is_not(project: Sandbox) -> None:
    project.edit("responsibilities/2024.yml", "- commitments: [c021]", "- commitments: [c021, c027]")
    # Only the answer that counts them has to be written anew
    assert {line.split()[1] for line in check(project).splitlines() if line.startswith("content/")} == {"[answer-gone]"}
    SandboxRepository(project.root).commit("2025-03-20")
    project.edit("responsibilities/2024.yml", "- commitments: [c021, c027]", "- commitments: [c027]")
    assert "[lost-id] 责任分工 responsibilities/2024/c021/2024-02-01 曾经发布，现在不见了" in check(project)


# Whatever the layout


LABELS = st.sampled_from(["甲局", "乙局", "丙局"])
BLANKS = st.sampled_from(["", " ", "   "])
QUOTES = st.sampled_from(["", "'", '"'])
ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def written(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A list of departments in any layout, and their labels."""
    labels = draw(st.lists(LABELS, min_size=1, max_size=3, unique=True))
    lines = []
    for label in labels:
        quote, blank = draw(QUOTES), draw(BLANKS)
        said = f"label:{' '}{blank}{quote}{label}{quote}"
        lines += draw(
            st.sampled_from(
                [
                    ["# 注", f"- {{id: x,{blank} {said}, note: y}}"],
                    ["# 甲局", "- id: x", f"  {said}", "  # 甲局", "", "  note: y"],
                ]
            )
        )
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return mark + draw(ENDS).join([*lines, ""]), labels


@given(written())
def test_a_value_is_changed_and_every_other_byte_stays(given_text: tuple[str, list[str]]) -> None:
    text, labels = given_text
    file = SourceFile("content/x.yml", "x.yml", text.encode())
    nodes = edits.rows(compose(file.decoded[0]))
    found = edits.value_of(nodes[-1], "label")
    made = edits.applied(file, [edits.replacing(found, "新局", "")]).data
    values, problems = yaml.read(SourceFile("", "", made).decoded[0], "x.yml")
    assert problems == []
    assert isinstance(values, list)
    assert [one["label"] for one in values if isinstance(one, dict)] == [*labels[:-1], "新局"]
    head, _label, tail = made.decode().rpartition("新局")
    assert head + labels[-1] + tail == text


def test_where_no_department_is_named_there_is_nothing_to_rename(create: Callable[..., Sandbox]) -> None:
    unnamed = create("two-reports")
    (unnamed.content / "vocabulary").mkdir()
    (unnamed.content / "vocabulary/departments.yml").write_text("[]\n", "utf-8")
    done = unnamed.run("rename", "departments", "housing", "urban")
    assert (done.code, done.out) == (2, "词表 departments 里没有 housing；有：\n")
