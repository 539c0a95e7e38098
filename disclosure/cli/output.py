"""Every line the program prints: no character that moves a terminal, and no command to who reads logs."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from disclosure.problem import Problem, Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_
from disclosure.visible import as_json, line, lines, visible

if TYPE_CHECKING:
    from disclosure.cli.formats import MachineFormat

STAGES = {
    "render": N_("渲染页面"),
    "publish": N_("发布"),
    "downloads": N_("生成下载文件"),
    "pack": N_("打包"),
    "paper": N_("打印并核对 PDF"),
    "wait": N_("另一个构建正在发布，等它结束"),
}

# What only the system around the program can be the cause of, and what to do; all else is our fault
HELP = {
    errno.ENOSPC: N_("腾出空间，再运行一次"),
    errno.EDQUOT: N_("腾出空间，或请管理员放宽限额，再运行一次"),
    errno.EFBIG: N_("请管理员放宽文件大小的限制，再运行一次"),
    errno.EACCES: N_("改好权限，再运行一次"),
    errno.EPERM: N_("改好权限，再运行一次"),
    errno.EROFS: N_("换到能写的地方，再运行一次"),
    errno.EIO: N_("磁盘可能坏了：先备份，再换一块试"),
    errno.EMFILE: N_("关掉别的程序，或加 --workers 1，再运行一次"),
    errno.ENFILE: N_("关掉别的程序，再运行一次"),
    errno.ENOMEM: N_("关掉别的程序，或加 --workers 1，再运行一次"),
    errno.EAGAIN: N_("关掉别的程序，或加 --workers 1，再运行一次"),
    errno.ENAMETOOLONG: N_("换一个短一些的名字，再来一次"),
    errno.ESTALE: N_("网络盘断开过：接好以后再运行一次"),
}
# What becomes of a file of the project that somebody takes away, or puts another thing in the place of
VANISHED = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY, errno.EEXIST)
REASONS = {
    errno.ENOENT: N_("没有这个文件"),
    errno.EISDIR: N_("这是一个文件夹"),
    errno.ENOTDIR: N_("路径里有一段不是文件夹"),
    errno.EACCES: N_("没有权限"),
    errno.EPERM: N_("没有权限"),
    errno.EROFS: N_("这里只能读，不能写"),
    errno.ENOSPC: N_("磁盘满了"),
    errno.EDQUOT: N_("超过了磁盘限额"),
    errno.EFBIG: N_("超过了系统允许的文件大小"),
    errno.EIO: N_("磁盘读写出错"),
    errno.EMFILE: N_("打开的文件太多"),
    errno.ENFILE: N_("打开的文件太多"),
    errno.ENOMEM: N_("内存不够"),
    errno.EAGAIN: N_("进程太多，或内存不够"),
    errno.ESTALE: N_("文件已经不在原处"),
    errno.ENOTEMPTY: N_("文件夹里有了别的东西"),
    errno.ENAMETOOLONG: N_("名字太长"),
    errno.EADDRINUSE: N_("已经有程序在用"),
}


class Console:
    """Plain lines; on a terminal a progress line that is written over; or one JSON object for machines.

    ``formats`` are said besides, of a project in ``folder``.
    """

    def __init__(self, as_json: bool = False, formats: Sequence[MachineFormat] = (), folder: str = ".") -> None:
        self.as_json = as_json
        self.formats = formats
        self.folder = folder
        for stream in (sys.stdout, sys.stderr):
            _speak_utf8(stream)
        self._live: Any = None

    def say(self, said: str) -> None:
        """One line or several; ``said`` is ours, and what it quotes is shown."""
        self._stop()
        taken = self.as_json or any(one.file is None for one in self.formats)
        print(lines(said), file=sys.stderr if taken else sys.stdout, flush=True)

    def ask(self, told: str, question: str) -> bool:
        """Whether somebody at a terminal says yes; where nobody sits, no."""
        if self.as_json or sys.stdin is None or not sys.stdin.isatty():
            return False
        self.say(told)
        return typed(f"{question} [y/N] ").lower() in ("y", "yes", "是")

    def problems(self, problems: Iterable[Problem]) -> None:
        self._stop()
        for problem in () if self.as_json else problems:
            print(lines(str(problem)), file=sys.stderr)

    def result(self, problems: Iterable[Problem], **values: Any) -> None:
        """What machines are told of a run; nothing for people, who have read it in lines."""
        problems = tuple(problems)
        for format in self.formats:
            self._write(format, problems)
        if self.as_json:
            found = msgspec.to_builtins(problems)
            print(as_json({"problems": found, **values}))

    def _write(self, format: MachineFormat, problems: Iterable[Problem]) -> None:
        # Only a pull request asks for it
        from disclosure.cli import formats

        said = formats.text(format, problems, self.folder)
        if format.file is None:
            print(said, end="")
        else:
            try:
                format.file.parent.mkdir(parents=True, exist_ok=True)
                format.file.write_text(said, "utf-8")
            except OSError as error:
                message = _("写不进 {path}：{reason}")
                raise Refused(message.format(path=format.file, reason=reason(error))) from error

    def bug(self) -> str:
        """The exception that is being handled is our fault: its traceback, which is printed too."""
        # Wanted by nobody, one hopes
        import traceback

        trace = traceback.format_exc()
        self.say(_("程序出错了，这不是内容的问题；网站保持原样。请把下面的信息报告给开发者："))
        self.say(trace)
        return trace

    def progress(self, stage: str, done: int, total: int) -> None:
        if stage == "wait":
            self.say(_(STAGES[stage]))
        if stage == "wait" or self.as_json or sys.stderr is None or not sys.stderr.isatty():
            return
        if self._live is None:
            # Imported only where somebody watches
            from rich.console import Console

            self._live = Console(stderr=True).status("")
            self._live.start()
        self._live.update(_("{stage} {done}/{total}").format(stage=_(STAGES[stage]), done=done, total=total))

    def _stop(self) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None


def typed(question: str) -> str:
    """What somebody at a terminal answers."""
    return input(line(question)).strip()


def reason(error: OSError) -> str:
    """Why the system did not do something, in the words of editors where these are known."""
    known = REASONS.get(error.errno or 0)
    return _(known) if known else visible(error.strerror or str(error))


def _speak_utf8(stream: TextIO) -> None:
    """Files and pipes get UTF-8 whatever the locale; what a terminal cannot show is escaped, never an exception."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def count(problems: Iterable[Problem]) -> str:
    """How many errors and notices, in words."""
    found = list(problems)
    notices = sum(problem.notice for problem in found)
    words = _("{n} 个错误").format(n=len(found) - notices)
    return words + _("，{n} 个提醒").format(n=notices) if notices else words


def system_said(error: OSError, root: Path) -> str | None:
    """What the system refused and what to do; ``None`` where it may be our own fault. Of the project in ``root``
    somebody may have taken a file away."""
    hint = HELP.get(error.errno or 0)
    path = (
        Path(os.path.realpath(os.fsdecode(error.filename))) if isinstance(error.filename, str | bytes | Path) else None
    )
    if error.errno in VANISHED and path and path.is_relative_to(os.path.realpath(root)):
        hint = N_("运行时有别的程序在移动或替换文件：等它做完，再运行一次")
    if hint is None:
        return None
    what = f"{path}：" if path else ""
    return _("没有做完：{what}{reason}。{hint}").format(what=what, reason=reason(error), hint=_(hint))
