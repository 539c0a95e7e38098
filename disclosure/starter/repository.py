"""A git repository of the project's own, with a first commit. It may be missing: what stands in the way is said."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from disclosure.source import programs
from disclosure.translation import gettext as _

TIMEOUT = 60
BRANCH = "main"
# Of an outer repository, where the command is run in one of its hooks
OUTER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX")


def begin(folder: Path, message: str, run: Iterable[str]) -> str:
    """Commit all that stands in ``folder``, of which ``run`` are programs, whatever the system says of them; why not,
    as a sentence, or nothing where it is done."""
    runnable = ["add", "--chmod=+x", "--", *run]
    for arguments in (["init", "-q", "-b", BRANCH], ["add", "-A"], runnable, ["commit", "-q", "-m", message]):
        trouble = _git(folder, arguments)
        if trouble:
            return trouble
    return ""


def _git(folder: Path, arguments: list[str]) -> str:
    outer = {name: value for name, value in os.environ.items() if name not in OUTER}
    program = programs.find("git")
    if program is None:
        return _("没有装 git，修改记录还没有开始：装好以后运行 git init -b main、git add -A、git commit -m 开始")
    try:
        done = subprocess.run(
            [program, *arguments], cwd=folder, env=outer, capture_output=True, timeout=TIMEOUT, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        return _("git 没有做成（{said}），修改记录还没有开始").format(said=error)
    if done.returncode == 0:
        return ""
    said = done.stderr.decode("utf-8", "replace").strip()
    if "user.email" in said or "user.name" in said:
        return _(
            "git 不知道作者是谁，还没有提交：运行 git config --global user.name 姓名、"
            "git config --global user.email 邮箱，再运行 git commit -m 开始"
        )
    last = said.splitlines()[-1] if said else str(done.returncode)
    return _("git 没有做成（{said}），修改记录还没有开始").format(said=last)
