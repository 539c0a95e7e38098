"""``pdf``: a whole report on paper, as one tagged PDF that was read back before it is handed out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.cli import writing
from disclosure.cli.options import path_of
from disclosure.cli.output import Console, count
from disclosure.clock import in_ci
from disclosure.problem import Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.build.site_plan import SitePlan
    from disclosure.catalog.catalog import Catalog
    from disclosure.paper.paper import Paper, PaperSources
    from disclosure.paper.reading import TextDifference

HELP = N_("把一份报告和它的注释、记录做成一个可以打印、可以朗读的 PDF；交出以前先读回来核对")
# Beside the site, whose list of checksums names every file in it, and which a build makes without a browser
FOLDER = "pdf"
# Promises from which on it takes minutes
MANY = 100


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--report", metavar=_("报告"), help=_("哪一份报告，例如 2024；不写就是最新的一份"))
    parser.add_argument(
        "-o",
        "--output",
        type=path_of,
        metavar=_("文件"),
        help=_("写成哪个文件，或放进哪个文件夹；不写就是项目里的 pdf/2024.pdf，按报告取名"),
    )
    parser.add_argument(
        "--browser", type=path_of, metavar=_("程序"), help=_("用哪个 Chromium、Chrome 或 Edge 打印；默认自己找")
    )


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.build.build import planned
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.paper import paper, printing

    _ensure_reader()
    program = printing.browser(given.browser)
    options = BuildOptions(progress=output.progress, ci=in_ci())
    plan, catalogs = planned(snapshot.look(given.project, given.today), options)
    if catalogs is None:
        output.problems(plan.problems)
        output.say(_("没有打印：{count}，先改好").format(count=count(plan.problems)))
        output.result(plan.problems, passed=False)
        return 1
    catalog = _wanted(catalogs, given.report)
    target = _target(given, catalog.reports[0].key)
    number = len(catalog.reports[0].register.commitments)
    if number >= MANY:
        output.say(_("{n} 条承诺，要打印几分钟，请等一等").format(n=number))
    made = paper.paper(_sources(plan, catalog), program, output.progress)
    if made.differences or made.flaws:
        return _refused(made, output)
    _write(target, made.data)
    size = _("{n:.1f} MB").format(n=len(made.data) / 1_000_000)
    line = _("{path}：{pages} 页，{size}；文字用两种程序读回，与网页一致，{headings} 个标题都在书签里")
    output.say(line.format(path=target, pages=made.pages, size=size, headings=made.headings))
    output.result((), passed=True, path=target.as_posix(), pages=made.pages, headings=made.headings, links=made.links)
    return 0


def _ensure_reader() -> None:
    """What reads the file back is no part of every installation."""
    from importlib.util import find_spec

    if find_spec("pypdfium2") is None:
        raise Refused(_("缺少程序库 pypdfium2，没有它不能核对 PDF：运行 pip install pypdfium2，再来一次"))


def _wanted(catalogs: tuple[Catalog, ...], key: str | None) -> Catalog:
    known = {one.reports[0].key: one for one in catalogs}
    if not known:
        raise Refused(_("没有可以打印的报告：先用 import 导入一份"))
    if key is not None and key not in known:
        raise Refused(_("没有报告 {key}；有：{known}").format(key=key, known=_("、").join(known)))
    return known[key] if key else catalogs[0]


def _sources(plan: SitePlan, catalog: Catalog) -> PaperSources:
    from disclosure.cli import narratives
    from disclosure.paper.document import MethodText
    from disclosure.paper.paper import PaperSources

    inputs = plan.inputs
    method = next((one for one in plan.pages if one.address == "method.html"), None)
    html = narratives.render(plan).html if method else {}
    return PaperSources(
        catalog=catalog,
        report=catalog.reports[0],
        site=inputs.frame.site,
        method=MethodText(html[method.source], method.view.rubric) if method else None,
        environment=inputs.theme.environment,
        layers=inputs.theme.layers,
        today=inputs.snapshot.today,
    )


def _target(given: argparse.Namespace, key: str) -> Path:
    """Where it is written, known before it is printed."""
    name = f"{key}.pdf"
    return writing.target(given.output, name, given.project) if given.output else given.project.root / FOLDER / name


def _write(target: Path, data: bytes) -> None:
    try:
        writing.replace(target, data)
    except OSError as error:
        raise writing.refused(target, error) from error


def _refused(made: Paper, output: Console) -> int:
    """Nothing is handed out that reads otherwise than the page."""
    for one in made.differences:
        output.say(_told(one))
    for flaw in made.flaws:
        output.say(_("标签不对：{flaw}").format(flaw=flaw))
    if any(map(_is_without_font, made.differences)):
        output.say(_("没有写出 PDF：先装上中文字体，再来一次"))
    else:
        output.say(
            _("没有写出 PDF：上面的地方与网页不一致。换一个较新的 Chromium（131 或更新）再试；还是这样，请报告给开发者")
        )
    output.result((), passed=False, differences=[_told(one) for one in made.differences], flaws=list(made.flaws))
    return 1


def _told(one: TextDifference) -> str:
    line = _("{reader} 读第 {page} 页：应当是“{expected}”，读到“{read}”")
    told = line.format(reader=one.reader, page=one.page, expected=one.expected, read=one.read)
    return told + _("；是不是没有装中文字体（Debian：apt install fonts-noto-cjk）") if _is_without_font(one) else told


def _is_without_font(one: TextDifference) -> bool:
    """Glyphs that a font has not are not in the text either: what is read goes on behind them."""
    return _is_han(one.expected[:1]) and not _is_han(one.read[:1])


def _is_han(sign: str) -> bool:
    return 0x4E00 <= ord(sign or " ") <= 0x9FFF
