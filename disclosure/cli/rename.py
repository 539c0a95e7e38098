"""``rename``: another id or another name for a department or a topic, in every content file at once."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from disclosure.cli import writing
from disclosure.cli.output import Console
from disclosure.clock import in_ci
from disclosure.problem import Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.project import Project
    from disclosure.source.rename import Renamed

HELP = N_("责任单位或主题改编号、改名称：一次改完所有文件，旧编号自动转到新编号")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar=_("词表"), help=_("departments（责任单位）或 topics（主题）"))
    parser.add_argument("old", metavar=_("原来"), help=_("现在的编号或名称"))
    parser.add_argument("new", metavar=_("新的"), help=_("新编号（小写英文）或新名称"))
    parser.add_argument("--since", metavar=_("日期"), help=_("单位从这一天起改了名称：旧名称留作曾用名，记录不动"))
    parser.add_argument("--dry-run", action="store_true", help=_("只列出要改哪里，不写文件"))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.source import reading
    from disclosure.source.rename import Renaming, rename

    project: Project = given.project
    sources = reading.besides_attachments(project.root, project.content)
    if not _is_sound(given, output):
        return 1
    wish = Renaming(kind=given.kind, old=given.old, new=given.new, since=_day(given.since), today=given.today)
    done = rename(wish, sources)
    if not given.dry_run:
        writing.together(project, {one.file.path: one.data for one in done.files}, "rename")
    _say(done, output, dry=given.dry_run)
    output.result([], changed=[one.file.path for one in done.files], written=not given.dry_run)
    return 0


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(_("日期应当写成 2026-11-23 的样子，不是 {text}").format(text=text)) from None


def _is_sound(given: argparse.Namespace, output: Console) -> bool:
    """Whether the content is without errors: in what is wrong already, nothing can be changed for certain."""
    from disclosure.build.build import catalogs
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.problem import errors

    seen = snapshot.look(given.project, given.today)
    _reports, problems = catalogs(seen, BuildOptions(progress=output.progress, ci=in_ci()))
    wrong = errors(problems)
    if wrong:
        output.problems(wrong)
        output.say(_("没有改：先改好上面的问题，再运行 rename"))
        output.result(wrong, changed=[], written=False)
    return not wrong


def _say(done: Renamed, output: Console, *, dry: bool) -> None:
    for one in done.files:
        for line, words in one.changes:
            output.say(f"{one.file.path}:{line}  {words}")
    number = sum(len(one.changes) for one in done.files)
    if not number:
        output.say(_("不用改：已经是新的了"))
        return
    said = _("要改 {n} 处，{m} 个文件；没有写") if dry else _("改了 {n} 处，{m} 个文件；运行 check 看看，再提交")
    output.say(said.format(n=number, m=len(done.files)))
    for path, count in done.left:
        output.say(_("{path} 的正文里还有 {n} 处旧名称，没有改：那是当时的话，要改由你定").format(path=path, n=count))
