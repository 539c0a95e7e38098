"""``import``: the text of a work report becomes the body of ``report.md``."""

from __future__ import annotations

import argparse
from pathlib import Path

from disclosure.cli.output import Output
from disclosure.source import archive, frontmatter, report_markdown, report_reader
from disclosure.source.files import SourceFile, decode
from disclosure.source.yaml import Raw
from disclosure.translation import gettext as _

HELP = "把存档原文（source.txt）读成 report.md 的正文；已有的编号不变"
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


def run(given: argparse.Namespace, output: Output) -> int:
    source: Path = given.source
    try:
        file = SourceFile(source.as_posix(), source.name, source.read_bytes())
    except OSError as error:
        output.say(_("读不出 {path}：{reason}").format(path=source, reason=error.strerror))
        return 2
    text, problems = decode(file)
    output.problems(problems)
    if problems:
        return 1
    target = source.parent / "report.md"
    head, body = _written(target, file, text)
    target.write_text(head + "\n" + body, "utf-8")
    output.say(_("已写入 {path}；请填写开头的元数据，再运行 check").format(path=target))
    return 0


def _written(target: Path, file: SourceFile, text: str) -> tuple[str, str]:
    """Front matter (what is there stays) and the new body."""
    archived = archive.parse(text)
    if not target.exists():
        head = HEAD.format(file=file.name, sha256=file.sha256)
        return head, report_reader.to_markdown(archived)
    document, _problems = frontmatter.split(target.read_text("utf-8"), str(target))
    earlier, _problems = report_markdown.parse(document.body, str(target), document.body_line)
    body = report_reader.to_markdown(archived, earlier, _retired(document.raw))
    return f"---\n{document.head.text}\n---\n", body


def _retired(raw: Raw | None) -> tuple[str, ...]:
    retired = raw.get("retired", {}) if isinstance(raw, dict) else {}
    return tuple(retired) if isinstance(retired, dict) else ()
