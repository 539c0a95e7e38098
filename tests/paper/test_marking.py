"""What a page draws without a tag is an artifact; what its glyphs mean is said beside them."""

from __future__ import annotations

from disclosure.paper.marking import Glyphs, marked
from disclosure.paper.unicode_map import renamed

PAGE = b"""\
q
BT
/F1 9 Tf
<01> Tj
ET
0 0 10 10 re
W* n
0 0 5 5 re
f
/P <</MCID 0 >>BDC
BT
/F2 9 Tf
/Span<</ActualText <FEFF6237> >> BDC
<0A> Tj
EMC
<0B> Tj
ET
0 0 1 1 re
f
EMC
Q"""
MARKED = b"""\
q
/Artifact BMC
BT
/F1 9 Tf
<01> Tj
ET
EMC
0 0 10 10 re
W* n
/Artifact BMC
0 0 5 5 re
f
EMC
/P <</MCID 0 >>BDC
BT
/F2 9 Tf
/Span<</ActualText <FEFF6237> >> BDC
<0A> Tj
EMC
<0B> Tj
ET
0 0 1 1 re
f
EMC
Q"""
MAP = b"""\
1 begincodespacerange
<00> <FF>
endcodespacerange
1 beginbfchar
<0A> <2F3E>
endbfchar
1 beginbfrange
<0B> <0D> <4E00>
endbfrange
endcmap"""


def test_running_heads_and_backgrounds_are_artifacts_and_nothing_else_is() -> None:
    assert marked(PAGE) == MARKED


def test_a_glyph_is_what_is_always_said_beside_it() -> None:
    glyphs = Glyphs()
    glyphs.read(PAGE, {b"/F1": (1, 2), b"/F2": (2, 2)})
    assert glyphs.certain() == {2: {b"0A": "户"}}
    glyphs.read(PAGE.replace(b"<0B>", b"<0A>"), {b"/F2": (2, 2)})
    assert glyphs.certain() == {}


def test_a_font_calls_a_glyph_by_its_new_name_and_others_as_before() -> None:
    assert renamed(MAP, {b"0A": "户", b"0C": "𬘓"}) == (
        b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n4 beginbfchar\n"
        b"<0A> <6237>\n<0B> <4E00>\n<0C> <D871DE13>\n<0D> <4E02>\nendbfchar\nendcmap"
    )
