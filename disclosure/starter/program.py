"""The program itself, as a project carries it along: the wheel that it was installed from."""

from __future__ import annotations

import json
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path
from urllib.parse import unquote, urlsplit

FOLDER = "program"
WHEEL = ".whl"


def carried() -> dict[str, bytes]:
    """The wheel by its name in the project; nothing where it is no longer there, or was none (a clone, an index)."""
    wheel = _installed_from()
    try:
        return {f"{FOLDER}/{wheel.name}": wheel.read_bytes()} if wheel else {}
    except OSError:
        return {}


def _installed_from() -> Path | None:
    """As pip has written down (PEP 610)."""
    try:
        said = Distribution.from_name("disclosure").read_text("direct_url.json")
        address = urlsplit(json.loads(said or "{}").get("url", ""))
    except (PackageNotFoundError, ValueError, AttributeError):
        return None
    path = Path(unquote(address.path))
    return path if address.scheme == "file" and path.suffix == WHEEL else None
