"""What tests share: a small project to build and break, and the sample, built once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from disclosure.cache import key
from disclosure.project import find
from tests import compiled, guard, projects, sample, shared
from tests.grown import EXAMPLE, grow
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox, date_of
from tests.search import collection

# `make test` runs the same samples every time; `make test-long` (--hypothesis-profile=long) looks further
settings.register_profile("seeded", max_examples=50, derandomize=True, deadline=None)
# Under CI=true Hypothesis would look at the same examples each time, unless it is told not to
settings.register_profile("long", max_examples=2000, derandomize=False, deadline=None)
settings.load_profile("seeded")


guard.install()


def of_content(item: pytest.Item) -> bool:
    return Path(__file__).with_name("content") in item.path.parents


def pytest_collection_finish(session: pytest.Session) -> None:
    """What the modules read when they were imported."""
    read = guard.taken()
    if read and not any(map(of_content, session.items)):
        pytest.exit(f"{read[0]} was read: only tests/content may", returncode=1)


@pytest.fixture(autouse=True)
def content_is_left_alone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever editors add, the tests of the program stay as they are. Fixtures count as the test's that is first."""
    yield
    read = guard.taken()
    assert of_content(request.node) or read == []


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No repository above the temporary folders, no date and no identity from the outside."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path_factory.getbasetemp()))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.delenv("DISCLOSURE_DATE", raising=False)


@pytest.fixture(autouse=True, scope="session")
def own_key() -> Iterator[None]:
    """The key of the cache that tests build with is their own, also that of the programs they run."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(key.VARIABLE, "the tests' own key of the cache, known to all")
        yield


@pytest.fixture(autouse=True, scope="session")
def compiled_once() -> Iterator[None]:
    """A template is compiled once, in whatever folder a test builds with it."""
    with compiled.once():
        yield


@pytest.fixture
def create(tmp_path: Path) -> Callable[..., Sandbox]:
    """Makes projects: ``create()``, ``create("two-reports")``, ``create(folder="other")``."""

    def make(case: str = "small", folder: str = "project") -> Sandbox:
        return projects.create(tmp_path / folder, case)

    return make


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    """The small case, not yet built."""
    return create()


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample, to be read only."""
    return shared.folder(tmp_path_factory, "sample", build_sample) / "site"


def build_sample(root: Path) -> None:
    sample.project(root).build(date=sample.DATE)


@pytest.fixture(scope="session")
def grown_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example with its history, to be read only."""
    return shared.folder(tmp_path_factory, "grown", build_grown) / "site"


def build_grown(root: Path) -> None:
    for _commit in grow(root):
        pass
    Sandbox(root).build(date=date_of(EXAMPLE))


@pytest.fixture(scope="session")
def sample_prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The sample, read and checked once for all tests that only look at it."""
    project = sample.project(tmp_path_factory.mktemp("prepared"))
    prepared, problems = prepare(find(project.root), date.fromisoformat(sample.DATE))
    assert prepared is not None, problems
    return prepared


@pytest.fixture(scope="session")
def collection_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the search's test collection, to be read only."""
    return shared.folder(tmp_path_factory, "collection", collection.build) / "site"
