"""A scripted repository, and exactly what is told of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from disclosure.history.record_change import FieldEdit, Happening, RecordChange
from tests.history.judged import told
from tests.history.seeds import RICH, UPDATE, Material, enrich
from tests.projects import create
from tests.repositories import SandboxRepository, at

CREATED, CHANGED, RETOUCHED, GONE = Happening
KEY = "2024"
U, C = UPDATE.format(key=KEY), RICH.format(key=KEY)
WORDS = "vocabulary/reported.yml"


@pytest.fixture
def repository(tmp_path: Path) -> SandboxRepository:
    """A small project with one commit."""
    project = create(tmp_path / "project")
    material = Material(project.content)
    enrich(material)
    material.write(
        WORDS, "- {id: done, label: 已完成, description: 甲}\n- {id: partly, label: 部分完成, description: 乙}\n"
    )
    made = SandboxRepository(project.root)
    made.commit("2026-11-20")
    return made


def of(repository: SandboxRepository) -> Material:
    return Material(repository.root / "content")


def edit(field: str, was: object, now: object) -> FieldEdit:
    texts = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in (was, now))
    return FieldEdit(field=field, was=next(texts), now=next(texts))


def change(
    record: str,
    day: str,
    commit: str,
    *edits: FieldEdit,
    happening: Happening = CHANGED,
    corrections: tuple[str, ...] = (),
    nth: int = 1,
) -> RecordChange:
    kinds = {"updates": "update", "corrections": "correction", "vocabulary": "word", "retired": "retirement"}
    folder, rest = record.split("/", 1)
    other = "commitment" if re.fullmatch(r"c\d+", rest) else "result" if re.fullmatch(r"r\d+", rest) else "passage"
    kind = kinds.get(folder, "report" if folder == "reports" else other)
    reports = {"updates": rest[:4], "reports": rest, "corrections": "", "vocabulary": "", "retired": ""}
    return RecordChange(
        record=record,
        kind=kind,
        report=reports.get(folder, folder),
        happening=happening,
        day=day,
        nth=nth,
        commit=commit,
        edits=edits,
        corrections=corrections,
    )


def expect(repository: SandboxRepository, *wanted: RecordChange) -> None:
    """These changes, in whatever report; on from what was remembered and anew."""
    found = told(repository.root, remembered=True)
    assert found == told(repository.root)
    assert sorted(found, key=lambda one: (one.day, one.record, one.nth)) == list(wanted)


def test_nothing_is_told_of_the_beginning(repository: SandboxRepository) -> None:
    expect(repository)


def test_every_field_is_told_those_too_that_are_free(repository: SandboxRepository) -> None:
    expect(repository)
    material = of(repository)
    material.sub(C, "新建食堂和驿站", "新建食堂")
    material.sub(C, "topics: .教育.", "topics: [养老, 教育]")
    material.sub(C, "votes_for: 60", "votes_for: 61")
    first = repository.commit("2026-11-21")
    material.sub(U + ".md", "value: 3,", "value: 4,")
    material.sub(U + ".md", r"(date: 2026-11-19\})", r"\1" + "\n  - {publisher: 丙局, title: 说明}")
    material.sub(U + ".md", "材料没有写明地点。", "地点在材料里。")
    second = repository.commit("2026-11-21")
    material.sub(C, r"  - \{measure: 驿站, written: 30处\}\n", "")
    material.sub(C, "title: 新建食堂", "title: 新建食堂五家")
    expect(
        repository,
        change(
            f"{KEY}/c901",
            "2026-11-21",
            first,
            edit("title", "新建食堂和驿站", "新建食堂"),
            edit("topics", "", "养老"),
            edit("vote.votes_for", "60", "61"),
        ),
        change(
            U,
            "2026-11-21",
            second,
            edit("observations.1.value", "3", "4"),
            edit("evidence.3", "", {"publisher": "丙局", "title": "说明"}),
            edit("body", "材料没有写明地点。", "地点在材料里。"),
        ),
        change(
            f"{KEY}/c901",
            "2026-11-29",
            "",
            edit("title", "新建食堂", "新建食堂五家"),
            edit("targets.2", {"measure": "驿站", "written": "30处"}, ""),
        ),
    )


def test_another_style_is_no_change(repository: SandboxRepository) -> None:
    material = of(repository)
    text = material.read(C)
    material.drop(C)
    head, *rest = text.rstrip("\n").split("\nt", 1)
    other = f"reports/{KEY}/commitments/anders/all.yml"
    body = "\n".join(f"  {line}" for line in ("t" + rest[0]).split("\n"))
    material.write(other, f"# 换了写法\n-\n{body}\n  {head}\n")
    repository.commit("2026-11-21")
    (material.content / other).write_bytes(material.read(other).replace("\n", "\r\n").encode())
    for name in (U + ".md", f"reports/{KEY}/report.md", f"reports/{KEY}/source.txt"):
        (material.content / name).write_bytes(material.read(name).replace("\n", "\r\n").encode())
    repository.git("config", "core.autocrlf", "false")
    repository.commit("2026-11-22")
    expect(repository)


def test_signs_and_blanks_are_told_apart(repository: SandboxRepository) -> None:
    material = of(repository)
    material.sub(U + ".md", "title: 种子更新说明", "title: 种子，更新说明")
    material.sub(U + ".md", "没有达到5家。材料", "没有达到5家；材料")
    material.sub(f"reports/{KEY}/report.md", "现在，我代表", "现在 我代表")
    commit = repository.commit("2026-11-21")
    material.sub(U + ".md", "甲局说明年补上。", "\n\n甲局说明年补上。")
    last = repository.commit("2026-11-22")
    sentence = "我代表区人民政府，向大会报告工作，请予审议。"
    expect(
        repository,
        change(
            f"{KEY}/p0-06",
            "2026-11-21",
            commit,
            edit("text", f"现在，{sentence}", f"现在 {sentence}"),
            happening=RETOUCHED,
        ),
        change(
            U,
            "2026-11-21",
            commit,
            edit("title", "种子更新说明", "种子，更新说明"),
            edit("body", "全年新建3家，没有达到5家。", "全年新建3家，没有达到5家；"),
            happening=RETOUCHED,
        ),
        change(U, "2026-11-22", last, happening=RETOUCHED),
    )


def two(*titles: str) -> str:
    return "".join(
        f"- {{id: r90{n}, title: {title}, passage: p1-01, quote: 甲, kind: 完成, topics: [教育]}}\n"
        for n, title in enumerate(titles, 1)
    )


def test_records_are_followed_by_their_names_wherever_they_stand(repository: SandboxRepository) -> None:
    expect(repository)
    material = of(repository)
    one, other = (f"reports/{KEY}/results/{name}.yml" for name in ("a", "b"))
    material.write(one, two("甲事", "乙事", "丙事"))
    came = repository.commit("2026-11-21")
    # Copied first, and taken out of the old file a day later
    material.write(other, two("甲事", "乙事"))
    repository.commit("2026-11-22")
    material.write(one, two("甲事", "乙事", "丙事").split("\n")[2] + "\n")
    repository.commit("2026-11-23")
    expect(repository, *(change(f"{KEY}/r90{n}", "2026-11-21", came, happening=CREATED) for n in (1, 2, 3)))
    # Split and changed at once; one is gone
    material.write(one, two("甲事").replace("title: 甲事", "title: 新甲事"))
    material.write(other, "".join(two("甲事", "新乙事").splitlines(keepends=True)[1:]))
    material.retire(f"{KEY}/r903")
    last = repository.commit("2026-11-24")
    expect(
        repository,
        *(change(f"{KEY}/r90{n}", "2026-11-21", came, happening=CREATED) for n in (1, 2, 3)),
        change(f"{KEY}/r901", "2026-11-24", last, edit("title", "甲事", "新甲事")),
        change(f"{KEY}/r902", "2026-11-24", last, edit("title", "乙事", "新乙事")),
        change(f"{KEY}/r903", "2026-11-24", last, happening=GONE),
        change(f"retired/{KEY}/r903", "2026-11-24", last, happening=CREATED),
    )


def test_a_correction_is_named_where_it_joins_with_what_it_corrects(repository: SandboxRepository) -> None:
    material = of(repository)
    material.sub(U + ".md", "reported: 部分完成", "reported: 已完成")
    material.correct((U, "reported", "部分完成", "已完成"))
    commit = repository.commit("2026-11-28")
    expect(
        repository,
        change("corrections/2026-11-28-mended", "2026-11-28", commit, happening=CREATED),
        change(
            U,
            "2026-11-28",
            commit,
            edit("reported", "部分完成", "已完成"),
            corrections=("corrections/2026-11-28-mended",),
        ),
    )


def test_a_revert_is_a_second_change(repository: SandboxRepository) -> None:
    of(repository).sub(C, "新建食堂和驿站", "新建食堂")
    first = repository.commit("2026-11-21")
    repository.git("revert", "--no-edit", "HEAD", time=at("2026-11-21"))
    expect(
        repository,
        change(f"{KEY}/c901", "2026-11-21", first, edit("title", "新建食堂和驿站", "新建食堂")),
        change(f"{KEY}/c901", "2026-11-21", repository.head, edit("title", "新建食堂", "新建食堂和驿站"), nth=2),
    )


@pytest.mark.parametrize("how", ["merge", "squash", "pull"])
def test_what_a_branch_brings_was_published_on_the_day_of_the_merge(repository: SandboxRepository, how: str) -> None:
    expect(repository)
    material = of(repository)
    repository.git("switch", "--quiet", "-c", "draft")
    material.sub(C, "新建食堂和驿站", "草稿")
    repository.commit("2026-11-21")
    material.sub(C, "草稿", "新建食堂")
    repository.commit("2026-11-22")
    on = "main" if how != "pull" else "draft"
    repository.git("switch", "--quiet", "main")
    material.sub(U + ".md", "title: 种子更新说明", "title: 另一个题目")
    mine = repository.commit("2026-11-23")
    if how == "squash":
        repository.git("merge", "--quiet", "--squash", "draft")
        repository.commit("2026-11-25")
    else:
        # After a plain `git pull` the published branch is the merge's second parent
        repository.git("switch", "--quiet", on)
        other = "draft" if how == "merge" else "main"
        repository.merge(other, day="2026-11-25", message=f"Merge branch '{other}' of ../origin")
        repository.git("branch", "--quiet", "--force", "main") if how == "pull" else None
        repository.git("switch", "--quiet", "main")
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    expect(
        repository,
        change(U, "2026-11-23", mine, edit("title", "种子更新说明", "另一个题目")),
        change(f"{KEY}/c901", "2026-11-25", repository.head, edit("title", "新建食堂和驿站", "新建食堂")),
    )


def test_what_is_not_published_yet_is_one_step_without_a_commit(repository: SandboxRepository) -> None:
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    material = of(repository)
    material.sub(C, "新建食堂和驿站", "草稿")
    repository.commit("2026-11-21")
    material.sub(C, "草稿", "新建食堂")
    expect(repository, change(f"{KEY}/c901", "2026-11-29", "", edit("title", "新建食堂和驿站", "新建食堂")))


def test_a_label_that_is_called_otherwise_is_one_change_of_the_word(repository: SandboxRepository) -> None:
    material = of(repository)
    material.sub(WORDS, "label: 部分完成", "label: 做了一部分")
    first = repository.commit("2026-11-21")
    # Whoever wrote it follows a day later
    material.sub(U + ".md", "reported: 部分完成", "reported: 做了一部分")
    repository.commit("2026-11-22")
    expect(
        repository,
        change("vocabulary/reported/partly", "2026-11-21", first, edit("label", "部分完成", "做了一部分")),
    )


def test_a_version_that_cannot_be_read_is_passed_over(repository: SandboxRepository) -> None:
    material = of(repository)
    text = material.read(C)
    material.write(C, text + "  - [")
    repository.commit("2026-11-21")
    expect(repository)
    material.write(C, text.replace("新建食堂和驿站", "新建食堂"))
    last = repository.commit("2026-11-22")
    expect(repository, change(f"{KEY}/c901", "2026-11-22", last, edit("title", "新建食堂和驿站", "新建食堂")))


def test_a_report_that_arrives_is_created_with_all_it_holds(repository: SandboxRepository) -> None:
    expect(repository)
    material = of(repository)
    for name in material.all(f"reports/{KEY}/**/*"):
        if (material.content / name).is_file():
            material.write(name.replace(KEY, "2025"), material.read(name))
    commit = repository.commit("2026-11-21")
    found = told(repository.root, remembered=True)
    assert {(one.report, one.happening, one.day, one.commit) for one in found} == {
        ("2025", CREATED, "2026-11-21", commit)
    }
    assert {"reports/2025", "2025/c901", "2025/p0-06"} <= {one.record for one in found}


def test_what_had_to_be_taken_down_by_law_is_not_told_again(repository: SandboxRepository) -> None:
    expect(repository)
    material = of(repository)
    material.sub(U + ".md", "甲局说明年补上。", "家住甲街1号的乙某说明年补上。")
    first = repository.commit("2026-11-21")
    expect(
        repository, change(U, "2026-11-21", first, edit("body", "甲局说明年补上。", "家住甲街1号的乙某说明年补上。"))
    )
    material.sub(U + ".md", "家住甲街1号的乙某说明年补上。", "")
    material.retire(U, withdrawn="{kind: 个人住址, date: 2026-11-28, by: 甲局, rule: 乙}")
    plain = change(U, "2026-11-21", first)
    expect(
        repository,
        plain,
        change(f"retired/{U}", "2026-11-29", "", happening=CREATED),
        change(U, "2026-11-29", ""),
    )
    last = repository.commit("2026-11-28")
    expect(
        repository,
        plain,
        change(f"retired/{U}", "2026-11-28", last, happening=CREATED),
        change(U, "2026-11-28", last),
    )


def test_nothing_is_told_before_anything_is_published(repository: SandboxRepository) -> None:
    material = of(repository)
    site = material.read("site.yml")
    material.write("site.yml", site + "published_since: never\n")
    repository.commit("2026-11-21")
    expect(repository)
    material.write("site.yml", site + "published_since: 2026-11-21\n")
    material.sub(C, "新建食堂和驿站", "新建食堂")
    repository.commit("2026-11-22")
    found = told(repository.root)
    assert [one.record for one in found] == ["site", f"{KEY}/c901"]
