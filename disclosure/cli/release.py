"""``release DIR``: build, keep the build as a release, and switch ``current`` to it."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.cli.build import parts_option
from disclosure.cli.options import path_of
from disclosure.cli.output import Console, count
from disclosure.clock import in_ci
from disclosure.problem import Place, Problem, errors, in_order
from disclosure.project import Project
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("生成网站并存为一个版本，最后把 current 指向它")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", type=path_of, metavar=_("文件夹"), help=_("放各个版本的文件夹，例如 /srv/www/site"))
    parts_option(parser)
    parser.add_argument(
        "--after-purge",
        action="store_true",
        help=_("依法清除过历史：只认 retired.yml 的 withdrawn.purged 写明的那个提交可以不在历史里"),
    )


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.build import last_release
    from disclosure.build.build import build
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.cli import lacking, narratives, part
    from disclosure.publishing import publish
    from disclosure.publishing.release import release

    seen = snapshot.look(given.project, given.today)
    parts = part.opened(given, seen, given.parts) if given.parts else {}
    options = BuildOptions(progress=output.progress, ci=in_ci(), parts=parts)
    outcome, problems = build(seen, options, narratives.render)
    lost: tuple[Problem, ...] = ()
    if outcome is not None and outcome.left.history is not None and outcome.left.content is not None:
        known, given_up = outcome.left.history, last_release.purged(outcome.left.content.common)
        last = last_release.commit(given.target)
        said = tuple(last_release.check(given.project, known, last, given_up, after_purge=given.after_purge))
        others, blank = _without_blanks(problems)
        said += (*blank, *_draft(outcome.left.content.common.site.published_since, given.project))
        problems, lost = in_order([*others, *said]), errors(said)
    output.problems(problems)
    if outcome is None or lost:
        output.say(_("没有发布：{count}，current 保持原样").format(count=count(problems)))
        output.result(problems, published=False)
        return 1
    site = given.project.site
    # Nobody publishes to site/ while it is copied
    with publish.exclusively(given.project.cache, site, lambda: output.progress("wait", 0, 0)), publish.disk():
        manifest = (site / address.MANIFEST).read_bytes()
        released = release(site, given.target, _named(given.today.isoformat(), manifest))
    part.say(output, outcome.parted)
    lacking.say(output, outcome.site, given.project)
    output.say(
        _("版本 {name}：{copied} 个文件新写入，{linked} 个与上一版相同；current 已指向它").format(
            name=released.folder.name, copied=released.copied, linked=released.linked
        )
    )
    output.result(problems, published=True, release=released.folder.as_posix())
    return 0


def _without_blanks(problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The others, and what is yet to be filled in, which no reader shall see: an error here, wherever it stands."""
    from disclosure.source import blanks

    found = list(problems)
    return (
        [one for one in found if one.rule != blanks.RULE],
        [replace(one, notice=False) for one in found if one.rule == blanks.RULE],
    )


def _draft(since: str | None, project: Project) -> Iterator[Problem]:
    """no-beginning: 写明从哪天起不能悄悄改动，才能发布。"""
    from disclosure.history.changes import NEVER

    if since == NEVER:
        place = Place(f"{project.folder}/site.yml")
        message = _("published_since 还写着 never：发布以后，改动都要有更正，要写明从哪天起")
        yield Problem(place, "no-beginning", message, _("改成发布的这一天，例如 published_since: 2026-11-23"))


def _named(day: str, manifest: bytes) -> str:
    """The day and what is in it: the same site on the same day is the same release."""
    return f"{day}-{hashlib.sha256(manifest).hexdigest()[:12]}"
