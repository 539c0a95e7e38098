"""How firmly the report speaks about a figure or a clause (docs/domain.md, Strength).

A figure's strength is that of its own verb phrase: the nearest verb before it. 推动…开行4000班次 promises the count,
加快4条支路建设 does not. A figure without a verb (失业保险参保130万人以上) is promised like a bare 达, unless its
clause states a fact. A clause without a figure goes by its first verb (推进…建设 is process, 建设…推进… promised).
Where the rules are silent: a word of striving in the clause goes before a binding one (力争完成省下达目标), a binding
one before 确保; the list after 预期目标 stays expected although 新增 stands in it.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from .patterns import SENTENCE_END, after_last, before_first, compiled
from .shapes import Strength, StrengthReading

# Words that say how firmly or how surely: a title may not add one
FIRM_WORDS: Final = ("确保", "必须", "坚决", "力争", "争取", "努力", "保证", "预计")

_SCOPE_END: Final = SENTENCE_END + "；"
_CLAUSE: Final = r"[^。！？\n；，]*+"
_CLAUSE_END: Final = _SCOPE_END + "，"

_QUOTED: Final = r"“[^“”\n]{0,40}”|《[^《》\n]{0,40}》"

_GOVERNING: Final = r"""
    (?P<striving>          # 全力争取 is 争取, 奋力争先 a saying, 不懈努力 a noun
        (?<![全奋努大鼎]) 力争 (?!上游|先)
      | 争取
      | (?<!不懈|共同|艰苦|各方|经过) 努力 (?![，。；、：！的下]|目标|$)
    )
  | (?P<promised> 确保 )
    """
# 争取上级资金: 争取 is the main verb, its object is support; it says nothing of the clauses after it.
_SEEKING_SUPPORT: Final = r"争取(?:[省市]|上级|国家|中央|更多|各[级方]|政策|资金|支持)"

_BINDING: Final = r"约束性指标|完成[^，。；]{0,12}下达|不得|必须|坚决(?:遏制|杜绝|防止)|严禁|绝不|严格禁止"
_AIMS: Final = r"(?P<expected> 预期目标 ) | (?P<striving> 努力目标 )"
# Speaks of aims without opening their list, unless 是 or ： follows: 围绕预期目标，新增…
_OF_AIMS: Final = r"提出|完成|实现|围绕|对照|对标|锚定|紧扣|聚焦|按照|达到|上述"
_OPENS: Final = r"[^，。；]{0,10}? [：:是为] | 如下"
_EXPECTED: Final = r"预计|预期(?!目标|寿命)"
_AROUND: Final = rf"左右|{_EXPECTED}"
# 左右 behind a figure, or behind the last of those that share it: 分别减少3%、5%左右
_AROUND_ITSELF: Final = r"""
    [^，。；、和与及]{0,20}? (?: [0-9.]+ [^0-9，。；、和与及]{0,5} [、和与及] [0-9.]+ [^0-9，。；、和与及]{0,5} )* 左右
"""
_PROCESS_VERBS: Final = r"""
    启动|推进|助推|助力|(?<![大全有强合着奋得])力推|加快|加速|加紧|加大|加强|支持|鼓励|(?:积极)?配合|协助|谋划|谋求|探索
  | 深化|强化|引导(?!作用|基金)|抢抓|狠抓|督促
"""
# Activity in a clause without a figure, done or not done where things are counted: 优化公交线路6条
_IMPROVING_VERBS: Final = r"推广|完善|健全|优化|对接"
# Activity in a clause without a figure, a promise to carry it out with one: 开展培训, 开展培训20场
_ACTIVITY_VERBS: Final = r"推动|促进|开展|实施|落实|抓好|做好|组织|持续(?!推|开展|实施|深化|增长|提升)"
_DONE_VERBS: Final = r"""
    建成|完成|新增|办好|新建|改建|扩建|打造|引进|招引|创建|组建|设立|建立|签约|落地|开工|竣工|投用|投入使用
  | 投产|增加(?!值)|提供|发放|举办|实现(?!愿望|梦想|理想|价值|美好|共同)|招聘|新开|开通|上市|兑现
  | (?:建设|改造|培育|打通|整治|培训) (?!项目|工程|路|的|步伐|力度|任务|突破|[，。；、）]|$)
"""
# With a figure these promise too; alone they are nouns or say how things are
_LEVEL_VERBS: Final = r"""
    达(?!标|成|产|效|州)到?|超(?!长期|级|高|低|大|前)过?|突破|破(?=[0-9百千万])|高于|低于|不低于|不少于|不超过|控制在|保持在?|稳定在|维持在|增长|提高|提升|降低|下降
  | 减少|压减|压缩|缩短|上升|扩大|增至|[升降增减][至到]|增幅|实现
"""
_COUNTING_VERBS: Final = r"""
    安排|投入|覆盖|接待|开行|开设|增设|设置|配备|更换|维修|修缮|修复|整修|种植|栽植|播种|收购|储备|培养|选派|选聘|招收|招录
  | 输送|转移|安置(?!小区|房|点|区)|救助|资助|惠及|抽检|办理|化解|清理|整改|拆除|关停|淘汰|腾退|盘活|供应(?!链)|筹集
  | 收储|配建|升级|治理|新改|举行|召开|推出|征集|转化|减免|争创|评选|认定|布局|布设|铺设|架设|安装|纳入|入库|列入
  | 梳理|建(?=[0-9])|新创|带动|吸引|清偿|制定|修订|签署|签订|新签|降(?=[0-9])
  | 遴选|奖励|发行|扩招|扩种|通车|启用|落户|清收|处置|销售|退出|取消|停征|免征|减轻|解决|下放|发布|加装|引育|引入
  | 搬迁|迁建|上涨|回落|扶持|续建|树立|选树|走访|疏浚|孵化|归集|拨付|兑付|清退|吸纳|招募|聘请|置换|更新|修建|兴建
  | 流转|复垦|收回|采购|购置|承接|承办|受理|办结|排查|查处|出台|严守|守住|坚守
"""


_CLAUSE_VERBS: Final = rf"""
    (?P<process> {_PROCESS_VERBS} | {_IMPROVING_VERBS} | {_ACTIVITY_VERBS} ) | (?P<promised> {_DONE_VERBS} | 突破|达到 )
"""
# Those of a figure: where something is counted, to carry it out is to promise it
_FIGURE_VERBS: Final = rf"""
    (?P<process> {_PROCESS_VERBS} )
  | (?P<promised> {_DONE_VERBS} | {_COUNTING_VERBS} | {_IMPROVING_VERBS} | {_ACTIVITY_VERBS} | {_LEVEL_VERBS} )
"""
# What says that a figure without a verb is no aim: 目前还有3个村, 比去年多 is none of these
_FACT: Final = r"""
    (?<![比较与]) (?:去年|上年) | 目前 | [现已共仍还尚约]有 | (?:我国|全国|[全我][省市县区]) 有 | 已经? | 占
  | (?<![一二三四五六七八九十标务点]) 是 (?![：:])
"""


@lru_cache(4096)
def strength(sentence: str, start: int, *, figure: bool = False) -> StrengthReading | None:
    """The strength of the figure or clause that begins at code point `start`; None without a trigger.

    A clause lies between ，；。. 力争 争取 努力 确保 govern to the next 。 or ；, the nearest of them counts;
    what stands between “” or 《》 is a name and triggers nothing. An offset outside `sentence` is drawn to
    its edge. Never raises.
    """
    text, rules = _prepared(sentence)
    place = max(0, min(start, len(text)))
    clause = _clause(text, place)
    for rule in rules:
        if reading := rule(clause):
            return reading
    return _own_verb(clause) if figure else _verb(clause)


class _Clause(NamedTuple):
    """The clause around `place`, in its text."""

    text: str
    place: int
    begin: int
    end: int


def _clause(text: str, place: int) -> _Clause:
    rest = compiled(_CLAUSE).match(text, place)
    return _Clause(text, place, after_last(text, place, _CLAUSE_END), rest.end() if rest else place)


def _nearest(pattern: str, clause: _Clause) -> re.Match[str] | None:
    """The last match in the clause that begins before its place, else the first after it, but for that of another
    figure (5%以上、力争6%)."""
    nearest = None
    for match in compiled(pattern).finditer(clause.text, clause.begin, clause.end):
        if match.start() >= clause.place and (nearest or "、" in clause.text[clause.place : match.start()]):
            break
        nearest = match
    return nearest


def _level(match: re.Match[str]) -> Strength:
    return Strength(match.lastgroup or "")


def _striving_here(clause: _Clause) -> StrengthReading | None:
    match = _nearest(_GOVERNING, clause)
    striving = match is not None and _level(match) is Strength.STRIVING
    return StrengthReading(Strength.STRIVING, match[0], "text") if match and striving else None


def _binding_here(clause: _Clause) -> StrengthReading | None:
    match = _nearest(_BINDING, clause)
    return StrengthReading(Strength.BINDING, match[0], "text") if match else None


def _promised_here(clause: _Clause) -> StrengthReading | None:
    match = _nearest(_GOVERNING, clause)
    return StrengthReading(_level(match), match[0], "text") if match else None


def _governed(clause: _Clause) -> StrengthReading | None:
    """力争 or 确保 earlier in the sentence, not beyond a ；."""
    begin = after_last(clause.text, clause.begin, _SCOPE_END)
    matches = compiled(_GOVERNING).finditer(clause.text, begin, clause.begin)
    earlier = [match for match in matches if not compiled(_SEEKING_SUPPORT).match(clause.text, match.start())]
    return StrengthReading(_level(earlier[-1]), earlier[-1][0], "inherited") if earlier else None


def _list_of_aims(clause: _Clause) -> StrengthReading | None:
    """The list that 预期目标 opens runs to the 。, over every ； in it."""
    text, _place, begin, end = clause
    if here := compiled(_AIMS).search(text, begin, end):
        return StrengthReading(_level(here), here[0], "text")
    sentence = after_last(text, begin, SENTENCE_END)
    earlier = filter(_opens_list, compiled(_AIMS).finditer(text, sentence, begin))
    match = next(earlier, None)
    return StrengthReading(_level(match), match[0], "inherited") if match else None


def _opens_list(aims: re.Match[str]) -> bool:
    text, (start, end) = aims.string, aims.span()
    before = after_last(text, start, _CLAUSE_END)
    return bool(compiled(_OPENS).match(text, end)) or not compiled(_OF_AIMS).search(text, before, start)


def _verb(clause: _Clause) -> StrengthReading | None:
    """The first verb of the clause. 左右 makes a figure expected, unless the verb promises it."""
    text, _place, begin, end = clause
    match = compiled(_CLAUSE_VERBS).search(text, begin, end)
    around = compiled(_AROUND).search(text, begin, end)
    if around and not (match and _level(match) is Strength.PROMISED):
        return StrengthReading(Strength.EXPECTED, around[0], "text")
    return StrengthReading(_level(match), match[0], "text") if match else None


def _own_verb(clause: _Clause) -> StrengthReading | None:
    """The nearest verb before the figure, in its clause or an earlier one of a list, else the first behind it."""
    text, place, begin, end = clause
    before = _last_verb(text, begin, place)
    around = _around(clause)
    if around and (before is None or compiled(_LEVEL_VERBS).match(before[0])):
        return StrengthReading(Strength.EXPECTED, around, "text")
    if here := before or compiled(_FIGURE_VERBS).search(text, place, end):
        return StrengthReading(_level(here), here[0], "text")
    if compiled(_FACT).search(text, begin, place):
        return None
    return _opened_earlier(clause) or _bare(clause)


def _around(clause: _Clause) -> str:
    """左右 of the figure itself, not of another one in its clause; or 预计."""
    text, place, begin, end = clause
    if compiled(_AROUND_ITSELF).match(text, place, end):
        return "左右"
    match = compiled(_EXPECTED).search(text, begin, end)
    return match[0] if match else ""


def _opened_earlier(clause: _Clause) -> StrengthReading | None:
    """A list goes on under the verb that opened it, not under the level of another figure.

    加快东门等4条支路建设，北门等7座天桥改造; but 加强水源保护，水质达标率98% says nothing of activity.
    """
    text, place, begin, _end = clause
    verb = _last_verb(text, after_last(text, begin, _SCOPE_END), begin, skipping=_LEVEL_VERBS)
    goes_on = place == begin or text.endswith("等", begin, place)
    if verb is None or (_level(verb) is Strength.PROCESS and not goes_on):
        return None
    return StrengthReading(_level(verb), verb[0], "inherited")


def _bare(clause: _Clause) -> StrengthReading | None:
    """What is written as an aim with no verb at all, said by the figure: 失业保险参保130万人以上."""
    text, place, _begin, end = clause
    phrase = text[place : min(end, before_first(text, place, "、"))].strip()
    return StrengthReading(Strength.PROMISED, phrase, "bare") if phrase else None


def _last_verb(text: str, begin: int, place: int, *, skipping: str = "(?!)") -> re.Match[str] | None:
    """The last that begins between the two or, as 突破 of 突破120家, at the second."""
    found = None
    for match in compiled(_FIGURE_VERBS).finditer(text, begin):
        if match.start() > place or (match.start() == place and begin == place):
            break
        # 已开工的57个项目: which ones, not what is to be done
        if not (compiled(skipping).fullmatch(match[0]) or text.startswith("的", match.end())):
            found = match
    return found


_Rule = Callable[[_Clause], StrengthReading | None]
# Each with the words without which it has nothing to say
_RULES: Final[tuple[tuple[_Rule, str], ...]] = (
    (_striving_here, _GOVERNING),
    (_binding_here, _BINDING),
    (_promised_here, _GOVERNING),
    (_governed, _GOVERNING),
    (_list_of_aims, _AIMS),
)


@lru_cache(64)
def _prepared(sentence: str) -> tuple[str, tuple[_Rule, ...]]:
    """The sentence without what is quoted in it, and the rules that can say something of its clauses."""
    text = compiled(_QUOTED).sub(lambda quoted: "\u3000" * len(quoted[0]), sentence)
    return text, tuple(rule for rule, words in _RULES if compiled(words).search(text))
