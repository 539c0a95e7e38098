"""The workflow files of the three hosts, as what they run; and a try of them on this machine.

``python -m tests.workflows`` plays a pull request: a repository with a branch, checked out as each host does it, and
each command of its workflow with nothing in the environment but what the host sets. With ``--debian FOLDER`` it does so
inside that folder (made by ``debootstrap --variant=minbase``, as root). It needs the registries, as ``make check`` does
in a fresh clone.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.projects import REPOSITORY
from tests.repositories import SandboxRepository

JobCommands = Mapping[str, list[str]]
# A change by a clerk, and one that is wrong
RIGHT, WRONG = "\n这一句是试着加的。\n", "\n[不见了](missing.md)\n"


def read(path: str) -> Any:
    # BaseLoader: `on` stays a word
    return yaml.load((REPOSITORY / path).read_text("utf-8"), yaml.BaseLoader)


def _github(*paths: str) -> JobCommands:
    jobs = {name: job for path in paths for name, job in read(path)["jobs"].items()}
    return {name: [step["run"] for step in job["steps"] if "run" in step] for name, job in jobs.items()}


def _gitlab(path: str) -> JobCommands:
    found = {name: job["script"] for name, job in read(path).items() if isinstance(job, dict) and "script" in job}
    # The only name under which GitLab of any age publishes pages
    return {"publish" if name == "pages" else name: script for name, script in found.items()}


def _gitee(*paths: str) -> JobCommands:
    steps = [step for path in paths for stage in read(path)["stages"] for step in stage["steps"]]
    return {step["name"]: step["command"].strip().split("\n") for step in steps if "command" in step}


@dataclass(frozen=True)
class WorkflowHost:
    """What a host runs by job, how it clones (by git's own words), and what it sets."""

    jobs: JobCommands
    clone: tuple[str, ...] = ()
    checkout: str = "origin/clerk"
    environment: Mapping[str, str] = field(default_factory=dict)

    def own(self, job: str) -> list[str]:
        """The project's commands in a job, without what only a bare Debian or one host needs."""
        return [one for one in self.jobs.get(job, []) if one.startswith(("make ", ".ci/")) and one != ".ci/prepare"]


GITHUB = (".github/workflows/pull-request.yml", ".github/workflows/publish.yml")
GITLAB = ".gitlab-ci.yml"
GITEE = (".workflow/pull-request.yml", ".workflow/publish.yml")
HOSTS = {
    "github": WorkflowHost(
        _github(*GITHUB),
        checkout="merge",
        environment={
            "GITHUB_ACTIONS": "true",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_REPOSITORY": "clerks/record",
            "GITHUB_RUN_ID": "7",
            "PULL_REQUEST": "1",
            **read(GITHUB[0])["jobs"]["check"]["env"],
        },
    ),
    "gitlab": WorkflowHost(
        _gitlab(GITLAB),
        environment={
            "GITLAB_CI": "true",
            "CI_PIPELINE_URL": "https://gitlab.example/clerks/record/-/pipelines/7",
            **read(GITLAB)["check"]["variables"],
        },
    ),
    "gitee": WorkflowHost(_gitee(*GITEE), clone=("--depth", "1", "--branch", "clerk"), checkout="HEAD"),
}


def branches() -> dict[str, set[str]]:
    """The branches that each host publishes, and to which it takes pull requests."""
    github, gitee = [read(path)["on"] for path in GITHUB], [read(path)["triggers"] for path in GITEE]
    by_hand = read(GITHUB[1])["jobs"]["publish"]["if"].split("'")[1].removeprefix("refs/heads/")
    return {
        "github": {*github[0]["pull_request"]["branches"], *github[1]["push"]["branches"], by_hand},
        "gitlab": {rule["if"].split('"')[1] for rule in read(GITLAB)["pages"]["rules"]},
        "gitee": {*gitee[0]["pr"]["branches"]["precise"], *gitee[1]["push"]["branches"]["precise"]},
    }


@dataclass(frozen=True)
class Machine:
    """A folder in which commands run with nothing around them; inside a Debian of its own where there is one."""

    folder: Path
    debian: Path | None = None

    def run(self, commands: Iterable[str], environment: Mapping[str, str]) -> int:
        inside = "/" + str(self.folder.relative_to(self.debian)) if self.debian else str(self.folder)
        given = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "CI": "true", **environment}
        words = ["env", "-i", *(f"{name}={value}" for name, value in given.items()), "bash", "-e", "-c"]
        prefix = ["chroot", str(self.debian)] if self.debian else []
        script = "\n".join([f"cd {inside}", *commands])
        return subprocess.run([*prefix, *words, script], check=False).returncode


def play(host: WorkflowHost, folder: Path, debian: Path | None, change: str) -> dict[str, int]:
    """The exit code of each job of a pull request with ``change``, and of the publication after it was merged."""
    origin = SandboxRepository(folder / "origin")
    clone = SandboxRepository(folder / "clone")
    _branch(origin, change)
    clone.git("clone", "--quiet", *host.clone, f"file://{origin.root}", ".")
    # The same repository, seen from within a Debian of its own
    clone.git("remote", "set-url", "origin", "../origin")
    if host.checkout == "merge":
        clone.git("checkout", "--quiet", "--detach", "origin/main")
        clone.merge("origin/clerk", day="2026-11-29")
    else:
        clone.git("checkout", "--quiet", "--detach", host.checkout)
    place = Machine(clone.root, debian)
    return {name: place.run(commands, host.environment) for name, commands in host.jobs.items()}


def _branch(origin: SandboxRepository, change: str) -> None:
    """This repository as it is committed, as ``main``, and a clerk's branch of it."""
    origin.root.mkdir(parents=True)
    (origin.root.parent / "clone").mkdir()
    origin.git("clone", "--quiet", "--no-hardlinks", f"file://{REPOSITORY}", ".")
    origin.git("checkout", "--quiet", "-B", "main")
    origin.git("checkout", "--quiet", "-b", "clerk")
    with (origin.root / "content/about.md").open("a", encoding="utf-8") as about:
        about.write(change)
    origin.commit("2026-11-29", "改一处")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--debian", type=Path, help="the root of a bare Debian")
    parser.add_argument("hosts", nargs="*", default=list(HOSTS))
    given = parser.parse_args()
    for name in given.hosts:
        for change, codes in ((RIGHT, {0}), (WRONG, {0, 2})):
            folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=given.debian and given.debian / "srv"))
            found = play(HOSTS[name], folder, given.debian, change)
            print(name, found, folder, flush=True)
            if not set(found.values()) <= codes or (change == WRONG and found["check"] == 0):
                return 1
            shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
