"""A site made by several machines: what each leaves in a folder, put together, is what one machine makes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from disclosure.build import carried
from tests import edits, province
from tests.projects import DATE, REPOSITORY, Run, Sandbox, files_of

KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Two machines with a key in common that made a part each, and a folder with both parts."""
    root = tmp_path_factory.mktemp("machines")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DISCLOSURE_CACHE_KEY", KEY)
        first = edits.project(root / "first")
        for number, one in enumerate((first, first.copy(root / "second")), 1):
            done = part(one, number, root / "parts" / str(number))
            assert (done.code, done.err) == (0, ""), done.err
        yield root


@pytest.fixture
def parts(machines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The two parts, copied to another place."""
    monkeypatch.setenv("DISCLOSURE_CACHE_KEY", KEY)
    shutil.copytree(machines / "parts", tmp_path / "parts")
    return [tmp_path / "parts/1", tmp_path / "parts/2"]


@pytest.fixture
def project(machines: Path, tmp_path: Path) -> Sandbox:
    """The machine that puts them together."""
    return Sandbox(machines / "first").copy(tmp_path / "third")


def part(project: Sandbox, number: int, folder: Path, *more: str, of: int = 2) -> Run:
    return project.run("part", "--of", str(of), "--number", str(number), "--into", str(folder), *more)


def merged(project: Sandbox, parts: list[Path], *more: str, date: str = DATE) -> Run:
    return project.run("build", "--parts", str(parts[-1].parent), *more, date=date)


@pytest.fixture(scope="module")
def alone(machines: Path) -> dict[str, bytes]:
    """The site as one machine makes it."""
    return Sandbox(machines / "first").copy(machines / "alone").build()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_parts_put_together_are_the_site_of_one_machine(
    project: Sandbox, parts: list[Path], alone: dict[str, bytes], workers: str
) -> None:
    done = merged(project, parts, "--workers", workers)
    assert (done.code, done.err) == (0, "")
    assert "取用了别的机器生成的 2 份报告" in done.out
    assert files_of(project.site) == alone


def test_what_is_put_together_is_built_on_like_any_site(project: Sandbox, parts: list[Path], tmp_path: Path) -> None:
    merged(project, parts)
    project.edit("reports/2024/report.md", "speaker: ", "speaker: 乙")
    done = project.run("build")
    assert "渲染" in done.out
    assert files_of(project.site) == project.copy(tmp_path / "anew").build()


def test_a_part_holds_a_file_a_report_and_a_list(parts: list[Path]) -> None:
    assert [sorted(files_of(one)) for one in parts] == [["2024.report", "part.json"], ["2025.report", "part.json"]]


def test_a_part_is_made_anew_in_its_own_folder(project: Sandbox, parts: list[Path]) -> None:
    before = files_of(parts[0])
    assert part(project, 1, parts[0]).code == 0
    assert files_of(parts[0]) == before


@pytest.mark.parametrize("harm", ["spoilt", "gone", "exchanged", "of another shape", "packed otherwise"])
def test_a_report_whose_file_is_harmed_is_built_where_the_site_is(
    project: Sandbox, parts: list[Path], alone: dict[str, bytes], harm: str
) -> None:
    path = parts[0] / "2024.report"
    if harm == "spoilt":
        data = path.read_bytes()
        path.write_bytes(data[:-100] + bytes([data[-100] ^ 1]) + data[-99:])
    elif harm == "gone":
        path.unlink()
    elif harm == "exchanged":
        shutil.copy(parts[1] / "2025.report", path)
    else:
        # As another version of the program may have left it, with the same key
        data = msgspec.msgpack.encode({"inputs": "1"})
        packed = zlib.compress(data) if harm == "of another shape" else data
        carried.store_of(parts[0], project.root).lay(path.name, packed)
    done = merged(project, parts)
    assert done.code == 0
    assert "有 1 份报告没有取用，在这里重新生成了：2024" in done.out
    assert files_of(project.site) == alone


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("reports/2024/report.md", "speaker: ", "speaker: 乙"),
        ("site.yml", "tagline: ", "tagline: 乙"),
    ],
)
def test_a_report_of_other_content_is_built_where_the_site_is(
    project: Sandbox, parts: list[Path], tmp_path: Path, name: str, before: str, after: str
) -> None:
    project.edit(name, before, after)
    done = merged(project, parts)
    assert done.code == 0
    assert "没有取用，在这里重新生成了：2024" in done.out
    assert files_of(project.site) == project.copy(tmp_path / "anew").build()


def test_another_template_has_all_reports_built_where_the_site_is(
    project: Sandbox, parts: list[Path], tmp_path: Path
) -> None:
    footer = project.root / "templates/components/footer.html"
    footer.write_text(footer.read_text("utf-8").replace("</footer>", "<p>新</p></footer>"), "utf-8")
    assert "有 2 份报告没有取用，在这里重新生成了：2024、2025" in merged(project, parts).out
    assert files_of(project.site) == project.copy(tmp_path / "anew").build()


def test_a_part_of_another_day_is_refused(project: Sandbox, parts: list[Path]) -> None:
    done = merged(project, parts, date="2024-03-02")
    assert done.code == 2
    assert f"{parts[0]} 是为 2024-03-01 生成的，这里是 2024-03-02；各台机器用 --date 写同一天，再重新生成" in done.out
    assert not project.site.exists()


def test_a_part_without_the_key_is_refused(
    project: Sandbox, parts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_CACHE_KEY", KEY[::-1])
    done = merged(project, parts)
    assert done.code == 2
    assert done.out.count("认不出来：密钥和生成它时不一样，或文件坏了；各台机器要用同一个 DISCLOSURE_CACHE_KEY") == 2


def test_a_part_whose_list_is_spoilt_or_missing_is_refused(project: Sandbox, parts: list[Path]) -> None:
    (parts[0] / "part.json").write_bytes((parts[0] / "part.json").read_bytes().replace(b"2024", b"2025"))
    (parts[1] / "part.json").unlink()
    done = merged(project, parts)
    assert done.code == 2
    assert f"{parts[0]}/part.json 认不出来" in done.out
    assert f"{parts[1]} 里没有 part.json：不是 part 命令留下的文件夹" in done.out


def test_a_missing_part_is_named(project: Sandbox, parts: list[Path]) -> None:
    shutil.rmtree(parts[0])
    done = merged(project, parts)
    assert (done.code, done.out) == (2, "共 2 份，缺第 1 份；补上它们的文件夹，或生成它们\n")


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_a_folder_without_parts_is_refused(project: Sandbox, parts: list[Path], tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    done = project.run("build", "--parts", str(tmp_path / name))
    assert done.code == 2
    assert f"{tmp_path / name} 里没有 part.json" in done.out


def test_a_part_that_is_there_twice_is_named(project: Sandbox, parts: list[Path], tmp_path: Path) -> None:
    again = parts[0].parent / "again"
    shutil.copytree(parts[0], again)
    done = merged(project, parts)
    assert (done.code, done.out) == (2, f"第 1 份有两个：{parts[0]}、{again}；只留一个\n")


def test_parts_of_another_number_are_refused(project: Sandbox, parts: list[Path], tmp_path: Path) -> None:
    part(project, 1, parts[0], of=3)
    done = merged(project, parts)
    assert (done.code, done.out) == (2, "各份的总数不一样：2、3；用同一个 --of 重新生成\n")


def test_a_part_of_another_program_is_refused(
    project: Sandbox, parts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclosure.theme.theme.program_digest", lambda: "other")
    done = merged(project, parts)
    assert done.code == 2
    assert "是另一个版本的程序、Python 或库生成的；各台机器装一样的，再重新生成" in done.out


def test_a_machine_that_is_alone_with_its_key_makes_no_part(
    project: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.delenv("DISCLOSURE_CACHE_KEY", raising=False)
    done = part(project, 1, tmp_path / "part")
    assert done.code == 2
    assert "在每个任务里设环境变量 DISCLOSURE_CACHE_KEY，至少 32 个字节" in done.out


def test_wrong_content_leaves_no_part(project: Sandbox, parts: list[Path], tmp_path: Path) -> None:
    project.edit("reports/2024/report.md", "\nyear: 2024\n", "\nyear: 二\n")
    done = part(project, 1, tmp_path / "part")
    assert done.code == 1
    assert "content/reports/2024/report.md" in done.err
    assert list(files_of(tmp_path / "part")) == []


@pytest.mark.parametrize("place", ["content/part", "templates", "site", "."])
def test_a_part_does_not_go_where_the_project_is(project: Sandbox, parts: list[Path], place: str) -> None:
    done = part(project, 1, project.root / place)
    assert done.code == 2
    assert "换一个文件夹" in done.out


def test_a_part_does_not_go_where_something_else_lies(project: Sandbox, parts: list[Path], tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/letter.txt").write_text("甲", "utf-8")
    done = part(project, 1, tmp_path / "full")
    assert (done.code, (tmp_path / "full/letter.txt").read_text("utf-8")) == (2, "甲")
    assert "里有别的东西；换一个空的文件夹" in done.out


def test_a_part_does_not_take_the_place_of_a_file(project: Sandbox, parts: list[Path], tmp_path: Path) -> None:
    (tmp_path / "letter.report").write_text("甲", "utf-8")
    assert part(project, 1, tmp_path / "letter.report").code == 2
    assert (tmp_path / "letter.report").read_text("utf-8") == "甲"


def test_of_more_machines_than_reports_some_have_nothing_to_do(
    project: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_CACHE_KEY", KEY)
    done = part(project, 3, tmp_path / "part", of=3)
    assert (done.code, list(files_of(tmp_path / "part"))) == (0, ["part.json"])
    assert f"第 3 份（共 3 份）放在 {tmp_path / 'part'}：0 份报告" in done.out


def test_there_is_no_fifth_part_of_four(project: Sandbox, parts: list[Path], tmp_path: Path) -> None:
    done = part(project, 5, tmp_path / "part", of=4)
    assert (done.code, done.out) == (2, "一共 4 份，没有第 5 份\n")


def test_a_release_is_made_of_parts_too(project: Sandbox, parts: list[Path], tmp_path: Path) -> None:
    done = project.run("release", str(tmp_path / "releases"), "--parts", str(parts[0].parent))
    assert done.code == 0, done.out + done.err
    assert "取用了别的机器生成的 2 份报告" in done.out


@pytest.mark.parametrize("records", [pytest.param(900, marks=pytest.mark.long), pytest.param(84)])
def test_four_processes_that_share_only_a_folder_make_the_site_of_one_machine(tmp_path: Path, records: int) -> None:
    """Each with its own clone of the content, its own user folder and cache; a fifth puts their parts together."""
    generated = tmp_path / "generated"
    layout = ["--province", "--years", "3", "--report-size", str(max(12, records // 12))]
    _run([sys.executable, "-m", "benchmarks.content", str(records), str(generated), *layout])
    _run(["git", "init", "-q", "-b", "main"], generated)
    _run(["git", "add", "."], generated)
    _run(["git", "commit", "-q", "-m", "内容"], generated)
    jobs = [_started(tmp_path, f"machine-{n}", _part(n, tmp_path / f"shared/{n}")) for n in range(1, 5)]
    assert [_ended(job)[0] for job in jobs] == [0, 0, 0, 0]
    together, alone = (
        _started(tmp_path, "together", ["--parts", str(tmp_path / "shared")]),
        _started(tmp_path, "alone", ["build"]),
    )
    said, wanted = _ended(together), _ended(alone)
    assert (said[0], said[2]) == (wanted[0], wanted[2])
    assert "没有取用" not in said[1]
    assert files_of(tmp_path / "together/site") == files_of(tmp_path / "alone/site")


def _ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate()
    return process.returncode, out, err


def _part(number: int, folder: Path) -> list[str]:
    return ["part", "--of", "4", "--number", str(number), "--into", str(folder)]


def _started(folder: Path, name: str, command: list[str]) -> subprocess.Popen[str]:
    """A machine of its own: a clone, a home, a cache, and the key."""
    _run(["git", "clone", "-q", str(folder / "generated"), str(folder / name)])
    environment = os.environ | {"HOME": str(folder / f"home-{name}"), "DISCLOSURE_CACHE_KEY": KEY, "CI": ""}
    environment["XDG_STATE_HOME"] = ""
    program = [sys.executable, str(REPOSITORY / "build.py"), "--date", "2026-11-30", "--root", str(folder / name)]
    return subprocess.Popen(
        [*program, *command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _run(command: list[str], folder: Path = REPOSITORY) -> None:
    day = {f"GIT_{who}_DATE": "2026-11-01T12:00:00+08:00" for who in ("AUTHOR", "COMMITTER")}
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=os.environ | day)


@pytest.fixture(scope="module")
def by_district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A province, and a folder with a part of each of two districts."""
    root = tmp_path_factory.mktemp("districts")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DISCLOSURE_CACHE_KEY", KEY)
        project = province.project(root / "project")
        for one in province.PLACES[:2]:
            done = of_district(project, root / "parts" / one.id, one.id)
            assert (done.code, done.err) == (0, ""), done.err
        yield root


def of_district(project: Sandbox, folder: Path, *ids: str, more: tuple[str, ...] = ()) -> Run:
    return project.run("part", "--district", *ids, *more, "--into", str(folder), date=province.DATE)


def test_a_part_of_a_district_holds_its_reports(by_district: Path) -> None:
    assert {
        one.id: sorted(name for name in files_of(by_district / "parts" / one.id) if name != "part.json")
        for one in province.PLACES[:2]
    } == {one.id: [f"{one.key(year)}.report" for year in one.years] for one in province.PLACES[:2]}


def test_parts_of_districts_put_together_are_the_site_of_one_machine(
    by_district: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_CACHE_KEY", KEY)
    together = province.project(tmp_path / "together")
    done = together.run("build", "--parts", str(by_district / "parts"), date=province.DATE)
    assert (done.code, done.err) == (0, "")
    assert "取用了别的机器生成的 5 份报告" in done.out
    alone = province.project(tmp_path / "alone").build(province.DATE)
    found = files_of(together.site)
    assert [name for name in sorted(alone.keys() | found.keys()) if alone.get(name) != found.get(name)] == []


def test_what_a_part_cannot_be_of_is_told(by_district: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_CACHE_KEY", KEY)
    project, folder = Sandbox(by_district / "project"), tmp_path / "part"
    said = {
        "districts.yml 里没有“nowhere”；写那里有的编号": of_district(project, folder, "chenyang", "nowhere"),
        "--district 和 --of、--number 只能用一种": of_district(project, folder, "chenyang", more=("--of", "2")),
        "写 --of 和 --number，或者 --district": project.run("part", "--into", str(folder)),
    }
    assert {message: (run.code, message in run.out) for message, run in said.items()} == dict.fromkeys(said, (2, True))


def test_parts_of_one_district_or_of_both_kinds_are_told(
    by_district: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_CACHE_KEY", KEY)
    project = Sandbox(by_district / "project")
    for name, more in {
        "again": ("--district", "haiyang", "yunyang"),
        "numbered": ("--of", "1", "--number", "1"),
    }.items():
        shutil.copytree(by_district / "parts", tmp_path / name)
        folder = str(tmp_path / name / "more")
        assert project.run("part", *more, "--into", folder, date=province.DATE).code == 0
    runs = [project.run("build", "--parts", str(tmp_path / name), date=province.DATE) for name in ("again", "numbered")]
    assert [run.code for run in runs] == [2, 2]
    assert "区县 yunyang 有两份" in runs[0].out
    assert "用同一种分法重新生成" in runs[1].out
