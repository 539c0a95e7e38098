"""Every way in which a page says that nothing is known of something.

How a document was seen (从镜像读到，没有见到原页面) is no absence, and neither is what the one check of one result did
not find: both come with what was read instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import yaml

from tests.projects import content_of

ABSENCE = re.compile(
    "无公开信息|没有公开信息|没有找到公开|无公开证据|尚未检索|还没有去看|还没有去查找|未到期|期限未到"
    "|票决结果未公开|票决结果没有公开|不作对照|没有收录|— 没有写明|报告没有写|没有可以对照的结果|暂无|尚无"
)


def outcome_labels(ids: Collection[str]) -> list[str]:
    words = yaml.safe_load((content_of("shiguang") / "vocabulary/outcomes.yml").read_text("utf-8"))
    return [word["label"] for word in words if word["id"] in ids]
