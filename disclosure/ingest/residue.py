"""Lines of an archive that are not the report: what a web page and a printed page put around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from disclosure.grouping import grouped
from disclosure.ingest.shapes import BEGINS_SPEECH, ENDS, Shape, begins_anew, is_title, shaped, squeezed
from disclosure.source.note_marks import BLANKS, NumberedRow
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

PAGE, NUMBER, RULER, RUNNING = N_("网页上的文字"), N_("页码"), N_("分隔线"), N_("每页重复的页眉页脚")
BEFORE = N_("题名之前，不像报告的文字")
AFTER = N_("报告之后，网页上的文字")
WEB_TITLE = N_("网页的标题，报告自己的题名在后面")
BUTTON = (
    r"打印(?:本页|文章|页面)?|关闭(?:窗口|本页)?|收藏(?:本页)?|分享(?:到|至)?|返回(?:顶部|首页|上一页|列表)?|复制(?:链接)?|微信|新浪微博|微博|QQ(?:空间|好友)?|朋友圈"
    r"|扫一扫|字号|字体|[大中小]|特大|默认|A[+-]?|T[+-]?|无障碍(?:浏览|阅读)?|长者(?:模式|版|专区)|适老化|繁體?体?|简体|English|EN|首页|网站首页|设为首页|加入收藏|登录|注册|搜索"
    r"|导航|下载|正文|点赞|评论|纠错|我要纠错|语音播报|朗读|政务公开|信息公开|政府信息公开|目录导航"
)
BUTTONS = re.compile(rf"(?:{BUTTON})$")
# A label with what it labels
LABELLED = re.compile(
    r"[-—–·•\s【\[（(]*(?:字号|字体|浏览(?:次数|量)?|点击(?:次数|数|率|量)?|阅读(?:次数|量)?|访问量|来源|信息来源|文章来源|稿源|作者|供稿|编辑|责任编辑|责编|校对|审核|审签|初审|复审|终审|发布(?:时间|日期|机构|单位|人|者)"
    r"|更新(?:时间|日期)|时间|日期|录入时间|索引号|信息索引|文号|发文字号|文件编号|主题(?:分类|词)|体裁(?:分类)?|公开(?:方式|范围|时限|日期|形式|责任部门)|生成日期|成文日期|发文日期|有效性|发文机关|信息类别"
    r"|服务对象|上一[篇条]|下一[篇条]|标题|名称|相关(?:链接|文章|信息|附件|稿件|阅读|文档|新闻|解读|报道)|当前(?:的)?位置|您?(?:现在|当前)?(?:的|所在)位置|分享(?:到|至)?|打印|扫一扫\S*|关键词|关键字|附件下载|导语|温馨提示|摘要|文件名称)[】\]]?\s*[：:|｜]"
)
SAYS_SITE = re.compile(
    r"ICP备|公网安备|公安备案|网站标识码|找错|版权所有|Copyright|©|主办单位|主办[：:]|承办[：:]|承办单位|技术支持|联系电话|网站地图|关于我们|联系我们|手机扫|二维码|扫一扫|返回顶部|今天是|浏览器|微信公众号|门户网站|下一篇|上一篇|责任编辑|浏览次数|https?://|www\.|小编|欢迎阅读|仅供参考|免费文档|实用文档|来源于网友|需要登录|先登录|摄影?$"
)
CRUMBS = re.compile(r"\S{1,16}(?:\s*(?:>|＞|»|›|&gt;)\s*\S{1,24}){1,8}\s*[>＞»›]?$")
STAMP = re.compile(r"(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日\s+[0-9]{1,2}[:：时])")
COVER = re.compile(r"会议|文件|大会|届|人民政府|草案|秘密|印发|[0-9〇一二三四五六七八九]{4}年|报告|区|县|市|省|州|旗")
PAGE_NUMBER = re.compile(
    r"(?:[—–－\-·]+\s*[0-9]{1,3}\s*[—–－\-·]+|第\s*[0-9]{1,3}\s*页(?:\s*[/，,]?\s*共\s*[0-9]{1,3}\s*页)?|[0-9]{1,3}\s*/\s*[0-9]{1,3})$"
)
BARE_NUMBER = re.compile(r"[0-9]{1,3}$")
RULE = re.compile(r"[-=_*—–－─━~～·.。]{3,}$")
BEHIND = re.compile(
    r"本作品|(?:上|下)一[篇条]|相关(?:链接|文章|信息|阅读|新闻|稿件|解读|报道)|扫一扫|主办[：:单]|版权|Public domain"
)
# So many lines a page may have behind its article
BOTTOM = 60
# and so little to say: a share of all, or so many characters; a sentence longer than this is text
LITTLE, LITTLE_TEXT, SENTENCE = 0.05, 300, 60
# A day that something was said on belongs to the report
SAID = re.compile(r"年.{1,6}日在|会议上")
# Signs alone, and a label whose value stands on the next line
SIGNS = re.compile(r"[\s【】\[\]（）()|｜>＞»›:：·、/-]+$")
EMPTY_LABEL = re.compile(r"\S{2,8}[：:]$")
VALUE = 24
# How web pages call a report that they have whole
NAMED = re.compile(r"工作报告.{0,14}(?:全文|征求意见稿|范文|20[0-9]{2}年)[）)】]?")
# How far the title may be from the top
TOP, NEAR = 80, 8
SHORT, OFTEN, APART = 30, 3, 12

Left = dict[int, str]


def residue(rows: Sequence[NumberedRow]) -> Mapping[int, str]:
    """What is not the report, by line, each with the reason."""
    lines = [(n, row.strip(BLANKS)) for n, row in rows if row.strip(BLANKS)]
    left = {**_page_numbers(lines), **_running(lines)}
    left |= {n: RULER for n, text in lines if RULE.match(text)}
    rest = [line for line in lines if line[0] not in left]
    left |= _before(rest)
    return dict(sorted({**left, **_after([line for line in rest if line[0] not in left])}.items()))


def is_residue(text: str) -> bool:
    """Whether a line is what web pages have beside an article."""
    pieces = [piece for piece in re.split(r"[\s|丨｜/、，·\[\]【】（）()：:]+", text) if piece]
    if SIGNS.match(text):
        return True
    has_only_buttons = bool(pieces) and all(map(BUTTONS.match, pieces))
    is_short = len(text) <= 80 and not ENDS.search(text)
    looks = (LABELLED.match(text), CRUMBS.match(text), STAMP.match(text), SAYS_SITE.search(text))
    return has_only_buttons or (any(looks) and (is_short or (bool(LABELLED.match(text)) and len(text) <= 120)))


def title_line(lines: Sequence[NumberedRow]) -> int | None:
    """Where the report's own title stands: the last line before the speech that names a report."""
    speech = next((at for at, (_n, text) in enumerate(lines[:TOP]) if BEGINS_SPEECH.match(text)), TOP)
    found = [at for at, (_n, text) in enumerate(lines[:speech]) if is_title(text)]
    return found[-1] if found else None


def _before(lines: Sequence[NumberedRow]) -> Left:
    at = title_line(lines)
    if at is None:
        return {n: PAGE for n, text in lines[:NEAR] if is_residue(text)}
    last = max((n for n, text in lines[:at] if is_residue(text)), default=0)
    left = {n: _reason(text) for n, text in lines[:at] if is_residue(text) or (n < last and not COVER.search(text))}
    left |= {
        n: WEB_TITLE for n, text in lines[:at] if (is_title(text) and n < max(left, default=0)) or NAMED.search(text)
    }
    body = next((n for n, (_n, text) in enumerate(lines) if n > at and BEGINS_SPEECH.match(text)), at + NEAR)
    left |= {n: PAGE for n, text in lines[at + 1 : body] if is_residue(text) and not shaped(text).head}
    return left | dict.fromkeys(_values(lines[:body], left), PAGE)


def _values(lines: Sequence[NumberedRow], left: Left) -> Iterator[int]:
    """What stands below a label that is left out: 来源： and the newspaper's name."""
    for (label, above), (n, text) in pairwise(lines):
        is_value = len(text) <= VALUE and not ENDS.search(text) and not is_title(text) and not SAID.search(text)
        if label in left and EMPTY_LABEL.match(above) and LABELLED.match(above) and is_value:
            yield n


def _reason(text: str) -> str:
    return PAGE if is_residue(text) else BEFORE


def _after(lines: Sequence[NumberedRow]) -> Left:
    """What follows the last line that a report could end with, where the first such is a web page's."""
    whole = sum(len(text) for _n, text in lines)
    strong = next((at for at in range(max(1, len(lines) - BOTTOM), len(lines)) if _closes(lines[at:], whole)), None)
    if strong is not None:
        return {n: PAGE if is_residue(text) else AFTER for n, text in lines[strong:]}
    last = max((at for at, (_n, text) in enumerate(lines) if _can_end(text)), default=-1)
    rest = lines[last + 1 :]
    first = next((at for at, (_n, text) in enumerate(rest) if is_residue(text) or not _is_chinese(text)), len(rest))
    return {n: PAGE if is_residue(text) else AFTER for n, text in rest[first:]}


def _closes(rest: Sequence[NumberedRow], whole: int) -> bool:
    """Whether a page's own words begin here: what follows is short, and neither report nor annex."""
    begins = is_residue(rest[0][1]) or BEHIND.match(rest[0][1])
    is_little = sum(len(text) for _n, text in rest) <= max(whole * LITTLE, LITTLE_TEXT)
    goes_on = any(
        shaped(text).shape is not Shape.TEXT or begins_anew(text) for _n, text in rest if not _is_speech(text)
    )
    has_text = any(len(text) > SENTENCE and text.endswith("。") for _n, text in rest)
    return bool(begins) and is_little and not goes_on and not has_text


def _is_speech(text: str) -> bool:
    return BEGINS_SPEECH.match(text) is not None and len(text) <= SENTENCE


def _can_end(text: str) -> bool:
    return bool(ENDS.search(text)) and _is_chinese(text) and not is_residue(text)


def _is_chinese(text: str) -> bool:
    return re.search(r"[㐀-鿿]", text) is not None


def _page_numbers(lines: Sequence[NumberedRow]) -> Left:
    found = [n for n, text in lines if PAGE_NUMBER.match(text)]
    bare = [(n, int(text)) for n, text in lines if BARE_NUMBER.match(text)]
    is_counting = len(bare) >= OFTEN and all(b[1] == a[1] + 1 and b[0] - a[0] >= APART for a, b in pairwise(bare))
    return dict.fromkeys((*found, *(n for n, _number in bare if is_counting)), NUMBER)


def _running(lines: Sequence[NumberedRow]) -> Left:
    """Short lines that come again and again, as on each page."""
    places = grouped((squeezed(text), n) for n, text in lines if len(text) <= SHORT and not ENDS.search(text))
    runs = (found[1:] if is_title(text) else found for text, found in places.items() if _is_running(text, found))
    return {n: RUNNING for found in runs for n in found}


def _is_running(text: str, found: Sequence[int]) -> bool:
    is_apart = all(b - a >= APART for a, b in pairwise(found))
    return len(found) >= OFTEN and is_apart and not begins_anew(text)


def told(left: Mapping[int, str], rows: Mapping[int, str]) -> Iterator[str]:
    """Which lines were left out, for whom they may be part of the report."""
    for because, numbers in grouped((because, n) for n, because in left.items()).items():
        yield _("第 {lines} 行没有收入报告（{because}）：{text}").format(
            lines=runs(numbers), because=_(because), text="、".join(rows[n].strip(BLANKS)[:16] for n in numbers[:4])
        )


def runs(numbers: Sequence[int]) -> str:
    """1-3, 8"""
    pieces: list[list[int]] = []
    for n in sorted(numbers):
        if pieces and n == pieces[-1][-1] + 1:
            pieces[-1].append(n)
        else:
            pieces.append([n])
    return ", ".join(str(one[0]) if len(one) == 1 else f"{one[0]}-{one[-1]}" for one in pieces)
