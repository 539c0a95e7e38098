"""``districts.yml``: the districts of a site that holds the reports of several."""

from disclosure.model.fields import FIXED, FREE, ID, Record, optional, required


class DistrictRecord(Record, change=FREE):
    """One district; reports name it in their head (``district``)."""

    id: str = required(
        "编号", "英文小写，永久不变，也是它的网址，例如 shiguang", pattern=ID, max_length=80, means="编号", change=FIXED
    )
    name: str = required("名称", "与报告开头的 district 一字不差，例如 拾光区", min_length=2, max_length=40)
    region: str = optional("上级地区", "所属的省、市，例如 示例省示例市；不写就不显示", max_length=40, default="")
    others: list[str] = optional("其他叫法", "简称、旧称，供搜索", default=[], means="同一个区县的其他叫法，供搜索")
    note: str | None = optional("说明", "读者需要知道的一两句话，例如区划调整", max_length=200)
