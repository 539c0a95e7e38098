"""What tests of tables read: the example's promises, joined once; and those of a report of forty."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from disclosure.build.build import catalogs
from disclosure.build.options import BuildOptions
from disclosure.cache import snapshot
from disclosure.catalog.catalog import Catalog
from disclosure.project import find
from disclosure.tables import reading
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.reading import ReadWish
from disclosure.tables.shapes import TableRead
from tests import projects
from tests.projects import Sandbox
from tests.tables import district

CASE = "shiguang"
TODAY = projects.date_of(CASE)
# Half a year into the report of forty promises
SUMMER = date(2026, 7, 10)
ReadFile = Callable[..., TableRead]
SaveAs = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def save_as(tmp_path_factory: pytest.TempPathFactory) -> SaveAs:
    """Has LibreOffice save a file in another format: ``save_as(path, "ods")``."""
    office = shutil.which("soffice")
    if office is None and "CI" not in os.environ:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("office")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def save(path: Path, kind: str) -> Path:
        out = Path(tempfile.mkdtemp(dir=folder))
        words = (office or "soffice", own, "--headless", "--convert-to", kind, "--outdir", str(out), str(path))
        subprocess.run(words, check=True, capture_output=True, env=os.environ | {"LC_ALL": "C.UTF-8"}, timeout=180)
        return next(out.iterdir())

    return save


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """The example, to be read only."""
    return projects.create(tmp_path_factory.mktemp("tables") / "project", CASE)


@pytest.fixture(scope="session")
def joined(example: Sandbox) -> tuple[Catalog, ...]:
    return _joined(example, date.fromisoformat(TODAY))


def _joined(project: Sandbox, day: date) -> tuple[Catalog, ...]:
    found, problems = catalogs(snapshot.look(find(project.root), day), BuildOptions(progress=lambda *_stage: None))
    assert found is not None, problems
    return found


@pytest.fixture(scope="session")
def promises(joined: tuple[Catalog, ...]) -> Mapping[str, PromiseOnFile]:
    """By full id, of both reports."""
    return _promises(joined)


def _promises(joined: tuple[Catalog, ...]) -> dict[str, PromiseOnFile]:
    every = [
        PromiseOnFile(report, one) for all in joined for report in all.reports for one in report.register.commitments
    ]
    return {one.name: one for one in every}


@pytest.fixture
def own(tmp_path: Path) -> Sandbox:
    """The example, to be changed."""
    return projects.create(tmp_path / "project", CASE)


@pytest.fixture(scope="session")
def read_file(tmp_path_factory: pytest.TempPathFactory) -> ReadFile:
    """Reads a file against the example with its report of forty promises: ``read_file(path, said={…})``."""
    project = projects.create(tmp_path_factory.mktemp("district") / "project", CASE)
    district.add(project.content)
    joined = _joined(project, SUMMER)
    known = _promises(joined)

    def read(path: Path, **wishes: object) -> TableRead:
        wish = ReadWish(words=joined[0].words, today=SUMMER, **wishes)  # type: ignore[arg-type]
        return reading.read(path.name, path.read_bytes(), known.values(), wish)

    return read
