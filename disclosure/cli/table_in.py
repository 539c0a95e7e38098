"""``table in``: what a table that came back says, shown as changes and written as records."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from disclosure.cli import table_document, writing
from disclosure.cli.options import path_of
from disclosure.cli.output import Console, reason
from disclosure.clock import in_ci, minute
from disclosure.problem import Refused, errors
from disclosure.translation import gettext as _

if TYPE_CHECKING:
    from disclosure.build.options import BuildOptions
    from disclosure.cache.snapshot import Snapshot
    from disclosure.catalog.catalog import Catalog
    from disclosure.catalog.words import Vocabularies
    from disclosure.forms.wish import NewText
    from disclosure.problem import Problem
    from disclosure.tables.changes import TableChanges, TableSource
    from disclosure.tables.reading import ReadWish
    from disclosure.tables.records import WritingDesk


class FollowingProblems(Struct, frozen=True):
    """What would be wrong with what is written, once it is filled in, notices too; and with what rests on what it
    changes."""

    here: tuple[Problem, ...] = ()
    elsewhere: tuple[Problem, ...] = ()


NOTHING_WRONG = FollowingProblems()
HELP = table_document.DOCUMENT.help


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", type=path_of, metavar=_("表格"), help=_("填好的表格：.xlsx、.xls、.et、.ods 或 .csv"))
    add("--dry-run", action="store_true", help=_("只看有哪些变化，不写"))
    for option in table_document.DOCUMENT.options:
        add(f"--{option.name}", dest=f"wish_{option.name}", metavar=_(option.sample), help=_(option.help))
    add("--report", default="", metavar="2025", help=_("表里的任务是哪一份报告的；不写就按编号、表的标题来定"))
    add("--sheet", default="", metavar=_("工作表"), help=_("读哪一张工作表；不写就读像任务表的那一张"))
    words = _("没有写时期的数都是哪个时期的，例如 2025-06 是1至6月，2025 是全年")
    add("--period", default="", metavar="2025-06", help=words)
    words = _("哪些不读，可以写几次：一行写 12，一列写 J，一格写 J12")
    add("--skip", action="append", default=[], metavar="J12", help=words)
    words = _("表里的词相当于词表里的哪个词，可以写几次")
    add("--word", action="append", default=[], metavar=_("住建局=拾光区住建局"), help=words)
    add("--row", action="append", default=[], metavar="12=c015", help=_("第几行说的是哪条承诺，可以写几次"))
    add("--slug", default="", metavar="housing", help=_("更新的文件名里的英文短名；不写就自动取"))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.build.build import catalogs
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.source import blanks
    from disclosure.tables import records

    data = _bytes(given.file)
    seen, options = snapshot.look(given.project, given.today), BuildOptions(progress=output.progress, ci=in_ci())
    found, problems = catalogs(seen, options, besides=frozenset({blanks.RULE}))
    if found is None:
        output.problems(problems)
        output.say(_("没有读：先改好上面的问题"))
        output.result(problems, written=[])
        return 1
    _tell_blanks(problems, output)
    source = table_document.asked(given, output)
    changes = _changes(given, data, found, source)
    if changes.doubts or not changes.promises:
        return _end(given, output, changes, [])
    desk = _desk(given, found)
    wrong = _wrong(seen, options, records.written(changes.promises, records.filled(source, given.today), desk))
    if source.day is None:
        wrong = _without_day(wrong, given.today)
    if here := errors(wrong.here):
        output.problems(here)
        output.say(_("没有写：写出来会有上面的问题；在表里改好，或用 --skip 不读那几处"))
        output.result(here, written=[], **_values(changes))
        return 1
    return _end(given, output, changes, records.written(changes.promises, source, desk), wrong)


def _tell_blanks(problems: Sequence[Problem], output: Console) -> None:
    """Files with blanks do not hinder, though what they say may not be known yet."""
    if paths := dict.fromkeys(one.place.path for one in errors(problems)):
        message = _("还有待填的文件，里面登记的可能没有算进来：{paths}")
        output.say(message.format(paths="、".join(paths)))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(_("读不出 {path}：{reason}").format(path=path, reason=reason(error))) from error


def _changes(given: argparse.Namespace, data: bytes, found: Sequence[Catalog], source: TableSource) -> TableChanges:
    from disclosure.tables import changes, doubts, reading
    from disclosure.tables.cell_values import Lexicon
    from disclosure.tables.on_file import PromiseOnFile

    reports = [report for catalog in found for report in catalog.reports]
    promises = [PromiseOnFile(report, one) for report in reports for one in report.register.commitments]
    wish = _wish(given, found[0].words)
    table = reading.read(given.file.name, data, promises, wish)
    if table.problems:
        raise Refused(_("读不出 {path}：{reason}").format(path=given.file, reason="；".join(table.problems)))
    kept = doubts.without(table, wish.skipped)
    return changes.found(kept, {one.name: one for one in promises}, Lexicon(wish.words, wish.said), source)


def _wish(given: argparse.Namespace, words: Vocabularies) -> ReadWish:
    from disclosure.tables.reading import ReadWish

    return ReadWish(
        words=words,
        today=given.today,
        report=given.report,
        sheet=given.sheet,
        said=dict(_pair(one, "--word", _("住建局=拾光区住建局")) for one in given.word),
        skipped=_skipped(given.skip),
        rows=dict(_pair(one, "--row", "12=c015") for one in given.row),
        period=given.period,
    )


def _pair(text: str, option: str, sample: str) -> tuple[str, str]:
    one, sign, other = text.partition("=")
    if not (one.strip() and sign and other.strip()):
        message = _("{option} 写成 {sample} 的样子，不是 {text}")
        raise Refused(message.format(option=option, sample=sample, text=text))
    return one.strip(), other.strip()


def _skipped(given: Iterable[str]) -> frozenset[str]:
    from disclosure.tables.doubts import LEFT_OUT

    places = [one for text in given for one in re.split(r"[\s,，、]+", text.strip().upper()) if one]
    for one in places:
        if not LEFT_OUT.fullmatch(one):
            raise Refused(_("--skip 写行号 12、列 J 或格子 J12，不是 {text}").format(text=one))
    return frozenset(places)


def _desk(given: argparse.Namespace, found: Sequence[Catalog]) -> WritingDesk:
    from disclosure.forms import finding
    from disclosure.tables import records

    return records.WritingDesk(
        files={file.name: file for catalog in found for file in catalog.files},
        folder=given.project.folder,
        words=found[0].words,
        now=minute(given.today),
        slug=finding.slug(given.slug) if given.slug else "",
    )


def _wrong(seen: Snapshot, options: BuildOptions, texts: Iterable[NewText]) -> FollowingProblems:
    from disclosure.build.supposed import supposed
    from disclosure.source import blanks

    files = {one.name: one.text.encode() for one in texts}
    folder = seen.project.folder
    paths = {f"{folder}/{name}" for name in files}
    held = supposed(seen, options, files)
    new = [one for one in held.after if one not in held.before and one.rule != blanks.RULE]
    return FollowingProblems(
        tuple(one for one in new if one.place.path in paths),
        tuple(one for one in errors(tuple(new)) if one.place.path not in paths),
    )


def _end(
    given: argparse.Namespace,
    output: Console,
    changes: TableChanges,
    texts: Sequence[NewText],
    wrong: FollowingProblems = NOTHING_WRONG,
) -> int:
    """What is told, doubts first; what is written, unless there are any; problems elsewhere that come of it."""
    from disclosure.tables import told

    file = given.file.as_posix()
    for one in changes.doubts:
        output.say(told.doubt(file, one))
    for line in (*told.lines(changes), *told.remarks(changes)):
        output.say(line)
    if wrong.here:
        output.say(_("写出来会有 {n} 处提醒，核对无误就不用改：").format(n=len(wrong.here)))
        output.problems(wrong.here)
    output.say(_summary(changes))
    code = 1 if changes.doubts else 0
    written: list[Path] = []
    if texts and not given.dry_run:
        written = _write(given, texts)
        commands = _say(given, written, texts, output)
    else:
        commands = []
        for text in texts:
            output.say(_("会写入 {path}").format(path=given.project.content / text.name))
    if wrong.elsewhere:
        # They rest on the content as it was: no table can mend them
        output.say(_("别的文件要跟着改 {n} 处：").format(n=len(wrong.elsewhere)))
        output.problems(wrong.elsewhere)
    blanks = [{"file": one.name, "line": line, "what": what} for one in texts for line, what in one.blanks]
    names = [path.as_posix() for path in written]
    problems = (*wrong.here, *wrong.elsewhere)
    output.result(problems, written=names, blanks=blanks, next=commands, **_values(changes))
    return code


def _summary(changes: TableChanges) -> str:
    if changes.doubts:
        return _("没有写：{n} 处存疑，{m} 条承诺有变化；在表里改好再读，或用 --skip 写明不读哪些").format(
            n=len(changes.doubts), m=len(changes.promises)
        )
    if not changes.promises:
        return _("没有新的内容")
    return _("{n} 条承诺有变化").format(n=len(changes.promises))


def _without_day(wrong: FollowingProblems, day: date) -> FollowingProblems:
    """Without notices of the day that only stands in for a blank."""
    return replace(wrong, here=tuple(one for one in wrong.here if not one.notice or str(day) not in one.message))


def _write(given: argparse.Namespace, texts: Sequence[NewText]) -> list[Path]:
    written = []
    for text in texts:
        path = given.project.content / text.name
        try:
            writing.replace(path, text.text.encode())
        except OSError as error:
            raise writing.refused(path, error) from error
        written.append(path)
    return written


def _say(given: argparse.Namespace, written: Sequence[Path], texts: Sequence[NewText], output: Console) -> list[str]:
    folder = given.project.folder
    for path, text in zip(written, texts, strict=True):
        output.say((_("已加进 {path}") if text.stood else _("已写入 {path}")).format(path=path))
        for line, what in text.blanks:
            output.say(_("    还要填 {path}:{line}  {what}").format(path=f"{folder}/{text.name}", line=line, what=what))
    together = " ".join(shlex.quote(f"{folder}/{text.name}") for text in texts)
    following = ["python build.py check", f"git add {together}", f"git commit -m {shlex.quote(given.file.stem)}"]
    output.say(_("接着："))
    output.say(f"    {' && '.join(following)}")
    return following


def _values(changes: TableChanges) -> dict[str, Any]:
    """For programs."""
    from disclosure.tables import told

    return {
        "changes": [
            {"commitment": one.promise.name, "title": one.promise.commitment.title, "changes": told.values(one)}
            for one in changes.promises
        ],
        "doubts": [asdict(one) for one in changes.doubts],
        "remarks": [{"row": place, "text": text} for place, text in changes.remarks],
        "told": list(changes.told),
    }
