"""What became of records between a commit and the content as it lies here, with their titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from disclosure.build.revision import Before, Revision
from disclosure.cache import working_tree
from disclosure.comparison.difference import NamedChange
from disclosure.history import telling
from disclosure.history.fact import Fact
from disclosure.history.record_change import Happening, RecordChange
from disclosure.history.telling import Teller
from disclosure.history.versions import LOCAL, NONE, Versions, wanted
from disclosure.source.git import Repository

# What records are called by, where they have a name at all
TITLES = ("title", "name", "question", "label")


def record_changes(content: Path, repository: Repository, then: Revision, before: Before) -> Iterator[NamedChange]:
    """By the records' names; told as the published line is, where this were its next step."""
    versions = Versions(repository, working_tree.reader(content))
    versions.prefetch(blob for blob in wanted(before.step.changes, versions) if not blob.startswith(LOCAL))
    teller = Teller(telling.begins(then.files), versions)
    teller.tell(before.step)
    titles = _titles(before, versions)
    # What had to be taken down by law is told by its name alone
    return (NamedChange(one, _titled(one, titles, teller.withdrawn)) for one in teller.changes)


def _titled(one: RecordChange, titles: Mapping[str, str], withdrawn: frozenset[str]) -> str:
    hidden = one.happening is Happening.GONE and one.record in withdrawn
    return "" if hidden else titles.get(one.record, "")


def _titles(before: Before, versions: Versions) -> Mapping[str, str]:
    """Those that records have now go before those that they had."""
    found: dict[str, str] = {}
    for blob in ("old", "new"):
        for one in before.step.changes:
            facts = versions.of(one.path, getattr(one, blob)) or NONE
            found |= {name: _title(fact) for name, fact in facts.items()}
    return found


def _title(fact: Fact) -> str:
    names = (getattr(fact.record, one, "") for one in TITLES)
    return next((str(one) for one in names if one), "")
