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
    written, problems = _written(target, file, text)
    if problems:
        output.say(_("没有写入：先改好 {path}，它的编号和元数据才能保留").format(path=target))
        return _refuse(output, problems)
    target.write_text(written, "utf-8")
    output.say(_("已写入 {path}；请填写开头的元数据，再运行 check").format(path=target))
    output.result([], written=target.as_posix())
    return 0


def _refuse(output: Console, problems: list[Problem]) -> int:
    output.problems(problems)
    output.result(problems, written=None)
    return 1


def _written(target: Path, file: SourceFile, text: str) -> tuple[str, list[Problem]]:
    """Front matter (what is there stays) and the new body, or what makes the present file unreadable."""
    # Wanted by this command only
    from disclosure.source import archive, frontmatter, report_markdown, report_reader

    archived = archive.parse(text)
    if not target.exists():
        return HEAD.format(file=file.name, sha256=file.sha256) + "\n" + report_reader.to_markdown(archived), []
    present, problems = decode(SourceFile(target.as_posix(), target.name, target.read_bytes()))
    document, more = frontmatter.split(present, target.as_posix())
    if problems or more:
        return "", problems or more
    earlier, _problems = report_markdown.parse(document.body, target.as_posix(), document.body_line)
    body = report_reader.to_markdown(archived, earlier, _retired(document.raw))
    return f"---\n{document.head.text}\n---\n\n{body}", []


def _retired(raw: RawNode | None) -> tuple[str, ...]:
    retired = raw.get("retired", {}) if isinstance(raw, dict) else {}
    return tuple(retired) if isinstance(retired, dict) else ()
