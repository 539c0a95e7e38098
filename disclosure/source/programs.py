"""Where a program is: in a folder of ``PATH`` that is named in full.

An empty or relative part of ``PATH`` means the folder that a command happens to run in, and Windows looks there first:
a file called ``git`` among the content would be run.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping


def find(name: str) -> str | None:
    """The program's path; ``None`` where it is not installed."""
    found = (shutil.which(name, path=folder) for folder in folders(os.environ).split(os.pathsep) if folder)
    return next((one for one in found if one and os.path.isabs(one)), None)  # noqa: PTH117 (text all along)


def folders(outer: Mapping[str, str]) -> str:
    """``PATH`` without what depends on where a command runs."""
    given = outer.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(folder for folder in given if os.path.isabs(folder))  # noqa: PTH117 (as above)
