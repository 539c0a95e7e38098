"""``init --next-year FILE``: the next report into a site that has one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from disclosure.cli import writing
from disclosure.cli.output import Console
from disclosure.cli.taking_in import HeadValues, InnerConsole, fill_head, take_in
from disclosure.clock import in_ci
from disclosure.problem import Refused
from disclosure.project import Project
from disclosure.publishing import publish, temporary
from disclosure.source import frontmatter
from disclosure.source.files import SourceFile, decode
from disclosure.starter import files, heads, next_year
from disclosure.starter.next_year import OpenPromise
from disclosure.translation import gettext as _

if TYPE_CHECKING:
    from disclosure.catalog.catalog import Report

NARRATIVES = "*.md"


def run(given: argparse.Namespace, output: Console) -> int:
    last = _last(given, output)
    year = given.year if given.year is not None else last.meta.year + 1
    key = _key(last, year)
    project: Project = given.project
    if any((project.content / "reports" / key).glob("*")):
        raise Refused(_("content/reports/{key} 已经有了：要建别的年份，用 --year 写明").format(key=key))
    made = {f"{next_year.FOLDER}/answers-{key}.md": next_year.working_list(year, _open(last))}
    content = project.content.relative_to(project.root).as_posix()
    made |= {f"{content}/{name}": text.encode() for name, text in _narratives(project, last.meta.year, year, given)}
    with publish.disk():
        report = _report(given, output, last, year)
    writing.together(project, report | made, "init --next-year", fresh=True)
    names = [*report, *made]
    _say(output, names)
    output.result((), written=names, report=key)
    return 0


def _last(given: argparse.Namespace, output: Console) -> Report:
    # Heavy, and wanted by this command only
    from disclosure.build.build import catalogs
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.problem import errors

    seen = snapshot.look(given.project, given.today)
    found, problems = catalogs(seen, BuildOptions(progress=output.progress, ci=in_ci()))
    output.problems(errors(problems))
    if found is None:
        raise Refused(_("没有建：先改好上面的问题"))
    reports = [report for catalog in found for report in catalog.reports]
    if not reports:
        raise Refused(_("这个网站还没有报告：先用 import 建第一份"))
    return max(_of_one(reports, given.district), key=lambda one: (one.meta.year, one.key))


def _of_one(reports: list[Report], wanted: str) -> list[Report]:
    """The reports of the district that is meant, of several."""
    districts = sorted({one.meta.district for one in reports})
    if len(districts) > 1 and wanted not in districts:
        named = _("网站里没有“{name}”的报告；").format(name=wanted) if wanted else ""
        hint = _("这里有 {n} 个区县的报告，用 --district 写明是哪一个：{names}")
        raise Refused(named + hint.format(n=len(districts), names=_("、").join(districts)))
    return [one for one in reports if len(districts) == 1 or one.meta.district == wanted]


def _key(last: Report, year: int) -> str:
    """As the last one's is formed: 2024 -> 2025, shiguang-2024 -> shiguang-2025."""
    head, told, tail = last.key.rpartition(str(last.meta.year))
    if told:
        return f"{head}{year}{tail}"
    return f"{last.district.id}-{year}" if last.district else str(year)


def _open(last: Report) -> Iterator[OpenPromise]:
    """In the order of the text."""
    for one in last.quoting:
        outcome = last.outcomes.get(one.id)
        if outcome is not None and outcome.counts == "neither":
            yield OpenPromise(report=last.key, id=one.id, title=one.title, quote=one.quote, outcome=outcome.label)


def _narratives(project: Project, old: int, new: int, given: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Of pages of prose that are named for the year."""
    for path in sorted(project.content.glob(NARRATIVES)):
        name = path.name.replace(str(old), str(new))
        if name != path.name and path.is_file() and not (path.parent / name).exists():
            text, _problems = decode(SourceFile(path.as_posix(), path.name, path.read_bytes()))
            page, _problems = frontmatter.split(text, path.name)
            yield name, next_year.narrative(page, old, new, given.today)


def _report(given: argparse.Namespace, output: Console, last: Report, year: int) -> dict[str, bytes]:
    """What belongs to the report, made elsewhere; by its paths in the project."""
    project, key = given.project, _key(last, year)
    with temporary.folder(project.cache, "next-year") as root:
        elsewhere = replace(project, content=root)
        made = take_in(given, InnerConsole(output, root, project.content), elsewhere, given.next_year, key)
        if last.meta.region and not heads.values(made.read_text("utf-8")).get("region"):
            output.say(_("沿用上一年的　上级地区：{region}；有变动的，改 report.md").format(region=last.meta.region))
        title = _("{year}年{district}政府工作报告").format(year=year, district=last.meta.district)
        known = {"published": f"{given.today.isoformat()} 09:00", "region": last.meta.region}
        certain = {"title": title, "district": last.meta.district, "year": str(year)}
        fill_head(output, made, HeadValues(known=known, certain=certain, delivered=given.delivered))
        files.write(made.parent, next_year.files(last.meta.district, year))
        names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
        present = [name for name in names if (project.content / name).exists()]
        if present:
            raise Refused(_("已经有了，没有写：{names}").format(names="、".join(present)))
        return {f"{project.folder}/{name}": (root / name).read_bytes() for name in names}


def _say(output: Console, names: list[str]) -> None:
    output.say(_("已建好 {n} 个文件：").format(n=len(names)))
    for name in names:
        output.say(f"    {name}")
    output.say(_("接下来："))
    output.say(_("    1. 核对 report.md 开头的元数据，运行 python build.py"))
    output.say(_("    2. 登记新报告的承诺和成果；draft/ 里的清单逐条核对上一年的承诺，说到的写 answers"))
    output.say(_("    3. 摘要（digest.yml）要有登记的记录作依据，登记以后再写"))
