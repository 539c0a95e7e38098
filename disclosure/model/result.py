"""``reports/<key>/results/<section>.yml``: what the report says was achieved last year, a list a section."""

from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import CORRECTED, FIXED, Day, Record, optional, required
from disclosure.model.quoted import GROUP, TITLE, TOPICS, Quoted


class FigureRecord(Record, change=CORRECTED):
    """One figure of a result."""

    measure: str = required("指标", "数的是什么，例如 新增城镇就业人数", means="数的是什么")
    written: str = required("原文数字", "引文里的数字连同限定词，照录，例如 9%左右", means="照录的原文数字")
    occurrence: int | None = optional("第几处", "这个写法在引文里出现不止一次时，写是第几处", ge=1)
    growth: bool = optional(
        "同比", "这个数字是比上年的增减幅度时写 true", default=False, means="是否为比上年的增减幅度"
    )
    vintage: str | None = optional(
        "口径", "原文写明预计、初步或最终时填", words=vocabulary.VINTAGES, means="口径：预计、初步或最终"
    )


class CheckRecord(Record, change=CORRECTED):
    """What public material says of a result: whether others than the report say it too."""

    outcome: str = required("核对结果", "得到印证、部分印证、未见材料或没有去查", words=vocabulary.CHECKS)
    date: Day = required("核对日期", "核对的日期")
    what: str = required("说明", "一两句话：材料印证了哪些，哪些没有印证", min_length=4)
    evidence: list[EvidenceRecord] = optional("材料", "公开材料，一份一项；写得到印证、部分印证就要有", default=[])


class ResultRecord(Quoted, change=CORRECTED):
    """One outcome that the report claims for last year: a figure, a plain achievement, an admitted shortfall."""

    id: str = required(
        "编号", "r 加数字，永久不变，例如 r012", pattern=r"^r[0-9]{3,6}$", means="编号，永久不变", change=FIXED
    )
    title: str = TITLE
    kind: str = required("类别", "量化成果、成绩或不足", words=vocabulary.RESULT_KINDS)
    topics: list[str] = TOPICS
    answers: list[str] = optional(
        "回答",
        "说的是以前的报告的哪条承诺，例如 [2022/c016]；只回答其中一个目标时写 2022/c016/1",
        default=[],
        means="回答以前的报告的哪条承诺",
    )
    figures: list[FigureRecord] = optional("数字", "引文里的每个成果数字，一项一个", default=[])
    group: str | None = GROUP
    checks: list[CheckRecord] = optional("核对", "报告以外的材料怎么说，一次一项，后来的在后面", default=[])
