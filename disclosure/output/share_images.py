"""Images of pages that are passed on, staged: one of the site, and of each promise where they are asked for.

Drawing takes some 20 ms each, so what says the same as before is left as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address, beside, outcome
from disclosure.catalog.words import Vocabularies
from disclosure.downloads.images import asked, drawing
from disclosure.downloads.images.drawing import ImagePen, ShareImage
from disclosure.downloads.images.fonts import FontFile
from disclosure.downloads.rows import ReadCommitment, ReadOutcome, ReadReport
from disclosure.exports.listing import Listing
from disclosure.model.site import Site
from disclosure.output.downloads import Making, StagedDownload
from disclosure.theme import theme as theming
from disclosure.translation import gettext as _


class ImageInputs(Struct, frozen=True, kw_only=True):
    """What images are made of beside the published data: ``font`` is None where there are none."""

    making: Making
    site: Site
    words: Vocabularies
    font: FontFile | None


def stage(inputs: ImageInputs) -> Iterator[StagedDownload]:
    """Those that the site asks for, of pages that stand."""
    if inputs.font is None:
        return
    pen = ImagePen(inputs.font)
    yield _staged(inputs, pen, address.SHARE_IMAGE, ShareImage(title=inputs.site.title, place=inputs.site.tagline))
    if inputs.site.share_images == asked.RECORDS:
        for page, one in _of_records(inputs):
            if page in inputs.making.published:
                yield _staged(inputs, pen, beside.share_image(page), one)


def _staged(inputs: ImageInputs, pen: ImagePen, where: str, one: ShareImage) -> StagedDownload:
    making, known = inputs.making, inputs.making.known.get(where)
    fingerprint = theming.digest(theming.program_digest(), inputs.font, one)
    if known is not None and making.staging.is_current(where, known, fingerprint):
        return where, known, False
    return where, *making.staging.put(where, fingerprint, drawing.png(pen, one), known)


def _of_records(inputs: ImageInputs) -> Iterator[tuple[str, ShareImage]]:
    """By the addresses of their pages."""
    data = inputs.making.data
    reports = {one.id: one for one in Listing(data, "reports").read(ReadReport)}
    for one in Listing(data, "commitments").read(ReadCommitment):
        word, report = outcome.worded(inputs.words, one.outcome.id), reports[one.report]
        yield (
            address.commitment(one.report, one.id),
            ShareImage(
                title=one.title,
                word=_said(one.outcome),
                shape=word.shape,
                colour=word.colour,
                place=_("{district}，{year}年政府工作报告").format(district=report.district, year=report.year),
                site=inputs.site.title,
            ),
        )


def _said(one: ReadOutcome) -> str:
    return _("{label}（{note}）").format(label=one.label, note=one.note) if one.note else one.label
