#!/usr/bin/env python3
"""The command line's front door: ``python build.py --help``."""

import gc
import sys

# Nearly everything that is imported or read stays: looking through it every 700 objects finds nothing to free
gc.set_threshold(50_000)

try:
    # From this folder, where it holds the program
    import disclosure  # noqa: F401

    # A file in it that happens to be called as a library is shall not be run in its place
    if not sys.flags.safe_path:
        sys.path.append(sys.path.pop(0))
    from disclosure.cli import main
except ModuleNotFoundError as missing:
    sys.exit(
        f"缺少 {missing.name}：先运行 make site，再用 .venv/bin/python build.py（Windows：.venv\\Scripts\\python）"
    )
except KeyboardInterrupt:
    sys.exit(130)

if __name__ == "__main__":
    code = main()
    # The process ends: looking once more through all that it holds would free nothing any sooner
    gc.freeze()
    sys.exit(code)
