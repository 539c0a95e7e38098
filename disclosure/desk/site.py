"""What the desk is told at once, whatever is to be written: the forms, the words, where files are handed in, the
reports, and the files that a form may add to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.catalog.catalog import Catalog
from disclosure.catalog.words import Vocabularies
from disclosure.desk import forms, standing
from disclosure.desk.promises import DOUBTS
from disclosure.desk.shapes import Choice, DeskForm, FormField
from disclosure.model.request import RequestMeta
from disclosure.model.site import DeskSettings
from disclosure.model.vocabulary import WordRecord
from disclosure.source.articles import Article
from disclosure.translation import gettext as _

# Scripts and data of two versions do not work together
FORMAT = 1


class HandIn(Struct, frozen=True, kw_only=True):
    """Where a file is handed in: the host's kind (or ``none``), the repository's address without a slash at its end,
    the branch, and where the content lies in it."""

    kind: str
    address: str
    branch: str
    folder: str


class ReportLine(Struct, frozen=True, kw_only=True):
    """A report to be chosen."""

    key: str
    title: str
    year: int


class StandingFile(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file that a form adds to; ``has`` are the fields that are filled in."""

    file: str
    label: str
    has: tuple[str, ...] = ()


class DeskSite(Struct, frozen=True, kw_only=True):
    """``words`` are what the scripts say, ``records`` the fields of each model, ``names`` the corrections and requests
    on file, as corrections call them."""

    format: int
    words: Mapping[str, str]
    host: HandIn
    vocabularies: Mapping[str, tuple[Choice, ...]]
    records: Mapping[str, tuple[FormField, ...]]
    forms: tuple[DeskForm, ...]
    reports: tuple[ReportLine, ...]
    files: Mapping[str, tuple[StandingFile, ...]]
    names: tuple[str, ...]
    doubts: Mapping[str, str]


def told(catalog: Catalog, desk: DeskSettings, reports: Iterable[ReportLine], words: Mapping[str, str]) -> DeskSite:
    records = forms.records()
    return DeskSite(
        format=FORMAT,
        words=words,
        host=_hand_in(desk),
        vocabularies=dict(_vocabularies(catalog.words, records)),
        records=records,
        forms=tuple(forms.described(catalog.words)),
        reports=tuple(reports),
        files={"requests": tuple(_requests(catalog)), "narratives": tuple(_narratives(catalog))},
        names=tuple(sorted(_names(catalog))),
        doubts={sign: _(sentence) for sign, sentence in DOUBTS.items()},
    )


def texts(catalog: Catalog) -> dict[str, str]:
    """The standing files of the whole site that forms change, as they stand."""
    changed = (catalog.requests, catalog.narratives, catalog.corrections)
    return standing.texts(catalog, (one.name for articles in changed for one in articles))


def _hand_in(desk: DeskSettings) -> HandIn:
    """Without an address there is nowhere to hand anything in."""
    address = (desk.address or "").rstrip("/")
    return HandIn(kind=desk.host if address else "none", address=address, branch=desk.branch, folder=desk.folder)


def _vocabularies(
    words: Vocabularies, records: Mapping[str, tuple[FormField, ...]]
) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    """The words that any field takes, in their order; a document of its time names a department as it was called."""
    for name in sorted({field.words for fields in records.values() for field in fields} - {""}):
        order = words.order(name)
        found = sorted((one.value for one in words.records.get(name, ())), key=lambda word: order[word.id])
        yield name, tuple(choice for word in found for choice in _called(word))


def _called(word: WordRecord) -> Iterator[Choice]:
    gone = _("{label}（{day}撤销）").format(label=word.label, day=word.until) if word.until else ""
    yield Choice(value=word.label, label=gone, help=word.description, until=str(word.until or ""))
    for former in word.names:
        said = _("{label}（用到 {day}）").format(label=former.label, day=former.until)
        yield Choice(value=former.label, label=said, help=word.description, until=str(former.until))


def _names(catalog: Catalog) -> Iterator[str]:
    yield from (one.name.removesuffix(".md") for one in catalog.corrections)
    yield from (one.name.removesuffix(".md") for one in catalog.requests)


def _requests(catalog: Catalog) -> Iterator[StandingFile]:
    for one in catalog.requests:
        yield StandingFile(file=one.name, label=f"{one.meta.date} {one.title}", has=tuple(_filled(one)))


def _filled(one: Article[RequestMeta]) -> Iterator[str]:
    return (name for name in RequestMeta.declared if getattr(one.meta, name))


def _narratives(catalog: Catalog) -> Iterator[StandingFile]:
    for one in catalog.narratives:
        yield StandingFile(file=one.name, label=one.meta.title)
