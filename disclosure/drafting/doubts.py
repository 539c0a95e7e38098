"""What is unsure, as editors are asked it."""

from __future__ import annotations

from disclosure.drafting.shapes import DraftDoubt
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

SAID = {
    DraftDoubt.ONE_OR_TWO: N_("是一条还是几条？里面的事可能一件成、一件不成，就拆开"),
    DraftDoubt.SHARED_SUBJECT: N_("主语或动词在前一句：要不要连前一句一起引？"),
    DraftDoubt.SHARED_PREDICATE: N_("几个数共用一个动词：要不要拆成几条，用同一个组名？"),
    DraftDoubt.HEAD: N_("是后面几条的题目，还是单独一条？"),
    DraftDoubt.BACKGROUND: N_("只是说明形势、意义，还是也说了要做或做成的事？"),
    DraftDoubt.GOES_ON: N_("要不要和相邻的一句合成一条？"),
    DraftDoubt.TENSE: N_("是已经做成的，还是打算做的？标题没有说明"),
    DraftDoubt.FIGURE: N_("这个数不用对照吗？是目标或成果的，就不免列"),
}


def said(doubt: DraftDoubt) -> str:
    """The question that an editor has to answer."""
    return _(SAID[doubt])
