"""``retired.yml``: what was published here and is gone: what stands in its place, or why nothing does."""

from disclosure.model.fields import CORRECTED, FIXED, FREE, Day, Record, optional, required
from disclosure.model.record_names import PATTERN


class WithdrawalRecord(Record, change=FIXED):
    """What the law obliges to take down, without the content."""

    kind: str = required("内容种类", "撤下的是哪一类内容，例如 个人住址、身份证号；不写内容本身", max_length=60)
    date: Day = required("撤下日期", "从哪一天起不再公开")
    by: str = required("谁决定的", "作出决定的机关或负责人")
    rule: str = required("依据", "依据的规定，例如 政府信息公开条例第十五条")
    redacted: str | None = optional(
        "替代文件", "遮去这部分以后的版本，例如 files/list-redacted.txt", pattern=r"^[A-Za-z0-9._/-]+$"
    )
    # Whoever looks for the old commits finds that the line was rewritten, and up to where
    purged: list[str] = optional(
        "清除的提交", "历史里也清除时，清除以前发布过的最后一个提交（一个仓库一个）的完整编号", default=[]
    )


class RetiredRecord(Record, change=FIXED):
    """One record, page or file that is gone."""

    record: str = required(
        "记录",
        "撤下的记录，写法同更正里的 record，例如 2022/c016、updates/2022/2022-08-18-x、files/x.pdf",
        pattern=PATTERN,
    )
    to: str | None = optional("承接", "现在承接它的记录，写法相同", pattern=PATTERN, change=FREE)
    reason: str | None = optional("理由", "没有承接它的记录时，写明为什么撤下", max_length=200, change=CORRECTED)
    date: Day = required("日期", "撤下的日期")
    withdrawn: WithdrawalRecord | None = optional("依法撤回", "依法必须撤下的内容（个人信息等）", change=CORRECTED)
