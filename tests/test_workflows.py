"""The workflow files of GitHub, GitLab and Gitee are valid, careful, and say the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from tests.projects import REPOSITORY
from tests.workflows import GITEE, GITHUB, GITLAB, HOSTS, read

BIN = Path(sys.executable).parent
BARE = ("gitlab", "gitee")


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("schema", "paths"),
    [("vendor.github-workflows", GITHUB), ("vendor.gitlab-ci", (GITLAB,))],
    ids=["github", "gitlab"],
)
def test_a_workflow_fits_its_hosts_schema(schema: str, paths: tuple[str, ...]) -> None:
    done = run(str(BIN / "check-jsonschema"), "--builtin-schema", schema, *paths)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("schema", "first"), [("vendor.github-workflows", "name:"), ("vendor.gitlab-ci", "default:")])
def test_the_recipe_for_several_machines_fits_its_hosts_schema(schema: str, first: str, tmp_path: Path) -> None:
    page = (REPOSITORY / "docs/several-machines.md").read_text("utf-8")
    (recipe,) = (one for one in re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S) if one.startswith(first))
    (tmp_path / "recipe.yml").write_text(recipe, "utf-8")
    done = run(str(BIN / "check-jsonschema"), "--builtin-schema", schema, str(tmp_path / "recipe.yml"))
    assert done.returncode == 0, done.stdout


def test_nothing_in_the_workflows_lets_a_fork_do_harm() -> None:
    """No rights but those that are used, no token left behind, nothing of strangers, no text put into commands."""
    done = run(str(BIN / "zizmor"), "--offline", "--no-progress", "--quiet", ".github/workflows")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("job", ["check", "publish"])
def test_every_host_runs_the_same_commands_in_the_same_order(job: str) -> None:
    assert HOSTS["github"].own(job) == HOSTS["gitlab"].own(job) == HOSTS["gitee"].own(job) != []


def test_a_comment_is_written_where_the_host_has_a_right_for_it() -> None:
    assert {name: host.own("comment") for name, host in HOSTS.items()} == {
        "github": [".ci/comment.py"],
        "gitlab": [".ci/comment.py"],
        # A pipeline there is given no token of its own, and its variables can be read by what a fork brings along
        "gitee": [],
    }


@pytest.mark.parametrize("host", BARE)
def test_a_bare_debian_gets_what_is_missing_before_anything_else(host: str) -> None:
    firsts = [next(one for one in job if one.startswith((".ci/", "make "))) for job in HOSTS[host].jobs.values()]
    assert set(firsts) == {".ci/prepare"}


def test_every_command_exists() -> None:
    """Each script can be run, each target can be made."""
    commands = set(chain.from_iterable(host.own(job) for host in HOSTS.values() for job in host.jobs))
    scripts = {one for one in commands if one.startswith(".ci/")} | {".ci/prepare"}
    assert [one for one in scripts if not os.access(REPOSITORY / one, os.X_OK)] == []
    made = {one: run("make", "--dry-run", *one.split()[1:]) for one in commands - scripts}
    assert {one: done.stderr for one, done in made.items() if done.returncode} == {}


def test_the_whole_history_is_checked_out() -> None:
    steps = [step for path in GITHUB for job in read(path)["jobs"].values() for step in job["steps"]]
    checkouts = [step["with"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    # Those that run the project's own commands; the comment needs but its script
    assert [one.get("fetch-depth") for one in checkouts if "sparse-checkout" not in one] == ["0", "0"]
    assert read(GITLAB)["variables"]["GIT_DEPTH"] == "0"


def test_two_publications_wait_for_each_other() -> None:
    assert read(GITHUB[1])["concurrency"] == {"group": "publish", "cancel-in-progress": "false"}
    assert read(GITLAB)["pages"]["resource_group"] == "publish"
    assert read(GITEE[1])["strategy"] == {"blocking": "true"}


def test_a_pull_request_begins_with_the_same_questions_everywhere() -> None:
    names = (
        ".github/pull_request_template.md",
        ".gitlab/merge_request_templates/Default.md",
        ".gitee/PULL_REQUEST_TEMPLATE.zh-CN.md",
    )
    assert len({(REPOSITORY / name).read_text("utf-8") for name in names}) == 1
