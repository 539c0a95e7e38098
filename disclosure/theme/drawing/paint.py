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
    "d-picture__line--adjusted": {},
    "d-picture__line--implied": {"stroke-dasharray": "4 3"},
    "d-picture__sign": {"fill": PAGE, "stroke": INK, "stroke-width": "2"},
    "d-picture__sign--aimed": {"fill": INK},
    "d-picture__sign--adjusted": {"stroke-width": "2.5"},
    "d-picture__sign--implied": {},
    "d-picture__sign--about": {},
    "d-picture__course": {"fill": "none", "stroke": ACCENT, "stroke-width": "2"},
    "d-picture__course--forecast": {"stroke-dasharray": "4 3"},
    "d-picture__beside": {"fill": "none", "stroke": MUTED, "stroke-dasharray": "2 3"},
    "d-picture__other": {"fill": PAGE, "stroke": MUTED, "stroke-width": "1.5"},
    "d-picture__revised": {"fill": "none", "stroke": INK, "stroke-width": "1.5"},
    "d-picture__gap": {"fill": "none", "stroke": MUTED, "stroke-dasharray": "2 4"},
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
    "d-picture__stretch": {"fill": PAGE},
    "d-picture__stretch--commitment": {"stroke": ACCENT, "stroke-width": "24"},
    "d-picture__stretch--result": {"stroke": MUTED, "stroke-width": "18"},
    "d-picture__stretch--exempt": {"stroke": FOCUS, "stroke-width": "8"},
    "d-picture__stretch--uncovered": {"stroke": INK, "stroke-width": "1.5"},
    "d-picture__arrow": {"fill": INK},
    "d-picture__cell": {"fill": "none", "stroke": LINE},
    "d-picture__due": {"fill": PAGE, "stroke": ACCENT, "stroke-width": "2"},
    "d-picture__due--past": {"fill": ACCENT},
    "d-picture__due--ahead": {},
    "d-picture__axis": {"fill": "none", "stroke": MUTED, "stroke-width": "2"},
    "d-picture__rim": {"fill": "none", "stroke": PAGE, "stroke-linecap": "round", "stroke-width": "14"},
    "d-picture__told": {"fill": "none", "stroke": ACCENT, "stroke-linecap": "round", "stroke-width": "11"},
    "d-picture__stroke": {"fill": "none", "stroke": INK, "stroke-width": "4"},
    "d-picture__stroke--deadline": {},
    "d-picture__stroke--former": {"stroke": MUTED, "stroke-dasharray": "4 3"},
    "d-picture__stroke--moved": {},
    "d-picture__stroke--published": {"stroke-width": "2"},
    "d-picture__paper": {"fill": PAGE},
    "d-picture__struck": {"fill": "none", "stroke": INK},
}


def painted(one: Element) -> Element:
    """The element with colours and without classes; ``KeyError`` where a class has no row."""
    given = dict(one.attrib)
    for name in given.pop("class", "").split():
        given |= PAINT[name]
    made = Element(one.tag, given)
    made.text = one.text
    made.extend([painted(inner) for inner in one])
    return made
