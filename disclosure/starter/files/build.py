#!/usr/bin/env python3
"""命令从这里开始：python build.py --help"""

import gc
import sys

# 读进来的几乎都要用到最后，中途反复清理只费时间
gc.set_threshold(50_000)

try:
    from disclosure.cli import main
except ModuleNotFoundError as missing:
    sys.exit(
        f"缺少 {missing.name}：先运行 make site，再用 .venv/bin/python build.py（Windows：.venv\\Scripts\\python）"
    )
except KeyboardInterrupt:
    sys.exit(130)

if __name__ == "__main__":
    code = main()
    gc.freeze()
    sys.exit(code)
