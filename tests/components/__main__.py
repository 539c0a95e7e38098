"""Writes the page of all components into the folder that is named."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.components import write

print(write(Path(sys.argv[1])))
