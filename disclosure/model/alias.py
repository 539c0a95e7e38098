"""What citizens call things: ``content/search/aliases*.yml``."""

from disclosure.model.fields import FREE, Record, required


class AliasRecord(Record, change=FREE):
    """Words that readers type, and the words that the report and the site use for it."""

    words: list[str] = required("读者的说法", "读者会输入的词，每个只写在一处", min_length=1)
    means: list[str] = required("报告的说法", "报告或本站说明里真有的词；搜索时一并查找", min_length=1)
