"""A content file that is not known by its name: what it was meant to be, and where it belongs."""

from __future__ import annotations

import re
from difflib import get_close_matches

from disclosure.source import articles, register
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

REPORT = re.compile(r"reports/[^/]+/report\.md")
ENDINGS = (
    (re.compile(r"\.(?:yaml|yml|ya?ml\.txt)$", re.I), ".yml"),
    (re.compile(r"\.(?:md|markdown|mdown|md\.txt)$", re.I), ".md"),
)
FOLDERS = (
    *("reports", "updates", "corrections", "requests", "vocabulary", "search", "indicators", "entities"),
    *("commitments", "results", "responsibilities", "votes", "calendar", "files"),
)
# What other programs leave behind, or write in their own form
LEFT = (
    (r".*\.(?:orig|rej|BASE|LOCAL|REMOTE)", N_("合并留下的文件，删去")),
    (
        r"(?:updates|corrections|requests)/.*\.(?:docx?|wps|rtf|odt)",
        N_("文字写成 .md 文件；Word 文档是附件时放进 files/"),
    ),
    (r".*\.(?:xlsx?|et|ods|csv)", N_("表格是附件时放进 files/；记录写成 .yml 文件")),
    (r".*\.(?:url|lnk|webloc)", N_("这是快捷方式，不是文件本身，删去")),
)
# What stands in the wrong folder, by its name or the folder's
ELSEWHERE = (
    (r"updates/[^/]+\.md", N_("更新放进它的报告的文件夹：updates/<报告编号>/，例如 updates/2024/")),
    (
        r"(?:.*/)?\d{4}-\d\d-\d\d[^/]*\.md",
        N_("更新放进 updates/<报告编号>/，更正放进 corrections/，申请放进 requests/"),
    ),
    (r"(?:.*/)?commitments/.*\.yml", N_("承诺放进 reports/<报告编号>/commitments/<小节>/")),
    (r"(?:.*/)?c\d+\.yml", N_("承诺放进 reports/<报告编号>/commitments/<小节>/")),
    (r"(?:.*/)?results/.*\.yml", N_("成果写在 reports/<报告编号>/results/<小节>.yml")),
    (r"(?:.*/)?(?:exemptions|absences|documents|digest)\.yml", N_("放进 reports/<报告编号>/")),
    (r"(?:.*/)?aliases[^/]*\.yml", N_("放进 search/，写作 search/aliases.yml 或 search/aliases-….yml")),
    (r"(?:.*/)?queries[^/]*\.yml", N_("放进 search/，写作 search/queries.yml")),
    (
        r"(?:.*/)?(?:districts|measures|places|rubric|links|questions|federation|retired|site)\.yml",
        N_("直接放在 content/ 下，不放进文件夹"),
    ),
)


def meant(name: str) -> str:
    """The known name that is like it: with another ending, in small letters, or in a folder spelt otherwise."""
    ended = name
    for ending, right in ENDINGS:
        ended = ending.sub(right, ended)
    *folders, last = ended.split("/")
    near = [next(iter(get_close_matches(one.lower(), FOLDERS, 1, 0.8)), one) for one in folders]
    tries: tuple[str, ...] = (ended, ended.lower(), "/".join((*near, last)), "/".join((*near, last.lower())))
    # Without an ending, or with that of the other kind
    bare = re.sub(r"\.(?:md|yml)$", "", ended)
    tries += (f"{bare}.yml", f"{bare}.md") if "/" in ended and (bare != ended or "." not in last) else ()
    return next((one for one in tries if one != name and _is_known(one)), "")


def hint(name: str) -> str:
    """What to do about the file."""
    right = meant(name)
    if right:
        return _("改名为 {name}").format(name=right)
    found = next((words for pattern, words in (*LEFT, *ELSEWHERE) if re.fullmatch(pattern, name)), None)
    return _(found) if found else _("附件放进 content/files/；其余文件名见编辑手册")


def _is_known(name: str) -> bool:
    prose = (articles.UPDATE, articles.ANY_CORRECTION, articles.ANY_REQUEST, articles.NARRATIVE, REPORT)
    patterns = (*(kind.path for kind in register.KINDS), *prose)
    return name == "site.yml" or any(pattern.fullmatch(name) for pattern in patterns)
