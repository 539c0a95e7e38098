#!/usr/bin/env python3
"""What the checks found, as one comment of a pull request: made once, and brought up to date from then on.

Reads ``check.md`` and ``diff.md`` of ``pull-request/`` and, from the environment, what GitHub or GitLab tell every job.
Nothing but the standard library: it runs with the right to write, and so with no code that a pull request brings along.
Where it may not write (a pull request from a fork, no token), the text stands in the job's summary and log alone; that
is no failure.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

FOLDER = Path("pull-request")
MARK = "<!-- build.py: pull request -->"
# GitHub takes 65,536 characters
LONGEST = 60_000
PAGE = 100
# What the host answers to who may not write, or does not see that there is anything
FORBIDDEN = (401, 403, 404)


@dataclass(frozen=True)
class Host:
    """Where comments are: those of the pull request, one of them, how a changed one is sent, and by which right."""

    comments: str
    comment: str
    change: str
    right: Mapping[str, str]


def host(given: Mapping[str, str]) -> Host | None:
    """That of the environment; none where there is no right to write."""
    if given.get("GITHUB_ACTIONS") and given.get("GITHUB_TOKEN"):
        issues = f"{given['GITHUB_API_URL']}/repos/{given['GITHUB_REPOSITORY']}/issues"
        right = {"Authorization": f"Bearer {given['GITHUB_TOKEN']}", "Accept": "application/vnd.github+json"}
        return Host(f"{issues}/{given['PULL_REQUEST']}/comments", f"{issues}/comments", "PATCH", right)
    if given.get("GITLAB_CI") and given.get("COMMENT_TOKEN"):
        project = f"{given['CI_API_V4_URL']}/projects/{given['CI_PROJECT_ID']}"
        notes = f"{project}/merge_requests/{given['CI_MERGE_REQUEST_IID']}/notes"
        return Host(notes, notes, "PUT", {"PRIVATE-TOKEN": given["COMMENT_TOKEN"]})
    return None


def text(folder: Path, given: Mapping[str, str]) -> str:
    """The comment, whatever of the checks was done."""
    check, diff = (_read(folder / name) for name in ("check.md", "diff.md"))
    done = [part for part in (check, diff) if part]
    if not check:
        done.append("**检查没有完成**：原因见运行记录。")
    elif not diff:
        done.append("没有列出这次改动会怎样改变网站：先让检查通过；检查已经通过的，原因见运行记录。")
    body = "\n\n".join([MARK, "### 自动检查", *done])
    return f"{_cut(body)}\n\n[运行记录和预览]({run(given)})\n"


def run(given: Mapping[str, str]) -> str:
    if given.get("GITLAB_CI"):
        return given.get("CI_PIPELINE_URL", "")
    parts = (given.get(name, "") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"))
    return "/".join([*parts, "actions/runs", given.get("GITHUB_RUN_ID", "")])


def _read(path: Path) -> str:
    return path.read_text("utf-8").strip() if path.is_file() else ""


def _cut(body: str) -> str:
    """Whole lines, and no open fence at the end."""
    if len(body) <= LONGEST:
        return body
    lines = body[:LONGEST].split("\n")[:-1]
    fences = [line for line in lines if line.startswith("```")]
    closing = [fences[-1].rstrip("abcdefghijklmnopqrstuvwxyz")] if len(fences) % 2 else []
    return "\n".join([*lines, *closing, "", "（太长，其余见运行记录）"])


def post(where: Host, body: str) -> None:
    """Change the comment that has our mark, else make one."""
    ours = next((one["id"] for one in _comments(where) if (one["body"] or "").startswith(MARK)), None)
    if ours is None:
        _ask(where, "POST", where.comments, {"body": body})
    else:
        _ask(where, where.change, f"{where.comment}/{ours}", {"body": body})


def _comments(where: Host) -> Iterator[dict[str, Any]]:
    for number in count(1):
        page = _ask(where, "GET", f"{where.comments}?per_page={PAGE}&page={number}")
        yield from page
        if len(page) < PAGE:
            return


def _ask(where: Host, method: str, address: str, sent: Mapping[str, str] | None = None) -> Any:
    data = None if sent is None else json.dumps(sent).encode()
    headers = {**where.right, "Content-Type": "application/json", "User-Agent": "build.py"}
    request = urllib.request.Request(address, data, headers, method=method)  # noqa: S310 - the host's own address
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        return json.load(answer)


def main() -> int:
    body, where = text(FOLDER, os.environ), host(os.environ)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(body)
    print(body)
    if where is None:
        print("没有写评论的权限：以上内容只在这里。")
        return 0
    try:
        post(where, body)
    except urllib.error.HTTPError as error:
        print(f"评论没有写成：{error}")
        return 0 if error.code in FORBIDDEN else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
