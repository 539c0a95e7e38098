"""The files made of the published data once the pages stand: what each is for readers, and what making it takes."""

from __future__ import annotations

from importlib.util import find_spec

from msgspec import Struct


class Download(Struct, frozen=True, kw_only=True):
    """A file in ``data/``.

    ``needs`` are modules that only the extra ``data`` installs: without them it is not made, and nothing leads to it.
    """

    address: str
    title: str
    about: str
    media_type: str
    needs: tuple[str, ...] = ()

    @property
    def can_be_made(self) -> bool:
        return all(find_spec(name) is not None for name in self.needs)


# Each has its maker in ``disclosure/downloads/registry.py``
DOWNLOADS: tuple[Download, ...] = ()


def available() -> tuple[Download, ...]:
    """Those that a build makes here."""
    return tuple(one for one in DOWNLOADS if one.can_be_made)


def lacking() -> tuple[Download, ...]:
    """Those that it cannot make, for want of a library."""
    return tuple(one for one in DOWNLOADS if not one.can_be_made)
