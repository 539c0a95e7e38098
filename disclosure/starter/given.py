"""What the program gave a project, with the digests of then: what still has them was not changed, and may be renewed.

The file's form is that of ``sha256sum``: ``sha256sum --check .given`` says what was changed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

NAME = ".given"
LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def written(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()


def read(root: Path) -> dict[str, str]:
    """Names and digests; nothing where the project was not begun with ``init``."""
    try:
        text = (root / NAME).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    return {found[2]: found[1] for line in text.splitlines() if (found := LINE.fullmatch(line))}


def is_as_given(root: Path, name: str, digests: Mapping[str, str]) -> bool:
    """Whether nobody has changed a file since."""
    try:
        return digest((root / name).read_bytes()) == digests.get(name)
    except OSError:
        return False


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
