"""What must not be concluded from what the site says: each sentence once, for pages and for data made of them."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

SILENCE = N_("没有公开信息不等于没有完成。")
UNRECORDED = N_("没有收录不等于没有完成。")
PLANNED = N_("计划和预计不是结果。")
CLAIMED = N_("这是报告自己的说法，本站没有另外核实。")
STATED = N_("这是责任单位自己的说法，公开证据还不能完全支持。")
DIGESTED = N_("这是本站编者写的摘要，不是报告的话")
UNCHECKABLE = N_("没有可以对照的结果，不能说做到了，也不能说没有做到。")
NOT_DUE = N_("期限未到，没有做完不等于没有做到。")
DISPUTED = N_("各方的说法相反，不能只取一种。")
MATERIAL = N_("有公开材料，但没有说做没做到。")
CANDIDATE = N_("候选项目要经代表票决，写进报告不等于列为当年的项目。")
JUDGED = N_("程序没有下结论，要由人判断。")
PARTLY_MET = N_("几个目标里有的达到，有的没有，不能说整条做到了。")
PARTLY_KNOWN = N_("有的目标还没有实际值，不能说整条做到了。")
CHANGED = N_("目标或时限改过，原来的和改后的结论要分开说。")
ABOVE = N_("上级的数字，不代表本区。")
OVER = N_("{year}年报告期已结束，不能当作现在的目标或现状。")

# By the word for what became of a promise; a word that settles it needs none
OF_OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "due-silent": (SILENCE,),
    "due-unsearched": (UNRECORDED,),
    "not-due": (PLANNED, NOT_DUE),
    "part-met": (PARTLY_MET,),
    "met-known": (PARTLY_KNOWN,),
    "judge": (JUDGED,),
    "claimed": (STATED,),
    "partly": (STATED,),
    "under-way": (PLANNED, STATED),
    "not-started": (STATED,),
    "adjusted": (CHANGED,),
    "adjusted-met": (CHANGED,),
    "news": (PLANNED, MATERIAL),
    "disputed": (DISPUTED,),
    "candidate": (CANDIDATE, PLANNED),
    "not-adopted": (CANDIDATE,),
    "not-comparable": (UNCHECKABLE,),
    "held-so-far": (NOT_DUE,),
}


def over(year: int) -> str:
    """Of what a report says whose period is over."""
    return _(OVER).format(year=year)
