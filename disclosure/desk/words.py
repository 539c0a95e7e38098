"""What the desk's scripts say."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {}
