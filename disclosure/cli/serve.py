"""``serve``: build, show on this machine only, build again at every save; only Ctrl+C ends it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from disclosure.build import garbage
from disclosure.cli.output import Console, count, reason
from disclosure.clock import today
from disclosure.forms import signs
from disclosure.preview.rebuild import Rebuild
from disclosure.preview.watch import Changes, changes
from disclosure.problem import Refused, in_order
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.preview.server import Preview

HELP = N_("在本机预览，保存后自动更新（只监听 127.0.0.1）")
DEFAULT_PORT = 8000
LAST_PORT = 65535
# A page is asked for while the build goes on: whoever answers shall not wait for its turn, in seconds
TURN = 0.0005


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, help=_("端口，默认 8000"))


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= LAST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(_("端口是 0 到 {last} 的整数，不是 {text}").format(last=LAST_PORT, text=text))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.cli import narratives
    from disclosure.preview.server import Preview

    try:
        preview = Preview(given.project.site, given.port)
    except OSError as error:
        output.say(
            _("端口 {port} 不能用（{reason}）；换一个：--port 8001").format(port=given.port, reason=reason(error))
        )
        return 2
    rebuild = Rebuild(given.project, partial(today, given.date), narratives.render)
    changed = changes(given.project)
    _build(rebuild, next(changed), preview, output)
    output.say(_("预览：{address}（Ctrl+C 结束）").format(address=preview.address))
    sys.setswitchinterval(TURN)
    with preview:
        for one in changed:
            # By this line an editor's tool knows that what it shows is old (forms/vscode.py)
            output.say(_(signs.AGAIN))
            _build(rebuild, one, preview, output)
    return 0


def _build(rebuild: Rebuild, changed: Changes, preview: Preview, output: Console) -> None:
    with _outlived(preview, output):
        news = preview.news
        outcome, problems = rebuild.build(changed, output.progress, news.reports_made, news.build_begins())
        preview.site = rebuild.project.site
        output.problems(problems)
        if outcome is None:
            wrong = sorted(in_order(problems), key=lambda problem: problem.notice)
            preview.news.failed(_failed(count(problems)), [str(problem) for problem in wrong])
            output.say(_(signs.KEPT).format(count=count(problems)))
        else:
            preview.news.site_made(removed=outcome.counts.removed > 0)
            output.say(_(signs.MADE).format(n=outcome.counts.written))
    # To look through all that is remembered would make readers wait
    garbage.collect_young()


@contextmanager
def _outlived(preview: Preview, output: Console) -> Iterator[None]:
    """Whatever a build ends in is told in the terminal and in the open tabs; the next save is another try."""
    try:
        yield
    except BrokenPipeError:
        raise
    except Refused as refused:
        preview.news.failed(_failed(_("构建停住了")), [str(refused)])
        output.say(str(refused))
    except Exception as error:
        preview.news.failed(
            _failed(_("程序出错了（这不是内容的问题）")), [f"{type(error).__name__}: {error}", output.bug()]
        )
        output.say(_("预览还在，下一次保存时再试"))


def _failed(reason: str) -> str:
    return _("{reason}，页面还是上一次的样子").format(reason=reason)
