"""What is written for editors is YAML that says what was meant, whatever was typed and whatever is declared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from disclosure.forms import form, known
from disclosure.forms.form import FormRows, RecordForm
from disclosure.forms.known import Knowledge, Moment
from disclosure.forms.options import KINDS, MANY
from disclosure.forms.registry import MAKERS
from disclosure.forms.wish import NewText, Wish
from disclosure.model.fields import FREE, Day, Record, optional, required
from disclosure.model.update import UpdateMeta
from disclosure.problem import Refused
from disclosure.source import frontmatter, yaml
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import Insert, WrittenLines, edited
from tests.projects import FIRST_YEAR, Sandbox, create, date_of, files_of

DAY = date.fromisoformat(date_of(FIRST_YEAR))


class Inner(Record, change=FREE):
    """A record inside another."""

    name: str = required("名字", "怎么称呼")
    seen: str | None = optional("怎样看到", "在哪里读到", words="seen")


class Made(Record, change=FREE):
    """A record that is declared here alone."""

    day: Day = required("日子", "哪一天")
    note: str | None = optional("附注", "想说的话")
    inner: list[Inner] = optional("里面", "一份一项", default=[])


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    root = tmp_path_factory.mktemp("known")
    project = create(root / "project", FIRST_YEAR)
    files = [SourceFile(f"content/{name}", name, data) for name, data in files_of(project.content).items()]
    return known.read(files, "content", Moment(DAY, datetime.combine(DAY, time(17, 5))))


def test_a_field_that_is_declared_stands_in_every_new_file(knowledge: Knowledge) -> None:
    made = RecordForm(model=Made, values={"inner": (RecordForm(model=Inner, asked=("seen",)),)})
    assert list(form.lines(made, knowledge.words)) == [
        "# 日子：哪一天",
        "day: 〔待填：日子〕",
        "# 附注：想说的话",
        "# note:",
        "inner:",
        "  # 名字：怎么称呼",
        "  - name: 〔待填：名字〕",
        "    # 怎样看到：在哪里读到；可用：原页面 / 镜像 / 转载",
        "    seen: 〔待填：怎样看到〕",
    ]
    assert list(form.lines(RecordForm(model=Made, values={"day": "2025-01-01"}), knowledge.words)) == [
        "day: 2025-01-01",
        "# 附注：想说的话",
        "# note:",
        "# 里面：一份一项",
        "# inner:",
        "#   - {name: , seen: }",
    ]


def test_each_field_of_an_update_is_there_or_told_of(knowledge: Knowledge) -> None:
    text = MAKERS["update"](knowledge, Wish({"commitment": ["c016"]})).text
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    assert [name for name in UpdateMeta.declared if not any(line.startswith(f"{name}:") for line in lines)] == []


def test_rows_stand_each_on_a_line_under_what_they_are(knowledge: Knowledge) -> None:
    rows = FormRows(model=Inner, rows=[("甲", {"name": "一"}), ("乙", {})], asked=("seen",))
    assert list(form.lines(RecordForm(model=Made, values={"day": "x", "inner": rows}), knowledge.words))[3:] == [
        "# name　名字：怎么称呼",
        "# seen　怎样看到：在哪里读到；可用：原页面 / 镜像 / 转载",
        "inner:",
        "  # 甲",
        "  - {name: 一, seen: 〔待填：怎样看到〕}",
        "  # 乙",
        "  - {name: 〔待填：名字〕, seen: 〔待填：怎样看到〕}",
    ]


def test_a_comment_that_is_taken_away_leaves_what_can_be_read(knowledge: Knowledge) -> None:
    """Each line that shows a field may be uncommented, and left empty."""
    text = MAKERS["update"](knowledge, Wish({"commitment": ["c016", "c017"]})).text
    fields = (*UpdateMeta.declared, "  -", "passage", "url", "locator", "retrieved", "excerpt", "snapshot", "sha256")
    shown = tuple(f"# {name}:" if name != "  -" else "#   -" for name in fields)
    lines = [
        line.replace("# ", "", 1) if line.lstrip().startswith(shown) else line
        for line in text.splitlines()
        if "〔待填" not in line or ":" in line
    ]
    head, problems = frontmatter.split("\n".join(lines), "x.md")
    assert problems == []
    assert isinstance(head.raw, dict)
    assert head.raw.keys() == UpdateMeta.declared.keys()


WORDS = st.text(max_size=12)
TYPED = st.one_of(
    WORDS,
    st.sampled_from(["c016", "2024/c017", "c027", "2024", "2025-03-01", "updates/2024/2025-01-08-parking", "title"]),
    st.sampled_from(["a: b", "x #y", "- z", "'", '"', "[", "{", "&", "*", "!", "|", "%", "@", "~", "null", "a, b"]),
)


# What is right of options that are refused otherwise
RIGHT = {
    "commitment": st.sampled_from(["c016", "c017", "c020", "2024/c027"]),
    "document": st.just("work-report-2025"),
    "record": st.sampled_from(["c016", "updates/2024/2025-01-08-parking"]),
    "field": st.sampled_from(["title", "kind"]),
    "id": st.just("new"),
    "slug": st.just("new"),
    "label": st.just("拾光区水务局"),
    "report": st.just(""),
    "day": st.just("2025-03-01"),
}


@st.composite
def wishes(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    kind = draw(st.sampled_from(KINDS))
    words = {one.name: st.one_of(RIGHT[one.name], TYPED) if one.name in RIGHT else TYPED for one in kind.options}
    values = {
        one.name: st.lists(words[one.name], max_size=3) if one.kind == MANY else words[one.name] for one in kind.options
    }
    chosen = {
        *draw(st.lists(st.sampled_from([*values]), unique=True)),
        *(one.name for one in kind.options if one.needed),
    }
    return kind.name, {name: draw(values[name]) for name in sorted(chosen)}


@given(wishes())
@example(("update", {"commitment": ["c016"], "title": "a: b #c"}))
@example(("entity", {"id": "a", "name": "'"}))
@example(("correction", {"was": "〔待填：x〕"}))
def test_whatever_is_typed_is_written_as_it_was_meant_or_refused(
    knowledge: Knowledge, wished: tuple[str, dict[str, object]]
) -> None:
    kind, given_words = wished
    try:
        made = MAKERS[kind](knowledge, Wish(given_words))
    except Refused:
        return
    raw = _read(made)
    for name in ("title", "event", "was", "now", "name"):
        if isinstance(raw, dict) and given_words.get(name) and kind in ("update", "request", "entity"):
            assert raw.get(name, "") == str(given_words[name]).strip()


def _read(made: NewText) -> object:
    """What a new text says, which is YAML without a fault, in Markdown or alone."""
    if made.name.endswith(".md"):
        document, problems = frontmatter.split(made.text, made.name)
        assert problems == []
        return document.raw
    raw, problems = yaml.read(SourceFile("", "", made.text.encode()).decoded[0], made.name)
    assert problems == []
    return raw


ENDS = st.sampled_from(["\n", "\r\n"])
LISTS = st.sampled_from(
    [
        "",
        "# 空的",
        "[]",
        "# 空的\n[]",
        "- {id: a}",
        "- id: a\n  label: b",
        "  - id: a\n# 后面的话",
        "- {id: a}\n- id: b\n\n# 注",
    ]
)


NEW = Insert(where=(), value=WrittenLines(("- id: new", "  label: 新")))


@given(LISTS, ENDS, st.booleans(), st.booleans())
def test_a_record_is_added_and_every_other_byte_stays(text: str, end: str, marked: bool, ended: bool) -> None:
    whole = ("\ufeff" if marked else "") + (text + "\n" if ended and text else text).replace("\n", end)
    file = SourceFile("content/x.yml", "x.yml", whole.encode())
    made = SourceFile("content/x.yml", "x.yml", edited(file, NEW).data)
    before, _problems = yaml.read(file.decoded[0], "x.yml")
    after, problems = yaml.read(made.decoded[0], "x.yml")
    assert (problems, after) == ([], [*(before or []), {"id": "new", "label": "新"}])
    kept = [line for line in whole.removeprefix("\ufeff").replace("\r", "").split("\n") if line not in ("", "[]")]
    assert [line for line in made.decoded[0].split("\n") if line in kept] == kept


@pytest.mark.parametrize("text", ["{id: a}", "id: a", "[{id: a}]"])
def test_what_is_no_list_of_lines_takes_no_further_record(text: str) -> None:
    with pytest.raises(Refused):
        edited(SourceFile("content/x.yml", "x.yml", text.encode()), NEW)


def test_without_a_report_nothing_can_be_begun(create: Callable[..., Sandbox]) -> None:
    project = create("small")
    (project.content / "reports/2024/report.md").write_text("---\ntitle: 〔待填：标题〕\n---\n", "utf-8")
    done = project.run("new", "update", "--commitment", "c001")
    assert (done.code, done.out) == (2, "还没有能读的报告：先导入一份（import），填好开头的元数据\n")
