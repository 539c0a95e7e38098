"""The tree of tags: what Chromium's lacks (``tagged``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from disclosure.paper.pdf_file import PdfFile, named
from disclosure.problem import Refused
from disclosure.translation import gettext as _

# The document marks its notes with this language, as no tag of HTML becomes a note
NOTE = "-x-note"
# Tags of PDF 2.0 that Chromium writes into a file of PDF 1.4, and what they are there
ROLES = {"/Strong": "/Span", "/Em": "/Span", "/Title": "/P", "/FENote": "/Note", "/Sub": "/Span", "/Aside": "/Div"}


def tagged(file: PdfFile, links: Sequence[str]) -> None:
    """``links`` are what the document's links are called, in its order.

    Items of lists get a body, notes their tag and name, links their words (ISO 14289-1, 7.9 and 7.18.5).
    """
    found = list(elements(file.root)) if "/StructTreeRoot" in file.root else []
    _ensure_links(found, links)
    notes = [one for one in found if str(one.get("/Lang", "")).endswith(NOTE)]
    _name(file, notes)
    roles = {str(one["/S"]) for one in found} & ROLES.keys()
    named(file.root["/StructTreeRoot"])[NameObject("/RoleMap")] = _roles(roles)
    for one in found:
        if one.get("/S") == "/LI":
            _with_body(file, one)
    for one, words in zip(_links(found), links, strict=True):
        for annotation in _annotations(one):
            annotation[NameObject("/Contents")] = TextStringObject(words)


def _ensure_links(found: Iterable[Any], links: Sequence[str]) -> None:
    """Links are in the tree as in the document, or the words of one would be said of another."""
    n = len(_links(found))
    if n != len(links):
        told = _(
            "浏览器给出的标签与网页不一致（{n} 个链接，应当有 {m} 个）：先看有没有装中文字体"
            "（Debian：apt install fonts-noto-cjk）；装了还是这样，换一个较新的 Chromium"
        )
        raise Refused(told.format(n=n, m=len(links)))


def _links(found: Iterable[Any]) -> list[Any]:
    return [one for one in found if one.get("/S") == "/Link"]


def elements(root: Any) -> Iterator[Any]:
    """All elements of the tree, in the order of the text."""
    waiting = list(reversed(kids(named(root["/StructTreeRoot"]))))
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(kids(one))


def kids(one: Any) -> list[Any]:
    """The elements in an element."""
    return [each for each in _inside(one) if isinstance(each, DictionaryObject) and "/S" in each]


def _inside(one: Any) -> list[Any]:
    held = one.get("/K")
    found = held.get_object() if held is not None else []
    return [each.get_object() for each in found] if isinstance(found, list) else [found]


def _annotations(one: Any) -> Iterator[Any]:
    for each in _inside(one):
        if isinstance(each, DictionaryObject) and each.get("/Type") == "/OBJR":
            yield named(each["/Obj"])
        elif isinstance(each, DictionaryObject) and str(each.get("/S", "/Link")) != "/Link":
            yield from _annotations(each)


def _roles(used: Iterable[str]) -> DictionaryObject:
    made = DictionaryObject()
    for name in sorted(used):
        made[NameObject(name)] = NameObject(ROLES[name])
    return made


def _name(file: PdfFile, notes: Sequence[Any]) -> None:
    """Each note its tag and a name. The tree of names ends with theirs: Chromium's begin with ``node``."""
    names = ArrayObject()
    for number, one in enumerate(notes, 1):
        one[NameObject("/S")] = NameObject("/Note")
        del one["/Lang"]
        one[NameObject("/ID")] = TextStringObject(f"note{number:06}")
        names += [one["/ID"], one.indirect_reference]
    if notes:
        leaf = DictionaryObject()
        leaf[NameObject("/Limits")] = ArrayObject([names[0], names[-2]])
        leaf[NameObject("/Names")] = names
        _known_names(file).append(file.add(leaf))


def _known_names(file: PdfFile) -> ArrayObject:
    """The leaves of the tree of names; a document without tables has none."""
    tree = named(file.root["/StructTreeRoot"])
    if "/IDTree" not in tree:
        made = DictionaryObject()
        made[NameObject("/Kids")] = ArrayObject()
        tree[NameObject("/IDTree")] = made
    found = named(tree["/IDTree"])["/Kids"].get_object()
    assert isinstance(found, ArrayObject)
    return found


def _with_body(file: PdfFile, item: Any) -> None:
    """All of an item but its label in one body."""
    held = item.get("/K")
    given = held.get_object() if held is not None else None
    references = list(given) if isinstance(given, list) else [item.raw_get("/K")] if given is not None else []
    labels = [one for one in references if _is_element(one, "/Lbl")]
    rest = [one for one in references if one not in labels]
    if not rest or any(not _is_element(one) for one in rest) or _is_element(rest[0], "/LBody"):
        return
    assert item.indirect_reference is not None
    body = DictionaryObject()
    body[NameObject("/Type")] = NameObject("/StructElem")
    body[NameObject("/S")] = NameObject("/LBody")
    body[NameObject("/P")] = item.indirect_reference
    body[NameObject("/K")] = ArrayObject(rest)
    reference = file.add(body)
    for one in rest:
        named(one)[NameObject("/P")] = reference
    item[NameObject("/K")] = ArrayObject([*labels, reference])


def _is_element(one: Any, kind: str = "") -> bool:
    found = one.get_object()
    return isinstance(found, DictionaryObject) and "/S" in found and kind in ("", str(found["/S"]))
