"""A page of prose that editors write."""

from __future__ import annotations

from datetime import date

from disclosure.catalog import address
from disclosure.model.report import NarrativeMeta
from disclosure.source.articles import Article


class Narrative(Article[NarrativeMeta], frozen=True, kw_only=True):
    """A page of prose, and the day it last changed."""

    updated: date | None

    @property
    def address(self) -> str:
        return address.narrative(self.name)
