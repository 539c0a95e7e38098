"""``accept``: what an editor ticked in draft files becomes records in the content, all of it or nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from disclosure.cli import drafting, writing
from disclosure.cli.output import Console
from disclosure.clock import in_ci
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.cache.snapshot import Snapshot
    from disclosure.drafts.records.known import Read
    from disclosure.drafts.sheets.accepting import Accepting, DraftFile
    from disclosure.problem import Problem
    from disclosure.project import Project
    from disclosure.source.files import SourceFile

HELP = N_("把草稿里写了“是”的收入登记：给编号，写进内容文件，从草稿里去掉")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar=_("草稿文件"), help=_("只看这些草稿文件；不写就是全部"))
    parser.add_argument("--dry-run", action="store_true", help=_("只说会写什么，不写文件"))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.build import published_names
    from disclosure.cache import snapshot
    from disclosure.drafts.records import known as knowing

    project: Project = given.project
    picked = {path.relative_to(project.root).as_posix() for path in drafting.chosen(project, given.files)}
    files, problems = drafting.read(project, drafting.paths(project))
    problems = [one for one in problems if one.place.path in picked]
    if problems:
        return _refused(problems, output)
    sources = drafting.sources(project)
    content = knowing.read(sources, given.today)
    seen = snapshot.look(project, given.today)
    made = list(_accepting(content, files, picked, {file.name: file for file in sources}, published_names.spent(seen)))
    problems = [problem for one in made for problem in one.problems] or _wrong(given, seen, made, output)
    if problems:
        return _refused(problems, output)
    if not given.dry_run:
        _write(project, made)
    _say(given, made, output)
    return 0


def _refused(problems: list[Problem], output: Console) -> int:
    output.problems(problems)
    output.say(_("没有收入任何一条：先改好上面的问题"))
    output.result(problems, accepted=[], written=[])
    return 1


def _accepting(
    content: Read, files: list[DraftFile], picked: set[str], sources: dict[str, SourceFile], spent: frozenset[str]
) -> Iterable[Accepting]:
    """Report by report: an indicator's file may get lines of several."""
    from disclosure.drafts.records import known as knowing
    from disclosure.drafts.sheets.accepting import accepting
    from disclosure.source.files import SourceFile

    for key in sorted({one.sheet.report for one in files if one.file.path in picked}):
        known = knowing.of_report(content, key)
        own = [one for one in files if one.sheet.report == key]
        made = accepting(known, own, picked, sources, spent)
        for name, data in made.files.items():
            path = sources[name].path if name in sources else name
            sources[name] = SourceFile(path, name, data)
        yield made


def _wrong(given: argparse.Namespace, seen: Snapshot, made: list[Accepting], output: Console) -> list[Problem]:
    """The errors that the content would have by what is accepted, each at its place in the draft files."""
    from disclosure.build.options import BuildOptions
    from disclosure.build.supposed import supposed
    from disclosure.drafts.sheets import told

    files = _files(made)
    if not files:
        return []
    found = supposed(seen, BuildOptions(progress=output.progress, ci=in_ci()), files)
    folder = given.project.content.relative_to(given.project.root).as_posix()
    records = [record for one in made for record in one.records]
    return told.problems(found.before, found.after, records, files, folder)


def _files(made: Iterable[Accepting]) -> dict[str, bytes]:
    return {name: data for one in made for name, data in one.files.items()}


def _write(project: Project, made: list[Accepting]) -> None:
    """The records, and the draft files without them."""
    content = {f"{project.folder}/{name}": data for name, data in _files(made).items()}
    sheets = {path: rest for one in made for path, rest in one.sheets.items()}
    writing.together(project, content | sheets, "accept")


def _say(given: argparse.Namespace, made: list[Accepting], output: Console) -> None:
    project: Project = given.project
    folder = project.content.relative_to(project.root).as_posix()
    records = [record for one in made for record in one.records]
    for place, ids in _places(made).items():
        output.say(f"    {folder}/{place}" + (f"　{_listed(ids)}" if ids else ""))
    kinds = {kind: sum(one.kind == kind for one in records) for kind in ("commitment", "result", "exemption")}
    said = _("会收入 {commitment} 条承诺、{result} 条成果、{exemption} 条免列；没有写文件")
    if not given.dry_run:
        said = _("收入了 {commitment} 条承诺、{result} 条成果、{exemption} 条免列")
    output.say(said.format(**kinds) if records else _("没有收入：草稿里没有写“是”的"))
    for one in made:
        for waiting in one.waiting:
            message = _("{path}:{line}：写了“是”，但它说到的 {name} 还没有决定，先留在草稿里")
            output.say(message.format(path=waiting.file.path, line=waiting.item.first, name=waiting.on))
    left = {} if given.dry_run else _left(given)
    for key, n in left.items():
        output.say(
            _("报告 {key}：还有 {n} 个数字和语句没有归入记录").format(key=key, n=n)
            if n
            else _("报告 {key}：每个数字和语句都有交代").format(key=key)
        )
    if records and not given.dry_run:
        output.say(_("接着：运行 python build.py check，看过改动再提交"))
    output.result(
        [],
        accepted=[{"id": one.id, "kind": one.kind, "path": f"{folder}/{one.name}"} for one in records],
        written=[] if given.dry_run else [f"{folder}/{name}" for name in _files(made)],
        waiting=[{"path": w.file.path, "line": w.item.first, "on": w.on} for one in made for w in one.waiting],
        uncovered=left,
    )


def _places(made: Iterable[Accepting]) -> dict[str, list[str]]:
    """The files that change, and folders of promises, from the content folder, with the ids that are new in each."""
    found: dict[str, list[str]] = {}
    for one in made:
        for record in one.records:
            place = record.name.rpartition("/")[0] + "/" if record.kind == "commitment" else record.name
            found.setdefault(place, []).extend([record.id] if record.id else [])
        for name in one.files:
            if name.startswith("indicators/"):
                found.setdefault(name, [])
    return found


def _listed(ids: list[str]) -> str:
    """Ids that follow each other as the first and the last."""
    runs: list[list[str]] = []
    for id in ids:
        follows = runs and runs[-1][-1][0] == id[0] and int(runs[-1][-1][1:]) + 1 == int(id[1:])
        runs = [*runs[:-1], [*runs[-1], id]] if follows else [*runs, [id]]
    return "、".join(run[0] if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs)


def _left(given: argparse.Namespace) -> Mapping[str, int]:
    """How many figures and clauses nothing accounts for yet, by report that has drafts or records."""
    from disclosure.drafts.records import known as knowing

    found = knowing.read(drafting.sources(given.project), given.today)
    counts = {}
    for key in found.newest_first:
        report = found.catalogs[key].reports[0]
        open_ones = [one for one in report.accounts.figures if one.kind == "uncovered"]
        if report.accounts.clauses:
            counts[key] = len(open_ones) + sum(bool(one.missing) for one in report.accounts.clauses)
    return counts
