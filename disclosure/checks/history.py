"""What was published is not changed in silence; and where git cannot tell, that is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure.history import facts, places
from disclosure.history.changes import FieldChange, Nature
from disclosure.history.kinds import PASSAGE, QUOTED
from disclosure.history.line import Violation
from disclosure.problem import Place, Problem
from disclosure.source import git, spellings
from disclosure.source.files import SourceFile
from disclosure.source.git_process import Reason
from disclosure.source.yaml import Written
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

LONGEST = 60
# What means nothing but itself in a flow of YAML
PLAIN = re.compile(r"[\w./-]+(?: [\w.:/-]+)*")


class RuleMessage(Struct, frozen=True):
    """How something is told: its rule, what is wrong, what to do; and what to set where a machine builds."""

    rule: str
    says: str
    hint: str
    machine: str = ""


def check_changes(violations: Iterable[Violation], content: str, read: Callable[[str], bytes]) -> Iterator[Problem]:
    """lost-id, reused-id, published-changed, fixed-changed, archived, rubric-version, silent-change: 不能悄悄改动。"""
    for one in violations:
        if one.what.nature is Nature.BEGINNING:
            yield from check_beginning(one, content, read)
        else:
            yield _problem(one, content, read)


def check_beginning(one: Violation, content: str, read: Callable[[str], bytes]) -> Iterator[Problem]:
    """moved-beginning: 发布起点和发布分支本身改了，也要说明；只提醒。"""
    yield replace(_problem(one, content, read), notice=True)


def _problem(one: Violation, content: str, read: Callable[[str], bytes]) -> Problem:
    told = _RULES[_rule(one.what)]
    what = one.what
    values = {
        "kind": _(what.kind),
        "record": what.record,
        "id": what.record.rpartition("/")[2],
        "field": what.field,
        "label": _(what.label),
        "was": _short(what.was),
        "now": _short(what.now) or _("（没有了）"),
        "since": _since(one),
        "entry": _entry(what),
    }
    place = _place(what, content, read)
    return Problem(place, told.rule, _(told.says).format(**values), _(told.hint).format(**values))


def _place(what: FieldChange, content: str, read: Callable[[str], bytes]) -> Place:
    """In the file as it is now."""
    path = f"{content}/{what.path}"
    if facts.is_archive(what.path):
        return Place(path)
    return places.place(what, SourceFile(path, what.path, read(what.path)))


def _rule(what: FieldChange) -> str:
    if what.nature is Nature.GONE:
        return "passage-gone" if what.kind == PASSAGE.label else "gone"
    if what.nature is Nature.REUSED or (what.nature is Nature.FIXED and what.field in QUOTED):
        return "reused"
    if what.nature is Nature.FIXED and what.field == "published":
        return "published"
    return str(what.nature)


_RULES = {
    "gone": RuleMessage(
        "lost-id",
        N_("{kind} {record} 曾经发布，现在不见了{since}"),
        N_(
            "恢复它；确实要撤下，写进 content/retired.yml：- {{record: {record}, reason: 为什么, date: 哪一天}}"
            "，有承接的写 to"
        ),
    ),
    "passage-gone": RuleMessage(
        "lost-id",
        N_("编号 {id} 曾经发布，现在不见了{since}"),
        N_("恢复它，或在 retired 里写明 {id}: 现编号"),
    ),
    "reused": RuleMessage(
        "reused-id",
        N_("{kind} {record} 的 {field}（{label}）曾是“{was}”，现在是“{now}”{since}"),
        N_("编号不能改指：改回原来的，新内容用从未用过的编号"),
    ),
    "published": RuleMessage(
        "published-changed",
        N_("{kind} {record} 的发布时间曾是 {was}，现在写的是 {now}{since}"),
        N_("改回首次的发布时间"),
    ),
    "fixed": RuleMessage(
        "fixed-changed",
        N_("{kind} {record} 的 {field}（{label}）发布后不能改：曾是“{was}”，现在是“{now}”{since}"),
        N_("改回原值；内容错了就另写一条，旧的写进 content/retired.yml"),
    ),
    "archive": RuleMessage(
        "archived",
        N_("{kind} {record} 的内容与首次存档的不同{since}"),
        N_("存档不改：恢复原文件；存错了就另存一个文件名，记录改指新文件，并写一条更正"),
    ),
    "version": RuleMessage(
        "rubric-version",
        N_("{record} 的 {field}（{label}）曾是 {was}，现在是 {now}，版本没有换{since}"),
        N_("改一个数就换一个版本（version），旧版本留在历史里"),
    ),
    "beginning": RuleMessage(
        "moved-beginning",
        N_("{field}（{label}）曾是 {was}，现在是 {now}{since}：检查从哪里比起，随之变了"),
        N_("改回原值；确实要改，在 content/corrections/ 写一条更正，其中 corrects: [{entry}]"),
    ),
    "corrected": RuleMessage(
        "silent-change",
        N_("{kind} {record} 的 {field}（{label}）改了，却没有更正：曾是“{was}”，现在是“{now}”{since}"),
        N_("改回原值；或在 content/corrections/ 写一条更正，其中 corrects: [{entry}]"),
    ),
}


def _entry(what: FieldChange) -> str:
    """The line to write in a correction."""
    pairs = [("record", what.record), ("field", what.field), ("was", what.was), ("now", what.now)]
    return "{" + ", ".join(f"{name}: {_quoted(value)}" for name, value in pairs if value) + "}"


def _quoted(value: str) -> str:
    plain = PLAIN.fullmatch(value)
    return value if plain else "'" + value.replace("'", "''").replace("\n", " ") + "'"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _since(one: Violation) -> str:
    if not one.commit:
        return _("（还没有发布的改动）")
    day = git.moment(one.time).date()
    return _("（提交 {commit}，{day}）").format(commit=one.commit[:10], day=day)


_REASONS = {
    Reason.SHALLOW: RuleMessage(
        "shallow-history",
        N_("这是一份没有完整历史的克隆：发布过的内容有没有被改动，没有核对，更新时间不显示"),
        N_("运行 git fetch --unshallow"),
        N_("取回完整历史：GitHub 在 actions/checkout 写 fetch-depth: 0，GitLab 写变量 GIT_DEPTH: 0"),
    ),
    Reason.OWNER: RuleMessage(
        "git-owner",
        N_("git 拒绝回答：仓库属于另一个用户。历史没有核对，更新时间不显示"),
        N_("确认文件夹可信以后运行 git config --global --add safe.directory {folder}"),
        N_("在构建的第一步运行 git config --global --add safe.directory {folder}，或让检出和构建用同一个用户"),
    ),
    Reason.PARTIAL: RuleMessage(
        "partial-history",
        N_("这是一份只取了部分内容的克隆（partial clone），缺少旧版本。历史没有核对，更新时间不显示"),
        N_("运行 git config --unset remote.origin.partialclonefilter，再运行 git fetch --refetch"),
        N_("检出时不用 --filter：GitHub 的 actions/checkout 里 filter 留空"),
    ),
    Reason.NO_PROGRAM: RuleMessage(
        "no-git",
        N_("找不到 git：历史没有核对，更新时间不显示"),
        N_("安装 git，并让它在 PATH 里"),
        N_("在构建环境里安装 git（例如 apt-get install git），并让它在 PATH 里"),
    ),
    Reason.NO_BRANCH: RuleMessage(
        "no-branch",
        N_("仓库里没有发布分支 {said}：历史没有核对"),
        N_("改 content/site.yml 的 published_branch，或取回这个分支：git fetch origin {said}"),
        N_("取回发布分支：git fetch origin {said}，或改 content/site.yml 的 published_branch"),
    ),
    Reason.NO_BEGINNING: RuleMessage(
        "no-beginning",
        N_("发布起点 {said} 不在发布过的历史里：历史没有核对"),
        N_("改 content/site.yml 的 published_since：写提交、标签或日期"),
        N_("取回标签（git fetch --tags），或改 content/site.yml 的 published_since"),
    ),
    Reason.OTHER: RuleMessage(
        "git-failed",
        N_("git 没有回答（{said}）：历史没有核对，更新时间不显示"),
        N_("在项目文件夹运行 git fsck 看看"),
        N_("在项目文件夹运行 git fsck 看看"),
    ),
}
# These are the settings' own fault: nothing is published before they are right
_WRONG = {Reason.NO_BRANCH: "published_branch", Reason.NO_BEGINNING: "published_since"}
_ABSENT = {
    Reason.NO_REPOSITORY: N_("没有 git 仓库：发布过的内容有没有被改动，没有核对，更新时间不显示"),
    Reason.UNKNOWN_FILES: N_("git 不认识这些内容（还没有提交，或外面是别的仓库）：历史没有核对，更新时间不显示"),
}


def check_git(reason: Reason | None, said: str, settings: Written, folder: str, *, ci: bool) -> Iterator[Problem]:
    """shallow-history, git-owner, partial-history, no-git, no-branch, no-beginning, git-failed: 不知道就照实说。

    Where a machine builds it is an error, which names the setting.
    """
    told = _REASONS.get(reason) if reason else None
    if told is None or reason is None:
        return
    hint = _(told.machine if ci else told.hint).format(said=said, folder=folder)
    day = next(spellings.days(said), "") if reason is Reason.NO_BEGINNING else ""
    hint = _("写作 {spelling}").format(spelling=f"published_since: {day}") if day else hint
    place = settings.place(_WRONG[reason]) if reason in _WRONG else Place(settings.path.rpartition("/")[0])
    yield Problem(place, told.rule, _(told.says).format(said=said), hint, notice=not ci and reason not in _WRONG)


def absent(reason: Reason | None) -> str:
    """What is to be said where there is no history at all, or none of these files; else nothing."""
    return _(_ABSENT[reason]) if reason in _ABSENT else ""
