"""Requests for disclosure, as a report and its promises see them: which of them ask for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Report
from disclosure.catalog.requests import DisclosureRequest, RequestWord
from disclosure.pages import records
from disclosure.pages.page import Link


class AskedLine(Struct, frozen=True):
    """A request in one line: where it is told, and where it stands."""

    link: Link
    word: RequestWord


class AskedPart(Struct, frozen=True, kw_only=True):
    """What a request asks of one report, and what its answer speaks of: its own page is made of these."""

    request: str
    title: str
    documents: tuple[Link, ...]
    commitments: tuple[Link, ...]
    about: tuple[Link, ...]


def line(one: DisclosureRequest) -> AskedLine:
    return AskedLine(Link(one.title, address.request(one.id)), one.word)


def of_commitment(report: Report, id: str) -> tuple[AskedLine, ...]:
    """The requests that ask about a promise: by itself, or for a document that would settle it."""
    documents = {f"{report.key}/{one.id}" for one in report.documents if id in one.commitments}
    return tuple(
        line(one) for one in report.requests if one.names(report.key, id) or documents & set(one.meta.documents)
    )


def of_document(report: Report, id: str) -> tuple[AskedLine, ...]:
    return tuple(line(one) for one in report.requests if f"{report.key}/{id}" in one.meta.documents)


def parts(report: Report) -> tuple[AskedPart, ...]:
    """What each request asks of the report."""
    names = {one.id: one.name for one in report.documents}
    return tuple(
        AskedPart(
            request=one.id,
            title=report.meta.title,
            documents=tuple(
                Link(names[id], address.awaited(report.key, id))
                for id in _of(report, one.meta.documents)
                if id in names
            ),
            commitments=records.links(report, tuple(_of(report, one.meta.commitments))),
            about=records.links(report, tuple(_of(report, one.answer.about if one.answer else ()))),
        )
        for one in report.requests
    )


def _of(report: Report, names: Iterable[str]) -> Iterator[str]:
    """Of names with their report those of this one, without it."""
    for name in names:
        key, _slash, id = name.partition("/")
        if key == report.key:
            yield id
