"""Names that only some systems can unpack are told before anything is written."""

from __future__ import annotations

import pytest

from disclosure.offline import names


@pytest.mark.parametrize(
    ("name", "flaw"),
    [
        ("site/files/2025:报告.pdf", "名字里有 Windows 不许用的符号 :"),
        ("site/files/报告?.pdf", "名字里有 Windows 不许用的符号 ?"),
        ("site/files/a\\b.pdf", "名字里有 Windows 不许用的符号 \\"),
        ("site/files/报告.", "名字以点或空格结尾，Windows 会去掉它"),
        ("site/files/con.pdf", "con.pdf 在 Windows 上是设备的名字，不能当文件名"),
        ("site/aux/1.pdf", "aux 在 Windows 上是设备的名字，不能当文件名"),
        (f"site/files/{'长' * 190}.pdf", "路径有 205 个字符，超过 200 个，Windows 上可能解不开"),
    ],
)
def test_a_name_that_windows_refuses_is_told(name: str, flaw: str) -> None:
    assert list(names.flaws(["site/index.html", name])) == [f"{name}：{flaw}"]


def test_names_that_are_one_file_on_some_systems_are_told_together() -> None:
    (flaw,) = names.flaws(["a/Plan.pdf", "a/plan.pdf", "b/plan.pdf"])
    assert flaw == "a/Plan.pdf、a/plan.pdf：只有大小写或写法不同，在 Windows 和 macOS 上是同一个文件"


@pytest.mark.parametrize("name", ["site/files/区政府〔2025〕3号.pdf", "打开这里.html", "site/console/auxiliary.html"])
def test_other_names_are_fine(name: str) -> None:
    assert list(names.flaws([name])) == []
