"""What readers asked, and what they should find: ``content/search/queries.yml``."""

from disclosure.model.fields import FREE, Record, optional, required

# As many hits as the first page shows
FIRST = 10


class QueryRecord(Record, change=FREE):
    """A query, and what the search has to find for it, or nothing. It is kept for editors and never shown."""

    query: str = required("搜索的话", "照读者输入的写", min_length=1, max_length=200)
    finds: list[str] = optional(
        "应当找到",
        "都要在前几个结果里：2022/c137、2022/r087、2022/p2-23、questions/parking、entities/wangfujing，"
        "或站内地址 glossary.html#n07",
        default=[],
        means="应当找到的记录、段落或页面",
    )
    first: int = optional("前几个", "在前几个结果里才算找到；不写就是第一页的10个", default=FIRST, ge=1, le=FIRST)
    nothing: bool = optional("没有", "报告里没有这件事、不应当有直接的结果时，写 true", default=False)
