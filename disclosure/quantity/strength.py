"""How firmly the report speaks about a figure or a clause (docs/domain.md, Strength).

Where the rules are silent: a word of striving in the clause goes before a binding one (力争完成省下达目标),
a binding one before 确保; the list after 预期目标 stays expected although 新增 stands in it; of the verbs in
a clause the first decides (推进…建设 is process, 建设…推进… promised).
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from .shapes import Strength, StrengthReading

# Words that say how firmly or how surely: a title may not add one
FIRM_WORDS: Final = ("确保", "必须", "坚决", "力争", "争取", "努力", "保证", "预计")

_SENTENCE_END: Final = "。！？\n"
_SCOPE_END: Final = _SENTENCE_END + "；"
_CLAUSE: Final = re.compile(r"[^。！？\n；，]*+")
_CLAUSE_END: Final = _SCOPE_END + "，"

_QUOTED: Final = re.compile(r"“[^“”\n]{0,40}”|《[^《》\n]{0,40}》")

_GOVERNING: Final = re.compile(
    r"""
    (?P<striving>          # 全力争取 is 争取, 奋力争先 a saying, 不懈努力 a noun
        (?<![全奋努大鼎]) 力争 (?!上游|先)
      | 争取
      | (?<!不懈|共同|艰苦|各方|经过) 努力 (?![，。；、：！的下]|$)
    )
  | (?P<promised> 确保 )
    """,
    re.VERBOSE,
)
# 争取上级资金: 争取 is the main verb, its object is support; it says nothing of the clauses after it.
_SEEKING_SUPPORT: Final = re.compile(r"争取(?:[省市]|上级|国家|中央|更多|各[级方]|政策|资金|支持)")

_BINDING: Final = re.compile(r"约束性指标|完成[^，。；]{0,12}下达|不得|必须|坚决(?:遏制|杜绝|防止)|严禁|绝不|严格禁止")
_EXPECTED_LIST: Final = re.compile(r"预期目标")
_AROUND: Final = re.compile(r"左右")
_VERBS: Final = re.compile(
    r"""
    (?P<process>
        启动|推进|推动|推广|助推|助力|(?<![大全])力推|加快|加速|加紧|加大|加强|支持|鼓励|(?:积极)?配合|协助
      | 谋划|谋求|探索|深化|完善|健全|促进|强化|优化|引导(?!作用|基金)|开展|实施|落实|对接|抓好|做好|狠抓|抢抓
      | 持续(?!推|开展|实施|深化)
    )
  | (?P<promised>
        建成|完成|新增|办好|新建|改建|扩建|打造|引进|招引|创建|组建|设立|建立|签约|落地|开工|竣工|投用|投入使用
      | 投产|增加|提供|发放|举办|实现|达到|突破|招聘|新开|开通|上市|兑现
      | (?:建设|改造|培育|打通|整治|培训) (?!项目|工程|路|的|步伐|力度|任务|突破|[，。；、）]|$)
    )
    """,
    re.VERBOSE,
)


def strength(sentence: str, start: int) -> StrengthReading | None:
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
    return None


class _Clause(NamedTuple):
    """The clause around `place`, in its text."""

    text: str
    place: int
    begin: int
    end: int


def _clause(text: str, place: int) -> _Clause:
    rest = _CLAUSE.match(text, place)
    return _Clause(text, place, _after_last(text, place, _CLAUSE_END), rest.end() if rest else place)


def _after_last(text: str, place: int, marks: str) -> int:
    at = 0
    for mark in marks:
        at = text.rfind(mark, at, place) + 1 or at
    return at


def _nearest(pattern: re.Pattern[str], clause: _Clause) -> re.Match[str] | None:
    """The last match in the clause that begins before its place, else the first after it."""
    nearest = None
    for match in pattern.finditer(clause.text, clause.begin, clause.end):
        if nearest is not None and match.start() >= clause.place:
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
    begin = _after_last(clause.text, clause.begin, _SCOPE_END)
    matches = _GOVERNING.finditer(clause.text, begin, clause.begin)
    earlier = [match for match in matches if not _SEEKING_SUPPORT.match(clause.text, match.start())]
    return StrengthReading(_level(earlier[-1]), earlier[-1][0], "inherited") if earlier else None


def _expected_list(clause: _Clause) -> StrengthReading | None:
    """The list that 预期目标 opens runs to the 。, over every ； in it."""
    text, _place, begin, end = clause
    here = _EXPECTED_LIST.search(text, begin, end)
    earlier = _EXPECTED_LIST.search(text, _after_last(text, begin, _SENTENCE_END), begin)
    match = here or earlier
    return StrengthReading(Strength.EXPECTED, match[0], "text" if here else "inherited") if match else None


def _verb(clause: _Clause) -> StrengthReading | None:
    """The first verb of the clause. 左右 makes a figure expected, unless the verb promises it."""
    text, _place, begin, end = clause
    match = _VERBS.search(text, begin, end)
    around = _AROUND.search(text, begin, end)
    if around and not (match and _level(match) is Strength.PROMISED):
        return StrengthReading(Strength.EXPECTED, around[0], "text")
    return StrengthReading(_level(match), match[0], "text") if match else None


_Rule = Callable[[_Clause], StrengthReading | None]
# Each with the words without which it has nothing to say; nearly every sentence has a verb.
_RULES: Final[tuple[tuple[_Rule, re.Pattern[str] | None], ...]] = (
    (_striving_here, _GOVERNING),
    (_binding_here, _BINDING),
    (_promised_here, _GOVERNING),
    (_governed, _GOVERNING),
    (_expected_list, _EXPECTED_LIST),
    (_verb, None),
)


@lru_cache(64)
def _prepared(sentence: str) -> tuple[str, tuple[_Rule, ...]]:
    """The sentence without what is quoted in it, and the rules that can say something of its clauses."""
    text = _QUOTED.sub(lambda quoted: "\u3000" * len(quoted[0]), sentence)
    return text, tuple(rule for rule, words in _RULES if words is None or words.search(text))
