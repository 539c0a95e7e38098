"""``votes/<report>.yml``: the deputies' vote on many candidate projects, as one document published it."""

from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import CORRECTED, FIXED, Day, NameOf, Record, optional, required
from disclosure.model.followup import ABSTAINED, AGAINST, CAST, FOR, VoteRecord


class ProjectVoteRecord(Record, change=CORRECTED):
    """How the vote on one of the projects went."""

    commitment: str = required(
        "候选项目", "承诺的编号，例如 c027", pattern=r"^c[0-9]{3,6}$", change=FIXED, names=NameOf.OWN_COMMITMENT
    )
    adopted: str = required("票决结果", "通过、未通过或结果未公开", words=vocabulary.ADOPTED)
    votes_for: int | None = FOR
    votes_against: int | None = AGAINST
    abstained: int | None = ABSTAINED
    cast: int | None = CAST


class BallotRecord(Record, change=CORRECTED):
    """One vote on many candidate projects. To each of them it says what ``vote`` in the promise's own file would."""

    date: Day | None = optional("日期", "票决的日期")
    source: EvidenceRecord = required("出处", "公布票决结果的文件")
    projects: list[ProjectVoteRecord] = required("候选项目", "一个项目一项：结果和票数", min_length=1)

    def vote(self, n: int) -> VoteRecord:
        """What it says of its ``n``th project."""
        one = self.projects[n]
        return VoteRecord(
            adopted=one.adopted,
            date=self.date,
            votes_for=one.votes_for,
            votes_against=one.votes_against,
            abstained=one.abstained,
            cast=one.cast,
            source=self.source,
        )
