"""What the files of votes say of candidate projects, brought to the promises: as if it stood in their own files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from disclosure.model.ballot import BallotRecord
from disclosure.model.commitment import CommitmentRecord
from disclosure.source.register import Located, RawRegister, StatedElsewhere

# What one document says of all projects that were voted on
COMMON = ("date", "source")


def counted(raw: RawRegister) -> RawRegister:
    """The register with the votes in it; what a promise's own file says of its vote stays."""
    if not raw.ballots:
        return raw
    voted = {(located.report, id): (located, n) for located, n, id in projects(raw)}
    return replace(raw, commitments=[_voted(one, voted) for one in raw.commitments])


def projects(raw: RawRegister) -> Iterator[tuple[Located[BallotRecord], int, str]]:
    """Each project of each vote: the vote, the project's place in its list, and the id of the promise."""
    for located in raw.ballots:
        yield from ((located, n, one.commitment) for n, one in enumerate(located.value.projects))


def _voted(
    one: Located[CommitmentRecord], voted: Mapping[tuple[str, str], tuple[Located[BallotRecord], int]]
) -> Located[CommitmentRecord]:
    if one.value.vote is not None or (one.report, one.value.id) not in voted:
        return one
    ballot, n = voted[one.report, one.value.id]
    there = StatedElsewhere(written=ballot.written, at=ballot.at, own=(*ballot.at, "projects", n), common=COMMON)
    return replace(one, value=replace(one.value, vote=ballot.value.vote(n)), elsewhere={"vote": there})
