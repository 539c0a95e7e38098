"""What citizens call things: ``content/search/aliases*.yml``."""

from disclosure.model.fields import FREE, Record, optional, required


class AliasRecord(Record, change=FREE):
    """Words that readers type, and the words that the report and the site use for it."""

    words: list[str] = optional(
        "读者的说法",
        "读者最常输入的词，报告里有没有都一并查找；每个只写在一处",
        default=[],
        means="读者最常输入的词",
    )
    rarer: list[str] = optional(
        "少见的说法",
        "没有找到输入的词时才查找；用到时才下载，写多少都不耽误别的搜索",
        default=[],
        means="没有找到输入的词时才查找的词",
    )
    means: list[str] = required("报告的说法", "报告或本站说明里真有的词；搜索时一并查找", min_length=1)

    @property
    def said(self) -> list[str]:
        """All that readers say for it."""
        return [*self.words, *self.rarer]
