"""A desk is there where ``site.yml`` asks for it: with a policy of its own, and no public page knows of it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import projects, shared
from tests.desk import desks
from tests.desk.desks import named, said
from tests.projects import EXAMPLES, Sandbox, date_of, files_of

CONTENT = EXAMPLES / desks.CASE / "content"
DATE = date_of(desks.CASE)
# Bytes, compressed: five seconds on a slow line
MOST_AT_ONCE = 100_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The example's site with a desk."""
    return files_of(shared.folder(tmp_path_factory, "desk", desks.build) / "site")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same without."""
    return projects.create(tmp_path_factory.mktemp("plain"), desks.CASE).build(date=DATE)


def ours(site: dict[str, bytes]) -> set[str]:
    return {name for name in site if name.startswith("desk/")}


def test_the_public_site_is_the_same_with_a_desk_and_without(site: dict[str, bytes], plain: dict[str, bytes]) -> None:
    """But for the list of checksums, which names every file."""
    assert ours(plain) == set()
    assert {name: data for name, data in site.items() if name not in ours(site)} | {
        "manifest.json": plain["manifest.json"]
    } == plain


def test_the_list_of_checksums_gains_the_lines_of_the_desk_alone(
    site: dict[str, bytes], plain: dict[str, bytes]
) -> None:
    with_desk, without = ({*one["manifest.json"].split(b"\n")} for one in (site, plain))
    gained = {line.split(b'"')[1].decode() for line in with_desk - without}
    assert (gained, without - with_desk) == (ours(site), set())


def test_nothing_public_leads_to_the_desk(site: dict[str, bytes]) -> None:
    leading = {name for name, data in site.items() if b"desk/" in data and name not in ours(site) | {"manifest.json"}}
    assert leading == set()


def test_the_desk_has_a_policy_of_its_own(site: dict[str, bytes]) -> None:
    page = site["desk/index.html"].decode()
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)
    assert dict(part.strip().split(" ", 1) for part in policy.split(";")) == {
        "default-src": "'none'",
        "style-src": "'self'",
        "script-src": "'self'",
        "img-src": "'self' data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "default",
    }
    assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page
    assert not re.search(r"<script(?![^>]* src=)| style=| on[a-z]+=", page)


def test_the_desk_loads_only_what_stands_beside_it_and_what_all_pages_load(site: dict[str, bytes]) -> None:
    loaded = re.findall(r'(?:src|href)="([^"#]+)"', site["desk/index.html"].decode())
    names = {one.removeprefix("../").partition("?")[0] for one in loaded if not one.startswith("data:")}
    assert {name for name in names if name not in site} == set()
    assert {name for name in names if name.startswith("desk/")} >= {"desk/desk.js"}


def test_what_is_asked_for_at_once_is_there(site: dict[str, bytes]) -> None:
    told = said(site, "desk-data")
    assert told["host"] == {"kind": "github", "address": desks.ADDRESS, "branch": "main", "folder": "content"}
    assert told["reports"] == [
        {"key": "2025", "title": "2025年拾光区政府工作报告（示例）", "year": 2025},
        {"key": "2024", "title": "2024年拾光区政府工作报告（示例）", "year": 2024},
    ]
    assert named(told["files"]["requests"], file="requests/2025-03-10-work-report.md") == {
        "file": "requests/2025-03-10-work-report.md",
        "label": "2025-03-10 向区政府要2025年政府工作报告",
        "has": ["title", "date", "published", "holder", "documents", "asks", "channel", "answer"],
    }
    assert named(told["vocabularies"]["evidenced"], value="无公开证据").keys() == {"value", "help"}
    assert "corrections/2026-02-10-firms" in told["names"]


def test_a_promise_is_offered_with_its_targets_and_what_is_unsure(site: dict[str, bytes]) -> None:
    told = said(site, "reports/2024")
    assert told["delivered"] == "2024-01-10"
    promise = named(told["promises"], id="c016")
    assert promise | {"quote": ""} == {
        "id": "c016",
        "title": "打通断头路5条",
        "quote": "",
        "section": "（二）提升城市品质",
        "kind": "重点任务",
        "outcome": promise["outcome"],
        "strength": "承诺",
        "deadline": "2024-12-31",
        "file": "reports/2024/commitments/2-2/c016.yml",
        "reported": "已完成",
        "evidenced": promise["evidenced"],
        "lead": "拾光区项目办",
        "latest": promise["latest"],
        "targets": promise["targets"],
        "unsure": promise["unsure"],
    }
    assert promise["targets"][0] | {"unsure": []} == {
        "n": 1,
        "measure": "打通断头路",
        "written": "5条",
        "operator": "ge",
        "strength": "承诺",
        "asks": ["value", "unit"],
        "value": "5",
        "unit": "条",
        "counted": True,
        "unsure": [],
    }


def test_every_doubt_has_its_sentence(site: dict[str, bytes]) -> None:
    doubts = said(site, "desk-data")["doubts"]
    promises = [one for key in ("2024", "2025") for one in said(site, f"reports/{key}")["promises"]]
    seen = {sign for one in promises for each in (one, *one.get("targets", ())) for sign in each.get("unsure", ())}
    assert seen <= doubts.keys()
    assert seen >= {"deadline", "no-lead", "not-compared", "needs-base"}


def test_what_was_cited_before_is_offered_again(site: dict[str, bytes]) -> None:
    told = said(site, "reports/2025")
    update = named(told["updates"], record="updates/2025/2026-01-12-safety")
    assert update | {"evidence": []} == {
        "record": "updates/2025/2026-01-12-safety",
        "title": "2025年没有发生重大安全事故",
        "published": "2026-01-12",
        "date": "2026-01-12",
        "commitments": ["2025/c005", "2025/c006"],
        "evidence": [],
    }
    assert [told["evidence"][n]["publisher"] for n in update["evidence"]] == ["拾光区人民政府"]
    assert told["publishers"][0] == "拾光区人民政府"


def test_standing_files_are_what_they_are(site: dict[str, bytes]) -> None:
    texts = said(site, "files") | {
        name: text
        for key in ("2024", "2025")
        for part in ("files", "commitments", "updates")
        for name, text in said(site, f"{part}/{key}").items()
    }
    assert {name: text.encode() for name, text in texts.items()} == {
        name: (CONTENT / name).read_bytes() for name in texts
    }


def test_nothing_is_handed_out_but_what_forms_change(site: dict[str, bytes]) -> None:
    """No report, no attachment, no answers of editors to what looked personal."""
    files = [name for name in ours(site) if name.startswith(("desk/files", "desk/commitments", "desk/updates"))]
    texts = [one for name in files for one in said(site, name.removeprefix("desk/").removesuffix(".js"))]
    folders = (
        "updates/",
        "corrections/",
        "requests/",
        "votes/",
        "responsibilities/",
        "reports/2024/commitments/",
        "reports/2025/commitments/",
    )
    assert {one for one in texts if not one.startswith(folders)} == {"index.md", "method.md"}


def test_a_file_that_nobody_reads_is_not_handed_out(create: Callable[..., Sandbox]) -> None:
    project = desks.turn_on(create())
    (project.root / "draft").mkdir()
    for path in (project.root / "draft/note.md", project.content / ".note.md"):
        path.write_text("只给自己看\n", "utf-8")
    built = project.build()
    assert [name for name, data in built.items() if "只给自己看".encode() in data] == []


def test_only_what_says_something_else_is_written_again(create: Callable[..., Sandbox]) -> None:
    project = desks.turn_on(create(desks.CASE))
    before = project.build(date=DATE)
    project.edit("requests/2025-03-10-work-report.md", "channel: 平常信函", "channel: 挂号信")
    after = project.build(date=DATE)
    assert {name for name in ours(after) if after[name] != before[name]} == {"desk/files.js"}


def test_without_its_settings_the_desk_is_taken_away(create: Callable[..., Sandbox]) -> None:
    project = create()
    plain = project.build()
    desks.turn_on(project)
    assert ours(project.build()) >= {"desk/index.html", "desk/desk-data.js", "desk/reports/2024.js"}
    project.edit("site.yml", desks.SETTINGS, "")
    assert project.build() == plain
    assert not Path(project.site / "desk").exists()


def test_a_desk_without_a_repository_hands_in_nowhere(create: Callable[..., Sandbox]) -> None:
    built = desks.turn_on(create(), "desk:\n  host: none\n").build()
    assert said(built, "desk-data")["host"] == {"kind": "none", "address": "", "branch": "main", "folder": "content"}


def test_a_slow_line_brings_the_form_and_one_report_in_little_time(site: dict[str, bytes]) -> None:
    page = site["desk/index.html"].decode()
    loaded = {one.partition("?")[0].removeprefix("../") for one in re.findall(r'(?:src|href)="(\.\./[^"#]+)"', page)}
    names = {"desk/index.html", "desk/desk-data.js", "desk/reports/2025.js", *loaded - {"index.html"}}
    assert sum(len(gzip.compress(site[name])) for name in names) < MOST_AT_ONCE
