"""``docs/data.md``: the data dictionary, from the same declarations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disclosure.catalog import dataset_list
from disclosure.catalog.words import Vocabularies
from disclosure.exports import keys, shapes
from disclosure.exports.columns import meanings
from disclosure.exports.derived import Meaning
from disclosure.exports.schema import EDITORS, FRONT_MATTER, data, objects
from disclosure.model.fields import Record, records_in
from disclosure.model.vocabulary import DEPARTMENTS, KNOWN, OPEN

# What is made of the published lists once the pages stand, and what lists those of districts, by the name of its shape
MADE = {
    "twin": """页面的数据：网页旁边同名的 `.json`

承诺、小节、跟踪更新、公开申请、指标、责任单位、地方和单位各有自己的网页，旁边同名的 `.json` 就是这一页的记录，例如
`reports/2024/commitments/c016.html` 旁边的 `c016.json`；记录不到五千条的网站还有同名的 `.csv`。里面的行与上面各份
清单逐字节相同。由 `build`、`release` 在页面发布以后生成，预览不生成。
""",
    "passages": """`data/passages.jsonl`：段落和记录，供问答程序读取

一行一个 JSON：报告的每一段，每条承诺、成果、跟踪更新、摘要、公开申请、指标、常问的问题。引用一行时请连同 `place`、
`as_of`、`outcome`；`not_to_conclude` 里的话要一并说，或至少不说它否定的话。
""",
    "districts": """`data/districts.json`、`data/districts.csv`：各区县的数据在哪里

只在有 `content/districts.yml` 的网站里有；没有它的网站，数据全在 `data/`。一个区县一行，只列有报告的。

- 每个区县的数据自成一套，在 `districts/<编号>/data/`：上面各份清单和表，每份报告的全文，表格文件、数据库、
  `passages.jsonl`、`datapackage.json`、`catalog.jsonld`，网页是 `districts/<编号>/data.html`。文件名、表、列、主键、
  外键、版本都与数据在一个文件夹里的网站相同。
- 主题、责任单位、地方和单位、到哪里找，只收这个区县的报告说到的；指标只收它的报告说的数和不属于哪份报告的数；
  更正、撤下的记录，只收它的。其余的词表、放假安排每套都有。
- 全站的 `data/` 收不属于哪个区县的：`reports`（全部报告的名录）、`indicators`、`entities`、`places`、`calendars`、
  `questions`、`corrections`、`retired`、`vocabulary`，以及 `evidence`、`changes` 里不属于哪份报告的行，
  和装着这些的表格文件、数据库、`passages.jsonl`。
- 各套的行合起来，就是这些报告放在一个文件夹里的网站发布的行；要全部，照 `districts.json` 逐个取，重复的行只算一次。
  `data/catalog.jsonld` 用 `dcat:catalog` 列出每个区县的目录。
- 一个区县的报告改了，只有它自己的这套重新生成，别的区县一个字节也不变。
- 承诺、小节、跟踪更新、指标的网页旁边有同名的数据；公开申请、责任单位、地方和单位的网页旁边没有，
  它们的行在区县的清单里。
- 网站后来才加上 `districts.yml` 的，清单从 `data/` 移到区县的文件夹，原来的网址不再有文件。
""",
}

HEAD = """# 数据字典

由字段和词表的声明生成（`python build.py schema`），测试保证它不过时。修改请改 `disclosure/model/`、
`disclosure/exports/shapes/` 或 `content/vocabulary/`。

- 数字用基本单位：`1.5万个` 的 `value` 是 15000，`unit` 是“个”。
- `start`、`end` 是段落文字里的位置，按 Unicode 码位从 0 数起，含头不含尾。
- 有固定取值的字段写英文编号，旁边的 `…_label` 是中文名称。
"""


def markdown(words: Vocabularies) -> bytes:
    return ("\n".join([HEAD, *_vocabularies(words), *_records(), *_published(), *_made(), *_tables()]) + "\n").encode()


def _vocabularies(words: Vocabularies) -> Iterator[str]:
    yield "## 词表\n"
    for name in (name for name in (*KNOWN, *OPEN) if name != DEPARTMENTS):
        ranked = sorted(words.records.get(name, ()), key=lambda word: word.value.order)
        yield f"### `{name}`\n\n| 编号 | 名称 | 说明 |\n|---|---|---|"
        yield from (f"| `{w.value.id}` | {w.value.label} | {w.value.description} |" for w in ranked)
        yield ""
    yield "词表 `departments`（责任单位）随内容增减，不列在这里，见 `content/vocabulary/departments.yml`。\n"


def _records() -> Iterator[str]:
    yield "## 编辑写的记录\n"
    for name, (model, pattern) in (EDITORS | FRONT_MATTER).items():
        yield f"### {name}\n\n文件：`{pattern}`\n"
        yield from _fields(model)
        for nested in (one for field in model.declared.values() for one in records_in(field.type)):
            yield f"其中 `{nested.__name__.removesuffix('Record')}`：\n"
            yield from _fields(nested)


def _fields(model: type[Record]) -> Iterator[str]:
    yield "| 字段 | 名称 | 必填 | 发布后 | 说明 |\n|---|---|---|---|---|"
    for name, field in model.declared.items():
        needed = "是" if field.needed else ""
        yield f"| `{name}` | {field.label} | {needed} | {field.change.label} | {field.help} |"
    yield ""


def _published() -> Iterator[str]:
    yield "## 发布的数据（`data/*.json`）\n"
    for name, shape in shapes.FILES.items():
        file = "report-<编号>" if name == "report" else name
        yield f"### `data/{file}.json`\n"
        yield from map(_object, *zip(*objects(data(shape)), strict=True))


def _made() -> Iterator[str]:
    """What is made of the lists: only what these do not have."""
    known = {title for shape in shapes.FILES.values() for title, _node in objects(data(shape))}
    for name, head in MADE.items():
        yield f"## {head}"
        yield from (_object(title, node) for title, node in objects(data(shapes.MADE[name])) if title not in known)


def _object(title: str, node: dict[str, Any]) -> str:
    return f"`{title}`：" + "、".join(_property(key, one) for key, one in node["properties"].items()) + "\n"


def _property(name: str, node: dict[str, Any]) -> str:
    return f"`{name}`（{node['description']}）" if "description" in node else f"`{name}`"


def _tables() -> Iterator[str]:
    yield "## 发布的表格（`data/*.csv`）\n"
    yield "UTF-8，带 BOM；列名与 JSON 相同。几个值之间用“、”，表里没有 JSON 里的换行。"
    yield "同样的说明也在 `data/datapackage.json`；数据目录（DCAT-AP 3.0.0）是 `data/catalog.jsonld`。\n"
    yield "文字单元格开头的一个撇号不是内容，去掉就是原文。表格软件会当成日期、时间、数字、百分数、金额、真假值或公式、"
    yield "因而改样的文字，前面都有它：`'2-1`、`'5.8%`、`'007`、`'true`、`'=1+1`，原文就以撇号开头的也有；"
    yield "`2024`、`12.5` 不会改样，没有它。\n"
    for one in (dataset_list.REPORT, *dataset_list.SETS):
        for table in one.tables:
            file = "report-<编号>" if table.name == "report" else table.name
            yield f"### `data/{file}.csv`\n\n{table.title}，{table.row}。\n"
            yield "| 列 | 名称 | 类型 | 含义 |\n|---|---|---|---|"
            yield from map(_column, meanings(table.name).items())
            yield "\n" + "".join(_keys(table.name))


def _column(column: tuple[str, Meaning]) -> str:
    name, one = column
    return f"| `{name}` | {one.head} | {one.type}{'，几个' if one.several else ''} | {one.text} |"


def _keys(table: str) -> Iterator[str]:
    if table in keys.KEYS:
        yield f"主键：{_named(keys.KEYS[table])}。"
    for one in keys.foreign(table):
        yield f"{_named(one.columns)} 指 `{one.table}` 的 {_named(one.key)}{'，可空' if one.optional else ''}。"
    yield "\n"


def _named(columns: tuple[str, ...]) -> str:
    return "、".join(f"`{name}`" for name in columns)
