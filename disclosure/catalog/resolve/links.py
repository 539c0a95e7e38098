"""All records of a report together: back-references, groups, the order of the report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from disclosure.catalog.entries import Commitment, Exemption, Register, Result
from disclosure.catalog.resolve import commitments as committing
from disclosure.catalog.resolve import results as reporting
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.grouping import grouped
from disclosure.source.register import Located, RawRegister


def resolve(resolver: Resolver, raw: RawRegister) -> Register:
    """The register of ``resolver.report``; what is wrong is left in ``resolver.problems``."""

    def mine(records: Iterable[Located[Any]]) -> list[Located[Any]]:
        return [record for record in records if record.report == resolver.report]

    reported = mine(raw.results)
    resolver.written_figures = {one.value.id: len(one.value.figures) for one in reported}
    results = [reporting.result(resolver, one) for one in _once(resolver, reported)]
    resolver.results = {result.id: result for result in results if result}
    resolver.figures = {figure.id: figure for result in results if result for figure in result.figures}
    unique = _once(resolver, mine(raw.commitments))
    commitments = [committing.commitment(resolver, one) for one in unique if not one.value.superseded_by]
    exemptions = [reporting.exemption(resolver, one) for one in mine(raw.exemptions)]
    superseded = [(one.value.id, one.value.superseded_by) for one in unique if one.value.superseded_by]
    return replace(_linked(resolver, results, commitments, exemptions), superseded=tuple(superseded))


def _once(resolver: Resolver, records: list[Located[Any]]) -> list[Located[Any]]:
    """Each id's first record: an id used twice has one address. The other is a problem and breaks its paragraph."""
    first = {record.value.id: record for record in reversed(records)}
    resolver.broken |= {
        record.value.passage.partition(".")[0] for record in records if first[record.value.id] is not record
    }
    return [record for record in records if first[record.value.id] is record]


def _linked(
    resolver: Resolver,
    results: list[Result | None],
    commitments: list[Commitment | None],
    exemptions: list[Exemption | None],
) -> Register:
    """Back-references, and everything in the order of the report."""
    order = {id: n for n, id in enumerate(resolver.passages.by_id)}

    def place(one: Any) -> tuple[int, int, int, str]:
        return order[one.span.passage], one.span.start, one.span.end, getattr(one, "id", "")

    kept = sorted((commitment for commitment in commitments if commitment), key=place)
    groups = grouped((one.group, one.id) for one in kept)
    followed = {one.id: _followed(resolver, one) for one in kept}
    followers = grouped((result, id) for id, results in followed.items() for result in results)
    alike = _same_matter(kept)
    return Register(
        tuple(
            replace(
                one, grouped=_others(groups, one), results=followed[one.id], same_matter=tuple(alike.get(one.id, ()))
            )
            for one in kept
        ),
        tuple(
            replace(one, commitments=tuple(followers.get(one.id, ())))
            for one in sorted((result for result in results if result), key=place)
        ),
        tuple(sorted((exemption for exemption in exemptions if exemption), key=place)),
    )


def _followed(resolver: Resolver, commitment: Commitment) -> tuple[str, ...]:
    """The results a commitment follows: its baselines' and those it names."""
    from_baselines = [target.baseline.id.partition("/")[0] for target in commitment.targets if target.baseline]
    return tuple(dict.fromkeys([*from_baselines, *(id for id in commitment.results if id in resolver.results)]))


def _same_matter(commitments: list[Commitment]) -> dict[str, list[str]]:
    """Each commitment's others on its matter, in the order of the report, written at it or at them."""
    order = {one.id: n for n, one in enumerate(commitments)}
    written = {(one.id, id) for one in commitments for id in one.located.value.same_matter if id in order}
    both = written | {(other, id) for id, other in written}
    return grouped(sorted((pair for pair in both if pair[0] != pair[1]), key=lambda pair: order[pair[1]]))


def _others(groups: dict[str, list[str]], commitment: Commitment) -> tuple[str, ...]:
    return tuple(id for id in groups[commitment.group] if id != commitment.id) if commitment.group else ()
