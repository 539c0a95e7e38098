"""What stands around digits: labels that say what they are, units, addresses."""

from __future__ import annotations

import re

# How near a label stands before its number
NEAR = 16
# They say that a number is a person's, however strangely it is grouped
PERSONAL = re.compile(
    r"(?:手机|电话|联系|致电|来电|拨打|热线|微信|短信|号码|身份证|身份号码|证件|卡号|银行卡|账号|账户|帐号"
    r"|\b(?:tel|telephone|mobile|phone|cell|wechat|weixin|whatsapp|sms|contact)\b|☎|📱|📞)[^\d\n。；;，,、]{0,8}$",
    re.I,
)
# They say that it is something else
IMPERSONAL = re.compile(
    r"(?:编号|编码|代码|文号|字号|案号|批号|证号|单号|票号|期号|流水号|索引号|序列号|合同号|公告号|项目号|备案号|订单号?|条形?码"
    r"|许可证|备案|国标|标准号|统计码|行政区划|ISBN|ISSN|\bNo\.?|\bID|№|第|金额|合计|总计|总额|共计|累计|总值|产值"
    r"|投资额?|收入|支出|预算|决算|拨付|资金|税额|余额|人口|面积)\s*(?:（[^（）\n]{0,6}）)?[:：#为是达约共计]{0,2}\s*$",
    re.I,
)
MONEY = re.compile(r"(?:[¥￥$€£]|\bRMB|\bCNY|\bUSD|人民币)\s*$", re.I)
UNIT = re.compile(
    r"\s?[多余]?[万亿千百]{0,2}(?:元|块钱|美元|港元|欧元|日元|户|人(?!民|力|社|大|才|事)|个|家(?!庭|住|长)|名|吨|公斤|千克|克|斤|米|平方|立方|公里"
    r"|千米|亩|公顷|度|千瓦|次|件|项|套|台|辆|所|处|株|棵|只|头|羽|升|份|字节|字(?!号)|股|票|%|％|‰|㎡|㎥|(?:m[²³23]?|km|kg|kWh|[KMG]B|bytes)\b)"
)
# A field that holds a number: what it holds is counted
FIELD = re.compile(r"(?:^|[\s{,])\"?([a-z_0-9]+)\"?:\s*[\"']?$")
NUMERIC = frozenset(
    {
        *("value", "upper", "denominator", "count", "counts", "plan", "year", "days", "every", "order", "occurrence"),
        *("votes_for", "votes_against", "abstained", "cast", "satisfied", "basically", "dissatisfied", "cycle_days"),
        *("t1", "t2", "rates", "amounts", "amount", "total", "number", "first", "format"),
    }
)
# Round numbers of eleven digits and more are amounts, or were they ever given to somebody?
ROUND = re.compile(r"\d+0{6}")
# Signs of an address, and what makes of a text without blanks an address
TOKEN = re.compile(r"[A-Za-z0-9:/._~?#@!$&'()*+;=%\[\]-]+")
ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]*://|^www\.|^/?[\w.%-]*[a-z_%-][\w.%-]*/|[?&]\w+=|\.(?:s?html?|php|aspx?|jsp|do|pdf|docx?|xlsx?|pptx?"
    r"|od[ts]|zip|csv|json|xml|txt|md|ya?ml|jpe?g|png|webp)\b|^doi:|^urn:",
    re.I,
)
CALLS = re.compile(r"(?:^|[^a-z])(?:tel|sms|mailto|whatsapp|callto):[^:]*$", re.I)
ASKS = re.compile(r"[?&/](?:tel|phone|mobile|mob|sjh|sfz|sfzh|idcard|idno|card|cardno|wechat)[=/](?:%2B|\+)?$", re.I)
# Words of a table's head, above a column of figures
COUNTED = re.compile(
    r"元|金额|[额值数量]$|[额值数量][（(]|收入|支出|产值|投资|面积|人口|合计|总计|编号|代码|编码|序号|文号|value|amount|total",
    re.I,
)
NAMED = re.compile(r"电话|手机|联系|身份证|卡号|账号|号码|tel|phone|mobile", re.I)


def is_labelled(text: str, start: int) -> bool:
    """Whether what stands before says that the digits are somebody's number."""
    return PERSONAL.search(text, max(0, start - NEAR), start) is not None


def is_something_else(text: str, start: int, end: int, digits: str) -> bool:
    """Whether the digits are an amount, an id in an address, or labelled as a number of something else."""
    if in_address(text, start, end):
        return True
    if is_labelled(text, start):
        return False
    before, after = text[max(0, start - NEAR) : start], text[end : end + 8]
    return bool(
        MONEY.search(before)
        or UNIT.match(after)
        or IMPERSONAL.search(before)
        or _is_counted(text, start)
        or ROUND.fullmatch(digits)
        or re.match(r"[.．]\d", after)
        or re.search(r"(?<!\d)0[.．]$", before)
        or _reaches(after)
    )


def _reaches(after: str) -> bool:
    """13800000000—15000000000元: the unit stands after the second of two."""
    return re.match(r"[-—–~～至到]{1,2}\d{1,6}", after) is not None and not re.match(r"-\d{1,4}(?!\d)", after)


def _is_counted(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    found = FIELD.search(text, max(line, start - 40), start)
    return found is not None and found[1] in NUMERIC


def in_address(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of an address, and not what a link calls or a query asks for."""
    left = max(0, start - 300)
    around = next((one for one in TOKEN.finditer(text, left, end + 60) if one.end() > start), None)
    if around is None or around.start() > start or not ADDRESS.search(around[0]):
        return False
    before = text[around.start() : start]
    return not (CALLS.search(before) or ASKS.search(before))


def is_in_counted_column(text: str, start: int) -> bool:
    """Whether a cell of a text table (CSV, tabs) stands below such a head."""
    line = text.rfind("\n", 0, start) + 1
    head, cell = text.partition("\n")[0], text[line:start]
    sign = max(",\t;", key=head.count)
    heads = head.split(sign)
    at = cell.count(sign)
    return line > 0 and 0 < len(heads) - 1 >= at and is_counted_below(heads[at])


def is_counted_below(head: str) -> bool:
    """Whether a column of this head holds figures or ids, and not numbers of people."""
    return COUNTED.search(head) is not None and NAMED.search(head) is None
