"""``reports/<key>/commitments/<section>/<id>.yml``: a promise that can be kept or broken on its own."""

from disclosure.model import vocabulary
from disclosure.model.fields import CORRECTED, FIXED, FREE, Day, Number, Record, optional, required
from disclosure.model.followup import AdjustmentRecord, OfficialVerdictRecord, SatisfactionRecord, VoteRecord
from disclosure.model.quoted import GROUP, RESULT_REFERENCE, TITLE, TOPICS, Quoted


class TargetRecord(Record, change=CORRECTED):
    """The measurable part of a commitment. What ``written`` says is parsed; the fields below may overrule it."""

    measure: str = required("指标", "数的是什么，例如 新增学位", means="数的是什么")
    written: str = required("原文数字", "引文里的数字连同限定词，照录，例如 7.5%以上", means="照录的原文数字")
    baseline: str | None = optional(
        "上年基数", "同一指标的上年成果，写成果编号，例如 r012；有几个数字时写 r012/2", pattern=RESULT_REFERENCE
    )
    operator: str | None = optional(
        "比较方式", "程序读错时才写，用词见词表 operators；并在 because 里写明原因", words=vocabulary.OPERATORS
    )
    value: Number | None = optional(
        "数值", "程序读错时才写；按基本单位，例如 1.5万个 写 15000", means="数值，按基本单位：1.5万个是15000个"
    )
    upper: Number | None = optional("上限", "程序读错时才写；区间的上限", means="区间的上限")
    unit: str | None = optional("单位", "程序读错时才写；基本单位，例如 个、元、%", means="基本单位")
    strength: str | None = optional(
        "强度", "程序读错时才写：约束性、承诺、预期、争取、过程；并在 because 里写明原因", words=vocabulary.STRENGTHS
    )
    because: str | None = optional("改写原因", "改写了程序的读法时，一句话说明为什么", means="改写的原因")
    plan: list[Number] = optional(
        "季度计划",
        "各季度末应累计达到的数，共四个，例如 [1, 2, 3, 4]；不写就按月平均",
        default=[],
        means="编者按季度写的计划：各季度末应累计达到的数",
    )
    stock: bool = optional("存量", "数的是到某一天共有多少（会减少），不是这一年新增多少时，写 true", default=False)
    two_bases: bool = optional("分口径", "同口径和自然口径会得出不同结论的指标写 true", default=False)


class CommitmentRecord(Quoted, change=CORRECTED):
    """One commitment a file; the file's name is its id."""

    id: str = required(
        "编号",
        "c 加数字，永久不变，等于文件名，例如 c016",
        pattern=r"^c[0-9]{3,6}$",
        means="编号，永久不变",
        change=FIXED,
    )
    title: str = TITLE
    kind: str = required("类别", "预期目标、重点任务、民生实事候选或总体要求", words=vocabulary.KINDS)
    topics: list[str] = TOPICS
    specificity: list[str] = required(
        "具体程度",
        "写明了哪几样：成果、数量、时限、主体；都没有就写 []",
        words=vocabulary.SPECIFICITY,
        means="写明了什么",
    )
    targets: list[TargetRecord] = optional("目标", "可以衡量的部分，一项一个；没有就不写", default=[])
    strength: str | None = optional(
        "强度", "程序读错时才写：约束性、承诺、预期、争取、过程；并在 because 里写明原因", words=vocabulary.STRENGTHS
    )
    because: str | None = optional("改写原因", "改写了程序读出的强度时，一句话说明为什么")
    group: str | None = GROUP
    results: list[str] = optional(
        "相关成果",
        "上年在同一件事上的成果编号，例如 [r052]",
        default=[],
        means="上年在同一件事上的成果",
        change=FREE,
    )
    same_matter: list[str] = optional(
        "同一件事",
        "本报告里说的是同一件事的其他承诺的编号，例如候选项目和对应的任务；写在一处就够，两边都会显示",
        default=[],
        means="本报告里说的是同一件事的其他承诺",
        change=FREE,
    )
    superseded_by: str | None = optional("改由何条承接", "这一编号停用时，写承接它的编号", pattern=r"^c[0-9]{3,6}$")
    leader: str | None = optional("责任领导", "文件写明时才填")
    lead: str | None = optional("牵头单位", "文件写明时才填，用词见词表 departments", words=vocabulary.DEPARTMENTS)
    supporting: list[str] = optional(
        "配合单位", "文件写明时才填，用词见词表 departments", default=[], words=vocabulary.DEPARTMENTS
    )
    deadline: Day | None = optional("完成时限", "原文写明的日期；不写就是当年12月31日", means="期限")
    adjustments: list[AdjustmentRecord] = optional("调整", "目标或时限的每一次调整，原来的不删", default=[])
    official_verdict: OfficialVerdictRecord | None = optional("官方结论", "责任单位自己公布的结论")
    vote: VoteRecord | None = optional("票决", "只用于民生实事候选：人大代表票决的结果")
    satisfaction: SatisfactionRecord | None = optional("满意度", "只用于民生实事：测评的结果")
