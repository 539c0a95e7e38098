"""The files made of the published data, staged: those that are declared, and the twins of pages.

A file is made again where one that it is made of, the program or its own bytes are others. Twins, and what registers
hand out, are all read again where anything that any is made of changed, and staged where they say something else.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from msgspec import Struct

from disclosure.catalog import address
from disclosure.downloads import register_rows, twins
from disclosure.downloads import registry as makers
from disclosure.downloads.twins import Twin
from disclosure.pages import registry
from disclosure.pages.registry import KINDS
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.search import data_file
from disclosure.theme import theme as theming

# A file's address and record, and whether it was staged
StagedDownload = tuple[str, PublishedFile, bool]


class Making(Struct, frozen=True, kw_only=True):
    """What downloads are made of, and where: the published ``site``, a ``folder`` of data in it, and the digests of
    what that holds by address; the ``kinds`` of pages that have data beside them.

    ``pages`` are those that stand, ``known`` the downloads that do; ``twins`` says what their twins were made of.
    """

    site: Path
    folder: str
    sums: Mapping[str, str]
    pages: Container[str]
    kinds: tuple[str, ...]
    staging: Staging
    known: Mapping[str, PublishedFile]
    twins: str

    @property
    def data(self) -> Path:
        return self.site / self.folder

    def fingerprint(self, patterns: Iterable[str]) -> str:
        """Of the data files whose addresses match, where all lie in one folder, and of the program; empty where none
        does."""
        wanted, own = tuple(patterns), len(self.folder)
        named = ((f"{address.DATA_FILES}{where[own:]}", sha) for where, sha in self.sums.items())
        read = sorted(one for one in named if any(fnmatchcase(one[0], each) for each in wanted))
        return theming.digest(theming.program_digest(), read) if read else ""


def kinds(*, of_site: bool, has_districts: bool) -> tuple[str, ...]:
    """The kinds of pages that have data beside them made of a folder: the site's, or a district's."""
    every = [one for one in KINDS if registry.has_twin(one, has_districts=has_districts)]
    if not has_districts:
        return tuple(one.id for one in every)
    return tuple(one.id for one in every if (one.of_report is None) == of_site)


def stage(making: Making, progress: Callable[[int, int], None]) -> Iterator[StagedDownload]:
    """Every download but the twins; a site without a report has no data, and none."""
    every = [one for one in makers.MAKERS if one.download.can_be_made]
    for n, maker in enumerate(every):
        progress(n, len(every))
        where, fingerprint = making.folder + maker.download.name, making.fingerprint(maker.made_of)
        known = making.known.get(where)
        if known is not None and making.staging.is_current(where, known, fingerprint):
            yield where, known, False
        elif fingerprint:
            yield where, *making.staging.make(where, fingerprint, partial(maker.write, making.data), known)


def twin_sources(making: Making) -> str:
    """A digest of the lists that twins are made of."""
    return making.fingerprint(twins.SOURCES)


def stage_twins(making: Making, sources: str) -> Iterator[StagedDownload]:
    """``sources`` is the digest of what they are made of now."""
    if sources == making.twins:
        yield from ((where, one, False) for where, one in making.known.items() if not _is_other(where))
        return
    for twin in twins.twins(making.data, making.pages, making.kinds):
        yield from _stage_twin(making, twin)
    for where, rows in register_rows.registers(making.data, making.pages):
        data = data_file.encode(register_rows.NAME, rows)
        yield where, *making.staging.put(where, theming.program_digest(), data, making.known.get(where))


def _is_other(where: str) -> bool:
    """Whether a download is no twin and no part of a register: what is declared, and images."""
    return f"/{where}".rpartition("/")[0].endswith("/data") or where.endswith(".png")


def _stage_twin(making: Making, twin: Twin) -> Iterator[StagedDownload]:
    """The table says what the JSON says: it is made again with that, or by another program."""
    program, table = theming.program_digest(), making.known.get(twin.table)
    record, staged = making.staging.put(twin.address, program, twin.data, making.known.get(twin.address))
    yield twin.address, record, staged
    if twin.sheet is None:
        return
    if table is not None and not staged and making.staging.is_current(twin.table, table, program):
        yield twin.table, table, False
    else:
        yield twin.table, *making.staging.put(twin.table, program, twin.sheet(), table)
