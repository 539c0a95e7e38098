"""XML out of any text: what a mutation breaks would be refused at its first sign, and nothing of it tried."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]{0,30})((?:\s+[A-Za-z][\w:.-]{0,30}=\"[^\"<&]{0,80}\")*)\s*(/?)>")
ATTRIBUTE = re.compile(r"([A-Za-z][\w:.-]*)=\"([^\"<&]*)\"")
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
DEPTH = 60


def xml(text: str) -> str:
    """Each tag closed, each attribute once, all else as characters."""
    text, found, open_, at = NO_XML.sub("", text), list[str](), list[str](), 0
    for tag in TAG.finditer(text):
        found.append(_escaped(text[at : tag.start()]))
        at = tag.end()
        ends, name, attributes, is_empty = tag.groups()
        if ends:
            if name in open_:
                while open_[-1] != name:
                    found.append(f"</{open_.pop()}>")
                found.append(f"</{open_.pop()}>")
            continue
        once = dict(ATTRIBUTE.findall(attributes))
        said = "".join(f' {key}="{value}"' for key, value in once.items())
        if is_empty or len(open_) > DEPTH:
            found.append(f"<{name}{said}/>")
        else:
            found.append(f"<{name}{said}>")
            open_.append(name)
    return "".join((*found, _escaped(text[at:]), *(f"</{one}>" for one in reversed(open_))))


def _escaped(text: str) -> str:
    return escape(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
