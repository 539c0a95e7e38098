"""Images of pages that are passed on, staged: one of the site, and of each promise where they are asked for.

Drawing takes some 20 ms each, so what says the same as before is left as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, beside, data_folder, outcome
from disclosure.catalog.words import Vocabularies
from disclosure.downloads.images import asked, drawing
from disclosure.downloads.images.drawing import ImagePen, ShareImage
from disclosure.downloads.images.fonts import FontFile
from disclosure.downloads.rows import ReadCommitment, ReadReport, ReadUpdate, newest
from disclosure.exports.listing import Listing
from disclosure.model.site import Site
from disclosure.output.downloads import Making, StagedDownload
from disclosure.pages.page import chinese_date
from disclosure.theme import theme as theming
from disclosure.translation import gettext as _


class ImageInputs(Struct, frozen=True, kw_only=True):
    """What images are made of beside the published data: ``font`` is None where there are none."""

    making: Making
    site: Site
    words: Vocabularies
    font: FontFile | None


def stage(inputs: ImageInputs, *, of_site: bool) -> Iterator[StagedDownload]:
    """Those that the site asks for, of pages that stand; the site's own where they are ``of_site``."""
    if inputs.font is None:
        return
    pen, site = ImagePen(inputs.font), inputs.site
    if of_site:
        whole = _of_site(site, ShareImage(title=site.title, place=site.tagline))
        yield _staged(inputs, pen, address.SHARE_IMAGE, whole)
    if site.share_images == asked.RECORDS:
        for row, one in _of_records(inputs):
            page = address.commitment(row.report, row.id)
            if page in inputs.making.pages:
                yield _staged(inputs, pen, beside.share_image(page), _legible(pen, row, one))


def unwritten(site: Path, font: FontFile) -> Iterator[tuple[str, str]]:
    """The published promises whose title the face cannot write, as ``2024/c001``, and the signs that it lacks."""
    pen = ImagePen(font)
    for data in data_folder.standing(site):
        for row in Listing(data, "commitments").read(ReadCommitment):
            if lacks := pen.lacks(row.title):
                yield f"{row.report}/{row.id}", lacks


def _staged(inputs: ImageInputs, pen: ImagePen, where: str, one: ShareImage) -> StagedDownload:
    making, known = inputs.making, inputs.making.known.get(where)
    fingerprint = theming.digest(theming.program_digest(), inputs.font, one)
    if known is not None and making.staging.is_current(where, known, fingerprint):
        return where, known, False
    return where, *making.staging.put(where, fingerprint, drawing.png(pen, one), known)


def _of_site(site: Site, one: ShareImage) -> ShareImage:
    """With who speaks, and whether any of it is true."""
    return replace(one, notice="" if site.identity.site_id_code else site.notice, made_up=bool(site.sample))


def _legible(pen: ImagePen, row: ReadCommitment, one: ShareImage) -> ShareImage:
    """In place of a title with a sign that the face lacks, the promise's number; of the rest, what can be written."""
    title = _("承诺 {id}").format(id=row.id) if pen.lacks(one.title) else one.title
    return replace(
        one,
        title=title,
        word="" if pen.lacks(one.word) else one.word,
        place="" if pen.lacks(one.place) else one.place,
    )


def _of_records(inputs: ImageInputs) -> Iterator[tuple[ReadCommitment, ShareImage]]:
    data = inputs.making.data
    reports = {one.id: one for one in Listing(data, "reports").read(ReadReport)}
    days = {f"{one.report}/{one.id}": one.date or one.recorded for one in Listing(data, "updates").read(ReadUpdate)}
    for one in Listing(data, "commitments").read(ReadCommitment):
        word, report = outcome.worded(inputs.words, one.outcome.id), reports[one.report]
        day = chinese_date(date.fromisoformat(_as_of(one, report, days)))
        image = ShareImage(
            title=one.title,
            word=drawing.said(one.outcome.label, day, one.outcome.note),
            shape=word.shape,
            colour=word.colour,
            place=drawing.place(report.district, report.year),
            site=inputs.site.title,
        )
        yield one, _of_site(inputs.site, image)


def _as_of(one: ReadCommitment, report: ReadReport, days: Mapping[str, str]) -> str:
    """As the page says it (``pages.when``): the day of the last that is told of it or was searched for it."""
    told = (days.get(id if "/" in id else f"{one.report}/{id}") for id in one.updates)
    turned = (date.fromisoformat(one.deadline) + timedelta(days=1)).isoformat()
    silent = turned if one.outcome.id in outcome.SILENT_DUE else None
    return newest((*told, one.absence.searched if one.absence else None, silent)) or report.delivered
