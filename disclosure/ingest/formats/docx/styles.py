"""What paragraphs and runs have from their styles, and from those that these are based on."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from disclosure.ingest.formats.docx.tree import is_on, number, value

# Half points: less is a correction that nobody sees
RAISED = 4
# A style on a style on a style …
MAX_CHAIN = 30


def is_raised(properties: Element | None) -> bool:
    """Whether a run stands above the line: as a superscript, or by its position (提升)."""
    return value(properties, "vertAlign") == "superscript" or number(value(properties, "position")) >= RAISED


class Styles:
    def __init__(self, part: Element) -> None:
        styles = part.findall("style")
        self._styles = {one.get("styleId", ""): one for one in styles}
        usual = (one for one in styles if one.get("type") == "paragraph" and one.get("default") in ("1", "true", "on"))
        self._usual = next((one.get("styleId", "") for one in usual), "")

    def name(self, id: str) -> str:
        """What people call a style, in small letters: ids are numbers in translated programs."""
        return (value(self._styles.get(id), "name") or id).lower()

    def numbering(self, id: str) -> Iterator[tuple[str, Element]]:
        """What the styles say of numbering, the nearest first, each with the id of the style that says it."""
        for one, style in self._chain(id or self._usual):
            found = style.find("pPr/numPr")
            if found is not None:
                yield one, found

    def hides(self, id: str) -> bool:
        for _id, style in self._chain(id):
            properties = style.find("rPr")
            if properties is not None and properties.find("vanish") is not None:
                return is_on(properties, "vanish")
        return False

    def raises(self, id: str) -> bool:
        return any(is_raised(style.find("rPr")) for _id, style in self._chain(id))

    def _chain(self, id: str) -> Iterator[tuple[str, Element]]:
        for _n in range(MAX_CHAIN):
            style = self._styles.get(id)
            if style is None:
                return
            yield id, style
            id = value(style, "basedOn")
