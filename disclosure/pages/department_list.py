"""The list of all departments; it says whether anybody is named also where no department is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog
from disclosure.model.vocabulary import WordRecord
from disclosure.pages import departments
from disclosure.pages.departments import Responsible
from disclosure.pages.outcomes import OutcomeCount
from disclosure.pages.page import Link, Page, column
from disclosure.translation import gettext as _


class DepartmentLine(Struct, frozen=True, kw_only=True):
    """A department in the list of all."""

    link: Link
    about: str
    lead: int
    supporting: int
    outcomes: tuple[OutcomeCount, ...]


class DepartmentsView(Struct, frozen=True):
    """``reports`` say, each once, of how many of its promises it is known who answers."""

    reports: tuple[Responsible, ...]
    lines: tuple[DepartmentLine, ...]
    data: tuple[Link, ...]


def table(catalog: Catalog, reports: Sequence[Responsible]) -> Iterator[Page]:
    """The list of all; it says whether anybody is named also where no department is."""
    shown, words = tuple(one for one in reports if one.sentence), departments.words(catalog)
    if not shown and not words:
        return
    yield column(
        catalog,
        kind="departments",
        address=address.DEPARTMENTS,
        title=_("责任单位"),
        description=_("谁负责哪些承诺：牵头、配合、时限和结果，依据公开的文件"),
        view=DepartmentsView(
            shown,
            tuple(_line(catalog, word, reports) for word in words),
            tuple(_data(catalog, reports)),
        ),
    )


def _data(catalog: Catalog, reports: Sequence[Responsible]) -> Iterator[Link]:
    """What holds a row."""
    if any(one.assigned for one in reports):
        yield Link(_("责任分工（CSV）"), data_folder.of_site(catalog, address.table("responsibilities")))
    if any(count.lead or count.supporting for one in reports for count in one.counts):
        yield Link(_("各单位的承诺（CSV）"), data_folder.of_site(catalog, address.table("departments")))


def _line(catalog: Catalog, word: WordRecord, reports: Sequence[Responsible]) -> DepartmentLine:
    counts = [count for one in reports for count in one.counts if count.department == word.id]
    return DepartmentLine(
        link=Link(word.label, address.department(word.id)),
        about=_("；").join(departments.history(catalog, word)),
        lead=sum(one.lead for one in counts),
        supporting=sum(one.supporting for one in counts),
        outcomes=tuple(departments.outcomes(catalog, [pair for one in counts for pair in one.outcomes], "")),
    )
