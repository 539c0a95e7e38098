"""What the pages of the follow-up say: sums that add up, an age that is told, links that lead on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from disclosure.catalog import tally
from disclosure.pages import freshness
from disclosure.pages.commitment import CommitmentView
from disclosure.pages.home import HomeView
from disclosure.pages.narrative import NarrativeView
from disclosure.pages.progress import ProgressView
from disclosure.pages.updates import StreamView, UpdateView
from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import FIRST_YEAR, Sandbox

TODAY = date(2025, 3, 20)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    from tests import projects

    project = projects.create(tmp_path_factory.mktemp("pages") / "project", FIRST_YEAR)
    found, problems = prepare(find(project.root), TODAY)
    assert problems == ()
    assert found is not None
    return found


def view(prepared: Prepared, address: str) -> object:
    page = prepared.page(address)
    assert page is not None
    return page.view


def standing(prepared: Prepared, id: str) -> CommitmentView:
    found = view(prepared, f"reports/2024/commitments/{id}.html")
    assert isinstance(found, CommitmentView)
    return found


def test_information_within_the_cycle_names_the_next_day() -> None:
    found = freshness.view(date(2025, 3, 12), 30, TODAY)
    assert (found.words, found.stale) == (
        "信息截至2025年3月12日。本站承诺每30天至少核对一次，下次不晚于2025年4月11日。",
        False,
    )


def test_a_stale_site_says_so_itself() -> None:
    found = freshness.view(date(2025, 1, 1), 30, TODAY)
    assert found.stale
    assert found.words == (
        "信息截至2025年1月1日，已经78天没有核对。本站承诺每30天至少核对一次，应在2025年1月31日以前更新，现已逾期。"
    )


def test_what_was_never_looked_for_has_no_age() -> None:
    assert freshness.view(None, 30, TODAY) == freshness.FreshnessView("还没有核对过公开信息。", True)


def test_every_count_on_the_home_page_adds_up_to_all(prepared: Prepared) -> None:
    home = view(prepared, "index.html")
    assert isinstance(home, HomeView)
    summary = home.progress
    assert summary is not None
    assert (sum(row.count for row in home.picture), home.earlier) == (29, ())
    assert [sum(number for _id, _label, number in counts.rows) for counts in summary.counts] == [29, 29, 29]
    assert [(one.label, one.met, one.decided, one.all, one.percent) for one in summary.rates] == [
        ("承诺类完成率", 5, 10, 16, "50%"),
        ("全部目标完成率", 6, 13, 22, "46%"),
    ]


def test_the_sections_and_the_strengths_add_up_to_the_whole(prepared: Prepared) -> None:
    found = view(prepared, "reports/2024/progress.html")
    assert isinstance(found, ProgressView)
    whole = found.summary.rates[1]
    for parts in (found.by_strength, found.by_section):
        assert (sum(one.met for one in parts), sum(one.decided for one in parts), sum(one.all for one in parts)) == (
            *(whole.met, whole.decided, whole.all),
        )


def test_a_rate_of_which_less_than_half_is_known_has_no_percentage(prepared: Prepared) -> None:
    found = view(prepared, "reports/2024/progress.html")
    assert isinstance(found, ProgressView)
    assert [(one.label, one.decided, one.all, one.percent) for one in found.by_strength] == [
        ("约束性", 1, 1, "100%"),
        ("承诺", 9, 15, "44%"),
        ("预期", 2, 5, "—"),
        ("争取", 1, 1, "0%"),
    ]


def test_the_chain_leads_from_last_years_result_to_the_outcome(prepared: Prepared) -> None:
    found = view(prepared, "reports/2024/progress.html")
    assert isinstance(found, ProgressView)
    assert [(one.name, one.before, one.target.label, one.outcome.label) for one in found.chain.rows] == [
        ("打通断头路", "3条", "5条", "5条 达成"),
        ("地区生产总值增速", "6.2%", "6%左右", "5.8% 待人工判断"),
        ("居民消费价格涨幅", "—", "控制在3%以内", "2% 达成"),
        ("科技型中小企业", "108家", "突破120家", "120家 刚好达到"),
    ]


def test_the_stream_is_newest_first(prepared: Prepared) -> None:
    found = view(prepared, "updates.html")
    assert isinstance(found, StreamView)
    assert [year.title for year in found.years] == ["2025年", "2024年", "时间不详"]
    days = [line.day for year in found.years for line in year.lines]
    assert (days, len(days)) == (sorted(days, reverse=True), 20)


def test_an_update_shows_its_values_and_leads_its_links_from_its_own_address(prepared: Prepared) -> None:
    figures = view(prepared, "updates/2024/2025-01-20-annual-figures.html")
    assert isinstance(figures, UpdateView)
    assert figures.values[:2] == (
        ("地区生产总值增速", "5.9%", "截至2024-12-31，初步"),
        ("一般公共预算收入增速", "5.1%", "截至2024-12-31，初步，同口径"),
    )
    target = view(prepared, "updates/2024/2024-02-05-city-target.html")
    assert isinstance(target, UpdateView)
    assert '<a href="../../reports/2024/text.html#p2-01">拾光区的目标</a>' in target.html
    assert target.scope == "这是样例市的情况，只作背景，不算作拾光区这些承诺的进展。"


def test_what_stands_beside_the_statuses_is_said(prepared: Prepared) -> None:
    assert {id: standing(prepared, id).followup.beside for id in ("c027", "c028", "c029", "c016")} == {
        "c027": (
            "代表票决通过，列为当年的民生实事项目。赞成182票，反对6票，弃权4票，共192票",
            "满意度测评：满意141票，基本满意38票，不满意9票，共188票；满意度不计入完成情况",
        ),
        "c028": ("代表票决没有通过，没有列为当年的民生实事项目。赞成71票，反对98票，弃权23票，共192票",),
        "c029": ("这是民生实事候选项目。票决结果没有公开，不知道是否列为当年的任务。",),
        "c016": (),
    }


def test_a_timeline_runs_from_the_speech_on(prepared: Prepared) -> None:
    days = [one.day for one in standing(prepared, "c017").followup.timeline]
    assert days == ["2024-01-10", "2024-07-05", "2024-07-10", "2025-01-08"]


def test_a_disagreement_with_the_official_word_is_said(prepared: Prepared) -> None:
    disputed, led = (standing(prepared, id).followup.official for id in ("c020", "c002"))
    assert disputed is not None
    assert led is not None
    assert (disputed.said, disputed.differs) == ("完成", "各方说法相反，都列在这里，哪一方也不采信，单独计数。")
    assert (led.said, led.differs) == ("完成", "与自动对照的结论不同，两个都列在这里，以官方结论为先。")
    agreed = standing(prepared, "c003").followup.official
    assert agreed is not None
    assert agreed.differs == ""


def test_the_method_page_prints_the_rubric(prepared: Prepared) -> None:
    found = view(prepared, "method.html")
    assert isinstance(found, NarrativeView)
    assert found.rubric is not None
    assert (found.rubric.about[:4], found.rubric.rows) == (
        "第1版，",
        (("增速、比重", "0.1个百分点", "1.0个百分点"), ("总量、个数", "目标的2%", "目标的10%")),
    )


def test_without_updates_there_is_no_empty_stream(create: Callable[..., Sandbox]) -> None:
    project = create("register")
    assert "updates.html" not in project.build()


def test_a_section_and_a_topic_show_their_own_two_rates(prepared: Prepared) -> None:
    report = prepared.catalog.reports[0]
    whole = view(prepared, "reports/2024/progress.html")
    assert isinstance(whole, ProgressView)
    sections = [page for page in prepared.pages if page.kind == "section" and page.view.rates]
    assert {(page.title, page.view.rates[1].all) for page in sections} == {
        (one.label, one.all) for one in whole.by_section
    }
    of_topic = {one.id for one in report.register.commitments if "transport" in {topic.id for topic in one.topics}}
    shown = next(page.view.parts[0].rates for page in prepared.pages if page.address == "topics/transport.html")
    assert shown[1].all == sum(item.commitment in of_topic for item in tally.items(report))
