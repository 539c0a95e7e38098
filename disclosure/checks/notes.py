"""Every term of the glossary has an anchor of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from disclosure.checks.links import RESERVED
from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _

# A report's key, and the anchors of its terms
Terms = tuple[str, tuple[str, ...]]


def check_anchors(reports: Iterable[Terms], place: Callable[[str], Place]) -> Iterator[Problem]:
    """note-prefix: 各份报告的注释都在一页术语表里，锚点各不相同，也不与网页自己的相同。

    Reports in the order they were published; ``place`` says where a report has its prefix. A report that has none is
    never at fault: its anchors begin with its own key.
    """
    seen: dict[str, str] = {}
    for key, anchors in sorted(reports, key=_has_prefix):
        taken = next((one for one in anchors if one in seen), None)
        if taken is not None:
            message = _("注释的锚点 {anchor} 与报告 {other} 的相同").format(anchor=taken, other=seen[taken])
            yield Problem(place(key), "note-prefix", message, _hint(key))
        elif anchors and _has_prefix((key, anchors)) and RESERVED.match(anchors[0]):
            message = _("注释的锚点 {anchor} 不能以 d- 开头：网页自己的都这样开头").format(anchor=anchors[0])
            yield Problem(place(key), "note-prefix", message, _hint(key))
        seen.update((one, key) for one in anchors if one not in seen)


def _hint(key: str) -> str:
    return _("删去 note_prefix 这一行，前缀就是 {key}-n；或者换一个别的报告没有用的").format(key=key)


def _has_prefix(terms: Terms) -> bool:
    key, anchors = terms
    return not all(one.startswith(f"{key}-n") for one in anchors)
