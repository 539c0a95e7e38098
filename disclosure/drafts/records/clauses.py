"""Which clause of a quote says what is done, and its words without what only colours them."""

from __future__ import annotations

import re
from typing import Final

from disclosure.coverage import CLAUSE

# How something is done; a title does without, and so does the name of what is counted
ADVERBS: Final = re.compile(
    r"(?:积极|大力|深入|持续|有序|稳妥|稳步|全面|严格|切实|不断|着力|全力|继续|进一步|有效|主动|扎实|充分|重点|坚定不移|始终|"
    r"分步|高标准|高质量|高位|高效|常态化|成功|逐步|加紧|有力|深化拓展|统筹|精心|认真|科学|合理|依法|自觉|择优|初步|累计|"
    r"共计|共|圆满|尤其要|特别是|其中，?|同时，?|此外，?|要|将|我们|[全我本][市县区](?!上下|人民|各|干部|国|级|直)(?=.{4})|全年|一年来，?)"
)
# A clause that begins so says by what means, or in what surroundings
MEANS: Final = re.compile(
    r"一年来$|(?:我们)?也?(?:应当|要)?(?:清醒地?|深刻地?)?(?:看到|认识到)$|过去一年|全年$|依托|以(?!商招商)|围绕|聚焦|抢抓|抓住|抓好.*机遇|充分(?:发挥|利用)|利用|按照|坚持|通过|结合|根据|对照|紧盯|立足|锚定|针对|随着|面对|"
    r"在.*(?:下|上|中|时|同时|框架下)$|.*(?:的同时|基础上)$|为(?!.*(?:提供|解决)).*|牢固树立|进一步解放思想|强化.*(?:思维|意识)"
)
# ... and one that begins so, what shall come of it
EFFECT: Final = re.compile(
    r"让|使|形成|营造|填补|丰富|扩大(?!.*覆盖面)|增强|兜牢|切实用|打下|带动|不断满足|满足|彰显|擦亮|"
    r"进一步缓解|助推.*(?:发展|升级)$|促进.*(?:发展|提升|升级)$|提升.*(?:水平|能力|效应”?|公信力)$"
)


def spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a stretch of text that have a letter in them; quotes and brackets are kept whole."""
    found = ((match.start(), match.end()) for match in CLAUSE.finditer(text, start, end))
    return [one for one in found if any(map(str.isalnum, text[slice(*one)]))]


def doing(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses that say what is done: neither by what means nor to what effect; else those that say no means, else
    the last."""
    found = spans(text, start, end) or [(start, end)]
    acting = [one for one in found if not MEANS.match(plain(text[slice(*one)]))]
    return [one for one in acting if not EFFECT.match(plain(text[slice(*one)]))] or acting or found[-1:]


def plain(words: str) -> str:
    """Without the adverbs at the beginning."""
    words = words.strip()
    while (found := ADVERBS.match(words)) and len(words) - found.end() >= 2:
        words = words[found.end() :]
    return words
