"""The comment on a pull request: short enough for every host, and nothing in it is markup, a call or a link."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from disclosure.comparison.comparison import SiteComparison
from disclosure.comparison.difference import NamedChange, PageTurn, PageTurns, SiteDifference
from disclosure.comparison.markdown import LONGEST, comment, plain
from disclosure.history.record_change import FieldEdit, Happening, RecordChange
from disclosure.problem import Place, Problem


def compared(records: int, pages: int = 0, problems: int = 0) -> SiteComparison:
    edit = FieldEdit(field="title", was="旧" * 300, now="新" * 300)
    changes = (
        RecordChange(
            record=f"2024/c{n:05}",
            kind="commitment",
            report="2024",
            happening=Happening.CHANGED,
            day="",
            nth=1,
            commit="",
            edits=(edit,) * 5,
        )
        for n in range(records)
    )
    turns = tuple(PageTurn(f"reports/2024/commitments/c{n:05}.html", "长题目" * 50) for n in range(pages))
    return SiteComparison(
        name="origin/main",
        commit="0123456789abcdef",
        day=date(2024, 2, 10),
        today=date(2024, 3, 1),
        difference=SiteDifference(
            records=tuple(NamedChange(one, "题目" * 40) for one in changes),
            outcomes=(),
            counts=(),
            verdicts=(),
            pages=PageTurns(changed=turns),
            figures=(),
            titles={},
            unread=((), ()),
            whole=True,
        ),
        problems=tuple(Problem(Place(f"content/{n}.yml"), "x", "错了" * 200, "改好" * 200) for n in range(problems)),
        before=(),
    )


def test_a_comment_is_never_longer_than_hosts_take_and_counts_what_it_leaves_out() -> None:
    for one in (compared(20_000, 30_000), compared(3, 0, 5_000), compared(3_000)):
        text = comment(one)
        assert len(text.encode()) <= LONGEST
        assert re.search(r"^- 还有 \d+ 条$", text, re.M)


def test_a_short_comment_leaves_nothing_out() -> None:
    text = comment(compared(10, 20))
    assert text.count("- 承诺 c000") == 10
    assert "还有" not in text


def test_what_calls_people_or_closes_what_is_folded_is_text() -> None:
    assert plain("@somebody fixes #12 </details> <!--") == ("@<!-- -->somebody fixes #<!-- -->12 &lt;/details> &lt;!--")
    assert plain("[x](y) **z** `a` ~b~ $c$ 1_2") == r"\[x\](y) \*\*z\*\* \`a\` \~b\~ \$c\$ 1\_2"


SIGNS = st.text(st.sampled_from("`*_{}[]()#+-.!|~<>&\\@$ \n1a承诺：“”"), max_size=40)


@given(SIGNS)
def test_a_text_is_read_as_it_stands(text: str) -> None:
    html = MarkdownIt("commonmark").render(f"- {plain(text)}")
    shown = html.replace("<!-- -->", "").removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>\n")
    assert unescape(shown) == " ".join(text.split())
