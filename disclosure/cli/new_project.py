"""``init DIR``: a new site of a work report."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from disclosure import project as projects
from disclosure.cli import schema
from disclosure.cli.output import Console, reason, typed
from disclosure.cli.taking_in import HeadValues, InnerConsole, fill_head, take_in
from disclosure.problem import Refused
from disclosure.starter import aliases, files, heads, new_site, program, repository
from disclosure.starter import given as given_files
from disclosure.starter.new_site import NewSite
from disclosure.translation import gettext as _

LONGEST_YEAR = 4
# A folder of more files is told as a whole
LISTED = 7


def run(given: argparse.Namespace, output: Console) -> int:
    target: Path = given.folder
    _ensure_empty(target)
    site, report = _answers(given, output)
    names, trouble = _make(given, output, site, report, target)
    _say(output, target, names, trouble)
    output.result((), written=names, folder=target.as_posix(), git=not trouble)
    return 0


def _ensure_empty(target: Path) -> None:
    try:
        is_free = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    except OSError as error:
        raise Refused(_("读不出 {path}：{reason}").format(path=target, reason=reason(error))) from error
    if not is_free:
        raise Refused(_("{path} 里已经有东西：换一个空的或还没有的文件夹").format(path=target))


def _answers(given: argparse.Namespace, output: Console) -> tuple[NewSite, Path]:
    """From the options; on a terminal what is missing is asked."""
    ask = _asked if sys.stdin is not None and sys.stdin.isatty() and not output.as_json else _silent
    district = given.district or ask(_("地区，例如 示例区："))
    year = ask(_("报告部署哪一年的工作，例如 2024：")) if given.year is None else str(given.year)
    report = str(given.report or ask(_("报告的文件：")))
    needed = {"--district": district, "--year": year, "--report": report}
    if not all(needed.values()):
        missing = "、".join(option for option, value in needed.items() if not value)
        raise Refused(_("还缺 {options}：网站从一份报告开始").format(options=missing))
    site = NewSite(
        district=district,
        year=int(year) if year.isascii() and year.isdecimal() and len(year) <= LONGEST_YEAR else 0,
        day=given.today,
        region=given.region or ask(_("上级地区，例如 样例省样例市（可以不写）：")),
        title=given.title,
        name=given.name or ask(_("主办单位（可以不写）：")),
    )
    wrong = "\n".join(new_site.wrong(site))
    if wrong:
        raise Refused(wrong)
    return site, Path(report)


def _asked(question: str) -> str:
    try:
        return typed(question)
    except EOFError:
        return ""


def _silent(_question: str) -> str:
    return ""


def _make(
    given: argparse.Namespace, output: Console, site: NewSite, report: Path, target: Path
) -> tuple[list[str], str]:
    """All files, made elsewhere and then put into ``target``: what fails leaves nothing there. Their names; and why
    git has not begun, where it has not."""
    with tempfile.TemporaryDirectory(prefix="disclosure-") as folder:
        root = Path(os.path.realpath(folder))
        alike = {**files.given(), **program.carried()}
        files.write(root, {**alike, **files.written(site)})
        inner = InnerConsole(output, root, target)
        made = take_in(given, inner, projects.find(root), report, site.key)
        _fill(inner, made, site, given)
        _fit_aliases(root, made)
        schema.run(argparse.Namespace(project=projects.find(root), today=given.today, to=None), inner)
        given_names = {name: given_files.digest(data) for name, data in alike.items()}
        files.write(root, {given_files.NAME: given_files.written(given_names)})
        names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
        try:
            shutil.copytree(root, target, dirs_exist_ok=True)
        except OSError as error:
            raise Refused(_("写不进 {path}：{reason}").format(path=target, reason=reason(error))) from error
    programs = [name for name in names if name.startswith(files.PROGRAMS)]
    return names, repository.begin(target, _("新建：{title}").format(title=site.site_title), programs)


def _fill(output: Console, made: Path, site: NewSite, given: argparse.Namespace) -> None:
    known = {"published": f"{site.day.isoformat()} 09:00"}
    certain = {"title": site.report_title, "district": site.district, "year": str(site.year)}
    certain |= {"region": site.region} if site.region else {}
    fill_head(output, made, HeadValues(known=known, certain=certain, delivered=given.delivered))


def _fit_aliases(root: Path, made: Path) -> None:
    path = root / aliases.NAME
    body = made.read_text("utf-8").split(heads.FENCE, 2)[2]
    path.write_text(aliases.of_report(path.read_text("utf-8"), body), "utf-8")


def _listed(names: list[str]) -> Iterator[str]:
    """Names in order; of a full folder how many it holds."""
    folders = Counter(name.rpartition("/")[0] for name in names)
    for name in names:
        folder = name.rpartition("/")[0]
        if folder and folders[folder] > LISTED:
            yield _("{folder}/（{n} 个文件）").format(folder=folder, n=folders.pop(folder))
        elif folders[folder]:
            yield name


def _say(output: Console, target: Path, names: list[str], trouble: str) -> None:
    output.say(_("已建好 {folder}，{n} 个文件：").format(folder=target, n=len(names)))
    for line in _listed(names):
        output.say(f"    {line}")
    if not any(name.startswith(program.FOLDER) for name in names):
        output.say(_("program/ 里还没有程序的安装包（disclosure-….whl）：放进去，别人和流水线才能生成"))
    output.say(_("接下来："))
    output.say(_("    1. cd {folder}，运行 python build.py，打开 site/index.html").format(folder=target))
    output.say(_("    2. 运行 python build.py check，把提醒的“待填”逐处写好；核对 report.md 开头的元数据"))
    output.say(_("    3. 登记承诺，见 README.md；发布那天改 site.yml 的 published_since"))
    if trouble:
        output.say(trouble)
