"""Sites that are searched together with this one, each built and published by itself: ``content/federation.yml``."""

from disclosure.model.fields import ADDRESS, FREE, Record, optional, required

# Each costs a reader some requests for each query
MOST_SITES = 40


class FederatedSiteRecord(Record, change=FREE):
    """A site built by this program, of whatever place, on whatever host."""

    address: str = required(
        "网址",
        "那个网站的首页在哪个文件夹，例如 https://www.example.cn/report/，以 / 结尾；与它自己 site.yml 的 address 一样",
        pattern=ADDRESS,
        leads=True,
    )
    name: str = required("名称", "读者在结果里看到的名称，例如 时光区政府工作报告追踪", min_length=2, max_length=40)
    district: str | None = optional(
        "地区", "结果里写的地区，例如 时光区；不写就照那个网站自己写的", min_length=2, max_length=40
    )
