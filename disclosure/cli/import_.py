"""``import``: the text of a work report becomes the body of ``report.md``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.cli.options import path_of
from disclosure.cli.output import Console
from disclosure.problem import Problem, Refused
from disclosure.source.files import SourceFile, decode
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.ingest.document import ExtractedText
    from disclosure.ingest.report_file import Imported

HELP = N_("把报告读进来：存档原文（source.txt）或 Word、网页、PDF 文件，写成 report.md；已有的编号不变")
# So many of the lines that would be lost are listed
LISTED, LONGEST = 5, 40


def arguments(parser: argparse.ArgumentParser) -> None:
    words = _("例如 content/reports/2022/source.txt，或收到的文件 报告.docx")
    parser.add_argument("source", type=path_of, metavar=_("原文"), help=words)
    words = _("放进 content/reports/ 下的哪个文件夹；省略时用报告部署工作的年份")
    parser.add_argument("--report", metavar=_("报告"), help=words)
    parser.add_argument("--drop", action="store_true", help=_("删去原文里没有的段落和注释（不加就不写入）"))
    parser.add_argument("--yes", action="store_true", help=_("不再询问，一律同意；原件里有批注等内容的，仍不公开"))
    originals(parser)


def originals(parser: argparse.ArgumentParser) -> None:
    """Whether the document itself is published; where nothing is said, unless it gives something away."""
    add = parser.add_mutually_exclusive_group().add_argument
    words = _("原件也随网站公开，即使里面有批注、修订、隐藏文字或作者姓名")
    add("--with-original", dest="original", action="store_true", default=None, help=words)
    add("--without-original", dest="original", action="store_false", help=_("不公开原件，只收文字"))


def run(given: argparse.Namespace, output: Console) -> int:
    source: Path = given.source
    try:
        file = SourceFile(source.as_posix(), source.name, source.read_bytes())
    except OSError as error:
        reason = _("没有这个文件") if isinstance(error, FileNotFoundError) else _("不是可以读的文件")
        output.say(_("读不出 {path}：{reason}").format(path=source, reason=reason))
        return 2
    if given.report is None and _is_archive(source, given.project.content):
        return _of_archive(given, output, file)
    return _of_document(given, output, file)


def _is_archive(source: Path, content: Path) -> bool:
    """Whether a text stands where archives do, in the folder of its report."""
    return source.suffix == ".txt" and source.resolve().parent.parent == content.resolve() / "reports"


def _of_archive(given: argparse.Namespace, output: Console, file: SourceFile) -> int:
    # Wanted by this command only
    from disclosure.ingest import report_file
    from disclosure.ingest.document import ExtractedText

    text, problems = decode(file)
    if problems:
        return _refuse(output, problems)
    target = given.source.parent / "report.md"
    if not target.exists():
        made = report_file.first(file.name, file.sha256, ExtractedText(text=text))
        if made.is_empty:
            raise Refused(_("没有写入：文件里没有报告的正文"))
        return _write(given, output, target, made)
    present = SourceFile(target.as_posix(), target.name, target.read_bytes())
    try:
        made = report_file.again(present, file.sha256, text)
    except report_file.BrokenReport as broken:
        output.say(_("没有写入：先改好 {path}，它的编号和元数据才能保留").format(path=target))
        return _refuse(output, broken.problems)
    return _write(given, output, target, made)


def _of_document(given: argparse.Namespace, output: Console, file: SourceFile) -> int:
    """A document from elsewhere: its text becomes the archive, it is kept as it came."""
    # Wanted by this command only
    from disclosure.ingest import formats, taken_in
    from disclosure.source.content import KEY

    document = formats.read(file.name, file.data)
    is_kept = _keeps_original(given, output, document)
    made = taken_in.report(file, document, given.report or "", with_original=is_kept)
    for remark in document.remarks:
        output.say(_("取出文字　{remark}").format(remark=remark))
    if made.imported.is_empty:
        raise Refused(_("没有写入：文件里没有报告的正文"))
    if not made.key:
        raise Refused(_("不知道这是哪一年的报告：用 --report 写明文件夹，例如 --report 2024"))
    if not KEY.fullmatch(made.key):
        raise Refused(_("报告文件夹名 {key} 不能用：用小写字母、数字和连字符，例如 2022").format(key=made.key))
    content: Path = given.project.content
    target = content / "reports" / made.key / "report.md"
    if present := [name for name in made.files if (content / name).exists()] + [target.name] * target.exists():
        raise Refused(_taken(target.parent, present))
    for name, data in made.files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(data)
        output.say(_("已写入 {path}").format(path=content / name))
    code = _write(given, output, target, made.imported)
    if made.original or not is_kept:
        output.say(_of_original(made.original and content / made.original, document.unseen, target.parent))
    return code


def _keeps_original(given: argparse.Namespace, output: Console, document: ExtractedText) -> bool:
    """A file that gives something away is published only where somebody says so."""
    if given.original is not None or not document.unseen:
        return given.original is not False
    told = _("原件里有{unseen}。公开原件，读者都看得到").format(unseen="、".join(document.unseen))
    return not given.yes and output.ask(told, _("原件也公开吗？不公开就只收文字"))


def _of_original(path: Path | str, unseen: Sequence[str], folder: Path) -> str:
    """What became of the document itself, and how to have it otherwise."""
    inside = "、".join(unseen)
    if path and unseen:
        words = _(
            "原件　{path} 随网站公开，里面的{inside}读者都看得到；"
            "不公开的，删去它和 {folder}，加 --without-original 再导入一次"
        )
    elif path:
        words = _("原件　{path} 随网站公开；不公开的，删去它和 {folder}，加 --without-original 再导入一次")
    elif unseen:
        words = _("原件　没有公开，只收了文字：里面有{inside}；要公开的，删去 {folder}，加 --with-original 再导入一次")
    else:
        words = _("原件　没有公开，只收了文字")
    return words.format(path=path, inside=inside, folder=folder)


def _taken(folder: Path, present: list[str]) -> str:
    return _(
        "没有写入：已经有 {files}。重新导入，运行 python build.py import {source}；"
        "更正原文，把新的原文放成 {folder} 里另一个 .txt 文件，改 report.md 的 source，再导入它；"
        "放进别的文件夹，用 --report"
    ).format(files="、".join(present), source=folder / "source.txt", folder=folder)


def _refuse(output: Console, problems: list[Problem]) -> int:
    output.problems(problems)
    output.result(problems, written=None)
    return 1


def _write(given: argparse.Namespace, output: Console, target: Path, made: Imported) -> int:
    said = made.told
    told = {"found": said.found, "guessed": said.guessed, "doubts": said.doubts, "lost": made.lost}
    for label, lines in ((_("找到"), said.found), (_("推断"), said.guessed), (_("存疑"), said.doubts)):
        for line in lines:
            output.say(f"{label}　{line}")
    if made.lost and not (given.drop or given.yes or output.ask(_lost(target, made.lost), _("仍要写入吗？"))):
        output.say(_lost(target, made.lost))
        output.result([], written=None, **told)
        return 1
    target.write_text(made.text, "utf-8")
    output.say(_("已写入 {path}；请核对并填写开头的元数据，再运行 check").format(path=target))
    output.result([], written=target.as_posix(), **told)
    return 0


def _lost(target: Path, lines: tuple[str, ...]) -> str:
    listed = "\n".join(f"    {line[:LONGEST]}" for line in lines[:LISTED])
    return _(
        "没有写入：{path} 有 {n} 处是原文没有的：\n{listed}\n"
        "先核对原文是否完整。确实停用的编号写进 report.md 的 retired；还没有发布的，加 --drop 再运行一次"
    ).format(path=target, n=len(lines), listed=listed)
