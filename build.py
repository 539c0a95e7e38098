#!/usr/bin/env python3
"""The command line's front door: ``python build.py --help``."""

import sys

from disclosure.cli import main

if __name__ == "__main__":
    sys.exit(main())
