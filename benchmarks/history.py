"""What reading a long history costs: ``python -m benchmarks.history [COMMITS]``, processor seconds, git's included.

A project of three hundred records in a repository made by ``git fast-import``: every commit adds an update, edits a
record's title, or corrects an update; one in fifty is a merge.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from disclosure import project as projects
from disclosure.cache import git_history, snapshot, working_tree
from disclosure.cache.store import Store
from tests.projects import REPOSITORY, configured

UPDATE = """\
---
title: 第{n}条更新
date: 2026-11-23
published: 2026-11-23 09:00
commitments: [c086]
evidenced: {status}
evidence:
  - {{publisher: 新浪财经, locator: 第{n}号, date: 2022-08-18}}
---

材料第{n}号说明的事。
"""
CORRECTION = """\
---
title: 第{n}条更新写错
date: 2026-11-23
published: 2026-11-23 10:00
corrects: [{{record: updates/2022/2026-11-23-u{n}, field: evidenced, was: 部分支持, now: 有证据支持}}]
---

核对后改正。
"""


def stream(content: Path, count: int) -> Iterator[str]:
    """The commits for ``git fast-import``."""
    files = {path.relative_to(content).as_posix(): path.read_text("utf-8") for path in texts(content)}
    # The line begins with the first commit: all of them are judged
    files["site.yml"] = re.sub(r"^published_since:.*\n", "", files["site.yml"], flags=re.M)
    records = [name for name in files if "/commitments/" in name]
    yield _commit(1, "main", "", files)
    for n in range(2, count + 1):
        if n % 50 == 0:
            yield _commit(
                n, "side", f"from :{n - 20 if n > 40 else 1}\n", {_update(n): UPDATE.format(n=n, status="部分支持")}
            )
            continue
        merged = f"from :{n - 2}\nmerge :{n - 1}\n" if n % 50 == 1 else f"from :{n - 1}\n"
        yield _commit(n, "main", merged, _changed(n, files, records))


def _changed(n: int, files: dict[str, str], records: list[str]) -> dict[str, str]:
    if n % 50 == 1:
        return {_update(n - 1): UPDATE.format(n=n - 1, status="部分支持")}
    if n % 3 == 0:
        return {_update(n): UPDATE.format(n=n, status="部分支持")}
    if n % 9 == 1:
        corrected = {f"corrections/2026-11-23-u{n - 1}.md": CORRECTION.format(n=n - 1)}
        return corrected | {_update(n - 1): UPDATE.format(n=n - 1, status="有证据支持")}
    name = records[n * 7 % len(records)]
    lines = [f"title: 标题第{n}次改写" if one.startswith("title: ") else one for one in files[name].split("\n")]
    files[name] = "\n".join(lines)
    return {name: files[name]}


def texts(content: Path) -> list[Path]:
    return sorted(path for path in content.rglob("*") if path.is_file())


def _update(n: int) -> str:
    return f"updates/2022/2026-11-23-u{n}.md"


def _commit(n: int, branch: str, parents: str, files: dict[str, str]) -> str:
    when = 1_700_000_000 + 1000 * n
    head = f"commit refs/heads/{branch}\nmark :{n}\ncommitter a <a@example.test> {when} +0800\ndata 1\nx\n{parents}"
    return head + "".join(
        f"M 100644 inline content/{name}\ndata {len(text.encode())}\n{text}\n" for name, text in files.items()
    )


def processor() -> float:
    """Seconds of this process and of those it started."""
    of = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in of)


def measure(root: Path, name: str) -> None:
    found = projects.find(root)
    begun, clock = processor(), time.perf_counter()
    seen, store = snapshot.look(found, date(2026, 11, 29)), Store(found.cache / "history", b"")
    known = git_history.read(seen, store)
    tree = working_tree.look(seen, known, store)
    print(
        f"{name}: {processor() - begun:.2f} s of processor, {time.perf_counter() - clock:.2f} s;"
        f" {len(known.times)} files, {len(tree.violations)} changes in silence, trouble: {known.trouble}"
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main", folder], check=True)
        data = "".join(stream(REPOSITORY / "content", count)).encode()
        subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=data, check=True)
        subprocess.run(["git", "checkout", "--quiet", "-f", "main"], cwd=root, check=True)
        configured(root)
        time.sleep(2.1)
        # The program's own digest is known to every build anyway
        measure(root, "imports and the program's digest, with a first reading")
        (root / ".cache/history/history.json").unlink()
        (root / ".cache/history/working-tree.json").unlink()
        measure(root, f"first reading of {count} commits")
        measure(root, "afterwards")
        edited = next(root.glob("content/updates/2022/*-u3.md"))
        edited.write_text(edited.read_text("utf-8").replace("第3条", "第三条"), "utf-8")
        measure(root, "with a file edited")
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.test", "commit", "-qam", "x"], cwd=root, check=True
        )
        measure(root, "with one more commit")


if __name__ == "__main__":
    main()
