"""Pictures for tests: made-up ones, and what stands in the files of one."""

from __future__ import annotations

from disclosure.pages.drawings import Drawing
from disclosure.pages.page import Citation, Link
from disclosure.pages.picture import Picture, PictureTable


def picture_of(
    drawing: Drawing, title: str = "240项中62项已有结果", sentence: str = "一句话。", key: str = ""
) -> Picture:
    return Picture(
        id="outcomes",
        page="reports/2024/index.html",
        title=title,
        sentence=sentence,
        name="名称",
        key=key,
        drawing=drawing,
        table=PictureTable(("结论", "条"), (("达成", "1"),)),
        data=(Link("承诺（CSV）", "data/commitments.csv"),),
        cite=Citation(words="示例. 标题", kind="[EB/OL]", day="2025-01-20", address="https://example.org/"),
        source="数据来源：示例",
    )
