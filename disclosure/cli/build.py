"""``build``: the site brought up to date."""

from __future__ import annotations

import argparse
import time

from disclosure.cache import key, snapshot
from disclosure.cli.options import path_of
from disclosure.cli.output import Console, count
from disclosure.clock import in_ci
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("生成网站（默认命令）；有错误时网站保持原样")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workers", type=_positive, help=_("用几个进程；默认按内容多少决定"))
    parts_option(parser)
    parser.add_argument("--verify", action="store_true", help=_("不相信文件的时间，全部重新读取"))


def parts_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--parts", type=path_of, metavar=_("文件夹"), help=_("用别的机器生成好的报告：part 命令留下的文件夹都放在这里")
    )


def _positive(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(_("进程数是 1 以上的整数，不是 {text}").format(text=text))


def run(given: argparse.Namespace, output: Console) -> int:
    begun = time.perf_counter()
    verify = getattr(given, "verify", False) or in_ci()
    if told := key.users(given.project.root).word:
        output.say(told)
    seen = snapshot.look(given.project, given.today)
    place = getattr(given, "parts", None)
    notices = None if verify or place else snapshot.said_by_build(seen)
    if notices is not None:
        output.problems(notices)
        output.say(_("没有变化，{s:.2f} 秒").format(s=time.perf_counter() - begun))
        output.result(notices, published=True, rendered=0, written=0)
        return 0
    workers = getattr(given, "workers", None)
    # Imported here: where nothing has changed, nothing of this is needed
    from disclosure.build.build import build
    from disclosure.build.options import BuildOptions
    from disclosure.checks import history
    from disclosure.cli import lacking, narratives, part

    snapshot.forget(given.project)
    options = BuildOptions(
        progress=output.progress,
        ci=in_ci(),
        verify=verify,
        workers=workers,
        parts=part.opened(given, seen, place) if place else {},
    )
    outcome, problems = build(seen, options, narratives.render)
    output.problems(problems)
    if outcome is None:
        output.say(_("没有发布：{count}，网站保持原样").format(count=count(problems)))
        output.result(problems, published=False)
        return 1
    absent = history.absent(outcome.left.history.trouble if outcome.left.history else None)
    # What is wanted in vain is looked for again: a font, a library or git's history may be there by then
    settled = outcome.left.history is None or outcome.left.history.trouble is None or bool(absent)
    if settled and not any(lacking.wanted(outcome.site, given.project)):
        snapshot.remember(seen, outcome.left.published, outcome.site.language, problems)
    counts = outcome.counts
    output.say(
        _("已发布 {pages} 页：渲染 {rendered} 页，写入 {written} 个文件，删除 {removed} 个，未变 {kept} 个").format(
            pages=outcome.pages,
            rendered=outcome.rendered,
            written=counts.written,
            removed=counts.removed,
            kept=counts.kept,
        )
        + _("，{s:.2f} 秒").format(s=time.perf_counter() - begun)
    )
    part.say(output, outcome.parted)
    if outcome.mute:
        output.say(_("没有写纠错的去处（site.yml 的 footer.corrections）：页面上没有“我要纠错”"))
    lacking.say(output, outcome.site, given.project)
    if absent:
        output.say(absent)
    output.result(problems, published=True, pages=outcome.pages, rendered=outcome.rendered, written=counts.written)
    return 0
