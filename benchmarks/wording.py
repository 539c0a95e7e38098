"""The sentences of invented reports: each draws its words and says what record it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from random import Random

_PLACES = (
    "云溪 松湖 柳林 石桥 青峰 白鹭 南浦 东屏 西塘 北岭 兰泉 梅岗 竹园 枫坪 桂苑 莲塘 荷洲 槐荫 榆畔 杏川 "
    "清源 明月 朝阳 晨光 和风 春晖 秋水 锦绣 望江 临港 沙洲 龙潭 凤台 鹤鸣 鹿野 雁回 金谷 银滩 玉河 翠屏"
)
_QUARTERS = "街道 社区 片区 新村 老街 东片 西片 南片 北片 沿线 周边 新城 里弄 河畔 山前 湾区 园区 古镇 站前 码头"
PLACES = tuple(place + quarter for place, quarter in product(_PLACES.split(), _QUARTERS.split()))
# What is built and counted: the thing, its unit, the topic it belongs to
THINGS = (
    ("标准厂房", "栋", "产业"),
    ("产业载体", "个", "产业"),
    ("孵化基地", "个", "科技数字"),
    ("研发平台", "个", "科技数字"),
    ("特色商铺", "个", "商贸消费"),
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
TOPICS = tuple(dict.fromkeys(topic for _thing, _unit, topic in THINGS))
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
SECTIONS_DONE = (
    *("经济运行稳中有进", "产业发展提质增效", "项目建设蓄势赋能", "改革开放持续深化", "城市品质显著提升"),
    *("生态环境稳步向好", "民生福祉不断增进", "社会事业全面进步", "文化生活日益丰富", "社会大局和谐稳定"),
    *("基层治理扎实有效", "自身建设全面加强"),
)
SECTIONS_TO_DO = (
    *("聚焦实体经济", "聚焦项目攻坚", "聚焦改革创新", "聚焦城市更新", "聚焦生态优先", "聚焦消费提升"),
    *("聚焦人才引育", "聚焦教育优先", "聚焦健康服务", "聚焦文化繁荣", "聚焦平安建设", "聚焦自身建设"),
)
CANDIDATES = "办好民生实事"
CLOSINGS = ("让我们同心协力", "让我们勇毅前行", "让我们真抓实干")


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
class Figure:
    """A figure of a record: ``form`` says how it is observed (``outcomes.FORMS``), ``more`` are further fields."""

    measure: str
    written: str
    form: str = ""
    value: Decimal = Decimal(0)
    unit: str = ""
    more: str = ""

    def __str__(self) -> str:
        return f"measure: {self.measure}, written: {self.written}{self.more}"


@dataclass(frozen=True)
class Draft:
    """A record before it has an id: its words and its fields.

    ``answers`` is the commitment of last year that a result takes up, as report/id; ``results`` are the results of
    this report that a commitment leads to, ``deadline`` its day where that is not the end of the year.
    """

    quote: str
    title: str
    kind: str
    topic: str
    aspects: str = ""
    figures: tuple[Figure, ...] = ()
    subject: Subject | None = None
    macro: str = ""
    answers: str = ""
    results: tuple[str, ...] = ()
    deadline: str = ""

    @property
    def about(self) -> str:
        """What stays the same over the years, by name."""
        return self.subject.name if self.subject else self.macro


SentenceMaker = Callable[[Random, Subject, int], Draft]


def subjects(random: Random) -> Iterator[Subject]:
    """All subjects in an order of their own, each once: titles and quotes of one district never repeat."""
    pairs = list(product(PLACES, THINGS))
    random.shuffle(pairs)
    return (Subject(place, *thing) for place, thing in pairs)


def tenths(random: Random, low: int, high: int) -> Decimal:
    """A number with one decimal between two numbers of tenths."""
    return Decimal(random.randrange(low, high)) / 10


def counted(measure: str, number: int | Decimal, unit: str) -> Figure:
    return Figure(measure=measure, written=f"{number}{unit}", form="count", value=Decimal(number), unit=unit)


def _build(random: Random, one: Subject, _year: int) -> Draft:
    return to_build(random, one, random.randrange(2, 40))


def to_build(random: Random, one: Subject, number: int | Decimal) -> Draft:
    """A promise that the next year can answer and go on with."""
    figure = counted(f"新建{one.thing}", number, one.unit)
    quote = f"新建{one.name}{figure.written}，{random.choice(ENDINGS)}"
    return Draft(
        quote=quote,
        title=f"新建{one.name}{figure.written}",
        kind="重点任务",
        topic=one.topic,
        aspects="成果, 数量",
        figures=(figure,),
        subject=one,
    )


def _strive(random: Random, one: Subject, _year: int) -> Draft:
    month = random.randrange(3, 12)
    figure = counted(f"改造{one.thing}", random.randrange(2, 60), one.unit)
    figures = (figure, Figure("完成时间", f"{month}月底前", "day", Decimal(month)))
    quote = f"力争{month}月底前完成{one.name}改造{figure.written}"
    title = f"力争完成{one.name}改造{figure.written}"
    return Draft(
        quote=quote,
        title=title,
        kind="重点任务",
        topic=one.topic,
        aspects="成果, 数量, 时限",
        figures=figures,
        subject=one,
    )


def _ensure(random: Random, one: Subject, _year: int) -> Draft:
    share = random.randrange(80, 99)
    figure = Figure(measure="群众满意率", written=f"达到{share}%以上", form="share", value=Decimal(share), unit="%")
    quote = f"加强{one.name}日常管理，确保群众满意率{figure.written}"
    title = f"确保{one.name}群众满意率{figure.written}"
    return Draft(
        quote=quote, title=title, kind="重点任务", topic=one.topic, aspects="数量", figures=(figure,), subject=one
    )


def _by_the_day(random: Random, one: Subject, _year: int) -> Draft:
    month = random.randrange(3, 12)
    figure = Figure(f"建成{one.name}示范点", f"{month}月底前", "day", Decimal(month))
    title = f"{month}月底前建成{one.name}示范点"
    return Draft(
        quote=f"{title}，{random.choice(ENDINGS)}",
        title=title,
        kind="重点任务",
        topic=one.topic,
        aspects="成果, 时限",
        figures=(figure,),
        subject=one,
    )


def _everywhere(random: Random, one: Subject, _year: int) -> Draft:
    figure = Figure(
        measure=f"有管理服务的{one.thing}",
        written="全覆盖",
        form="all",
        value=Decimal(random.randrange(10, 90)),
        unit=one.unit,
    )
    title = f"实现{one.name}管理服务全覆盖"
    return Draft(
        quote=title, title=title, kind="重点任务", topic=one.topic, aspects="成果, 数量", figures=(figure,), subject=one
    )


def _each_quarter(_random: Random, one: Subject, _year: int) -> Draft:
    figure = Figure(f"{one.thing}开放活动", "每季度一次", "times")
    title = f"举办{one.name}开放活动每季度一次"
    return Draft(
        quote=title,
        title=title,
        kind="重点任务",
        topic=one.topic,
        aspects="成果, 数量, 时限",
        figures=(figure,),
        subject=one,
    )


def _next_year(random: Random, one: Subject, year: int) -> Draft:
    number = random.randrange(8, 80)
    figure = replace(counted(f"{year + 1}年底前新建{one.name}", number, one.unit), form="later")
    title = f"{year + 1}年底前新建{one.name}{figure.written}"
    day = f"{year + 1}-12-31"
    return Draft(
        quote=title,
        title=title,
        kind="重点任务",
        topic=one.topic,
        aspects="成果, 数量, 时限",
        figures=(figure,),
        subject=one,
        deadline=day,
    )


def _a_few(_random: Random, one: Subject, _year: int) -> Draft:
    title = f"打造{one.name}特色样板一批"
    return Draft(
        quote=title,
        title=title,
        kind="重点任务",
        topic=one.topic,
        aspects="成果",
        figures=(Figure(f"{one.thing}特色样板", "一批"),),
        subject=one,
    )


def _advance(random: Random, one: Subject, _year: int) -> Draft:
    quote = f"推进{one.name}规划建设，{random.choice(ENDINGS)}"
    return Draft(
        quote=quote, title=f"推进{one.name}规划建设", kind="重点任务", topic=one.topic, aspects="成果", subject=one
    )


def _support(random: Random, one: Subject, _year: int) -> Draft:
    quote = f"支持{one.name}运营单位做优服务，鼓励社会力量参与，{random.choice(ENDINGS)}"
    return Draft(quote, f"支持{one.name}做优服务", "重点任务", one.topic, subject=one)


def candidate(random: Random, one: Subject, year: int) -> Draft:
    """A project that the deputies are to vote on."""
    return replace(_build(random, one, year), kind="民生实事候选")


def orientation(random: Random, one: Subject, _year: int) -> Draft:
    quote = f"抓好{one.name}这类群众身边事，{random.choice(ENDINGS)}"
    return Draft(quote, f"抓好{one.name}这类群众身边事", "总体要求", one.topic, subject=one)


def built(random: Random, one: Subject, number: int | Decimal) -> Draft:
    """A result that states a number; also what answers a promise of the year before."""
    figure = counted(f"建成{one.thing}", number, one.unit)
    quote = f"建成{one.name}{figure.written}，{random.choice(ENDINGS)}"
    return Draft(quote, f"建成{one.name}{figure.written}", "量化成果", one.topic, figures=(figure,), subject=one)


def _built(random: Random, one: Subject, _year: int) -> Draft:
    return built(random, one, random.randrange(2, 40))


def _invested(random: Random, one: Subject, _year: int) -> Draft:
    amount, rise = f"{tenths(random, 11, 390)}亿元", f"{tenths(random, 21, 189)}%"
    quote = f"{one.name}完成投资{amount}，增长{rise}"
    figures = (Figure("投资", amount), Figure("投资", rise, more=", growth: true"))
    return Draft(quote, f"{one.name}投资{amount}，增长{rise}", "量化成果", one.topic, figures=figures)


def _opened(random: Random, one: Subject, _year: int) -> Draft:
    quote = f"{one.name}全面投入使用，{random.choice(ENDINGS)}"
    return Draft(quote, f"{one.name}全面投入使用", "成绩", one.topic)


def lacking(_random: Random, one: Subject, _year: int) -> Draft:
    quote = f"{one.name}等方面还有短板，与群众期盼仍有差距"
    return Draft(quote, f"{one.name}还有短板", "不足", one.topic)


# Nine of twenty can be checked: of the real register's 240 some 110
TO_DO: tuple[SentenceMaker, ...] = (
    *(_build, _build, _build, _strive, _ensure, _by_the_day, _everywhere, _each_quarter, _next_year, _a_few),
    *([_advance] * 5),
    *([_support] * 5),
)
# Half of the real register's results state a number
DONE: tuple[SentenceMaker, ...] = (_built, _invested, _opened, _opened)


@dataclass(frozen=True, kw_only=True)
class Macro:
    """An aggregate that each report has a target for: its name, how the target and last year's value are written."""

    name: str
    topic: str
    form: str
    target: str
    result: str
    low: int
    high: int
    level: bool = False
    more: str = ""

    @property
    def measure(self) -> str:
        return self.name if self.form == "step" else f"{self.name}{'降幅' if self.form == 'cut' else '增速'}"


MACROS = (
    Macro(
        name="地区生产总值",
        topic="经济增长",
        form="rate",
        target="增长{}%以上",
        result="增长{}%",
        low=55,
        high=90,
        level=True,
    ),
    Macro(
        name="一般公共预算收入",
        topic="经济增长",
        form="bases",
        target="增长{}%左右",
        result="增长{}%",
        low=30,
        high=80,
        level=True,
        more=", two_bases: true",
    ),
    Macro(
        name="居民人均可支配收入",
        topic="就业人才",
        form="step",
        target="与经济增长同步",
        result="增长{}%",
        low=50,
        high=90,
    ),
    Macro(
        name="规模以上工业增加值", topic="产业", form="rate", target="增长{}%以上", result="增长{}%", low=55, high=95
    ),
    Macro(name="固定资产投资", topic="招商项目", form="rate", target="增长{}%左右", result="增长{}%", low=60, high=110),
    Macro(
        name="社会消费品零售总额",
        topic="商贸消费",
        form="rate",
        target="增长{}%以上",
        result="增长{}%",
        low=60,
        high=120,
        level=True,
    ),
    Macro(
        name="居民消费价格",
        topic="经济增长",
        form="ceiling",
        target="涨幅控制在{}%以内",
        result="上涨{}%",
        low=30,
        high=31,
    ),
    Macro(
        name="单位生产总值能耗", topic="生态环境", form="cut", target="下降{}%以上", result="下降{}%", low=20, high=40
    ),
)


def aimed(random: Random, one: Macro, baseline: str) -> Draft:
    """The target for an aggregate; ``baseline`` is last year's value in this report, or empty."""
    value = tenths(random, one.low, one.high)
    words = one.target.format(value)
    written = words.removeprefix("增长").removeprefix("涨幅")
    more = one.more + (f", baseline: {baseline}" if baseline else "")
    figure = Figure(measure=one.measure, written=written, form=one.form, value=value, unit="%", more=more)
    aspects = "" if one.form == "step" else "数量"
    return Draft(
        quote=f"{one.name}{words}",
        title=f"{one.name}{words}",
        kind="预期目标",
        topic=one.topic,
        aspects=aspects,
        figures=(figure,),
        macro=one.name,
    )


def reached(random: Random, one: Macro, value: Decimal) -> Draft:
    """Last year's value of an aggregate, with its level where that is told; the value is its last figure."""
    words = one.result.format(value)
    written = words if one.form == "cut" else words.removeprefix("增长").removeprefix("上涨")
    figures = (Figure(one.name, written, more=", growth: true"),)
    quote = f"{one.name}{words}"
    if one.level:
        amount = f"{tenths(random, 1200, 6000)}亿元"
        figures = (Figure(one.name, amount), *figures)
        quote = f"{one.name}实现{amount}，{words}"
    return Draft(quote, quote.replace("实现", ""), "量化成果", one.topic, figures=figures, macro=one.name)
