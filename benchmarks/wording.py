"""The sentences of invented reports: each draws its words and says what record it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

_PLACES = (
    "云溪 松湖 柳林 石桥 青峰 白鹭 南浦 东屏 西塘 北岭 兰泉 梅岗 竹园 枫坪 桂苑 莲塘 荷洲 槐荫 榆畔 杏川 "
    "清源 明月 朝阳 晨光 和风 春晖 秋水 锦绣 望江 临港 沙洲 龙潭 凤台 鹤鸣 鹿野 雁回 金谷 银滩 玉河 翠屏"
)
PLACES = tuple(_PLACES.split())
# What is built and counted: the thing, its unit, the topic it belongs to
THINGS = (
    ("标准厂房", "栋", "产业"),
    ("产业园区", "个", "产业"),
    ("孵化基地", "个", "科技数字"),
    ("研发平台", "个", "科技数字"),
    ("特色街区", "个", "商贸消费"),
    ("便民菜场", "个", "商贸消费"),
    ("老旧小区", "个", "城市更新"),
    ("背街小巷", "条", "城市更新"),
    ("公共停车场", "个", "交通出行"),
    ("公交线路", "条", "交通出行"),
    ("口袋公园", "个", "生态环境"),
    ("雨污管网", "公里", "生态环境"),
    ("公办幼儿园", "所", "教育"),
    ("中小学校", "所", "教育"),
    ("卫生服务中心", "个", "医疗健康"),
    ("托育机构", "家", "医疗健康"),
    ("养老服务站", "个", "养老社保"),
    ("助餐点", "个", "养老社保"),
    ("文化驿站", "个", "文化旅游"),
    ("健身场地", "处", "文化旅游"),
    ("就业驿站", "个", "就业人才"),
    ("人才公寓", "套", "就业人才"),
    ("警务室", "个", "平安安全"),
    ("微型消防站", "个", "平安安全"),
    ("服务窗口", "个", "改革营商"),
    ("招商项目", "个", "招商项目"),
)
ENDINGS = ("不断完善配套设施", "着力补齐短板弱项", "切实方便群众生活", "持续提升服务水平", "稳步改善周边环境")
BACKGROUND = (
    "面对复杂多变的外部环境和艰巨繁重的任务，全区上下同心同德、迎难而上",
    "这是立足全区实际作出的安排，也是回应群众期盼的要求",
    "当前外部形势依然严峻，有利条件和不利因素并存",
    "这既是发展所需，也是民心所向",
    "基层情况各有不同，各项工作要因地制宜",
    "这些年的经验表明，办法总比困难多",
)
HEADS_DONE = ("产业基础更加坚实", "城市面貌持续改善", "民生事业全面进步", "改革活力不断释放", "项目建设提速增效")
HEADS_TO_DO = ("壮大主导产业", "抓牢项目建设", "办好民生实事", "改善城市环境", "激发改革动力", "守牢安全底线")


@dataclass(frozen=True)
class Subject:
    """What a sentence is about: a thing in a place."""

    place: str
    thing: str
    unit: str
    topic: str

    @property
    def name(self) -> str:
        return self.place + self.thing


@dataclass(frozen=True)
class Draft:
    """A record before it has an id: its words and its fields. ``figures`` are flow mappings without their braces."""

    quote: str
    title: str
    kind: str
    topic: str
    aspects: str = ""
    figures: tuple[str, ...] = ()


Sentence = Callable[[Random, Subject], Draft]


def subjects(random: Random) -> Iterator[Subject]:
    """All subjects in an order of their own, each once: titles and quotes of one report never repeat."""
    pairs = list(product(PLACES, THINGS))
    random.shuffle(pairs)
    return (Subject(place, *thing) for place, thing in pairs)


def _figure(measure: str, written: str, more: str = "") -> str:
    return f"measure: {measure}, written: {written}{more}"


def _percent(random: Random) -> str:
    return f"{random.randrange(21, 189) / 10}%"


def _build(random: Random, one: Subject) -> Draft:
    number = f"{random.randrange(2, 40)}{one.unit}"
    quote = f"新建{one.name}{number}，{random.choice(ENDINGS)}"
    figures = (_figure(f"新建{one.thing}", number),)
    return Draft(quote, f"新建{one.name}{number}", "重点任务", one.topic, "成果, 数量", figures)


def _strive(random: Random, one: Subject) -> Draft:
    number, day = f"{random.randrange(2, 60)}{one.unit}", f"{random.randrange(3, 12)}月底前"
    quote = f"力争{day}完成{one.name}改造{number}"
    figures = (_figure(f"改造{one.thing}", number), _figure("完成时间", day))
    return Draft(quote, f"力争完成{one.name}改造{number}", "重点任务", one.topic, "成果, 数量, 时限", figures)


def _ensure(random: Random, one: Subject) -> Draft:
    share = f"达到{random.randrange(80, 100)}%以上"
    quote = f"加强{one.name}日常管理，确保群众满意率{share}"
    figures = (_figure("群众满意率", share),)
    return Draft(quote, f"确保{one.name}群众满意率{share}", "民生实事候选", one.topic, "数量", figures)


def _advance(random: Random, one: Subject) -> Draft:
    quote = f"推进{one.name}规划建设，{random.choice(ENDINGS)}"
    return Draft(quote, f"推进{one.name}规划建设", "重点任务", one.topic, "成果")


def _support(random: Random, one: Subject) -> Draft:
    quote = f"支持{one.name}运营单位做优服务，鼓励社会力量参与，{random.choice(ENDINGS)}"
    return Draft(quote, f"支持{one.name}做优服务", "重点任务", one.topic)


def _built(random: Random, one: Subject) -> Draft:
    number = f"{random.randrange(2, 40)}{one.unit}"
    quote = f"建成{one.name}{number}，{random.choice(ENDINGS)}"
    figures = (_figure(f"建成{one.thing}", number),)
    return Draft(quote, f"建成{one.name}{number}", "量化成果", one.topic, figures=figures)


def _invested(random: Random, one: Subject) -> Draft:
    amount, rise = f"{random.randrange(11, 390) / 10}亿元", _percent(random)
    quote = f"{one.name}完成投资{amount}，增长{rise}"
    figures = (_figure("投资", amount), _figure("投资", rise, ", growth: true"))
    return Draft(quote, f"{one.name}投资{amount}，增长{rise}", "量化成果", one.topic, figures=figures)


def _opened(random: Random, one: Subject) -> Draft:
    quote = f"{one.name}全面投入使用，{random.choice(ENDINGS)}"
    return Draft(quote, f"{one.name}全面投入使用", "成绩", one.topic)


def _lacking(_random: Random, one: Subject) -> Draft:
    quote = f"{one.name}等方面还有短板，与群众期盼仍有差距"
    return Draft(quote, f"{one.name}还有短板", "不足", one.topic)


TO_DO: tuple[Sentence, ...] = (_build, _build, _strive, _ensure, _advance, _support)
DONE: tuple[Sentence, ...] = (_built, _built, _invested, _opened)
LACKING: Sentence = _lacking


def level_done(random: Random) -> Draft:
    """The growth of output in the year before, and its level: the results that indicators follow."""
    amount, rise = f"{random.randrange(1200, 6000) / 10}亿元", _percent(random)
    figures = (_figure("地区生产总值", amount), _figure("地区生产总值", rise, ", growth: true"))
    quote = f"地区生产总值实现{amount}，增长{rise}"
    return Draft(quote, f"地区生产总值{amount}，增长{rise}", "量化成果", "经济增长", figures=figures)


def level_aimed(random: Random) -> Draft:
    """The target for the growth of output; its baseline is the growth in the first result."""
    rise = f"{_percent(random)}以上"
    figures = (_figure("地区生产总值增速", rise, ", baseline: r001/2"),)
    quote = f"全区经济社会发展主要预期目标是地区生产总值增长{rise}"
    return Draft(quote, f"地区生产总值增长{rise}", "预期目标", "经济增长", "数量", figures)
