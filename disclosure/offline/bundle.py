"""What the zip holds: the start page and the checksums at the top, the site in a folder of its own beside them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.catalog import address
from disclosure.offline import archive, left_out, pages, start
from disclosure.offline.archive import ZipEntry
from disclosure.offline.left_out import Chosen
from disclosure.offline.pages import OfflineSite
from disclosure.offline.start import StartView
from disclosure.translation import mark as N_

# The one name in Chinese at the top; where a program spoils it, there is still one page to open
START = N_("打开这里.html")
SUMS = "SHA256SUMS.txt"
FOLDER = "site/"
SHEET = f"{FOLDER}offline.css"


class OfflineWish(Struct, frozen=True, kw_only=True):
    """What is asked for. ``address`` is the site's, empty where it declares none; ``reports`` are titles."""

    site: Path
    layers: Sequence[Path]
    title: str
    tagline: str
    language: str
    address: str
    day: date
    shown_day: str
    start: str
    reports: tuple[str, ...]
    with_downloads: bool


def addresses(site: Path) -> list[str]:
    """Every file of a site, from its root."""
    return sorted(
        Path(where, name).relative_to(site).as_posix() for where, _folders, names in os.walk(site) for name in names
    )


def chosen(wish: OfflineWish) -> Chosen:
    return left_out.chosen(addresses(wish.site), with_downloads=wish.with_downloads)


def names(wish: OfflineWish, chosen: Chosen) -> list[str]:
    return [wish.start, SUMS, SHEET, *(FOLDER + one for one in chosen.taken)]


def entries(wish: OfflineWish, chosen: Chosen, progress: Callable[[int, int], None]) -> Iterator[ZipEntry]:
    """The files, one held at a time: those of the site first, then what is told of all of them."""
    total, digests = 0, []
    for n, one in enumerate(_site(wish, chosen)):
        progress(n, len(chosen.taken))
        total += len(one.data)
        digests.append(archive.sum_line(one))
        yield one
    first = ZipEntry(wish.start, start.page(wish.layers, _start(wish, chosen, len(digests), total)))
    yield first
    yield ZipEntry(SUMS, "".join(sorted([*digests, archive.sum_line(first)], key=lambda line: line[66:])).encode())


def _site(wish: OfflineWish, chosen: Chosen) -> Iterator[ZipEntry]:
    told = OfflineSite(day=wish.shown_day, address=wish.address, left_out=chosen.left_out)
    for where in chosen.taken:
        data = (wish.site / where).read_bytes()
        is_page = where.endswith(".html") and not where.startswith(left_out.ATTACHMENTS)
        yield ZipEntry(FOLDER + where, pages.page(told, where, data.decode()).encode() if is_page else data)
    yield ZipEntry(SHEET, start.sheet(wish.layers))


def _start(wish: OfflineWish, chosen: Chosen, number: int, total: int) -> StartView:
    return StartView(
        title=wish.title,
        tagline=wish.tagline,
        language=wish.language,
        day=wish.shown_day,
        address=wish.address,
        home=FOLDER + address.HOME,
        search=FOLDER + address.SEARCH,
        sheet=SHEET,
        sums=SUMS,
        reports=wish.reports,
        number=number,
        size=size(total),
        left_out=chosen.said,
    )


def size(number: int) -> str:
    """Bytes as people read them: to a tenth of a MB, small ones in kB; never nothing."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{max(number // 1000, 1)} kB"
