"""A vote on many projects in one file says of each what ``vote`` in the promise's own file would say."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.projects import FIRST_YEAR, Sandbox, configured, date_of
from tests.repositories import SandboxRepository

FILE = "votes/2024.yml"
HEAD = """\
- date: 2024-01-11
  source: {publisher: 拾光区人民代表大会, title: 2024年民生实事项目票决结果公告（虚构）, date: 2024-01-11}
  projects:
"""
ROWS = (
    "    - {commitment: c027, adopted: 通过, votes_for: 182, votes_against: 6, abstained: 4, cast: 192}\n"
    "    - {commitment: c028, adopted: 未通过, votes_for: 71, votes_against: 98, abstained: 23, cast: 192}\n"
)


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create(FIRST_YEAR)


def vote_of(project: Sandbox, id: str) -> str:
    """The vote in a promise's own file."""
    text = (project.content / f"reports/2024/commitments/2-3/{id}.yml").read_text("utf-8")
    found = re.search(r"^vote: .*\n", text, re.M)
    assert found is not None
    return found[0]


def without_own(project: Sandbox, *ids: str) -> None:
    for id in ids:
        project.edit(f"reports/2024/commitments/2-3/{id}.yml", vote_of(project, id), "")


def write(project: Sandbox, text: str) -> None:
    path = project.content / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def check(project: Sandbox) -> str:
    return project.run("check", date=date_of(FIRST_YEAR)).err


def test_the_site_is_the_same_wherever_the_vote_stands(project: Sandbox) -> None:
    before = project.build(date_of(FIRST_YEAR))
    without_own(project, "c027", "c028")
    write(project, HEAD + ROWS)
    assert project.build(date_of(FIRST_YEAR)) == before


def test_both_may_say_the_same(project: Sandbox) -> None:
    write(project, HEAD + ROWS)
    assert check(project) == ""


def test_a_site_that_was_built_follows_the_file(project: Sandbox, tmp_path: Path) -> None:
    without_own(project, "c027", "c028")
    write(project, HEAD + ROWS)
    project.build(date_of(FIRST_YEAR))
    write(project, HEAD + ROWS.replace("votes_for: 182", "votes_for: 181").replace("cast: 192", "cast: 191", 1))
    changed = project.build(date_of(FIRST_YEAR))
    shutil.copytree(project.content, tmp_path / "anew/content")
    assert changed == configured(tmp_path / "anew").build(date_of(FIRST_YEAR))
    assert "181票" in changed["reports/2024/commitments/c027.html"].decode()


def test_a_published_vote_is_not_changed_in_silence_and_the_promise_tells_of_it(project: Sandbox) -> None:
    without_own(project, "c027", "c028")
    repository = SandboxRepository(project.root)
    repository.commit("2024-02-10")
    write(project, HEAD + ROWS)
    repository.commit("2024-03-10")
    project.edit(FILE, "adopted: 未通过", "adopted: 结果未公开")
    said = check(project)
    assert "content/votes/2024.yml:5:26: [silent-change] 票决 votes/2024/c028 的 adopted（票决结果）改了" in said
    note = (
        "---\ntitle: 票决结果写错\ndate: 2025-03-20\npublished: 2025-03-20 10:00\ncorrects:\n"
        "  - {record: votes/2024/c028, field: adopted, was: 未通过, now: 结果未公开}\n---\n\n看错了一行。\n"
    )
    (project.content / "corrections/2025-03-20-vote.md").write_text(note, "utf-8")
    assert "silent-change" not in check(project)
    project.edit(FILE, "adopted: 结果未公开", "adopted: 未通过")
    (project.content / "corrections/2025-03-20-vote.md").unlink()
    page = project.build(date_of(FIRST_YEAR))["reports/2024/commitments/c028.html"].decode()
    assert "新收录票决 c028" in page
    assert "候选未采纳" in page


def test_a_row_that_is_gone_is_missed(project: Sandbox) -> None:
    write(project, HEAD + ROWS)
    SandboxRepository(project.root).commit("2024-02-10")
    write(project, HEAD + ROWS.splitlines(keepends=True)[0])
    assert "[lost-id] 票决 votes/2024/c028 曾经发布，现在不见了" in check(project)


def test_a_row_may_be_taken_back_where_it_is_said_why(project: Sandbox) -> None:
    without_own(project, "c027")
    write(project, HEAD + ROWS.splitlines(keepends=True)[0])
    SandboxRepository(project.root).commit("2024-02-10")
    (project.content / FILE).unlink()
    (project.content / "retired.yml").write_text(
        "- {record: votes/2024/c027, reason: 公告说的是另一个项目, date: 2025-03-20}\n", "utf-8"
    )
    assert "votes/2024/c027" not in check(project)


def test_the_page_of_a_promise_was_updated_when_the_vote_on_it_was(project: Sandbox) -> None:
    """Of that promise alone; who answers for it is told likewise, and what is in no commit yet has no day."""
    without_own(project, "c027", "c028")
    repository = SandboxRepository(project.root)
    repository.commit("2024-02-10")
    write(project, HEAD + ROWS.splitlines(keepends=True)[0])
    repository.commit("2024-03-10")
    write(project, HEAD + ROWS)
    repository.commit("2024-03-12")
    source = "{publisher: 甲, title: 乙, date: 2024-03-14}"
    helped = f"- {{commitments: [c021], date: 2024-03-14, supporting: [拾光区文化旅游局], source: {source}}}\n"
    with (project.content / "responsibilities/2024.yml").open("a", encoding="utf-8") as file:
        file.write(helped)
    assert days(project) == {"c021": "2024-02-10", "c026": "2024-02-10", "c027": "2024-03-10", "c028": "2024-03-12"}
    repository.commit("2024-03-15")
    assert days(project)["c021"] == "2024-03-15"


def days(project: Sandbox) -> dict[str, str]:
    """When some promises' pages say that they were updated; the list of pages says so, or a later day."""
    site = project.build(date_of(FIRST_YEAR))
    listed = dict(re.findall(r"(c0\d\d)\.html</loc><lastmod>([0-9-]+)", site["sitemap.xml"].decode()))
    found = {}
    for id in ("c021", "c026", "c027", "c028"):
        said = re.search(r"更新时间：<time datetime=\"([0-9-]+)", site[f"reports/2024/commitments/{id}.html"].decode())
        assert said is not None
        assert listed[id] >= said[1]
        found[id] = said[1]
    return found
