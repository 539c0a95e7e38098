"""A site made by several machines: each leaves a part, its share of the reports, in a folder (``make``); one of them
takes what lies in them for its own build (``opened``, ``BuildOptions.parts``).

They share nothing but the folders and the user's key. A part of another state of things is refused; a report that
cannot be taken is built where the site is put together. So a part can save work, and change nothing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build import carried, garbage, reports
from disclosure.build.inputs import Inputs, scan
from disclosure.build.options import BuildOptions
from disclosure.cache import key as keys
from disclosure.cache.published import PublishedSite
from disclosure.cache.snapshot import Snapshot
from disclosure.problem import Problem, Refused, errors
from disclosure.project import Project
from disclosure.publishing import publish
from disclosure.theme import theme as theming
from disclosure.translation import gettext as _

# The list of a part's reports; each of them is a file beside it (``carried.name_of``)
LIST = "part.json"
# Where the pages are rendered, and what is found out on the way; both are gone when the part is there
SITE, CACHE = ".site", ".cache"


class PartShare(Struct, frozen=True, kw_only=True):
    """Whose reports: the ``number``th of ``of`` shares, or those of ``districts``, by their ids."""

    number: int = 0
    of: int = 0
    districts: tuple[str, ...] = ()


class SitePart(Struct, frozen=True, kw_only=True):
    """The share of one of several machines, and of what state of things it was made."""

    program: str
    commit: str
    day: str
    share: PartShare
    reports: tuple[str, ...]


def make(snapshot: Snapshot, options: BuildOptions, folder: Path, share: PartShare) -> tuple[int, list[Problem]]:
    """Build a share of the reports into a folder: how many, and all that is wrong with them or with the whole site.
    Where that is an error, there is no part."""
    _clear(folder, snapshot.project)
    project = replace(snapshot.project, site=folder / SITE, cache=folder / CACHE)
    try:
        with garbage.uncollected():
            inputs = scan(replace(snapshot, project=project, standing=_nothing), replace(options, verify=True))
            return _make(
                inputs,
                folder,
                SitePart(**_state_of(snapshot), share=share, reports=_reports(inputs, share)),
            )
    finally:
        publish.discard(project.site)
        shutil.rmtree(project.cache, ignore_errors=True)


def _make(inputs: Inputs, folder: Path, part: SitePart) -> tuple[int, list[Problem]]:
    built = reports.build_only(inputs, part.reports)
    problems = [*inputs.problems, *(problem for one in built for problem in one.problems)]
    if not errors(problems):
        store = carried.store_of(folder, inputs.project.root)
        for one in built:
            data = carried.carried(one, inputs.anywhere(one.key), inputs.store, inputs.project.site)
            if data is not None:
                store.lay(carried.name_of(one.key), data)
        store.write(LIST, part)
    return len(built), problems


def _nothing() -> PublishedSite:
    return PublishedSite(digests={}, names={}, links=frozenset())


def _reports(inputs: Inputs, share: PartShare) -> tuple[str, ...]:
    return _of_districts(inputs, share.districts) if share.districts else _share(inputs, share.number, share.of)


def _of_districts(inputs: Inputs, ids: tuple[str, ...]) -> tuple[str, ...]:
    """All reports of some districts; ``Refused`` where one of them is none of the site's."""
    names = {one.id: one.name for one in inputs.common.districts}
    strange = [id for id in ids if id not in names]
    if strange:
        message = _("districts.yml 里没有“{id}”；写那里有的编号").format(id=_("”、“").join(strange))
        raise Refused(message)
    wanted = {names[id] for id in ids}
    return tuple(sorted(key for key in inputs.reports if inputs.frames.of.get(key) in wanted))


def _share(inputs: Inputs, number: int, of: int) -> tuple[str, ...]:
    """Of one of so many machines: each has about as many files to read as any other."""
    sizes = {key: len(group.listed) for key, group in inputs.reports.items()}
    shares: list[tuple[int, int, list[str]]] = [(0, n, []) for n in range(of)]
    for key in sorted(sizes, key=lambda key: (-sizes[key], key)):
        lightest = min(shares)
        shares[lightest[1]] = (lightest[0] + sizes[key], lightest[1], [*lightest[2], key])
    return tuple(sorted(shares[number - 1][2]))


def _state_of(snapshot: Snapshot) -> dict[str, str]:
    """The program, the commit that is checked out, and the day."""
    commit = snapshot.heads.partition(" ")[0]
    return {"program": theming.program_digest(), "commit": commit, "day": snapshot.today.isoformat()}


def _clear(folder: Path, project: Project) -> None:
    """Without a part that was made there before; ``Refused`` where something else lies there, or is read from there."""
    where = Path(os.path.realpath(folder))
    for other in (project.content, project.templates, project.site):
        if where.is_relative_to(other) or other.is_relative_to(where):
            raise Refused(
                _("{folder} 不能放在 {other} 里，也不能包着它；换一个文件夹").format(folder=folder, other=other)
            )
    if not folder.exists():
        return
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else [""]
    if not all(name in (LIST, SITE, CACHE) or name.endswith(carried.name_of("")) for name in names):
        raise Refused(_("{folder} 里有别的东西；换一个空的文件夹").format(folder=folder))
    # The list first: what is left without it is no part
    for path in (folder / name for name in sorted(names, key=LIST.__ne__)):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def opened(snapshot: Snapshot, place: Path) -> dict[str, str]:
    """In which of the folders in ``place``, each a part, each report lies. ``Refused`` where they are not all parts of
    what is to be built here."""
    parts: dict[Path, SitePart] = {}
    wrong: list[str] = []
    for folder in _folders(place):
        part = carried.store_of(folder, snapshot.project.root).read(LIST, SitePart)
        if part is None:
            wrong.append(_unreadable(folder))
        else:
            wrong += _of_others(folder, part, _state_of(snapshot))
            parts[folder] = part
    wrong += _incomplete(parts) if not wrong else []
    if wrong:
        raise Refused("\n".join(wrong))
    return {key: os.path.realpath(folder) for folder, part in parts.items() for key in part.reports}


def _folders(place: Path) -> list[Path]:
    """A part, or those in a folder."""
    within = sorted(path for path in place.iterdir() if path.is_dir()) if place.is_dir() else []
    return within if within and not (place / LIST).exists() else [place]


def _unreadable(folder: Path) -> str:
    if not (folder / LIST).is_file():
        return _("{folder} 里没有 {list}：不是 part 命令留下的文件夹，或没有拷全；重新拷贝，或重新生成这一份").format(
            folder=folder, list=LIST
        )
    return _(
        "{folder}/{list} 认不出来：密钥和生成它时不一样，或文件坏了；各台机器要用同一个 {variable}，再重新生成这一份"
    ).format(folder=folder, list=LIST, variable=keys.VARIABLE)


def _of_others(folder: Path, part: SitePart, here: Mapping[str, str]) -> Iterator[str]:
    if part.program != here["program"]:
        yield _("{folder} 是另一个版本的程序、Python 或库生成的；各台机器装一样的，再重新生成").format(folder=folder)
    if part.commit != here["commit"]:
        yield _("{folder} 是另一个提交的内容：{there}，这里是 {here}；各台机器取同一个提交，再重新生成").format(
            folder=folder, there=_named(part.commit), here=_named(here["commit"])
        )
    if part.day != here["day"]:
        yield _("{folder} 是为 {there} 生成的，这里是 {here}；各台机器用 --date 写同一天，再重新生成").format(
            folder=folder, there=part.day, here=here["day"]
        )


def _named(commit: str) -> str:
    return commit.rpartition("=")[2][:12] or _("没有提交")


def _incomplete(parts: Mapping[Path, SitePart]) -> Iterator[str]:
    """Each share is there once. Districts need not all be: the reports of others are built with the site."""
    shares = {folder: part.share for folder, part in parts.items()}
    by_district = [folder for folder, share in shares.items() if share.districts]
    if by_district and len(by_district) < len(shares):
        yield _("有的是按区县分的（{folder}），有的是按份数分的；用同一种分法重新生成").format(folder=by_district[0])
    elif by_district:
        yield from _twice((id, folder) for folder, share in shares.items() for id in share.districts)
    else:
        yield from _numbers(shares)


def _twice(found: Iterable[tuple[str, Path]]) -> Iterator[str]:
    seen: dict[str, Path] = {}
    for id, folder in found:
        if id in seen:
            yield _("区县 {id} 有两份：{one}、{other}；只留一个").format(id=id, one=seen[id], other=folder)
        seen.setdefault(id, folder)


def _numbers(shares: Mapping[Path, PartShare]) -> Iterator[str]:
    numbers: dict[int, Path] = {}
    of = {share.of for share in shares.values()}
    if len(of) > 1:
        yield _("各份的总数不一样：{numbers}；用同一个 --of 重新生成").format(numbers="、".join(map(str, sorted(of))))
        return
    for folder, share in shares.items():
        if share.number in numbers:
            yield _("第 {n} 份有两个：{one}、{other}；只留一个").format(
                n=share.number, one=numbers[share.number], other=folder
            )
        numbers.setdefault(share.number, folder)
    missing = sorted({*range(1, max(of) + 1)} - numbers.keys()) if of else []
    if missing:
        yield _("共 {of} 份，缺第 {numbers} 份；补上它们的文件夹，或生成它们").format(
            of=max(of), numbers="、".join(map(str, missing))
        )
