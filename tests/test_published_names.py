"""The names of a site's files after a run, which are put together folder by folder, against the plain way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from disclosure.cache import owned, published
from disclosure.cache.published import PublishedSite
from disclosure.catalog import address, downloads
from disclosure.grouping import grouped
from disclosure.publishing.standing import parted

KEYS = ("a-2021", "b-2022")
WHERE = st.sampled_from(
    (
        "index.html",
        "topics/road.html",
        "data/list.json",
        *(f"data/report-{key}.json" for key in KEYS),
        *(f"reports/{key}/{name}" for key in KEYS for name in ("index.html", "index.xlsx", "share/index.png")),
        *(f"districts/x/updates/{key}/{n}.html" for key in KEYS for n in range(2)),
        "districts/x/index.html",
        "districts/x/data/list.csv",
    )
)
SITES = st.frozensets(WHERE)


def _owner(where: str, reports: Iterable[str]) -> str:
    if downloads.is_download(where):
        return owned.download_owner(where)
    key = address.owner(where)
    return key if key in reports else ""


def _names(files: Iterable[str]) -> dict[str, str]:
    return {folder: "\0".join(sorted(those)) for folder, those in grouped(map(parted, files)).items()}


def _owned(files: Iterable[str], reports: Iterable[str]) -> Mapping[str, list[str]]:
    return grouped((_owner(where, reports), where) for where in sorted(files))


def _site(files: frozenset[str], reports: frozenset[str]) -> PublishedSite:
    digests = {key: ",".join(own) for key, own in _owned(files, reports).items()}
    return PublishedSite(digests=digests, names=_names(files), links=frozenset())


@given(SITES, SITES, st.frozensets(st.sampled_from(KEYS)), st.frozensets(st.sampled_from(KEYS)))
def test_a_run_leaves_the_names_of_what_stays_and_of_what_came(
    before: frozenset[str], now: frozenset[str], had: frozenset[str], has: frozenset[str]
) -> None:
    mine = _owned(now, has)
    wanted = _site(now, has)
    assert published.left(_site(before, had), wanted.digests, lambda key: mine[key]) == wanted
