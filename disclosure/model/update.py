"""``updates/<report>/<date>-<slug>.md``: what became known of one or more promises, with its evidence."""

from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import CORRECTED, FIXED, FREE, Day, Minute, NameOf, Number, Record, optional, required

# Of another report with its key before it: 2022/c098
REPORT = r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?"
COMMITMENT = rf"^{REPORT}c[0-9]{{3,6}}$"
TARGET = rf"^{REPORT}c[0-9]{{3,6}}(?:/[0-9]{{1,4}})?$"
# A year, a month or a day: 2022, 2022-05, 2022-05-09
_WHEN = r"(?:19|20|21)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
# What a number covers: 2022, 2022-06 (from January), 2022-06-18 (until that day)
PERIOD = rf"^{_WHEN}$"
# What stands for a time that nobody knows
UNKNOWN = "不详"
EVENT = rf"^(?:{UNKNOWN}|{_WHEN}(?:/{_WHEN})?)$"


class LevelRecord(Record, change=CORRECTED):
    """A number of somebody else, or of another year, that a value is held against."""

    name: str = required("名称", "是谁的、哪一年的数，例如 2021年、全省平均")
    value: Number = required("数值", "按基本单位，与实际值同一单位")


class ValueRecord(Record, change=CORRECTED):
    """One value, of whatever target."""

    period: str | None = optional(
        "时期",
        "数字覆盖到什么时候：全年写 2022，1至6月写 2022-06，截至6月18日写 2022-06-18",
        pattern=PERIOD,
    )
    value: Number | None = optional("数值", "按基本单位，例如 1.5万个 写 15000；下降3%写 -3")
    unit: str | None = optional("单位", "基本单位，与目标相同，例如 家、元、%")
    vintage: str | None = optional("口径", "预计、初步或最终", words=vocabulary.VINTAGES)
    basis: str | None = optional("可比口径", "同口径或自然口径", words=vocabulary.BASES)
    base: LevelRecord | None = optional("上年基数", "报告里没有登记上年数时，写在这里")
    reference: LevelRecord | None = optional("参照数", "同步、高于平均、上级下达的目标要比的另一个数")
    denominator: Number | None = optional("总数", "全覆盖、100%的目标：总共有多少")
    counts: list[int] = optional("各期次数", "每季度一次这类目标：各期的次数，从第一期写起", default=[])
    done: Day | None = optional("完成日期", "期限目标：哪一天完成")
    open_on: Day | None = optional("尚未完成的日期", "期限目标：公开材料写明到这一天还没有完成")
    started: bool = optional("已启动", "启动类目标：材料写明已经启动时写 true", default=False)


class SeenRecord(ValueRecord, change=CORRECTED):
    """One value of one target."""

    target: str = required(
        "目标",
        "目标编号，例如 c016/1；承诺只有一个目标时可以写 c016；别的报告的写 2022/c016/1",
        pattern=TARGET,
        names=NameOf.TARGET,
    )


class EntrySeenRecord(ValueRecord, change=CORRECTED):
    """One value of one target of the promise that an entry speaks of."""

    target: str | None = optional(
        "目标",
        "这条承诺的第几个目标，例如 2；只有一个目标时不写",
        pattern=r"^[0-9]{1,4}$",
        means="第几个目标",
        names=NameOf.NTH_TARGET,
    )


class EntryRecord(Record, change=CORRECTED):
    """What an update says of one of its promises: its own status, evidence and values."""

    commitment: str = required(
        "承诺",
        "哪一条，例如 c098；别的报告的写 2022/c098",
        pattern=COMMITMENT,
        means="承诺的编号；别的报告的写作 2022/c098",
        names=NameOf.COMMITMENT,
    )
    reported: str | None = optional(
        "报告状态", "责任单位对这一条怎么说，用词见词表 reported", words=vocabulary.REPORTED, means="报告状态"
    )
    evidenced: str | None = optional(
        "证据状态", "公开材料对这一条支持到什么程度", words=vocabulary.EVIDENCED, means="证据状态"
    )
    searched: Day | None = optional("检索截至", "写“无公开证据”时，最后一次检索的日期", means="检索截至哪一天")
    observations: list[EntrySeenRecord] = optional("实际值", "这条承诺的目标的实际值，一项一个", default=[])


class UpdateMeta(Record, change=CORRECTED):
    """The front matter of an update; the narrative follows it."""

    title: str = required("标题", "一句话说清发生了什么，不加评价", min_length=4, max_length=60, change=FREE)
    date: Day | None = optional(
        "日期",
        "材料公开的日期，等于文件名开头的日期；材料没有写明哪一天就不写，文件名用收录的日期",
        means="材料公开的日期；不知道为 null",
        change=FIXED,
    )
    published: Minute = required(
        "发布时间",
        "在本站发布的时间，例如 2026-11-23 09:00；由人填写，此后不改；其中的日期就是收录日期",
        change=FIXED,
    )
    event: str | None = optional(
        "事情发生",
        "事情发生的时间：2022-08-16、2022-08、2022，一段时间 2022-10/2022-12，或 不详；不写就只说材料公开的日期",
        pattern=EVENT,
        means="事情发生的时间；没有写或不知道为 null",
    )
    inferred: str | None = optional(
        "推断的理由", "材料没有写明、由编者推断的时间，写凭什么", means="时间是推断的：凭什么", long=True
    )
    commitments: list[str] = optional(
        "承诺",
        "说的是哪几条承诺，例如 [c098]；别的报告的写 2022/c098；每条各有状态时写 entries",
        default=[],
        means="涉及的承诺",
        names=NameOf.COMMITMENT,
    )
    entries: list[EntryRecord] = optional(
        "逐条", "一条更新说几条承诺、各不相同时，一条一项：状态、证据状态、实际值", default=[]
    )
    context: str | None = optional(
        "背景范围",
        "只是上级、全市、全省或以后年份的情况时，写它的范围，例如 样例市；背景不能代替本区的进展",
        means="只是背景时的范围；不算作进展",
    )
    reported: str | None = optional(
        "报告状态",
        "责任单位自己怎么说，用词见词表 reported",
        words=vocabulary.REPORTED,
        means="报告状态：责任单位怎么说",
    )
    evidenced: str | None = optional(
        "证据状态", "公开材料支持到什么程度", words=vocabulary.EVIDENCED, means="证据状态：公开证据支持到什么程度"
    )
    searched: Day | None = optional("检索截至", "写“无公开证据”时，最后一次检索的日期", means="检索截至哪一天")
    confidence: str | None = optional("把握", "编者对这条信息的把握：高、中、低", words=vocabulary.CONFIDENCE)
    observations: list[SeenRecord] = optional("实际值", "目标的实际值，一项一个", default=[])
    evidence: list[EvidenceRecord] = optional("证据", "公开材料，一份一项", default=[])
