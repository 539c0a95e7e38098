"""read -> join -> plan -> check: everything that happens before the first byte is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from disclosure import translation
from disclosure.catalog import address, catalog
from disclosure.catalog.book import AddressBook, Entry
from disclosure.catalog.catalog import Catalog
from disclosure.checks import ids
from disclosure.checks import run as checks
from disclosure.exports import files as exports
from disclosure.model.text import line_text
from disclosure.pages import plan
from disclosure.pages.page import Page
from disclosure.problem import Problem, errors, in_order
from disclosure.search import files as search
from disclosure.shell.project import Project
from disclosure.source import content, frontmatter, git, register, report_markdown
from disclosure.source.content import RawContent
from disclosure.source.files import SourceFile


@dataclass(frozen=True, slots=True)
class Prepared:
    """The plan of a build: pages, makers of other files by address, the address book."""

    catalog: Catalog
    pages: tuple[Page, ...]
    makers: Mapping[str, Callable[[], bytes]]
    book: AddressBook

    @property
    def files(self) -> dict[str, bytes]:
        """Every file of the site that is no page, made now."""
        return {name: make() for name, make in self.makers.items()}

    def page(self, kind_or_address: str) -> Page | None:
        return next((one for one in self.pages if one.address == kind_or_address), None)


def prepare(project: Project, today: date) -> tuple[Prepared | None, tuple[Problem, ...]]:
    """The plan, or ``None`` where an error stops the build; and every problem, in order."""
    raw = content.read(project.root, project.content)
    if raw.site is not None:
        translation.use(raw.site.language)
    folder = project.content.relative_to(project.root).as_posix()
    shallow = git.is_shallow(project.root)
    changed = {} if shallow else git.last_changes(project.root, folder)
    joined, unresolved = catalog.join(raw, today, changed, git.commit(project.root, folder))
    problems = [*raw.problems, *unresolved, *(ids.shallow(folder) if shallow else ())]
    if errors(raw.problems):
        # What could not be read would make everything that refers to it look wrong: say only what is certain
        return None, in_order([*raw.problems, *_certain(raw, [*unresolved, *_alone(joined)])])
    prepared = _plan(joined)
    problems += checks.run(joined, prepared.book, _earlier(project, raw), _ever(project, folder))
    return (None if errors(problems) else prepared), in_order(problems)


def _alone(joined: Catalog) -> Iterator[Problem]:
    for rule in checks.RULES:
        yield from rule(joined)


def _certain(raw: RawContent, found: list[Problem]) -> list[Problem]:
    """Without what may only follow from a file that could not be read: a vocabulary, a report's text, a record."""
    spoilt = {one.place.path for one in errors(raw.problems)}
    reports = tuple(path.removesuffix("report.md") for path in spoilt if path.endswith("/report.md"))
    unsure = {"reference"} | ({"unknown-word"} if any("/vocabulary/" in path for path in spoilt) else set())
    return [
        one
        for one in found
        if one.rule not in unsure and not (one.place.path.startswith(reports) and one.place.path.endswith(".yml"))
    ]


def _plan(joined: Catalog) -> Prepared:
    pages = plan.pages(joined)
    makers: dict[str, Callable[[], bytes]] = search.files(joined)
    makers |= exports.files(joined)
    for report in joined.reports:
        makers[address.source(report.key, report.meta.source.file)] = partial(_data, report.source)
    for file in joined.attachments:
        makers[address.attachment(file.name)] = partial(_data, file)
    return Prepared(joined, pages, makers, AddressBook.of(_entries(joined, pages, makers)))


def _data(file: SourceFile) -> bytes:
    return file.data


def _entries(joined: Catalog, pages: tuple[Page, ...], files: Iterable[str]) -> Iterator[Entry]:
    names = {file.path: file.name for file in joined.files}
    shown_by: dict[str, str] = {}
    for page in pages:
        # A report's file is shown whole by its full text; the overview only describes it
        if page.source and page.kind != "overview":
            shown_by[page.address] = names[page.source]
        yield Entry(page.address, page.anchors, shown_by.get(page.address, ""))
    yield Entry(address.MANIFEST)
    for name in files:
        yield Entry(name, None, name if name.startswith(("files/", "reports/")) else "")


def _ever(project: Project, folder: str) -> ids.Ever:
    return register.ever(git.ids_ever(project.root, f"{folder}/reports", f"{folder}/indicators"), folder)


def _earlier(project: Project, raw: RawContent) -> ids.Earlier:
    """For each report, every id that git has seen with the first text it stood for, and the first publication time."""
    earlier: dict[str, ids.First] = {}
    for report in raw.reports:
        seen: dict[str, str] = {}
        published = ""
        for _commit, text in git.versions(project.root, report.file.path):
            document, _problems = frontmatter.split(text, report.file.path)
            parsed, _problems = report_markdown.parse(document.body, report.file.path)
            seen |= {line.id: line_text(line) for line in parsed.lines}
            head = document.raw if isinstance(document.raw, dict) else {}
            published = str(head.get("published", "")) or published
        earlier[report.key] = ids.First(seen, published)
    return earlier
