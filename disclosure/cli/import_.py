"""``import``: the text of a work report becomes the body of ``report.md``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.cli.output import Console
from disclosure.problem import Problem
from disclosure.source.files import SourceFile, decode
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.source.yaml import RawNode

HELP = N_("把存档原文（source.txt）读成 report.md 的正文；已有的编号不变")
# So many of the lines that would be lost are listed
LISTED, LONGEST = 5, 40
HEAD = """---
title:
heading: 政府工作报告
district:
region:
year:
session:
speaker:
speaker_title:
delivered:
published:
source:
  file: {file}
  sha256: {sha256}
---
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar=_("原文"), help=_("例如 content/reports/2022/source.txt"))
    parser.add_argument("--drop", action="store_true", help=_("删去原文里没有的段落和注释（不加就不写入）"))


def run(given: argparse.Namespace, output: Console) -> int:
    source: Path = given.source
    try:
        file = SourceFile(source.as_posix(), source.name, source.read_bytes())
    except OSError as error:
        output.say(_("读不出 {path}：{reason}").format(path=source, reason=error.strerror))
        return 2
    text, problems = decode(file)
    if problems:
        return _refuse(output, problems)
    target = source.parent / "report.md"
    try:
        written = _written(target, file, text, drop=given.drop)
    except _Unreadable as unreadable:
        output.say(_("没有写入：先改好 {path}，它的编号和元数据才能保留").format(path=target))
        return _refuse(output, unreadable.problems)
    except _Lost as lost:
        output.say(lost.message(target))
        output.result([], written=None)
        return 1
    target.write_text(written, "utf-8")
    output.say(_("已写入 {path}；请填写开头的元数据，再运行 check").format(path=target))
    output.result([], written=target.as_posix())
    return 0


class _Unreadable(Exception):
    """The report that is there has a mistake: its ids would be lost."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems


class _Lost(Exception):
    """The report that is there has text that the source lacks."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def message(self, target: Path) -> str:
        listed = "\n".join(f"    {line[:LONGEST]}" for line in self.lines[:LISTED])
        return _(
            "没有写入：{path} 有 {n} 处是原文没有的：\n{listed}\n"
            "先核对原文是否完整。确实停用的编号写进 report.md 的 retired；还没有发布的，加 --drop 再运行一次"
        ).format(path=target, n=len(self.lines), listed=listed)


def _refuse(output: Console, problems: list[Problem]) -> int:
    output.problems(problems)
    output.result(problems, written=None)
    return 1


def _written(target: Path, file: SourceFile, text: str, *, drop: bool) -> str:
    """Front matter (what is there stays) and the new body; nothing that is there goes unless it is asked for."""
    # Wanted by this command only
    from disclosure.source import archive, frontmatter, report_markdown, report_reader

    archived = archive.parse(text)
    if not target.exists():
        return HEAD.format(file=file.name, sha256=file.sha256) + "\n" + report_reader.to_markdown(archived)
    present, problems = decode(SourceFile(target.as_posix(), target.name, target.read_bytes()))
    document, more = frontmatter.split(present, target.as_posix())
    if problems or more:
        raise _Unreadable(problems or more)
    earlier, wrong = report_markdown.parse(document.body, target.as_posix(), document.body_line)
    twice = [problem for problem in wrong if problem.rule == "note-defined-twice"]
    if twice:
        raise _Unreadable(twice)
    retired = _retired(document.raw)
    lost = report_reader.taken_away(archived, earlier, retired)
    if lost and not drop:
        raise _Lost(lost)
    return f"---\n{document.head.text}\n---\n\n{report_reader.to_markdown(archived, earlier, retired)}"


def _retired(raw: RawNode | None) -> tuple[str, ...]:
    retired = raw.get("retired", {}) if isinstance(raw, dict) else {}
    return tuple(retired) if isinstance(retired, dict) else ()
