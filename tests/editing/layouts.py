"""Random values, written in every layout that editors use: by lines and within brackets, with comments about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from disclosure.source.editing import text as yaml_text
from disclosure.source.yaml import RawNode

NAMES = ("id", "title", "date", "value", "targets", "names", "source", "note")
TEXTS = ("012", "+5", "2024-01-01", "甲", "乙 丙", "no", "'引'", "a: b", "一，二", "甲,乙", "井 # 号", "")
LONG = "很长的一句话，不换行。" * 12
SEVERAL = ("第一行\n第二行", "第一行\n\n第三行\n", "一\n  缩进\n")
SIGNS = ("- 横", "? 问", "{括", "*星", "&和", "@某", "~", "null", "=", "<<", "a\tb")
texts = st.sampled_from((*TEXTS, *SIGNS, LONG))
scalars = texts | st.sampled_from(SEVERAL)


def values(most_deep: int = 3) -> st.SearchStrategy[RawNode]:
    return st.recursive(scalars, _holding, max_leaves=12) if most_deep else scalars


def _holding(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)


records = st.dictionaries(st.sampled_from(NAMES), values(), min_size=1, max_size=5)
tops = st.lists(records, min_size=1, max_size=4) | records


class Writer:
    """Writes a value; every choice of layout is drawn."""

    def __init__(self, draw: Any) -> None:
        self.draw, self.notes = draw, 0

    def chance(self, *weights: Any) -> Any:
        return self.draw(st.sampled_from(weights))

    def note(self) -> str:
        self.notes += 1
        return f"# 注{self.notes}"

    def above(self, column: int, *, of_item: bool = False) -> Iterator[str]:
        """A comment or an empty line before an entry; before an item it may be about the end of the one before."""
        kind = self.chance("", "", "", "note", "blank", "far" if of_item else "note")
        if kind == "blank":
            yield ""
        elif kind:
            yield " " * (column if kind == "note" else column + 2) + self.note()

    def scalar(self, text: str) -> str:
        return yaml_text.scalar(text, self.chance(None, None, "'", '"') if "\n" not in text else '"')

    def flow(self, value: RawNode, column: int) -> list[str]:
        """Within brackets, seldom over several lines; the first has no indentation."""
        if isinstance(value, str):
            return [self.scalar(value)]
        pairs = value.items() if isinstance(value, dict) else [("", one) for one in value]
        found = [(f"{name}: " if isinstance(value, dict) else "") + self.one_line(one) for name, one in pairs]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        if not found or not self.chance(False, False, True):
            return [opening + self.chance("", " ") + ", ".join(found) + closing]
        pad = " " * (column + 2)
        rows = [row for one in found[:-1] for row in (*self.above(column + 2), f"{pad}{one},")]
        return [opening, *rows, pad + found[-1] + self.chance("", ","), " " * column + closing]

    def one_line(self, value: RawNode) -> str:
        if isinstance(value, str):
            return self.scalar(value)
        if isinstance(value, dict):
            return "{" + ", ".join(f"{name}: {self.one_line(one)}" for name, one in value.items()) + "}"
        return "[" + ", ".join(map(self.one_line, value)) + "]"

    def block(self, value: RawNode, column: int) -> list[str]:
        """By lines, each with its indentation."""
        rows: list[str] = []
        if isinstance(value, dict):
            for name, one in value.items():
                rows += [*self.above(column), *self.field(name, one, column)]
        else:
            for one in value:
                rows += [*self.above(column, of_item=bool(rows)), *self.item(one, column)]
        return rows

    def field(self, name: str, value: RawNode, column: int) -> list[str]:
        pad = " " * column
        if isinstance(value, str) and "\n" in value and value == value.lstrip() and self.chance(True, False):
            sign = "|" if value.endswith("\n") else "|-"
            rows = value.removesuffix("\n").split("\n")
            return [f"{pad}{name}: {sign}", *(f"{pad}  {row}" if row else "" for row in rows)]
        if isinstance(value, str) or not value or self.chance(True, False):
            first, *rest = self.flow(value, column)
            blank = value == "" and self.chance(True, False)
            return [f"{pad}{name}:" + ("" if blank else f" {first}"), *rest]
        step = self.chance(0, 2) if isinstance(value, list) else 2
        return [f"{pad}{name}:", *self.block(value, column + step)]

    def item(self, value: RawNode, column: int) -> list[str]:
        pad = " " * column
        if isinstance(value, str) or not value or self.chance(True, False):
            first, *rest = self.flow(value, column + 2)
            return [f"{pad}- {first}", *rest]
        rows = self.block(value, column + 2)
        if rows[0].strip() and not rows[0].lstrip().startswith("#"):
            return [f"{pad}- {rows[0].lstrip(' ')}", *rows[1:]]
        return [f"{pad}-", *rows]


@st.composite
def written(draw: Any) -> str:
    """A YAML text of records."""
    writer, value = Writer(draw), draw(tops)
    head = [writer.note()] if writer.chance(True, False) else []
    end = [*writer.above(0), ""] if writer.chance(True, False) else [""]
    text = "\n".join([*head, *writer.block(value, 0), *end])
    return text.removesuffix("\n") if writer.chance(True, False, False) else text


def places(value: RawNode | None, where: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a value, itself the first."""
    yield where
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield from places(one, (*where, step))
