"""What a build could not make: for want of a library, of a font, of an address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from disclosure.catalog import downloads
from disclosure.cli.output import Console
from disclosure.downloads.images import asked
from disclosure.model.site import Site
from disclosure.translation import gettext as _


def say(output: Console, site: Site, root: Path) -> None:
    files = "、".join(one.address for one in downloads.lacking())
    if files:
        hint = _("没有生成 {files}：缺少程序库。运行 pip install '.[data]' 再生成一次就有；其余都已发布")
        output.say(hint.format(files=files))
    for sentence in _wanted(site, root):
        output.say(sentence)


def _wanted(site: Site, root: Path) -> Iterator[str]:
    """What ``site.yml`` asks for in vain."""
    if site.share_images != asked.NONE and site.address and asked.font(site, root) is None:
        yield _font(site)
    if site.address:
        return
    wanted = {"embed": site.embed, "share_images": site.share_images != asked.NONE}
    names = [name for name, given in wanted.items() if given]
    if names:
        yield _("没有生成{what}：site.yml 没有写 address，别的网站不知道到哪里取。写上公开网址再生成一次").format(
            what=_("、").join(names)
        )


def _font(site: Site) -> str:
    if site.share_font:
        return _("没有生成分享图片：site.yml 的 share_font 写的 {path} 不存在。改对，或删去这一行").format(
            path=site.share_font
        )
    return _(
        "没有生成分享图片：这台机器上没有中文字体。装上思源黑体（Debian、Ubuntu：apt install fonts-noto-cjk），"
        "或在 site.yml 写 share_font: 字体文件；其余都已发布"
    )
