"""``questions.yml``: what citizens ask, with answers that are held against the records at every build."""

from typing import Literal

from disclosure.model import vocabulary
from disclosure.model.fields import FIXED, FREE, ID, Record, optional, required

# A commitment, a result, a paragraph or a sentence of a report
GROUND = r"^[a-z0-9]+(?:-[a-z0-9]+)*/(?:[cr][0-9]{3,6}|p[0-9]{1,3}-[0-9]{2,5}[a-z]?(?:\.[0-9]{1,4})?)$"


class GroundRecord(Record, change=FREE):
    """One thing that an answer stands on: what a record says, what a report lacks, or how many records there are."""

    of: str | None = optional(
        "出处",
        "承诺、成果、段落或句子，例如 2022/c136、2022/r087、2022/p2-30.1；同时写 says 或 outcome",
        pattern=GROUND,
    )
    says: str | None = optional("原话", "出处的引文里有的话，照录；答案里引的话和数字要在这里")
    outcome: str | None = optional("后来怎样", "这条承诺现在的结论，用词见词表 outcomes", words=vocabulary.OUTCOMES)
    report: str | None = optional("报告", "说整份报告时写，例如 2022；同时写 without 或 count")
    without: list[str] = optional("没有写", "这份报告的承诺引文里一个都没有的词，例如 [电梯]", default=[])
    count: int | None = optional("条数", "这份报告有多少条承诺；只数一类时写 kind，只数写明责任的写 naming", ge=0)
    kind: str | None = optional("类别", "只数这一类的承诺，用词见词表 kinds", words=vocabulary.KINDS)
    naming: Literal["leader", "lead", "supporting", "report"] | None = optional(
        "写明的责任",
        "只数写明了它的承诺：leader 责任领导，lead 牵头单位，supporting 配合单位，后来的分工文件也算；"
        "report 报告自己写明了哪一种都算",
    )


class WayRecord(Record, change=FREE):
    """A page or a file where the answer is found."""

    to: str = required("网址", "站内地址，例如 reports/2022/projects.html、data/targets.csv、indicators.html#x")
    label: str = required("名称", "链接上的字", min_length=2, max_length=40)


class QuestionRecord(Record, change=FREE):
    """One question, its answer and what that stands on."""

    id: str = required(
        "编号", "英文小写，永久不变，也是页面上的锚点，例如 lift", pattern=ID, max_length=80, means="编号", change=FIXED
    )
    question: str = required("问题", "照读者的问法，一句话", min_length=4, max_length=40)
    wordings: list[str] = optional("别的问法", "读者还会怎样问，供搜索，不显示", default=[])
    answer: str = required("答案", "几句话，只说依据里有的；引原话用“”，数字都要在依据里", min_length=4, max_length=400)
    grounds: list[GroundRecord] = optional("依据", "答案凭什么；每次生成都核对，对不上就是错误", default=[])
    ways: list[WayRecord] = optional("去哪里看", "写着答案的页面或文件", default=[])
