"""``serve``: build, show on this machine only, build again at every save."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.build import garbage
from disclosure.cli.output import Console, count
from disclosure.clock import today
from disclosure.preview.rebuild import Rebuild
from disclosure.problem import Refused, errors
from disclosure.project import Project
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.preview.server import Preview

HELP = N_("在本机预览，保存后自动更新（只监听 127.0.0.1）")
DEFAULT_PORT = 8000
# An editor's save is several events in a row: wait until none came for this long, but no longer than that
STEP_MS, DEBOUNCE_MS = 10, 100
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
    from watchfiles import watch

    from disclosure.cli import narratives
    from disclosure.preview.server import Preview

    project: Project = given.project
    try:
        preview = Preview(project.site, given.port)
    except OSError as error:
        output.say(
            _("端口 {port} 不能用（{reason}）；换一个：--port 8001").format(port=given.port, reason=error.strerror)
        )
        return 2
    rebuild = Rebuild(project, partial(today, given.date), narratives.render)
    _build(rebuild, [], preview, output)
    output.say(_("预览：{address}（Ctrl+C 结束）").format(address=preview.address))
    sys.setswitchinterval(TURN)
    with preview:
        for changes in watch(project.content, project.templates, project.config, debounce=DEBOUNCE_MS, step=STEP_MS):
            try:
                _build(rebuild, [Path(path) for _change, path in changes], preview, output)
            except Refused as refused:
                preview.show(str(refused))
                output.say(str(refused))
    return 0


def _build(rebuild: Rebuild, changed: list[Path], preview: Preview, output: Console) -> None:
    outcome, problems = rebuild.build(changed, output.progress, preview.show_reports)
    output.problems(problems)
    if outcome is None:
        preview.show("\n".join(str(problem) for problem in errors(problems)))
        output.say(_("{count}；预览保持上一次的样子").format(count=count(problems)))
    else:
        preview.show("", removed=outcome.counts.removed > 0)
        output.say(_("已更新：写入 {n} 个文件").format(n=outcome.counts.written))
    garbage.collect_young()
