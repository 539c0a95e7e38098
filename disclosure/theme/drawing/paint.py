"""How a picture looks that has left its page: presentation attributes in place of the style sheet's classes.

On white, in the colours of the light style sheet: a file cannot know its reader's. One row a class; what is inside an
element takes over what it does not say itself, as in the style sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

INK, MUTED, LINE, ACCENT, FOCUS, PAGE = "#1b2426", "#545f63", "#d8d9d2", "#0b5360", "#b0480b", "#fff"
SANS = "'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"

PAINT: Mapping[str, Mapping[str, str]] = {
    "d-picture__written": {"font-weight": "600"},
    "d-picture__muted": {"fill": MUTED},
    "d-picture__grid": {"fill": "none", "stroke": LINE},
    "d-picture__tick": {"fill": MUTED},
    "d-picture__bar": {"fill": ACCENT, "stroke": ACCENT, "stroke-width": "1.5"},
    "d-picture__bar--actual": {},
    "d-picture__bar--preliminary": {"fill": PAGE},
    "d-picture__bar--forecast": {"fill": PAGE, "stroke-dasharray": "4 3"},
    "d-picture__line": {"fill": PAGE, "stroke": INK, "stroke-width": "2"},
    "d-picture__line--aimed": {},
    "d-picture__line--implied": {"stroke-dasharray": "4 3"},
    "d-picture__sign": {"fill": PAGE, "stroke": INK, "stroke-width": "2"},
    "d-picture__sign--aimed": {"fill": INK},
    "d-picture__sign--implied": {},
    "d-picture__shape": {"fill": "none", "fill-rule": "evenodd", "stroke": INK},
    "d-picture__shape--accent": {"stroke": ACCENT},
    "d-picture__shape--focus": {"stroke": FOCUS, "stroke-width": "1.6"},
    "d-picture__shape--muted": {"stroke": MUTED},
    "d-picture__shape--ink": {},
    "d-picture__shape--accent-filled": {"fill": ACCENT},
    "d-picture__shape--focus-filled": {"fill": FOCUS},
    "d-picture__shape--muted-filled": {"fill": MUTED},
    "d-picture__shape--ink-filled": {"fill": INK},
    "d-picture__share": {"fill": PAGE, "stroke": INK},
    "d-picture__share--kept": {"fill": ACCENT},
    "d-picture__share--missed": {},
    "d-picture__share--open": {"stroke": MUTED},
    "d-picture__hatch": {"fill": "none", "stroke": FOCUS, "stroke-width": "1.6"},
    "d-picture__zero": {"fill": "none", "stroke": MUTED},
}


def painted(one: Element) -> Element:
    """The element with colours and without classes; ``KeyError`` where a class has no row."""
    given = dict(one.attrib)
    for name in given.pop("class", "").split():
        given |= PAINT[name]
    made = Element(one.tag, given)
    made.text = one.text
    made.extend(map(painted, one))
    return made
