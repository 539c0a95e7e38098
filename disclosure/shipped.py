"""What comes with the program besides its modules: the theme, and what a new project is given of this repository."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
# Inside the package where it was installed from a wheel (setup.py); at the top of a clone
INSTALLED = PACKAGE / "shipped_files"


def shipped(name: str) -> Path:
    """A file or folder by its name in the repository."""
    return (INSTALLED if INSTALLED.is_dir() else PACKAGE.parent) / name


def given_names() -> list[str]:
    """What a new project is given of this repository: workflows of pull requests, the handbook, the front door."""
    return (PACKAGE / "shipped.txt").read_text("utf-8").split()
