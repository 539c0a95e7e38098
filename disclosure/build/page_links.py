"""The audit of the pages of a report, or of a district, as far as these alone tell: ``PageLinks`` are left open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from disclosure import audit
from disclosure.audit import Facts, LinkTarget
from disclosure.cache.state import PageLinks


def of(facts: Mapping[str, Facts], files: Iterable[str], public: str) -> PageLinks:
    """``facts`` of the pages among ``files``, by address; ``public`` is the site's own address, or empty. ``Flawed``
    where a link to one of these files is wrong: those are all known, so it is our bug."""
    found = audit.targets(facts.items(), public)
    own = {where: facts[where].all_ids if where in facts else None for where in files} | audit.twins(facts)
    audit.expect(audit.astray({target: page for target, page in found.items() if target[0] in own}, own))
    return PageLinks(outside=_outside(found, own), unreached=tuple(audit.unreached(facts, found)))


def _outside(targets: Mapping[LinkTarget, str], addresses: Collection[str]) -> tuple[tuple[str, str, str], ...]:
    """The links that lead to none of these addresses."""
    return tuple(sorted((*target, page) for target, page in targets.items() if target[0] not in addresses))
