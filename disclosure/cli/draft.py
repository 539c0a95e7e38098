"""``draft``: proposals for what nothing in the register accounts for, a file a section, for an editor to decide."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from disclosure.cli import drafting, writing
from disclosure.cli.output import Console
from disclosure.problem import Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.drafts.records.known import ReportKnowledge
    from disclosure.drafts.sheets.merging import SheetUpdates
    from disclosure.project import Project

HELP = N_("起草登记：没有归入记录的语句和数字，一节一个草稿文件，由编辑逐项决定")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", nargs="?", metavar=_("报告"), help=_("哪一份报告，例如 2024；不写就是最新的一份"))
    parser.add_argument(
        "--section", action="append", metavar=_("小节"), help=_("只起草这一节，写标题末尾 {#…} 里的编号，可以写几次")
    )


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.drafts.records import known as knowing
    from disclosure.drafts.sheets import merging

    project: Project = given.project
    content = knowing.read(drafting.sources(project), given.today)
    if not content.newest_first:
        raise Refused(_("没有可以起草的报告：先用 import 导入一份，运行 check 看看"))
    known = knowing.of_report(content, given.report or content.newest_first[0])
    files, problems = drafting.read(project, drafting.paths(project, known.report.key))
    problems = [*known.problems, *problems]
    if problems:
        output.problems(problems)
        output.say(_("没有起草：先改好上面的问题"))
        output.result(problems, written=[], removed=[])
        return 1
    wanted = _sections(known, given.section or ())
    made = merging.drafted(known, [one.sheet for one in files], wanted)
    written, removed = _write(project, made, {one.file.path: one.file.data for one in files})
    _say(known, made, removed, output)
    output.result(
        [],
        report=known.report.key,
        written=written,
        removed=removed,
        drafts=[
            {"name": one.name, "kind": one.kind, "section": one.section, "values": one.values, "doubts": one.doubts}
            for one in made.records
        ],
    )
    return 0


def _sections(known: ReportKnowledge, given: Iterable[str]) -> list[str]:
    from disclosure.drafts.sheets import merging
    from disclosure.drafts.sheets.sheet import OPENING

    every = merging.sections(known)
    for one in given:
        if (one if one != OPENING else "") not in every:
            listed = "、".join(name or OPENING for name in every)
            raise Refused(
                _("报告 {key} 里没有小节 {id}；有：{listed}").format(key=known.report.key, id=one, listed=listed)
            )
    return ["" if one == OPENING else one for one in given] or every


def _write(project: Project, made: SheetUpdates, before: dict[str, bytes]) -> tuple[list[str], list[str]]:
    """What was written and what was removed; a file that would say the same is left alone."""
    texts = {path: None if text is None else text.encode() for path, text in made.texts.items()}
    files = {path: data for path, data in texts.items() if data != before.get(path)}
    writing.together(project, files, "draft")
    return [path for path, data in files.items() if data is not None], [path for path in files if files[path] is None]


def _say(known: ReportKnowledge, made: SheetUpdates, removed: list[str], output: Console) -> None:
    for path, text in made.texts.items():
        if text is not None:
            line = (
                _("{path}：起草 {fresh} 项")
                if not made.kept[path]
                else _("{path}：起草 {fresh} 项，原样留下 {kept} 项")
            )
            output.say(line.format(path=path, fresh=made.fresh[path], kept=made.kept[path]))
        for title in made.gone[path]:
            output.say(_("    已经登记，从草稿里去掉：{title}").format(title=title))
    for path in removed:
        output.say(_("{path}：都有交代了，文件已删去").format(path=path))
    if known.report.broken:
        passages = "、".join(sorted(known.report.broken))
        output.say(_("没有起草 {passages}：那里有引文或数字对不上的记录，先运行 check 改好").format(passages=passages))
    if not any(made.texts.values()):
        output.say(_("没有要起草的：每个语句和数字都有交代"))
        return
    unsure = sum(bool(one.doubts) for one in made.records)
    output.say(_("一共 {n} 项，其中 {unsure} 项有拿不准的地方").format(n=len(made.records), unsure=unsure))
    output.say(_("接着：打开这些文件，在“采纳:”后面写“是”或“否”，再运行 python build.py accept"))
