"""``init``: a folder with all that a site needs, which builds at once and says what is left to be written."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.cli.output import Console
from disclosure.cli.taking_in import HeadValues, fill_head
from disclosure.starter import files, heads, new_site, program, repository
from tests.beginnings import DAY, DISTRICT, SOURCE, begun, init, run
from tests.projects import EXAMPLES, REPOSITORY, Sandbox, files_of

LISTED = Path(__file__).with_name("init_files.txt")
# Places of this repository and of its example; a new site is of neither
ELSEWHERE = re.compile("青云谱|南昌|江西省|汪众华|拾光|示例区")
# What stands as an example leads nowhere
CODE = re.compile(r"^```.*?^```|^    .*$|`[^`\n]+`", re.M | re.S)
LINK = re.compile(r"\]\((?!https?:)([^\s)]+)")


@pytest.fixture
def author(monkeypatch: pytest.MonkeyPatch) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "甲")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@sample.test")
        monkeypatch.setenv(f"GIT_{role}_DATE", f"{DAY}T08:00:00+08:00")


def plain(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in files_of(root).items() if not name.startswith(".git/")}


def notices(printed: str) -> list[str]:
    """The rule and the words of each problem."""
    return re.findall(r"^[^ ].*?: (\[.*)$", printed, re.M)


def test_it_writes_what_the_list_says(tmp_path: Path) -> None:
    """``init_files.txt`` is what a new site has: a file that comes or goes is seen there."""
    done = init(tmp_path / "site")
    assert done.code == 0, done.err
    names = sorted(name for name in plain(tmp_path / "site") if not name.startswith("docs/schema/"))
    assert names == LISTED.read_text("utf-8").split()
    assert all(name in done.out or f"{name.rpartition('/')[0]}/（" in done.out for name in names if "docs/" not in name)
    said = done.out.splitlines()
    assert [line[:6] for line in said[said.index("接下来：") + 1 :][:3]] == ["    1.", "    2.", "    3."]


@pytest.mark.usefixtures("author")
def test_it_builds_at_once_with_nothing_to_mend_but_blanks(tmp_path: Path) -> None:
    site = begun(tmp_path / "site", "--name", "样例编写组", "--region", "样例省")
    done = site.run("build", date=DAY)
    assert done.code == 0, done.err
    assert {line[: len("[blank] 提醒：还有待填的地方：〔待填")] for line in notices(done.err)} == {
        "[blank] 提醒：还有待填的地方：〔待填"
    }
    pages = files_of(site.site)
    assert f"2024年{DISTRICT}政府工作报告" in pages["reports/2024/index.html"].decode()
    assert "search/head.js" in pages or any(name.startswith("search") for name in pages)


def test_what_is_not_known_of_the_report_is_left_out(tmp_path: Path) -> None:
    site = begun(tmp_path / "site")
    head = site.report.read_text("utf-8").split("---\n")[1]
    fields = dict(re.findall(r"^(\w+): (.+)$", head, re.M))
    assert {"district": DISTRICT, "year": "2024", "delivered": "2024-01-10", "published": f"{DAY} 09:00"}.items() <= (
        fields.items()
    )
    assert "待填" not in head
    assert [line for line in head.splitlines() if re.fullmatch(r"(?!source)\w+:\s*", line)] == []


def test_it_is_of_its_own_place_alone(tmp_path: Path) -> None:
    """But for the report itself, which is given, and the examples in what is said of fields."""
    site = begun(tmp_path / "site")
    said = ("content/reports/", "docs/", ".vscode/")
    own = {name: data for name, data in plain(site.root).items() if not name.startswith(said)}
    assert {name: found for name, data in own.items() if (found := ELSEWHERE.findall(data.decode()))} == {}
    assert [
        name for name, data in plain(site.root).items() if files.TOKEN.search(data.decode("utf-8", "replace"))
    ] == []


@pytest.mark.usefixtures("author")
def test_it_is_a_repository_of_its_own_with_one_commit(tmp_path: Path) -> None:
    site = begun(tmp_path / "site")
    asked = ["git", "log", "--format=%an %s"]
    done = subprocess.run(asked, cwd=site.root, capture_output=True, text=True, check=True)
    assert done.stdout == f"甲 新建：{DISTRICT}政府工作报告公开与跟踪\n"
    left = subprocess.run(["git", "status", "--short"], cwd=site.root, capture_output=True, text=True, check=True)
    assert left.stdout == ""


def test_what_git_lacks_is_said_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("EMAIL", "")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.useConfigOnly")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "true")
    done = init(tmp_path / "site")
    assert done.code == 0
    assert "git 不知道作者是谁" in done.out
    monkeypatch.setattr(repository.programs, "find", Mock(return_value=None))
    done = init(tmp_path / "other")
    assert done.code == 0
    assert "没有装 git" in done.out


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/mine.txt").write_text("mine", "utf-8")
    done = init(tmp_path / "site")
    assert (done.code, files_of(tmp_path / "site")) == (2, {"mine.txt": b"mine"})
    assert "已经有东西" in done.out


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert init(tmp_path / "site").code == 0


def test_what_is_missing_is_said_where_nobody_can_be_asked(tmp_path: Path) -> None:
    done = run("init", str(tmp_path / "site"), "--district", DISTRICT)
    assert (done.code, done.out) == (2, "还缺 --year、--report：网站从一份报告开始\n")
    assert run("init").code == 2
    assert not (tmp_path / "site").exists()


def test_on_a_terminal_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: Iterator[str] = iter([DISTRICT, "2024", str(SOURCE), "", "样例编写组"])
    monkeypatch.setattr(sys, "stdin", Mock(isatty=lambda: True))
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    assert run("init", str(tmp_path / "site")).code == 0
    assert "sponsor: 样例编写组" in (tmp_path / "site/content/site.yml").read_text("utf-8")


@pytest.mark.parametrize("text", ["各位代表：\n一、过去一年\n做了事。\n", "", "\x00", "2024年13月40日\n"])
def test_a_report_that_names_no_day_is_asked_for_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "report.txt").write_text(text, "utf-8")
    done = init(tmp_path / "site", report=tmp_path / "report.txt")
    assert done.code == 2
    assert not (tmp_path / "site").exists()
    if text.startswith("各位"):
        assert "--delivered" in done.out
        assert init(tmp_path / "site", "--delivered", "2024-01-10", report=tmp_path / "report.txt").code == 0


@pytest.mark.parametrize("name", ["none.txt", "."])
def test_a_file_that_cannot_be_read_leaves_nothing(tmp_path: Path, name: str) -> None:
    done = init(tmp_path / "site", report=tmp_path / name)
    assert done.code == 2
    assert not (tmp_path / "site").exists()
    assert re.search("[a-z]{2,} [a-z]{2,}", done.out) is None


def test_machines_are_told_what_was_written(tmp_path: Path) -> None:
    told = json.loads(init(tmp_path / "site", "--json").out)
    assert "content/site.yml" in told["written"]
    assert told["problems"] == []


ANY = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=50)
NAMES = ANY | st.from_regex(new_site.NAME, fullmatch=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(district=NAMES, name=NAMES, year=st.text(max_size=6) | st.integers(-10, 9999).map(str))
def test_no_name_and_no_year_is_our_fault(
    tmp_path_factory: pytest.TempPathFactory, district: str, name: str, year: str
) -> None:
    root = tmp_path_factory.mktemp("any") / "site"
    given = [f"--district={district}", f"--year={year}", f"--name={name}", f"--report={SOURCE}"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repository, "begin", lambda *_given: "")
        code = run("init", str(root), *given).code
    assert code in (0, 2)
    assert root.exists() == (code == 0)
    if code == 0:
        assert Sandbox(root).run("check", date="2199-12-31").code == 0


def test_an_alias_leads_to_words_of_the_report(tmp_path: Path) -> None:
    site = begun(tmp_path / "site")
    aliases = (site.content / "search/aliases.yml").read_text("utf-8")
    text = SOURCE.read_text("utf-8")
    means = [word for row in re.findall(r"means: \[(.*?)\]", aliases) for word in row.split(", ")]
    assert means
    assert [word for word in means if word not in text] == []


def test_calendars_are_the_examples(tmp_path: Path) -> None:
    """The days off are those of the State Council for all: what stands twice says the same."""
    own = files.FILES / "content/calendar"
    example = EXAMPLES / "shiguang/content/calendar"
    assert {path.name: path.read_bytes() for path in own.iterdir()} == {
        path.name: path.read_bytes() for path in example.iterdir()
    }


def test_every_link_in_its_documents_leads_to_a_file_there(tmp_path: Path) -> None:
    root = begun(tmp_path / "site").root
    pages = [root / "README.md", *(root / "docs").rglob("*.md")]
    assert "](docs/handbook.md)" in pages[0].read_text("utf-8").split("\n## ")[0]
    links = [(page, link) for page in pages for link in LINK.findall(CODE.sub("", page.read_text("utf-8")))]
    missing = [f"{page.relative_to(root)}: {link}" for page, link in links if not _is_there(page, link)]
    assert len(links) > 100
    assert missing == []


def _is_there(page: Path, link: str) -> bool:
    file, _hash, heading = link.partition("#")
    target = page.parent / file if file else page
    return target.is_file() and (not heading or heading in anchors(target.read_text("utf-8")))


def anchors(text: str) -> set[str]:
    """As a code platform makes them of headings."""
    titles = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_its_documents_speak_of_nothing_that_only_the_program_has() -> None:
    made = files.given()
    targets = set(re.findall(r"^([\w-]+):", made["Makefile"].decode(), re.M))
    documents = {name: data.decode() for name, data in made.items() if name.endswith(".md")}
    said = {name: set(re.findall(r"make ([a-z][\w-]+)", text)) - targets for name, text in documents.items()}
    assert {name: found for name, found in said.items() if found} == {}


def test_its_workflows_do_what_ours_do_but_for_the_programs_tests() -> None:
    made = files.given()
    for name in (".github/workflows/pull-request.yml", ".gitlab-ci.yml", ".workflow/pull-request.yml"):
        ours, theirs = (REPOSITORY / name).read_text("utf-8"), made[name].decode()
        of_tests = ("browser", "host-check", "tests/")
        lacking = [line for line in ours.splitlines() if line not in theirs.splitlines()]
        assert [line for line in lacking if not any(one in line for one in of_tests)] == []
        # What it runs is there to be run
        targets = set(re.findall(r"^([\w-]+):", made["Makefile"].decode(), re.M))
        assert set(re.findall(r"make ([\w-]+)", theirs)) <= targets
        assert set(re.findall(r"\.ci/[\w.]+", theirs)) <= made.keys()


def test_the_wheel_that_is_installed_is_carried_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "disclosure-1.0-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    said = {
        json.dumps({"url": wheel.as_uri(), "archive_info": {}}): {"program/disclosure-1.0-py3-none-any.whl": b"PK"},
        json.dumps({"url": (tmp_path / "none.whl").as_uri()}): {},
        json.dumps({"url": "https://sample.test/disclosure-1.0-py3-none-any.whl"}): {},
        json.dumps({"url": tmp_path.as_uri(), "dir_info": {"editable": True}}): {},
        "[]": {},
        "{": {},
        "": {},
    }
    for text, carried in said.items():
        installed = Mock(read_text=lambda _name, text=text: text)
        monkeypatch.setattr(program.Distribution, "from_name", lambda _name, installed=installed: installed)
        assert program.carried() == carried, text


@pytest.mark.usefixtures("author")
def test_release_waits_until_all_is_filled_in_and_says_from_when_on_nothing_moves(tmp_path: Path) -> None:
    site = begun(tmp_path / "site")
    done = site.run("release", str(tmp_path / "out"), date=DAY)
    assert done.code == 1
    assert not (tmp_path / "out/current").exists()
    rules = {line.split("]")[0] for line in notices(done.err)}
    assert rules == {"[blank", "[no-beginning"}
    assert "提醒：还有待填" not in done.err
    for path in site.content.glob("*.md"):
        path.write_text(re.sub("〔待填[^〕]*〕", "写好了。", path.read_text("utf-8")), "utf-8")
    site.edit("site.yml", "published_since: never", f"published_since: {DAY}")
    done = site.run("release", str(tmp_path / "out"), date=DAY)
    assert done.code == 0, done.err
    assert (tmp_path / "out/current/index.html").exists()


def test_pages_say_nothing_of_who_spoke_where_that_is_not_known(tmp_path: Path) -> None:
    site = begun(tmp_path / "site")
    head = re.sub(r"^(?:session|speaker|speaker_title|region):.*\n", "", site.report.read_text("utf-8"), flags=re.M)
    site.report.write_text(head, "utf-8")
    assert site.run("build", date=DAY).code == 0
    overview = (site.site / "reports/2024/index.html").read_text("utf-8")
    assert re.findall(r"<dd>\s*</dd>", overview) == []
    assert "报告人" not in overview
    assert f"{DISTRICT}人民政府. 政府工作报告：2024年1月10日[R/OL]" in overview
    assert '"author"' not in overview
    assert '"recordedAt"' not in overview
    assert "2024年1月10日作出" in (site.site / "index.html").read_text("utf-8")


DRAFT = """---
title: 2024年示例区政府工作报告
district: 示例区
region: 〔待填：上级地区〕
year: 2024
session:
speaker: 甲某某
delivered: 2024-01-10
source:
  file: source.txt
  sha256: 0
---

# 题 {#p0-01}
"""


def test_what_an_import_drafted_stays_and_what_it_left_open_goes() -> None:
    known = {"speaker": "乙某某", "published": "2024-03-01 09:00"}
    assert heads.filled(DRAFT, known, {"district": "样例县", "title": "它's：新"}) == (
        "---\ntitle: '它''s：新'\ndistrict: 样例县\nyear: 2024\nspeaker: 甲某某\ndelivered: 2024-01-10\n"
        "published: 2024-03-01 09:00\nsource:\n  file: source.txt\n  sha256: 0\n---\n\n# 题 {#p0-01}\n"
    )


def test_a_document_of_another_place_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "report.md"
    made.write_text(DRAFT, "utf-8")
    head = HeadValues(known={}, certain={"district": "样例县", "year": "2024"}, delivered=None)
    fill_head(Console(), made, head)
    assert capsys.readouterr().out == (
        "核对：文件里读到的 district 是“示例区”，写进去的是“样例县”；拿错了文件就删去重来\n"
    )
