"""``offline``: the site as a zip that opens from a disk, or one report as a single file for e-mail."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from disclosure.cli import offline_single, writing
from disclosure.cli.options import path_of
from disclosure.cli.output import Console, count
from disclosure.clock import in_ci
from disclosure.problem import Problem, Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.build.publication import BuildOutcome
    from disclosure.offline.bundle import OfflineWish

HELP = N_("生成离线版：整个网站的压缩包，不联网也能看、能搜；或一份报告的单个文件")


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "-o",
        "--output",
        type=path_of,
        metavar=_("文件"),
        help=_("写成哪个文件，或放进哪个文件夹；不写就按网站和日期取名"),
    )
    words = _("只做一份报告，写成一个网页文件（当附件发邮件、发到群里）")
    add("--single-file", action="store_true", help=words)
    add("--report", metavar=_("报告"), help=_("--single-file 做哪一份报告，不写就是最新的一份"))
    add("--without-downloads", action="store_true", help=_("不带全部数据合成的大文件（表格、数据库、段落），小一些"))


def run(given: argparse.Namespace, output: Console) -> int:
    if given.single_file:
        return offline_single.run(given, output)
    if given.report:
        raise Refused(_("--report 要和 --single-file 一起写；压缩包里是整个网站"))
    # Heavy, and wanted by this command only
    from disclosure.build.build import build
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.cli import narratives
    from disclosure.publishing import publish

    seen, options = snapshot.look(given.project, given.today), BuildOptions(progress=output.progress, ci=in_ci())
    outcome, problems = build(seen, options, narratives.render)
    output.problems(problems)
    if outcome is None:
        output.say(_("没有写：先改好上面的 {count}").format(count=count(problems)))
        output.result(problems, written=None)
        return 1
    # Nobody publishes to site/ while it is packed
    with publish.exclusively(given.project.cache, given.project.site, lambda: output.progress("wait", 0, 0)):
        return _write(given, output, outcome, problems)


def _write(given: argparse.Namespace, output: Console, outcome: BuildOutcome, problems: tuple[Problem, ...]) -> int:
    from disclosure.offline import archive, bundle, names

    wish = _wish(given, outcome)
    name = _("{title}-离线版-{day}.zip").format(title=named(wish.title), day=given.today)
    path = writing.target(given.output, name, given.project)
    chosen = bundle.chosen(wish)
    if wrong := list(names.flaws(bundle.names(wish, chosen))):
        hint = _("给这些文件改个名字（content/files/ 里的，连同提到它的地方），再来一次")
        raise Refused("\n".join([_("没有写：有的文件名不是哪里都能解压"), *(f"  {one}" for one in wrong), hint]))
    try:
        found = bundle.entries(wish, chosen, partial(output.progress, "pack"))
        made = archive.write(path, found, given.today)
    except OSError as error:
        raise writing.refused(path, error) from error
    words = _("已写入 {path}：{n} 个文件，{size}，解压后 {unpacked}")
    size, unpacked = bundle.size(made.size), bundle.size(made.unpacked)
    output.say(words.format(path=path, n=made.files, size=size, unpacked=unpacked))
    for said in chosen.said:
        output.say(_("没有放进去：{what}").format(what=said))
    if not wish.address:
        output.say(_("site.yml 没有写网址（address）：离线版里没有到最新内容的链接"))
    output.say(_("SHA-256：{sum}（发给别人时，另外公布这一串，供核对）").format(sum=made.sha256))
    output.result(
        problems,
        written=path.as_posix(),
        files=made.files,
        size=made.size,
        unpacked=made.unpacked,
        sha256=made.sha256,
        left_out=sorted(chosen.left_out),
    )
    return 0


def _wish(given: argparse.Namespace, outcome: BuildOutcome) -> OfflineWish:
    from disclosure.offline import bundle
    from disclosure.pages.page import chinese_date
    from disclosure.theme.layers import layers

    assert outcome.left.content is not None
    site = outcome.left.content.common.site
    cards = (one.summary.card for one in outcome.left.reports.values())
    return bundle.OfflineWish(
        site=given.project.site,
        layers=layers(given.project),
        title=site.title,
        tagline=site.tagline or "",
        language=site.language,
        address=site.address or "",
        day=given.today,
        shown_day=chinese_date(given.today),
        start=_(bundle.START),
        reports=tuple(one.title for one in cards),
        with_downloads=not given.without_downloads,
    )


def named(title: str) -> str:
    """A title as a part of a file's name."""
    return writing.plain_name(title)[:60].strip("-")
