"""A file that stands, written anew."""

from __future__ import annotations

from pathlib import Path


def replace(path: Path, data: bytes) -> None:
    """As a whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.writing.tmp")
    beside.write_bytes(data)
    beside.replace(path)
