"""Repositories in temporary folders: the same commits at the same times, whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

FIRST_DAY = "2024-02-10"


@dataclass(frozen=True)
class SandboxRepository:
    """A folder under git."""

    root: Path

    def git(self, *arguments: str, time: str = "", **environment: str) -> str:
        """A git command of somebody; at ``time`` (``2024-02-10T20:00:00+08:00``), where it makes a commit."""
        ours = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C", "GIT_EDITOR": "true"}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**os.environ, **ours, **committing(time), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"git {arguments}: {done.stdout}{done.stderr}"
        return done.stdout.strip()

    def commit(self, day: str = FIRST_DAY, message: str = "x") -> str:
        """Everything under ``content/`` as a commit; its id."""
        if not (self.root / ".git").exists():
            self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "--all", "content")
        self.git("commit", "--quiet", "--allow-empty", "-m", message, time=at(day))
        return self.head

    def merge(self, *names: str, day: str, message: str = "") -> str:
        said = ("-m", message) if message else ()
        self.git("merge", "--quiet", "--no-edit", *said, *names, time=at(day))
        return self.head

    @property
    def head(self) -> str:
        return self.git("rev-parse", "HEAD")

    def clone(self, folder: Path, *arguments: str) -> SandboxRepository:
        """A clone with everything that a project has besides its content."""
        self.git("clone", "--quiet", *arguments, f"file://{self.root}", str(folder))
        (folder / "mkdocs.yml").write_text((self.root / "mkdocs.yml").read_text("utf-8"), "utf-8")
        return SandboxRepository(folder)


WHO = {"NAME": "", "EMAIL": "@example.test"}


def at(day: str) -> str:
    return f"{day}T20:00:00+08:00"


def committing(time: str = "") -> dict[str, str]:
    """The environment of somebody who commits; at ``time``, where one is given."""
    who = {f"GIT_{role}_{what}": f"clerk{at}" for role in ("AUTHOR", "COMMITTER") for what, at in WHO.items()}
    return who | ({"GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time} if time else {})
