"""``entities/<id>.yml``: a road, a school, a firm ... that reports name."""

from disclosure.model import vocabulary
from disclosure.model.fields import FIXED, FREE, ID, Record, optional, required

NAME = r"^\S+(?: \S+)*$"


class EntityRecord(Record, change=FREE):
    """One place, body or programme: one a file, or a list of them. Where it is named is found in the texts."""

    id: str = required(
        "编号",
        "英文小写，永久不变；一条一个文件时等于文件名，例如 jinying-road",
        pattern=ID,
        max_length=80,
        change=FIXED,
    )
    name: str = required(
        "名称", "报告里的写法，例如 金鹰路；至少两个字", min_length=2, max_length=40, pattern=NAME, means="名称"
    )
    kind: str = required("类别", "道路、学校、企业等，用词见词表 entity-kinds", words=vocabulary.ENTITY_KINDS)
    others: list[str] = optional(
        "其他叫法",
        "报告或更新里指同一个对象的其他写法，例如 九洲高架；也供搜索",
        default=[],
        means="指同一个对象的其他写法",
    )
    excluded: list[str] = optional(
        "不算在内",
        "含有这个名字、说的却是别的事的词，例如 广州路口；它们不算提到",
        default=[],
        means="含有这个名字、说的却是别的事的词",
    )
    note: str | None = optional("说明", "读者需要知道的一两句话，例如两种写法指同一工程是推断", max_length=200)
    source: str | None = optional("出处", "名字或说明不出自报告时，写明出自哪份文件", max_length=200)
