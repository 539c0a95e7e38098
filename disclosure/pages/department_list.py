"""The list of all departments; it says whether anybody is named also where no department is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.grouping import grouped
from disclosure.model.vocabulary import WordRecord
from disclosure.pages import by_district, department_parts, departments
from disclosure.pages.by_district import ByDistrict
from disclosure.pages.department_parts import Responsible
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
    """``reports`` say, each once, of how many of its promises it is known who answers; ``places`` leads to the lists of
    districts, where there are several."""

    reports: tuple[Responsible, ...]
    lines: tuple[DepartmentLine, ...]
    data: tuple[Link, ...]
    places: ByDistrict | None = None


def table(catalog: Catalog, reports: Sequence[Responsible], district: District | None = None) -> Iterator[Page]:
    """The list of all, or of a ``district``; it says whether anybody is named also where no department is."""
    shown, words = tuple(one for one in reports if one.sentence), departments.listed(catalog, reports, district)
    if _is_there(catalog, reports, district):
        lines = tuple(_lines(catalog, words, reports, district))
        yield _page(catalog, DepartmentsView(shown, lines, tuple(_data(catalog, reports, district))), district)


def _is_there(catalog: Catalog, reports: Iterable[Responsible], district: District | None) -> bool:
    return any(one.sentence for one in reports) or bool(departments.listed(catalog, reports, district))


def by_districts(
    catalog: Catalog, reports: Sequence[Responsible], places: Iterable[tuple[District, Sequence[Responsible]]]
) -> Iterator[Page]:
    """The districts that have a list, each with the way to it; and the departments that are of no one district."""
    led = ((place, held) for place, held in places if _is_there(catalog, held, place))
    counted = ((place, [count for one in held for count in one.counts]) for place, held in led)
    rows = tuple(departments.district_row(place, counts, "departments") for place, counts in counted)
    lines = tuple(_lines(catalog, departments.of_no_district(catalog), reports))
    found = ByDistrict(title=_("各区县的责任单位"), columns=tuple(map(_, departments.COUNTED)), rows=rows)
    if rows or lines:
        yield _page(catalog, DepartmentsView((), lines, tuple(_data(catalog, reports)), found if rows else None))


def _page(catalog: Catalog, view: DepartmentsView, district: District | None = None) -> Page:
    title = _("责任单位")
    return column(
        catalog,
        *by_district.crumb(district),
        kind="district-departments" if district else "departments",
        address=by_district.led(address.DEPARTMENTS, district),
        title=_("{district}的责任单位").format(district=district.name) if district else title,
        description=_("谁负责哪些承诺：牵头、配合、时限和结果，依据公开的文件"),
        view=view,
    )


def _data(catalog: Catalog, reports: Sequence[Responsible], district: District | None = None) -> Iterator[Link]:
    """What holds a row."""
    if any(one.assigned for one in reports):
        yield Link(_("责任分工（CSV）"), data_folder.of_site(catalog, address.table("responsibilities"), district))
    if any(count.lead or count.supporting for one in reports for count in one.counts):
        yield Link(_("各单位的承诺（CSV）"), data_folder.of_site(catalog, address.table("departments"), district))


def _lines(
    catalog: Catalog, words: Iterable[WordRecord], reports: Iterable[Responsible], district: District | None = None
) -> Iterator[DepartmentLine]:
    by_word = grouped((count.department, count) for one in reports for count in one.counts)
    for word in words:
        counts = by_word.get(word.id, [])
        yield DepartmentLine(
            link=Link(word.label, departments.shown_at(word, district)),
            about=_("；").join(departments.history(catalog, word)),
            lead=sum(one.lead for one in counts),
            supporting=sum(one.supporting for one in counts),
            outcomes=tuple(department_parts.outcomes(catalog, [pair for one in counts for pair in one.outcomes], "")),
        )
