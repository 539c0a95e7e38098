"""``upgrade``: a project of an older program becomes one of this program."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from disclosure import project as projects
from disclosure.cli import schema, writing
from disclosure.cli.output import Console
from disclosure.cli.taking_in import InnerConsole
from disclosure.project import Project
from disclosure.starter import given as given_files
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.source.files import SourceFile
    from disclosure.starter.renewal import Renewal
    from disclosure.starter.upgrades import Upgraded

HELP = N_("更新程序以后运行：内容改成新的写法，程序给的文件换成新的；自己改过的不动")
# Of any format, which is what it is for
NEEDS_PROJECT = False
# Made anew where a project has it: editors' tools read it
SCHEMA = "docs/schema"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help=_("只列出会改什么，不写文件"))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.starter import renewal, upgrades

    project = projects.find_any(given.root)
    writing.finish(project, output)
    newest, present = len(upgrades.STEPS) + 1, projects.format_of(project)
    if present > newest:
        projects.check_format(project, newest)
    content = upgrades.upgraded(_sources(project), present, upgrades.STEPS)
    renewed = renewal.renewal(project.root, project.content)
    _say(output, content, renewed, dry=given.dry_run)
    if not given.dry_run:
        _write(project, content, renewed)
        if (project.root / SCHEMA).is_dir():
            schema.run(
                argparse.Namespace(project=project, today=given.today, to=None),
                InnerConsole(output, project.root, project.root),
            )
    changed = sorted([*content.files, *renewed.written])
    output.result((), changed=changed, removed=renewed.removed, kept=renewed.kept, written=not given.dry_run)
    return 0


def _sources(project: Project) -> list[SourceFile]:
    """The content's files but for attachments and archives."""
    from disclosure.source import files, reading

    listed, _problems = files.walk(project.root, project.content)
    texts = [one for one in listed if one.name.endswith(files.TEXTS) and not one.name.startswith("files/")]
    return reading.read(project.root, texts)[0]


def _say(output: Console, content: Upgraded, renewed: Renewal, *, dry: bool) -> None:
    for line in content.changes:
        output.say(line)
    verbs = (_("会写"), _("会删")) if dry else (_("已写"), _("已删"))
    for verb, names in zip(verbs, (renewed.written, renewed.removed), strict=True):
        for name in names:
            output.say(f"{verb} {name}")
    for name in renewed.kept:
        output.say(_("没有动 {name}：你们改过").format(name=name))
    if not (content.changes or renewed.written or renewed.removed):
        output.say(_("已经是新的，没有要改的"))
    elif not dry:
        output.say(_("接下来：运行 python build.py check，看过改动再提交"))


def _write(project: Project, content: Upgraded, renewed: Renewal) -> None:
    from disclosure.publishing import publish
    from disclosure.starter import files

    known = given_files.read(project.root)
    digests = {given_files.NAME: given_files.written(renewed.digests(known))} if known else {}
    writing.together(project, {f"{project.folder}/{name}": data for name, data in content.files.items()}, "upgrade")
    # Each file whole; what is lacking, or one too many, the next run finds
    with publish.disk():
        for name in renewed.removed:
            (project.root / name).unlink()
        files.write(project.root, {**renewed.written, **digests})
