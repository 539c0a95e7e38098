"""The files of a new site, by name: those that every project has alike, and those that are written for a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from disclosure.project import FORMAT
from disclosure.shipped import given_names, shipped
from disclosure.starter.new_site import NewSite

FILES = Path(__file__).parent / "files"
# Lines of this repository's files that no project needs: about what the program is tested with, or what lies beside it
OF_TESTS = r"\.ci/browser|tests/(?:test_|rule_pages|content)|make (?:host-check|search-|golden)"
OF_EXAMPLE = r"make example|examples/shiguang/"
OWN = re.compile(rf"^.*(?:{OF_TESTS}|{OF_EXAMPLE}).*\n", re.M)
# ... and for links there
BESIDE = re.compile(r"\[([^\]\n]*)\]\(\.\./\.\./(?:tests|examples)/[^)\n]*\)")
TEXTS = (".md", ".yml")
TOKEN = re.compile(r"@([a-z]+)@")
WORDS = "content/vocabulary/"
CALENDAR = re.compile(r"content/calendar/(\d+)\.yml")
# What is started as a program
PROGRAMS = (".ci/", "build.py")
IGNORED = (".pyc",)


def given() -> dict[str, bytes]:
    """What is alike in every project, and the program's to bring up to date."""
    return dict(sorted([*_shared(), *((name, data) for name, data in _own() if not _is_of_place(name, data))]))


def words() -> dict[str, bytes]:
    """The vocabularies as they come with the program."""
    return {name: data for name, data in _own() if name.startswith(WORDS)}


def written(site: NewSite) -> dict[str, bytes]:
    """What is written for a place, and its editors' from then on."""
    values = _values(site)
    own = {name: data for name, data in _own() if _is_of_place(name, data) and _is_wanted(name, site)}
    return {name: filled(data, values) for name, data in own.items()}


def _is_wanted(name: str, site: NewSite) -> bool:
    """Of the calendars, those of the years that there is anything to be counted in."""
    found = CALENDAR.fullmatch(name)
    return found is None or site.year <= int(found[1]) <= site.day.year


def _is_of_place(name: str, data: bytes) -> bool:
    return name.startswith("content/") or TOKEN.search(data.decode()) is not None


def _values(site: NewSite) -> Mapping[str, str]:
    return {
        "district": site.district,
        "year": str(site.year),
        "key": site.key,
        "title": site.site_title,
        "name": site.name,
        "format": str(FORMAT),
        "day": site.day.isoformat(),
    }


def filled(data: bytes, values: Mapping[str, str]) -> bytes:
    return TOKEN.sub(lambda token: values[token[1]], data.decode()).encode()


def _own() -> Iterator[tuple[str, bytes]]:
    yield from _below(FILES, "")


def _shared() -> Iterator[tuple[str, bytes]]:
    for name in given_names():
        for found, data in _below(shipped(name), name):
            yield found, _for_project(data) if found.endswith(TEXTS) else data


def _for_project(data: bytes) -> bytes:
    return OWN.sub("", BESIDE.sub(r"\1", data.decode())).encode()


def _below(top: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """A file, or all those in a folder, by their names in the project."""
    for path in [top] if top.is_file() else sorted(top.rglob("*")):
        if path.is_file() and path.suffix not in IGNORED:
            yield (Path(name) / path.relative_to(top)).as_posix(), path.read_bytes()


def write(root: Path, made: Mapping[str, bytes]) -> None:
    """The files into a project, each as a whole; programs may be run."""
    for name, data in made.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        beside = (root / name).with_name(f".{Path(name).name}.writing.tmp")
        beside.write_bytes(data)
        if name.startswith(PROGRAMS):
            beside.chmod(0o755)
        beside.replace(root / name)
