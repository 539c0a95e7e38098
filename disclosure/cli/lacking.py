"""What a build could not make: for want of a library, of a font, of an address."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog import downloads
from disclosure.cli.output import Console
from disclosure.downloads.images import asked
from disclosure.model.site import Site
from disclosure.project import Project
from disclosure.translation import gettext as _

# So many records or signs are named, the others counted
NAMED = 5


def say(output: Console, site: Site, project: Project) -> None:
    files = "、".join(one.address for one in downloads.lacking())
    if files:
        hint = _("没有生成 {files}：缺少程序库。运行 pip install '.[data]' 再生成一次就有；其余都已发布")
        output.say(hint.format(files=files))
    for sentence in (*wanted(site, project), *_unwritten(site, project)):
        output.say(sentence)


def wanted(site: Site, project: Project) -> Iterator[str]:
    """What ``site.yml`` asks for in vain."""
    if site.address:
        if site.share_images != asked.NONE:
            yield from _font(site, asked.found(site, project.root))
        return
    names = {_("嵌入卡片"): site.embed, _("分享图片"): site.share_images != asked.NONE}
    if any(names.values()):
        yield _(
            "没有生成{what}：site.yml 没有写公开网址（address），别的网站不知道到哪里取。写上公开网址，再生成一次"
        ).format(what=_("和").join(name for name, given in names.items() if given))


def _font(site: Site, found: asked.FoundFont) -> Iterator[str]:
    """Why there are no images at all."""
    path = site.share_font or (found.file.path if found.file else "")
    if found.file is None and not site.share_font:
        yield _(
            "没有生成分享图片：这台机器上没有中文字体。装上思源黑体（Debian、Ubuntu：apt install fonts-noto-cjk），"
            "或在 site.yml 写 share_font: 字体文件；其余都已发布"
        )
    elif found.file is None:
        yield _("没有生成分享图片：site.yml 的 share_font 写的 {path} 不存在。改对，或删去这一行").format(path=path)
    elif found.lacks is None:
        yield _("没有生成分享图片：{path} 不是能读的字体文件。在 site.yml 的 share_font 换一个，或删去这一行").format(
            path=path
        )
    elif found.lacks:
        yield _(
            "没有生成分享图片：字体 {path} 里没有{signs}，画出来是空框。"
            "在 site.yml 的 share_font 换一个中文字体（例如思源黑体），或删去这一行，用机器上装的"
        ).format(path=path, signs=_signs(found.lacks))


def _unwritten(site: Site, project: Project) -> Iterator[str]:
    """The images that show a number in place of a title."""
    # Not wanted by a check
    from disclosure.output import share_images

    font = asked.font(site, project.root) if site.share_images == asked.RECORDS else None
    if font is None:
        return
    found = dict(share_images.unwritten(project.site, font))
    if found:
        yield _(
            "{n} 张分享图片上写的是编号，不是标题：字体 {path} 里没有{signs}（{records}）。"
            "要写标题，在 site.yml 的 share_font 换一个有这些字的字体"
        ).format(
            n=len(found),
            path=font.path,
            signs=_signs("".join(dict.fromkeys("".join(found.values())))),
            records=_some(list(found), _("{some}等 {n} 条")),
        )


def _signs(lacks: str) -> str:
    """A clerk knows a character for what it is; punctuation says less."""
    signs = sorted(lacks, key=lambda sign: not sign.isalpha())
    return _some([_("“{sign}”").format(sign=one) for one in signs], _("{some}等 {n} 个字"))


def _some(names: list[str], more: str) -> str:
    said = _("、").join(names[:NAMED])
    return said if len(names) <= NAMED else more.format(some=said, n=len(names))
