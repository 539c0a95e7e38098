"""``new``: a record of any kind with all that is known of it, and blanks for the rest."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from disclosure.cli import writing
from disclosure.cli.options import Parser, common
from disclosure.cli.output import Console
from disclosure.clock import in_ci, minute
from disclosure.forms.options import FLAG, KINDS, MANY, FormKind, FormOption
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.forms.known import Knowledge
    from disclosure.forms.wish import NewText
    from disclosure.history.changes import FieldChange

HELP = N_("新建一条记录：知道的写好，要填的标出来")
BY_KIND = {kind.name: kind for kind in KINDS}


def arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="form", title=_("种类"), metavar=_("种类"), required=True, parser_class=Parser)
    for kind in KINDS:
        help = _(kind.help)
        one = kinds.add_parser(kind.name, help=help, description=help, parents=[common({})], add_help=False)
        for option in kind.options:
            _add(one, option)


def _add(parser: argparse.ArgumentParser, option: FormOption) -> None:
    # Told apart from the options of every command
    settings: dict[str, Any] = {"dest": f"wish_{option.name}", "help": _(option.help)}
    if option.kind == FLAG:
        parser.add_argument(f"--{option.name}", action="store_true", **settings)
    else:
        action = "append" if option.kind == MANY else "store"
        parser.add_argument(f"--{option.name}", action=action, metavar=_(option.sample), **settings)


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.cli import asking
    from disclosure.forms import promises
    from disclosure.forms.registry import MAKERS
    from disclosure.forms.wish import Wish

    kind = BY_KIND[given.form]
    known = _known(given, output)
    wishes = {option.name: getattr(given, f"wish_{option.name}") for option in kind.options}
    if asking.is_possible(output):
        wishes = asking.completed(kind, known, wishes, output)
    _refuse_missing(kind, wishes)
    made = MAKERS[kind.name](known, Wish(wishes))
    files = {f"{known.content}/{made.name}": made.text.encode()}
    writing.together(given.project, files, "new", fresh=made.name not in known.files)
    for line in promises.remarks(known, Wish(wishes)):
        output.say(line)
    # What a correction tells of belongs into the same commit
    together = known.content if kind.name == "correction" else f"{known.content}/{made.name}"
    _say(f"{known.content}/{made.name}", together, wishes.get("title") or _name(made), made, output)
    return 0


def _refuse_missing(kind: FormKind, wishes: dict[str, Any]) -> None:
    """What cannot be left out, all at once. Promises may be found by words instead."""
    from disclosure.problem import Refused

    lacking = [one for one in kind.options if one.needed and not wishes[one.name]]
    if wishes.get("about") or wishes.get("figures"):
        lacking = [one for one in lacking if one.name != "commitment"]
    if lacking:
        if any(one.name == "commitment" for one in lacking):
            lacking += [one for one in kind.options if one.name == "about"]
        listed = "".join(f"\n    --{one.name} {_(one.sample)}  {_(one.help)}" for one in lacking)
        raise Refused(_("还缺：{listed}").format(listed=listed))


def _known(given: argparse.Namespace, output: Console) -> Knowledge:
    """The content as it stands, right or wrong."""
    from disclosure.forms import known
    from disclosure.source import reading

    project = given.project
    folder = project.folder
    sources = reading.besides_attachments(project.root, project.content)
    silent = _silent(given, output) if given.form == "correction" else ()
    return known.read(sources, folder, known.Moment(given.today, minute(given.today)), silent)


def _silent(given: argparse.Namespace, output: Console) -> Iterator[FieldChange]:
    """What was changed since it was published, and may be by a correction."""
    from disclosure.build.inputs import scan
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.history.changes import Nature

    seen = scan(snapshot.look(given.project, given.today), BuildOptions(progress=output.progress, ci=in_ci()))
    return (one.what for one in seen.tree.violations if one.what.nature is Nature.CORRECTED)


def _say(path: str, together: str, told: str, made: NewText, output: Console) -> None:
    """Where it is, what is to be filled in, and what comes next."""
    blanks = [{"line": line, "what": what} for line, what in made.blanks]
    output.say((_("已加进 {path}") if made.stood else _("已写入 {path}")).format(path=path))
    if blanks:
        output.say(_("还要填 {n} 处：").format(n=len(blanks)))
    for one in blanks:
        output.say(_("    {path}:{line}  {what}").format(path=path, **one))
    following = ["python build.py check", f"git add {together}", f"git commit -m {shlex.quote(told)}"]
    output.say(_("填好以后：") if blanks else _("接着："))
    # Of one line, whoever pastes it commits nothing that check refuses
    output.say(f"    {' && '.join(following)}")
    output.result([], written=path, blanks=blanks, next=following)


def _name(made: NewText) -> str:
    return made.name.removesuffix(".md").removesuffix(".yml")
