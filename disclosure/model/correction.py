"""``corrections/<date>-<slug>.md``: something published here was wrong; what it said and what it says now."""

from disclosure.model.fields import CORRECTED, FIXED, FREE, Day, Minute, Record, optional, required


class CorrectionMeta(Record, change=CORRECTED):
    """The front matter of a correction. The body says where (with a link) and how it came about."""

    title: str = required("标题", "一句话说清哪里错了", min_length=4, max_length=60, change=FREE)
    date: Day = required("日期", "改正的日期，等于文件名开头的日期；不晚于今天", change=FIXED)
    published: Minute = required(
        "发布时间", "在本站发布的时间，例如 2026-11-23 09:00；由人填写，此后不改", change=FIXED
    )
    was: str = required("原来", "原来写的，照录")
    now: str | None = optional("现在", "现在写的；删去了的不写")
