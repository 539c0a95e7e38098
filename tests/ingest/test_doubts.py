"""What is improbable is said in words, and only that."""

from __future__ import annotations

import pytest

from disclosure.ingest import doubts, report_body
from disclosure.ingest.structure import structure

OPENING = "示例区政府工作报告\n各位代表：\n"
TEXT = "全区运行平稳。粮食总产26万吨。\n"
PARTS = f"一、2023年工作回顾\n（一）强农业\n{TEXT}二、2024年工作打算\n（一）强工业\n{TEXT}"
SOUND = f"{OPENING}{PARTS}各位代表！让我们一起努力！\n"


def doubted(text: str) -> list[str]:
    return doubts.doubts(report_body.numbered(structure(text).archive))


def test_a_sound_report_is_not_doubted() -> None:
    assert doubted(SOUND) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{OPENING}{TEXT}", "没有找到部分和小节的标题"),
        (f"{OPENING}（一）强农业\n{TEXT}（二）强工业\n{TEXT}", "没有找到部分的标题"),
        (f"{OPENING}一、2023年工作回顾\n{TEXT}", "只找到一个部分：一、2023年工作回顾"),
        (f"{OPENING}一、2023年工作回顾\n{TEXT}二、2024年工作打算\n{TEXT}", "没有找到小节"),
        (SOUND.replace("二、", "三、"), "编号不连续：“一、2023年工作回顾”之后是“三、2024年工作打算”"),
        (SOUND.replace("（一）强工业", "（二）强工业"), "编号从“（二）强工业”开始"),
        (SOUND.replace("二、2024年工作打算\n", ""), "“（一）强工业”的编号又从一开始"),
        (SOUND.replace("（一）强工业", "（1）强工业"), "小节的编号有两种写法"),
        (SOUND.replace("运行平稳", "运行平稳" * 900), "p1-01 有 3612 个字"),
        (SOUND.replace(TEXT, f"加快发展都市农业\n{TEXT}"), "2 段没有以句号结尾"),
        (SOUND.replace(TEXT, f"{TEXT}{'全区上下齐心协力，稳中求进。' * 2}\n" * 2), "同一段连着出现了两次"),
        (SOUND + SOUND, "文件里可能有两份报告"),
        (SOUND.rpartition("各位代表")[0] + "新的一年，我们要坚持以人为本，全力以赴推动高质\n", "最后一段没有说完"),
        (SOUND + "三、政府自身建设\n", "最后一行是标题“三、政府自身建设”"),
    ],
)
def test_what_is_improbable_is_said(text: str, said: str) -> None:
    assert [line for line in doubted(text) if said in line], doubted(text)


def test_lines_in_their_hundreds_that_end_no_sentence_are_told_once() -> None:
    lines = "".join(f"第{n}件实事的名称和承办单位\n" for n in range(30))
    found = doubted(SOUND.replace(TEXT, TEXT + "说明：\n" + lines, 1))
    assert sum("没有以句号结尾" in line for line in found) <= 1


def test_annexes_are_not_doubted() -> None:
    annex = "附件1\n2024年六件民生实事\n一、翻修楼院9处。\n三、新建书屋4处\n"
    assert doubted(SOUND + annex) == []
