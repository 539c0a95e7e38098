"""Clauses that neither promise nor report anything, and why: courtesy, background, transition, what leads in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from disclosure.drafting import lacking
from disclosure.drafting.clauses import OpenClause, words_of
from disclosure.drafting.shapes import DraftDoubt
from disclosure.drafting.unit import Unit, opens

_YEAR: Final = (
    "(?:[0-9]{4}年|今年|去年|新的一年里?|一年来|五年来|(?:刚刚)?过去的?[一五]年|回顾(?:过去)?的?[一五]年|展望未来)"
)
# What only leads from one thing to the next
TRANSITION: Final = re.compile(
    rf"(?:{_YEAR}|其中|与此同时|同时|此外|另外|分别[是为]|具体[是为]|即|为此|对此|我们|(?:总体要求|(?:总的)?工作思路|重点|主要)是"
    r"|总的来[看说]|具体来说|在此基础上|[一二三四五六七八九十]是|第[一二三四五六七八九十])$"
)
ADDRESS: Final = re.compile("(?:尊敬的|各位|同志们).{0,2}(?:代表|委员|同志|们)*(?:、(?:各位|同志们|朋友们).{0,3})*$")
COURTESY: Final = re.compile(
    "感谢|敬意|致敬|请予?审议|提请.{0,12}审议|提出(?:宝贵)?意见|成绩(?:的取得)?.{0,8}(?:来之不易|归功于|得益于|是.{0,40}(?:领导|结果))"
    "|(?:现在)?.{0,3}我代表.{2,30}(?:报告|感谢|致|表示|向)"
)
# The call that closes a report, and what goes on with it before anything is to be done
CALL: Final = re.compile("让我们|我们要?(?:更加)?紧密地?团结在")
CALLING: Final = re.compile(
    "(?:让?我们要?)?(?:更加)?(?:紧密地?)?团结在|在.+领导下|以.+为指导|高举|与.+同|不忘|牢记|坚定|锚定|只争朝夕|不负韶华|踔厉|勇毅"
    "|同心|万众|凝心聚力|同舟共济"
)
BACKGROUND: Final = re.compile(
    "(?:今年|[0-9]{4}年)?是.{2,60}(?:之年|一年|时期|节点|窗口期|攻坚期|关键期)$|意义重大|具有.*意义|面对的是|形势|机遇[与和]挑战"
    "|挑战[与和]机遇|面对.*(?:严峻|复杂|冲击|考验|挑战)|在.{2,60}(?:坚强|正确)领导下$"
)
# 发展联运，是必由之路; 发展联运，改革是关键
OF_MATTER: Final = re.compile("是|离不开|事关|关乎|[一-鿿]{2,4}是[一-鿿]{2}$")
# 今年毕业生9000人，再创历史新高: known already
RECORD: Final = re.compile("(?:为|(?:再|又)?创下?|达到?)(?:了)?历史(?:最|新)[高多低]")
AIMED: Final = re.compile("力争|争取|努力|确保|实现|完成|达|突破|增长|要")
# What only says how things are or what they are for: 全区有老旧小区120个, 已达使用年限, 是发展的关键
_WORTH: Final = (
    "关键|基础|根本|前提|保[证障]|大计|大事|基石|根基|职责|途径|举措|方[式法]|之[路策本基要]|支撑|源泉|动力|主体|使命|要求|期盼|需求|愿望|选择"
    "|课题|所在|希望|事业|力量|重点|短板|优势|底气|红线|窗口|平台"
)
FACT: Final = re.compile(
    "(?:目前|现在|当前|近年来|长期以来)(?!.*(?:要|将|必须|应)).+|[^，]{0,12}(?:[现尚共仍]有|还有)|(?:[我全][省市区县国]|[一-鿿]{2,4}[省市区县镇])有"
    "|(?:我国|[我全][省市区县])[^，要将须]*(?:巨大|广阔|旺盛|较[大多高低]|薄弱|突出)$"
    "|[^，]{0,14}已经?(?:达(?!标)|有|成为|进入|超过|到了|形成|具备)(?!.*的[一-鿿]+$)|[^，]*(?:离不开|事关|关乎)"
    f"|(?![^，]*(?:[就总还也但可其别于只凡要一二三四五六七八九十点标求务]是|[要将须]))[^，]*是[^，]*(?:{_WORTH})[”’]?$"
)
# 抓好以下七个方面工作
POINTS_AHEAD: Final = re.compile("以下|如下|下[面列]|[几一二三四五六七八九十]+(?:个方面|项|件|点)")
# 重点抓好以下工作: whatever mark stands behind it
ENDS_IN_LIST: Final = re.compile("(?:以下|如下|下[面列]).{0,10}(?:工作|方面|任务|措施|事项|重点)$")
# 遴选了12件票决项目，分别是
ANNOUNCES: Final = re.compile(
    "[0-9一二三四五六七八九十]+(?:件|项|个|条|大|方面).*(?:项目|实事|工作|方面|任务|措施|行动|工程)$|以下|如下"
)


def address(row: Sequence[OpenClause]) -> Unit:
    return Unit(tuple(row), (), "courtesy")


def sayings(run: Sequence[OpenClause]) -> list[Unit]:
    """What comes before the call that closes a report: the address, and what is to be felt."""
    n = next((n for n, one in enumerate(run) if CALL.match(one.text)), 0)
    if any(one.counts for one in run[:n]):
        return []
    is_addressed = n > 0 and ADDRESS.match(run[0].text)
    rows = (run[:1], run[1:n]) if is_addressed else (run[:n],)
    return [Unit(tuple(row), (DraftDoubt.BACKGROUND,) * (len(row) > 1), "courtesy") for row in rows if row]


def leading(row: Sequence[OpenClause], *, is_ahead: bool = True, is_admitted: bool = False) -> list[Unit]:
    """The clauses at the beginning of a sentence that are no record.

    Of what is lacking only its conditions are background; of a plan also what is so already (``is_ahead``).
    """
    found = _admission(row) if is_admitted else []
    row = row[sum(len(unit.clauses) for unit in found) :]
    while row and (taken := _taken(row, is_ahead=is_ahead, is_admitted=is_admitted)):
        found.append(taken)
        row = row[len(taken.clauses) :]
    return found


def _admission(row: Sequence[OpenClause]) -> list[Unit]:
    """看到成绩的同时，我们也清醒认识到，我国是发展中大国，: and behind it what is lacking."""
    if not (n := lacking.leading_in(row)):
        return []
    to = n + lacking.conditions(row[n:])
    given = [Unit(tuple(row[n:to]), (DraftDoubt.BACKGROUND,), "background")] if to > n else []
    return [Unit(tuple(row[:n]), (DraftDoubt.HEAD,), "lead-in"), *given]


def announcement(row: Sequence[OpenClause]) -> tuple[list[Unit], int]:
    """What announces a list in a sentence, and how many clauses stand before it: 遴选了12件项目，分别是：."""
    n = next((n for n, one in enumerate(row[:-1]) if one.stop == "："), None)
    if n is None or not TRANSITION.match(row[n].text):
        return [], 0
    found = [Unit((row[n],), (), "transition")]
    if n and ANNOUNCES.search(row[n - 1].text):
        found.insert(0, Unit((row[n - 1],), (DraftDoubt.HEAD,), "lead-in"))
    return found, n + 1 - len(found)


def _taken(row: Sequence[OpenClause], *, is_ahead: bool, is_admitted: bool) -> Unit | None:
    if COURTESY.search(words_of(row)):
        return address(row)
    if ADDRESS.match(row[0].text):
        return address(row[:1])
    if CALL.match(row[0].text):
        return Unit(tuple(row[: _calling(row)]), (DraftDoubt.BACKGROUND,), "courtesy")
    if not is_admitted and (n := _background(row, is_ahead=is_ahead)):
        return Unit(tuple(row[:n]), (DraftDoubt.BACKGROUND,), "background")
    if _is_transition(row):
        return Unit((row[0],), (DraftDoubt.GOES_ON,), "transition")
    return Unit(tuple(row[:n]), (DraftDoubt.HEAD,), "lead-in") if (n := _leading_in(row)) else None


def _calling(row: Sequence[OpenClause]) -> int:
    return next((n for n, one in enumerate(row) if n and not CALLING.match(one.text)), len(row))


def _background(row: Sequence[OpenClause], *, is_ahead: bool) -> int:
    """How many clauses give reasons; a year before them belongs to them."""
    begin = 1 if len(row) > 1 and TRANSITION.match(row[0].text) else 0
    n = next((n for n in range(begin, len(row)) if not _gives_reason(row[n:], is_ahead=is_ahead)), len(row))
    return n if n > begin else 0


def _gives_reason(row: Sequence[OpenClause], *, is_ahead: bool) -> bool:
    """Whether the first of these clauses does, by its words or, a matter of which it is said, by the next one's."""
    text = row[0].text
    if BACKGROUND.search(text) or (is_ahead and FACT.match(text)):
        return True
    if not (is_ahead and row[0].leads_on):
        return False
    following = row[1].text if len(row) > 1 else ""
    is_matter = not row[0].figures and OF_MATTER.match(following) and FACT.match(following)
    is_record = RECORD.match(following) and not AIMED.search(text)
    return bool(is_matter or is_record or RECORD.match(text))


def _is_transition(row: Sequence[OpenClause]) -> bool:
    """一年来 belongs to what was done in it, but for a figure, which is that of the year anyway."""
    if len(row) < 2 or not TRANSITION.match(row[0].text):
        return False
    return row[0].stop == "：" or row[1].counts or not opens(row[0])


def _leading_in(row: Sequence[OpenClause]) -> int:
    """Clauses before a colon, if they lead to what follows; or all, if they end in saying that more does."""
    if ENDS_IN_LIST.search(row[-1].text):
        return len(row)
    n = next((n for n, one in enumerate(row, 1) if one.stop == "："), 0)
    if any(one.counts for one in row[:n]) or (n == len(row) and not POINTS_AHEAD.search(row[-1].text)):
        return 0
    return n
