"""What stands on a commitment itself after the speech: changed targets, the official word, the deputies' vote."""

from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import CORRECTED, FREE, Day, NameOf, Record, optional, required

TARGET_OF = r"^c[0-9]{3,6}/[0-9]{1,4}$"


# How a vote went, as far as it was published
FOR = optional("赞成", "赞成票数", ge=0)
AGAINST = optional("反对", "反对票数", ge=0)
ABSTAINED = optional("弃权", "弃权票数", ge=0)
CAST = optional("总票数", "收回的有效票数，等于赞成、反对、弃权之和", ge=0)


class AdjustmentRecord(Record, change=CORRECTED):
    """A change of a target or of the deadline that was decided on. The old one stays; the change stands under it, and
    one that was refused changes nothing."""

    date: Day = required("日期", "决定调整（或不同意调整）的日期")
    target: str | None = optional(
        "目标",
        "调整哪个目标，例如 c016/1；调整完成时限时不写",
        pattern=TARGET_OF,
        means="调整的目标；为 null 的是完成时限的调整",
        names=NameOf.OWN_TARGET,
    )
    old: str = required("原来", "原来的目标或时限，照录；时限写日期，例如 2022-12-31")
    new: str = required(
        "调整为", "调整后的目标或时限，照录；时限写日期。没有通过的，写请求调整为的", means="调整为；没有通过的不生效"
    )
    by: str = required("谁决定的", "作出决定的机关或会议")
    decision: str | None = optional(
        "决定",
        "通过、未通过或结果未公开，不写就是通过；不是通过的只留下记录，目标不变",
        words=vocabulary.ADOPTED,
    )
    asked_by: str | None = optional("谁提请的", "提请调整的机关，文件写明时才填")
    asked: Day | None = optional("提请日期", "提请调整的日期")
    reason: str | None = optional("理由", "文件里写的理由，照录", max_length=200, long=True)
    votes_for: int | None = FOR
    votes_against: int | None = AGAINST
    abstained: int | None = ABSTAINED
    cast: int | None = CAST
    document: EvidenceRecord = required("文件", "写明调整，或写明没有同意调整的公开文件")


class OfficialVerdictRecord(Record, change=CORRECTED):
    """What the responsible body itself says came out. It leads; the computed verdict stands beside it."""

    said: str = required("官方用语", "照录，例如 基本完成、有差距", means="官方用语，照录")
    outcome: str = required("归入", "官方用语相当于达成、未达成还是待人工判断", words=vocabulary.VERDICTS)
    target: str | None = optional(
        "目标", "只说其中一个目标时写它的编号，例如 c016/1", pattern=TARGET_OF, names=NameOf.OWN_TARGET
    )
    date: Day = required("日期", "官方这样说的日期")
    source: EvidenceRecord = required("出处", "写明这个结论的公开文件")


class VoteRecord(Record, change=CORRECTED):
    """The deputies' vote on a candidate project."""

    adopted: str = required("票决结果", "通过、未通过或结果未公开", words=vocabulary.ADOPTED)
    date: Day | None = optional("日期", "票决的日期")
    votes_for: int | None = FOR
    votes_against: int | None = AGAINST
    abstained: int | None = ABSTAINED
    cast: int | None = CAST
    source: EvidenceRecord = required("出处", "公布票决结果的文件")


class SatisfactionRecord(Record, change=CORRECTED):
    """What deputies or residents said afterwards; beside the verdict, never mixed into it."""

    date: Day = required("日期", "测评的日期")
    satisfied: int = required("满意", "票数", ge=0)
    basically: int = required("基本满意", "票数", ge=0)
    dissatisfied: int = required("不满意", "票数", ge=0)
    cast: int = required("总票数", "等于三项之和", ge=0)
    source: EvidenceRecord = required("出处", "公布测评结果的文件")


# Free to change: each new search moves it on, and it states nothing about a promise
class AbsenceRecord(Record, change=FREE):
    """``reports/<key>/absences.yml``: what was looked for without finding it, and the document that would settle it.

    A rule for named commitments goes before one for a kind, that before one for all. Where it names ``places``, the day
    is that of their looks, and no rule can claim a look that is not on file.
    """

    commitments: list[str] = optional("承诺", "只对这几条承诺；不写时对一类或全部", default=[])
    kind: str | None = optional("类别", "只对这一类承诺，用词见词表 kinds", words=vocabulary.KINDS)
    places: list[str] = optional(
        "到哪里找", "places.yml 里的编号；检索到哪一天由那里的查看记录得出，写了就不写 searched", default=[]
    )
    searched: Day | None = optional("检索截至", "没有写 places 时，最后一次检索的日期；没有检索过就不写")
    where: str | None = optional(
        "查过哪里、找什么", "写了 searched 的，写查过哪些公开来源；写了 places 的，只写找的是什么"
    )
    settles: str | None = optional(
        "以什么为准",
        "哪一份文件公开以后就能知道；documents.yml 里有文件能说明的，不用写",
        means="哪一份文件公开以后就能知道",
    )
