"""``part --of 4 --number 2 --into FOLDER``: a share of the reports, for ``build --parts`` on another machine; with
``--district ID`` the reports of districts."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.cache import key, snapshot
from disclosure.cache.snapshot import Snapshot
from disclosure.cli.options import path_of
from disclosure.cli.output import Console, count
from disclosure.clock import in_ci
from disclosure.problem import Refused, errors, in_order
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.build.parts import PartShare

HELP = N_("生成一部分报告，交给另一台机器合成网站（build --parts）")
MOST = 1000
# So many reports are named
FEW = 8


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--of", type=_number, help=_("一共分成几份"))
    parser.add_argument("--number", type=_number, help=_("这是第几份，从 1 数起"))
    parser.add_argument(
        "--district", nargs="+", metavar="ID", help=_("不按份数，生成这些区县的报告：districts.yml 里的编号")
    )
    parser.add_argument("--into", type=path_of, required=True, help=_("放这一份的文件夹，新的或空的"))
    parser.add_argument("--workers", type=_number, help=_("用几个进程；默认按内容多少决定"))


def _number(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) <= MOST:
        return int(text)
    raise argparse.ArgumentTypeError(_("要写 1 到 {most} 的整数，不是 {text}").format(most=MOST, text=text))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.build import parts
    from disclosure.build.options import BuildOptions

    begun = time.perf_counter()
    share = _share(given)
    check_key(given)
    options = BuildOptions(progress=output.progress, ci=in_ci(), workers=given.workers)
    seen = snapshot.look(given.project, given.today)
    made, found = parts.make(seen, options, given.into, share)
    problems = in_order(found)
    output.problems(problems)
    output.result(problems, reports=made, passed=not errors(problems))
    if errors(problems):
        output.say(_("没有生成：{count}").format(count=count(problems)))
        return 1
    output.say(
        _("{share}放在 {folder}：{made} 份报告，{s:.2f} 秒").format(
            share=_said(share), folder=given.into, made=made, s=time.perf_counter() - begun
        )
    )
    return 0


def _share(given: argparse.Namespace) -> PartShare:
    from disclosure.build.parts import PartShare

    if given.district:
        if given.of or given.number:
            raise Refused(_("--district 和 --of、--number 只能用一种"))
        return PartShare(districts=tuple(sorted(set(given.district))))
    if not (given.of and given.number):
        raise Refused(_("写 --of 和 --number，或者 --district"))
    if given.number > given.of:
        raise Refused(_("一共 {of} 份，没有第 {number} 份").format(of=given.of, number=given.number))
    return PartShare(number=given.number, of=given.of)


def _said(share: PartShare) -> str:
    if share.districts:
        return _("区县 {ids} 的部分").format(ids=_("、").join(share.districts))
    return _("第 {number} 份（共 {of} 份）").format(number=share.number, of=share.of)


def opened(given: argparse.Namespace, seen: Snapshot, place: Path) -> dict[str, str]:
    """In which folder each report lies; ``Refused`` where ``place`` does not hold the parts of this very site."""
    from disclosure.build import parts

    check_key(given)
    return parts.opened(seen, place)


def say(output: Console, parted: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """How much the parts saved, where there were any."""
    taken, built = parted
    if taken:
        output.say(_("取用了别的机器生成的 {n} 份报告").format(n=len(taken)))
    if built:
        named = "、".join(built[:FEW]) + (_("等") if len(built) > FEW else "")
        message = _(
            "有 {n} 份报告没有取用，在这里重新生成了：{named}（文件坏了、没有拷全，或内容和那台机器上的不一样）"
        )
        output.say(message.format(n=len(built), named=named))


def check_key(given: argparse.Namespace) -> None:
    """``Refused`` where other machines cannot have the key that parts are sealed with."""
    if (in_ci() and not os.environ.get(key.VARIABLE)) or key.users(given.project.root).word:
        message = _(
            "各台机器要用同一个密钥，才能认出彼此生成的报告：在每个任务里设环境变量 {variable}，至少 {n} 个字节，"
            "例如 openssl rand -hex 32 的结果，存为 CI 的保密变量"
        )
        raise Refused(message.format(variable=key.VARIABLE, n=key.SIZE))
