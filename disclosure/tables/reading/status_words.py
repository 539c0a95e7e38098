"""How departments call the states of a task, as data: ids of the vocabulary ``reported`` by what is written."""

from __future__ import annotations

import re
from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "done": "已完成 完成 全部完成 已全部完成 全面完成 已全面完成 办结 已办结 已竣工 竣工 已建成 建成 已投用 投用 投入使用 已投入使用"
    " 达标 已达标 已销号 销号 完成销号 是 已 √ ✓ ✔ ☑ 100% 100 已落实 落实到位 圆满完成 完成年度任务 已完成年度任务 完成全年任务 完成全年目标"
    " 已完成全年任务 已完工 完工 超额完成 已超额完成 已完成验收 已通过验收 已通车",
    "done-early": "提前完成 已提前完成 提前完成全年任务 提前完成年度任务",
    "under-way": "推进中 正在推进 有序推进 正常推进 加快推进 稳步推进 持续推进 序时推进 按序时推进 按时序推进 按序时进度推进 达到序时进度 达序时进度"
    " 序时进度 超序时进度 快于序时进度 正在实施 实施中 进行中 正在进行 办理中 正在办理 在办 在建 建设中 正在建设 已开工 开工建设 已启动 启动"
    " 正在推进中 未达序时进度 滞后 进度滞后 推进缓慢 慢于序时进度 按计划推进 按计划实施 有序推进中 长期推进 长期坚持 常态化推进",
    "partly": "部分完成 基本完成 主体完成 已基本完成 已部分完成 阶段性完成",
    "not-started": "未启动 尚未启动 未开始 尚未开始 未开工 尚未开工 未实施 前期工作 谋划中 筹备中 待启动 待开工",
    "not-done": "未完成 尚未完成 没有完成 逾期未完成 否 × ✗ ✘ 未办结 未达标 未落实 无法完成",
    "adjusted": "已调整 调整 任务调整 目标调整 已变更 暂缓 暂缓实施 延期 已取消 取消",
}
# What says that nothing is said
EMPTY = frozenset({"-", "--", "—", "——", "/", "无", "暂无", "空"})
PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%")


def by_word() -> dict[str, str]:
    return {word: id for id, words in WORDS.items() for word in words.split()}
