"""A published line for any project: ``python -m benchmarks.commits PROJECT [COMMITS]``.

The project's content becomes what it is, commit after commit (``git fast-import``): most of it stands from the first,
every third commit brings one of its updates, the others call a promise otherwise and back again.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.history import texts

FIRST = 1_767_225_600  # 2026-01-01
SPAN = 330 * 24 * 3600


def stream(content: Path, count: int) -> Iterator[bytes]:
    """The commits for ``git fast-import``."""
    files = {path.relative_to(content).as_posix(): path.read_bytes() for path in texts(content)}
    later = [name for name in files if name.startswith("updates/")][: count // 3]
    records = [name for name in files if "/commitments/" in name]
    held = frozenset(later)
    yield _commit(1, count, {name: data for name, data in files.items() if name not in held})
    for n in range(2, count + 1):
        if n % 3 == 0 and later:
            name = later.pop()
            yield _commit(n, count, {name: files[name]})
            continue
        # 2 and 4 are a pair, 5 and 7, and so on
        name = records[(n + (2 if n % 3 == 2 else 1)) // 3 * 7 % len(records)]
        renamed = files[name].replace(b"\ntitle: ", "\ntitle: 改".encode(), 1)
        yield _commit(n, count, {name: renamed if n % 3 == 2 else files[name]})
    yield _commit(count + 1, count, files)


def _commit(n: int, count: int, files: dict[str, bytes]) -> bytes:
    when = FIRST + SPAN * n // count
    head = f"commit refs/heads/main\nmark :{n}\ncommitter a <a@example.test> {when} +0800\ndata 1\nx\n"
    parents = f"from :{n - 1}\n" if n > 1 else ""
    each = (
        f"M 100644 inline content/{name}\ndata {len(data)}\n".encode() + data + b"\n" for name, data in files.items()
    )
    return (head + parents).encode() + b"".join(each)


def main() -> None:
    root, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(root)], check=True)
    data = b"".join(stream(root / "content", count))
    subprocess.run(["git", "fast-import", "--quiet", "--force"], cwd=root, input=data, check=True)
    subprocess.run(["git", "reset", "--quiet", "--mixed", "main"], cwd=root, check=True)


if __name__ == "__main__":
    main()
