"""How specific a promise is: whether it names something to be seen, and somebody who must act.

The number and the date are what the program reads (``checks/register.py``, specificity); these two are guessed.
"""

from __future__ import annotations

import re
from typing import Final

# Something that stands there afterwards, or is given by name
THINGS: Final = re.compile(
    r"项目|工程|[学院医]校|学校|小学|中学|幼儿园|医院|公园|绿地|绿道|广场|中心|街区|夜市|片区|园区|产业园|示范[区点馆街]|基地|[图书文化博物美术陈列纪念中医]馆|"
    r"书房|[道公高快]路|路网|断头路|高架|通车|泵站|管网|停车场|泊位|小区|社区|厂房|公寓|平台|线路|机制|基金|储备库|培育库|机构|[车泵养老]站|综合体|"
    r"食堂|实验室|办法|条例|博物馆|上市|挂牌|首个|标杆|试点|分厅|楼|[渠闸坝堤](?=建|项|工)|共同体|国医堂|完工|出让|(?:城市|城区)创建|(?:健康|服务|生活)圈|服务区|“[^”]{2,12}”(?:活动|节|展|赛|汇演)|汇演|作品展|邀请赛|“[^”]{2,12}”(?:“[^”]{2,12}”)*活动"
)
MAKES: Final = re.compile(
    r"建成|建设|建立|新建|新增|新开|打造|创建|创成|争创|设立|设置|完成|启动|推进|加快|推动|支持|引进|举办|开展|实施|落地|投[入产]|开工|竣工|改造|"
    r"打通|实现|加装|增加|扩建|续建|出台|编制|搭建|谋划|鼓励|构建|开通|提升|配合|助力|争取|成为|打造成"
)
# Verbs of which a thing may be only the field: 推进社区治理
VAGUE: Final = re.compile(
    r"治理|管理|服务(?!中心|区|站|平台)|工作|改革|体系|能力|水平|环境|意识|行动|力度|作用|氛围|精神|模式|制度"
)
# Whose doing it depends on
BODIES: Final = re.compile(
    r"(?:支持|鼓励|引导|推动|助推|推进|督促)[^，。；]{0,14}(?:企业|集团|公司|银行|街道|镇|院所|图书馆|平台(?=.*转型)|集团|社会资本)|鼓励[^，。；]{2,30}(?:上市|挂牌)|"
    r"配合(?:[省市]|上级)|与[^，。；]{2,24}(?:合作|联结|共建|联动)|争取[省市国][^，。；]{0,6}(?:启动|支持)|各(?:街道|镇|部门)|外派"
)


def deliverable(words: str, kind: str, *, has_number: bool) -> bool:
    """成果: something to be seen is named, and made. ``kind`` is the promise's, by its id."""
    if kind in ("livelihood", "orientation"):
        return kind == "livelihood"
    if not MAKES.search(words) or not THINGS.search(words):
        return False
    return has_number or not VAGUE.search(words)


def body(words: str) -> bool:
    """主体: somebody other than the government that speaks must act."""
    return BODIES.search(words) is not None
