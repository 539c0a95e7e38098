"""The figures of a quote that are held against something, and what each of them counts.

Which words are a figure, ``quantity`` says; here it gets a name (``measure``) out of the words around it:

    number behind its noun    新增省级重点物流企业1家      新增省级重点物流企业
    number before its noun    新增2220个停车泊位           新增停车泊位
    a rate                    地区生产总值增长7.5%以上     地区生产总值增速
    a figure that goes on     …390亿元左右，增长9%左右     that of the figure before it
"""

from __future__ import annotations

import re
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from disclosure import quantity
from disclosure.drafts.records import clauses
from disclosure.model.text import Span
from disclosure.quantity import FigureCandidate, Operator

FigureRole = Literal["commitment", "result"]

# Aims without a number that may be held against something all the same
AIMS: Final = re.compile(
    r"一批|若干|全覆盖|实现零突破|零突破|零新增|应\w尽\w|量稳质升|持平或略高|(?<!保)持平|与\w{2,8}(?:基本)?同步"
)
# ... of which a result says no more than a manner of speaking
ONLY_PROMISED: Final = re.compile(r"一批|若干|应\w尽\w|量稳质升|持平|同步")
# What leads from the name of a measure to its number, and belongs to neither
LEADS: Final = re.compile(
    r"(?:(?:力争|确保|争取|努力|预计)|达到?|实现|完成|增长|同比增长|增至|增加到?|突破|超过?|控制在|保持在?|稳定在|为|共计|共|累计|约|"
    r"提高到?|下降|降低|减少|提升至?到?|分别|年均|位居|有|，|、|：)$"
)
# What governs a figure without being part of what is counted
FIRM: Final = re.compile(r"^(?:力争|确保|争取|努力|预计|保证)(?:实现|使)?")
# A growth rate follows, or is named by, one of these
GROWS: Final = re.compile(r"(?:增长|增幅|同比|增速|上升|下降|降低|减少|下滑|提高|回落)(?:约|超过?|达到?|了|在|为)?$")
VERB: Final = re.compile(
    r"(?:鼓励支持|鼓励|引进和培育|提升改造|新建改造|新改扩建|改造提升|谋划实施|推进建设|挖掘培育|新增|新建|新开|新引进|建成|建设|建立|改建|扩建|改造|打通|"
    r"打造|引进|招引|引入|举办|举行|组织|开展|实施|完成|创建|创成|培育|推进|推动|启动|加快|支持|设立|设置|配备|配建|提供|发放|加装|"
    r"增加|增设|签约|获评|入选|整治|整改|办理|化解|解决|受理|盘活|清理|投入|投资|争取|明确|谋划|列入|出台|制定|发布|拆除|修缮|维修|"
    r"更新|升级|种植|栽种|选派|培训|招聘|招录|安置|救助|资助|惠及|覆盖|接待|开工|竣工|投产|认定|拥有|现有|储备|输送|转化|开设|开通)"
)
# Verbs that only say that there is, or shall be, what is counted
IDLE: Final = re.compile(
    r"(?:打造|实现|坚持|现有|拥有|设置|举办|举行|开展|完成|推进|建设(?=.{3})|明确|形成|获得|做到|保持)(?=.{2})"
)
LIST: Final = re.compile(r"[^，；]*等$")
DAYS: Final = re.compile(r"(?:今年)?年底(?:之?前)?|年内|上半年|[一二三四]季度末?(?:之?前)?")
# Whose figure it is goes without saying
WHERE: Final = re.compile(r"^[全我本][省市县区](?=.{3})")
# Such a name says no more than which side of a thing is counted: 总投资额, 开工率, 带动就业
BARE: Final = re.compile(
    r".{0,2}(?:总?投资额?|投入|金额|率|面积|营业额|产值|税收|收入|支付)|(?:扶持|带动|吸纳|惠及|受益|签约).{0,3}"
)
# ... and that something is finished, of what stands before
FINISHED: Final = re.compile(
    r"(?:全面|主体|全部|整体|一期|全线|正式|基本|实现|如期|按期|顺利)*"
    r"(?:完工|竣工|投用|建成|开工|通车|开园|落地|开业|投产|投入使用|交付(?:使用)?|交房|封顶|入住|开学|启用|运营|开放|完成)"
)
ENOUGH: Final = 2
# A modifier so long says more than which things are counted
LONG: Final = 12


class DraftFigure(Struct, frozen=True, kw_only=True):
    """A figure with its measure; ``span`` is where it is written, ``growth`` a rate of change against last year.

    ``unsure``: the measure was carried over from another figure, or is hardly a name. ``carried``: what it is said of
    stands in the clause before it.
    """

    measure: str
    written: str
    span: Span
    growth: bool = False
    unsure: bool = False
    carried: bool = False


def found(text: str, span: Span, role: FigureRole) -> tuple[DraftFigure, ...]:
    """The figures of a quote, in order; each pair of measure and number once."""
    figures: list[DraftFigure] = []
    for start, end in _places(text, span, role):
        before = figures[-1].measure if figures else ""
        made = _figure(text, span, (start, end), before, role)
        figures.append(made if made.measure not in {one.measure for one in figures} else _told_apart(made, text))
    return tuple(one for one in figures if not any(_is_part_of(one, other) for other in figures))


def _is_part_of(one: DraftFigure, other: DraftFigure) -> bool:
    """Whether a day stands in what another figure counts (2026年底前新建绿道): the program reads it there."""
    return one is not other and one.written in other.measure and other.span.start >= one.span.end


def _places(text: str, span: Span, role: FigureRole) -> list[tuple[int, int]]:
    every = [one for one in quantity.find(text) if span.start <= one.start and one.end <= span.end]
    numbers = [(one.start, one.end) for n, one in enumerate(every) if one.quantity and not _defines(text, every[n:])]
    aims = [match.span() for match in AIMS.finditer(text, span.start, span.end) if _is_aim(match[0], role)]
    days = [match.span() for match in DAYS.finditer(text, span.start, span.end)] if role == "commitment" else []
    aims += [] if numbers or aims else days[:1]
    return sorted(
        [*numbers, *(one for one in aims if not any(start < one[1] and one[0] < end for start, end in numbers))]
    )


def _defines(text: str, founds: list[FigureCandidate]) -> bool:
    """Whether the first shares the noun of a definition behind it: 100亿元、50亿元以上项目."""
    behind = founds[1] if len(founds) > 1 else None
    return behind is not None and behind.name == "definition" and text[founds[0].end : behind.start] == "、"


def _is_aim(words: str, role: FigureRole) -> bool:
    if role == "result":
        return ONLY_PROMISED.fullmatch(words) is None and ONLY_PROMISED.search(words) is None
    return quantity.parse(words) is not None


def _figure(text: str, span: Span, at: tuple[int, int], before: str, role: FigureRole) -> DraftFigure:
    start, end = at
    clause = next((one for one in clauses.spans(text, span.start, span.end) if one[0] <= start < one[1]), at)
    head, tail = text[clause[0] : start], text[end : clause[1]]
    grows = GROWS.search(head) is not None and quantity.is_rate(_unit(text, at))
    measure = _measure(text, at, head, tail)
    unsure, carried = len(measure) < ENOUGH, False
    if unsure:
        measure = before.removesuffix("增速") or _subject(text, span, clause[0])
        # 390亿元，增长9%: the same thing and how it grew
        unsure = not (grows and before)
    elif FINISHED.fullmatch(measure) and (subject := _subject(text, span, clause[0])):
        measure, unsure, carried = thing(subject) + measure, True, True
    elif before and BARE.fullmatch(measure):
        measure, unsure = thing(before) + measure, True
    if grows and role == "commitment":
        measure = measure.removesuffix("增速") + "增速"
    return DraftFigure(
        measure=measure or text[start:end],
        written=text[start:end],
        span=Span(span.passage, start, end),
        growth=grows and role == "result",
        unsure=unsure,
        carried=carried,
    )


def _unit(text: str, at: tuple[int, int]) -> str:
    read = quantity.parse(text[slice(*at)], role="result")
    return read.unit if read else ""


def _measure(text: str, at: tuple[int, int], head: str, tail: str) -> str:
    read = quantity.parse(text[slice(*at)])
    if read is not None and read.operator is Operator.DEADLINE:
        return _name(head) + clauses.plain(tail)
    behind = _behind(tail)
    if not behind:
        return _short(_name(head))
    verb = VERB.match(_name(head))
    if LIST.fullmatch(head.rstrip()):
        return _short((verb[0] if verb else "") + behind)
    return _short((verb[0] if verb and len(_name(head)) > len(verb[0]) else _name(head)) + behind)


def _behind(tail: str) -> str:
    """The noun behind a number, up to a mark that another thing begins after."""
    first, mark, rest = tail.partition("、")
    words = first if mark and (VERB.match(rest) or any(one.quantity for one in quantity.find(rest))) else tail
    words = re.split("[（(]", words, maxsplit=1)[0]
    return "" if words[:1] in ("", "的", "和", "与", "及", "、") else words.strip("的、和与及 ")


def _name(head: str) -> str:
    """The words before a number without adverbs, firm words, and what leads to the number."""
    words = re.split("、(?=[^、]*$)", head)[-1] if _is_list_of_figures(head) else head
    words = clauses.plain(FIRM.sub("", clauses.plain(words)))
    while match := LEADS.search(words):
        words = words[: match.start()]
    return words.strip("，、：的 ")


def _short(words: str) -> str:
    """Without a verb that says nothing of what is counted, and without a long modifier."""
    words = WHERE.sub("", DAYS.sub("", words, count=1) if DAYS.match(words) else words, count=1)
    verb = VERB.match(words)
    before, mark, noun = words.rpartition("的")
    if mark and len(before) > LONG and len(noun) >= ENOUGH:
        words = (verb[0] if verb else "") + noun
    return IDLE.sub("", words, count=1) if IDLE.match(words) else words


def thing(measure: str) -> str:
    """What is counted, without what was done to it."""
    verb = VERB.match(measure)
    return measure[verb.end() :] if verb and len(measure) > verb.end() + 1 else measure


def _is_list_of_figures(head: str) -> bool:
    """Whether another figure stands before the last 、: what comes behind it is counted by itself."""
    first, mark, _rest = head.rpartition("、")
    return bool(mark) and any(one.quantity for one in quantity.find(first))


def _subject(text: str, span: Span, until: int) -> str:
    """Whom a clause without a subject of its own speaks of: the clause before it, without its figures."""
    earlier = [one for one in clauses.spans(text, span.start, until) if one[1] <= until]
    return clauses.plain(text[slice(*earlier[-1])])[:20] if earlier else ""


def _told_apart(made: DraftFigure, text: str) -> DraftFigure:
    """A second figure on the same measure: what leads to it tells which it is."""
    if made.growth:
        return made
    words = quantity.strength(text, made.span.start, figure=True)
    mark = "力争" if words is not None and words.level.value == "striving" else made.written
    return replace(made, measure=f"{made.measure}（{mark}）", unsure=True)
