"""The last look at a text: characters that no line may hold, and those that hardly anybody can have meant."""

from __future__ import annotations

import re

import msgspec

from disclosure.ingest.document import ExtractedText
from disclosure.ingest.formats import mending
from disclosure.ingest.formats.balance import Balance
from disclosure.ingest.formats.tally import Tally
from disclosure.source import characters
from disclosure.translation import mark as N_

LINE_ENDS = re.compile("\r\n?")
PAGE_ENDS = re.compile("[\f\v\x85\u2028\u2029]")
BREAKS = N_("换页符一类的符号 {n} 处，换成了换行")
CONTROLS = N_("控制字符 {n} 个，删去了：{words}")
STRANGE = N_("看不见、少见或样子像别的字的字符 {n} 个，照原样收进来，请对照原件：{words}")


def cleaned(extracted: ExtractedText) -> ExtractedText:
    tally = Tally()
    text = LINE_ENDS.sub("\n", extracted.text)
    tally.notes(BREAKS, ("" for _one in PAGE_ENDS.findall(text)))
    text = PAGE_ENDS.sub("\n", text)
    tally.notes(CONTROLS, map(_code, characters.CONTROL.findall(text)))
    text = characters.CONTROL.sub("", text)
    text = mending.alike(text, Balance(), tally)
    tally.notes(STRANGE, (_shown(one) for one in characters.find(text)))
    return msgspec.structs.replace(extracted, text=text, remarks=(*extracted.remarks, *tally.remarks))


def _shown(strange: characters.Strange) -> str:
    looks = strange.kind in (characters.LOOK_ALIKE, characters.UNASSIGNED)
    return f"{strange.character} {_code(strange.character)}" if looks else _code(strange.character)


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
