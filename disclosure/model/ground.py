"""What a text of the editors stands on: said once for the answers of ``questions.yml`` and for digests of reports."""

from typing import Literal

from disclosure.model import vocabulary
from disclosure.model.fields import FREE, Record, optional

# A commitment, a result, a paragraph or a sentence
WITHIN = r"(?:[cr][0-9]{3,6}|p[0-9]{1,3}-[0-9]{2,5}[a-z]?(?:\.[0-9]{1,4})?)$"


class SaidRecord(Record, change=FREE):
    """What is said to hold: of a record or a passage, of what a report lacks, or of how many records there are."""

    says: str | None = optional("原话", "出处的引文里有的话，照录；文字里引的话和数字要在这里")
    outcome: str | None = optional("后来怎样", "这条承诺现在的结论，用词见词表 outcomes", words=vocabulary.OUTCOMES)
    without: list[str] = optional("没有写", "这份报告的承诺引文里一个都没有的词，例如 [电梯]", default=[])
    count: int | None = optional("条数", "这份报告有多少条承诺；只数一类时写 kind，只数写明责任的写 naming", ge=0)
    kind: str | None = optional("类别", "只数这一类的承诺，用词见词表 kinds", words=vocabulary.KINDS)
    naming: Literal["leader", "lead", "supporting", "report"] | None = optional(
        "写明的责任",
        "只数写明了它的承诺：leader 责任领导，lead 牵头单位，supporting 配合单位，后来的分工文件也算；"
        "report 报告自己写明了哪一种都算",
    )


class GroundRecord(SaidRecord, change=FREE):
    """One thing that an answer stands on, in any report."""

    of: str | None = optional(
        "出处",
        "承诺、成果、段落或句子，例如 2022/c136、2022/r087、2022/p2-30.1；同时写 says 或 outcome",
        pattern=rf"^[a-z0-9]+(?:-[a-z0-9]+)*/{WITHIN}",
    )
    report: str | None = optional("报告", "说整份报告时写，例如 2022；同时写 without 或 count")


class OwnGroundRecord(SaidRecord, change=FREE):
    """One thing that a digest stands on, in the report that it is of."""

    of: str | None = optional(
        "出处",
        "本报告的承诺、成果、段落或句子，例如 c016、r003、p2-05.1；同时写 says 或 outcome",
        pattern=rf"^{WITHIN}",
    )
