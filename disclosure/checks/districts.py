"""A site of several districts lists them, each once, and every report is of one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.catalog.words import nearest
from disclosure.model.district import DistrictRecord
from disclosure.problem import Place, Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _

# So many are named in a message
NAMED = 5


def check_districts(catalog: Catalog) -> Iterator[Problem]:
    """district: 区县的编号、名称在 districts.yml 里各只写一次。"""
    for field in ("id", "name"):
        seen: dict[str, Located[DistrictRecord]] = {}
        for located in catalog.raw.districts:
            word = getattr(located.value, field)
            if word in seen:
                message = _("“{word}”写了两次，另一处在 {place}").format(word=word, place=seen[word].place(field))
                yield Problem(
                    located.place(field), "district", message, _("一个区县只写一项；删去一处，或者改正写错的")
                )
            seen.setdefault(word, located)


def check_several(catalog: Catalog, found: Iterable[str], folder: str) -> Iterator[Problem]:
    """district: 有几个区县的报告，就写一份名单，每个区县有自己的首页；``found`` 是各份报告开头写的地区。"""
    names = tuple(dict.fromkeys(filter(None, found)))
    if len(names) > 1 and not catalog.raw.districts:
        told = _("、").join(names[:NAMED]) + (_("等") if len(names) > NAMED else "")
        message = _("有{n}个区县的报告（{names}），还没有名单").format(n=len(names), names=told)
        hint = _(
            "一个区县写一项，例如 - {{id: 英文编号, name: {name}}}，或运行 python build.py new district；"
            "有了名单，每个区县有自己的首页"
        )
        yield Problem(Place(f"{folder}/districts.yml"), "district", message, hint.format(name=names[0]), notice=True)


def check_reports(catalog: Catalog) -> Iterator[Problem]:
    """district: 有 districts.yml 的网站，每份报告的 district 都是其中一个名称。"""
    known = {one.name: one for one in catalog.districts}
    for report in catalog.reports if known else ():
        name, place = report.meta.district, report.head.place("district")
        if name not in known:
            message = _("districts.yml 里没有“{name}”").format(name=name)
            near = nearest(name, known, 0.6)
            hint = _("是“{near}”吗？照它的写法写；").format(near=near) if near else ""
            yield Problem(place, "district", message, hint + _("是另一个区县，就在 districts.yml 里加一项"))
