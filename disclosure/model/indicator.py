"""``indicators/<id>.yml``: a measure followed over years."""

from typing import Literal

from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import CORRECTED, FIXED, FREE, ID, Number, Record, optional, required
from disclosure.model.quoted import RESULT_REFERENCE
from disclosure.model.update import PERIOD


class ObservationRecord(Record, change=CORRECTED):
    """One value of an indicator: as a report states it (``report``, ``result``), or as another public document does, a
    statistical bulletin or a budget report (``value``, ``evidence``)."""

    period: str = required(
        "时期",
        "全年写 2022；公报里1至6月的数写 2022-06，截至6月18日的写 2022-06-18",
        pattern=PERIOD,
        means="时期：年份，或者到哪个月、哪一天为止",
    )
    report: str | None = optional("报告", "报告里的数：写明它的报告，例如 2022")
    result: str | None = optional(
        "成果", "报告里的数：写明它的成果编号，例如 r003；有几个数字时写 r003/2", pattern=RESULT_REFERENCE
    )
    value: Number | None = optional("数值", "公报、预算报告里的数：按基本单位，例如 1.5万个 写 15000；下降3%写 -3")
    unit: str | None = optional("单位", "基本单位，与指标相同；不写就是指标的单位")
    vintage: str | None = optional("口径", "预计、初步或最终", words=vocabulary.VINTAGES)
    basis: str | None = optional("可比口径", "同口径或自然口径", words=vocabulary.BASES)
    evidence: list[EvidenceRecord] = optional("证据", "写明这个数的公开材料，一份一项", default=[])


class IndicatorTargetRecord(Record, change=CORRECTED):
    """A target for an indicator: a commitment's target."""

    period: str = required("时期", "年份，例如 2022", pattern=r"^(?:19|20|21)[0-9]{2}$", means="年份")
    report: str = required("报告", "写明这个目标的报告，例如 2022")
    commitment: str = required("承诺", "写明这个目标的承诺，例如 c002/1", pattern=r"^c[0-9]{3,6}(?:/[0-9]{1,4})?$")


class ContextRecord(Record, change=CORRECTED):
    """A value or a target of the city or the province: context, never a value of the district."""

    name: str = required("范围", "是谁的数，例如 样例市、样例省；不能是本区", means="是谁的数；不是本区的数")
    period: str = required("时期", "年份，例如 2022", pattern=r"^(?:19|20|21)[0-9]{2}$", means="年份")
    kind: Literal["observation", "target"] = required(
        "哪一种", "observation 实际值，target 目标", means="observation 实际值，target 目标"
    )
    written: str = required("写法", "材料里的写法，照录，例如 7%以上、4.1%、量稳质升")
    basis: str | None = optional("可比口径", "同口径或自然口径", words=vocabulary.BASES)
    evidence: list[EvidenceRecord] = required("证据", "公开材料，一份一项", min_length=1)


class IndicatorRecord(Record, change=CORRECTED):
    """One indicator a file; the file's name is its id."""

    id: str = required(
        "编号", "英文小写，等于文件名，例如 gdp-growth", pattern=ID, max_length=80, means="指标的编号", change=FIXED
    )
    name: str = required("名称", "指标的中文名，例如 地区生产总值增速", means="指标的名称", change=FREE)
    unit: str = required("单位", "基本单位，例如 %、元、家", means="基本单位")
    polarity: Literal["up", "down", "none"] = required(
        "方向",
        "up 越高越好，down 越低越好，none 只作信息、不分好坏",
        means="up 越高越好，down 越低越好，none 只作信息、不分好坏",
    )
    rate_of: str | None = optional(
        "是谁的增速", "增速指标写它对应的总量指标编号，用于推算绝对目标", pattern=ID, max_length=80
    )
    district: str | None = optional(
        "区县", "只用于有 districts.yml 的网站：是哪个区县的指标，写它的编号", pattern=ID, max_length=80
    )
    measure: str | None = optional(
        "可比指标", "与别的区县比的是哪一项，写 measures.yml 里的编号；写了就要写 district", pattern=ID, max_length=80
    )
    observations: list[ObservationRecord] = optional("实际值", "各年的值", default=[])
    targets: list[IndicatorTargetRecord] = optional("目标", "各年的目标", default=[])
    context: list[ContextRecord] = optional(
        "上级对照",
        "全市、全省的同一指标，一个数一项，写出处；本区的数不写在这里",
        default=[],
        means="全市、全省的同一指标，只作对照，不代替本区的数",
    )
    note: str | None = optional("说明", "口径不完全相同等需要读者知道的事", change=FREE)
