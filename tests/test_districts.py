"""``districts.yml``: the districts of a site that holds the reports of several."""

from __future__ import annotations

from collections.abc import Callable

from tests.projects import Sandbox

DISTRICTS = "- {id: shili, name: 示例区, region: 示例省示例市, others: [示例]}\n- {id: bieqv, name: 别处区}\n"


def problems(project: Sandbox, districts: str) -> list[str]:
    (project.content / "districts.yml").write_text(districts, "utf-8")
    done = project.run("check")
    assert done.code in (0, 1)
    return [line for line in done.err.splitlines() if "[district]" in line]


def test_a_list_with_the_district_of_each_report_is_in_order(create: Callable[..., Sandbox]) -> None:
    assert problems(create(), DISTRICTS) == []


def test_a_district_stands_in_the_list_once(create: Callable[..., Sandbox]) -> None:
    assert problems(create(), DISTRICTS + "- {id: shili, name: 别处区}\n") == [
        "content/districts.yml:3:4: [district] “shili”写了两次，另一处在 content/districts.yml:1:4",
        "content/districts.yml:3:15: [district] “别处区”写了两次，另一处在 content/districts.yml:2:15",
    ]


def test_a_report_s_district_is_one_of_the_list(create: Callable[..., Sandbox]) -> None:
    assert problems(create(), "- {id: shili, name: 示例县}\n") == [
        "content/reports/2024/report.md:4:1: [district] districts.yml 里没有“示例区”"
    ]
