#!/usr/bin/env python3
"""命令从这里开始：python build.py --help"""

import sys

try:
    from disclosure.cli import main
except ModuleNotFoundError as missing:
    sys.exit(
        f"缺少 {missing.name}：先运行 make site，再用 .venv/bin/python build.py（Windows：.venv\\Scripts\\python）"
    )
except KeyboardInterrupt:
    sys.exit(130)

if __name__ == "__main__":
    sys.exit(main())
