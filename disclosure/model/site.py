"""The site's own record, ``content/site.yml``: identity, footer, cycle and notice."""

import re
from typing import Literal

from disclosure.model.fields import ADDRESS, CORRECTIONS, FREE, SITE_ID_CODE, WEB, Record, optional, required

# A repository's own address: no user, password or port of a service beside the web, no query, no way up
REPOSITORY = (
    r"^https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/\.*[A-Za-z0-9_~-][A-Za-z0-9._~-]*){2,}/?$"
)
BRANCH = r"^[A-Za-z0-9_](?:[./]?[A-Za-z0-9_-])*$"
FOLDER = r"^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$"
# RFC 5646, as far as pages of a site need it: zh-CN
LANGUAGE = r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$"
# What the address of a form leaves to be filled in
BLANK = re.compile(r"\{([^{}]*)\}")


class Identity(Record, change=FREE):
    """What is issued to a site by others; empty until issued, and then nothing is printed in its place."""

    site_id_code: str | None = optional(
        "网站标识码", "政府网站标识码，10位数字或 bm 加8位数字；没有就留空", pattern=SITE_ID_CODE
    )
    domain: str | None = optional(
        "网站域名", "例如 www.example.gov.cn；没有就留空", pattern=r"^[^\s/:]+\.[^\s/:]+$", leads=True
    )
    icp: str | None = optional("ICP备案编号", "例如 赣ICP备12345678号；没有就留空")
    police: str | None = optional("公安备案编号", "例如 赣公网安备 36010402000001号；没有就留空")


class Footer(Record, change=FREE):
    """The footer's slots; an empty one is not printed."""

    sponsor: str | None = optional("主办单位", "对内容负责的单位或团体")
    operator: str | None = optional("承办单位", "维护网站的单位或团体")
    contact: str | None = optional("联系方式", "电话、邮箱或通信地址，公开可用的")
    ipv6: bool = optional("支持IPv6", "网站可经 IPv6 访问时填 true", default=False)
    corrections: str | None = optional(
        "纠错邮箱或网址",
        "读者报告错误的去处：邮箱、新建问题的网址，或表单网址（可带 {record} {text} {address}）；没有就不显示",
        pattern=CORRECTIONS,
        leads=True,
    )


class DeskSettings(Record, change=FREE):
    """The page of forms for editors (``desk/``), and where what they make is handed in."""

    host: Literal["github", "gitlab", "gitee", "none"] = required(
        "仓库平台",
        "内容放在哪个平台：github、gitlab、gitee；none 指不在这些平台上，填好的文件下载或复制后自己提交",
    )
    address: str | None = optional(
        "仓库网址",
        "以 https:// 开头，到仓库为止，例如 https://github.com/单位/仓库；不带用户名和密码",
        pattern=REPOSITORY,
        leads=True,
    )
    branch: str = optional("分支", "填好的文件交到哪个分支；不写就是 main", default="main", pattern=BRANCH)
    folder: str = optional("内容文件夹", "content/ 在仓库里的位置；不写就是 content", default="content", pattern=FOLDER)


class Site(Record, change=FREE):
    """``content/site.yml``."""

    format: int = optional(
        "格式", "内容的写法是第几版，由 init 和 upgrade 写，不用改；不写就是 1", default=1, ge=1, le=9999
    )
    title: str = required("网站名称", "显示在每页页首，也是 SiteName 元数据")
    tagline: str = required("一句话说明", "网站是做什么的，显示在首页和搜索引擎的摘要里")
    language: str = optional("语言", "界面语言，目前只有 zh-CN", default="zh-CN", pattern=LANGUAGE)
    keywords: list[str] = optional("关键词", "写进页面元数据的词", default=[])
    address: str | None = optional(
        "公开网址",
        "网站发布后的根地址，例如 https://www.example.cn/report/，以 / 结尾；没有就留空",
        pattern=ADDRESS,
        leads=True,
    )
    licence: str | None = optional(
        "数据许可",
        "数据按哪份许可协议发布：协议的网址，例如 https://creativecommons.org/licenses/by/4.0/；没有声明就留空",
        pattern=WEB,
        leads=True,
    )
    cycle_days: int = optional("更新周期（天）", "承诺多少天内至少核对一次进展", default=90, ge=1, le=3650)
    notice: str = required("声明", "没有网站标识码时每页都显示的声明：本站不是政府网站，以官方发布为准")
    sample: str | None = optional("示例声明", "内容是虚构的示例时写明；每页显示，并请搜索引擎不收录")
    published_branch: str | None = optional(
        "发布分支", "网站从哪个分支发布；不写就是 origin/main 或 origin/master，都没有时是当前的提交"
    )
    published_since: str | None = optional(
        "发布起点",
        "从哪个提交、标签或哪一天（例如 2026-11-23）起，发布过的内容不能悄悄改动；不写就从头算起，没有发布写 never",
    )
    desk: DeskSettings | None = optional(
        "填表页", "给编辑用的填表页 desk/：写上仓库平台就有；不写就没有。公开的页面不提到它，也请搜索引擎不收录"
    )
    codes: bool = optional(
        "打印的二维码",
        "写了公开网址，打印的每一页都有通向这一页的二维码；有几万条记录、嫌构建慢的，填 false 就不做",
        default=True,
    )
    embed: bool = optional(
        "嵌入卡片",
        "填 true，每条承诺多一页小卡片（embed/），别的网站可以嵌进自己的网页；要先写公开网址。每条承诺多一个文件",
        default=False,
    )
    share_images: Literal["none", "site", "records"] = optional(
        "分享图片",
        "转发链接时显示的图片：site 全站一张，records 每条承诺还各有一张（写着结论），none 不要；"
        "要先写公开网址，机器上要有中文字体",
        default="none",
    )
    share_font: str | None = optional(
        "分享图片的字体",
        "中文字体文件（.ttf、.otf、.ttc）在构建的机器上的位置；不写就用机器上装的",
        pattern=r"\.(?:ttf|otf|ttc|TTF|OTF|TTC)$",
    )
    identity: Identity = optional("身份", "由主管部门核发的编号；没有就整段留空", default=Identity())
    footer: Footer = optional("页脚", "页脚各栏，空的不显示", default=Footer())


def is_mail(given: str) -> bool:
    """Whether errors are reported by e-mail; else it is a web address."""
    return "@" in given and "/" not in given


def mailto(given: str) -> str:
    return f"mailto:{given.removeprefix('mailto:')}"
