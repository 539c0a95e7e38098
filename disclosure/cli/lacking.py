"""What a build could not make for want of a library."""

from __future__ import annotations

from disclosure.catalog import downloads
from disclosure.cli.output import Console
from disclosure.translation import gettext as _


def say(output: Console) -> None:
    files = "、".join(one.address for one in downloads.lacking())
    if files:
        hint = _("没有生成 {files}：缺少程序库。运行 pip install '.[data]' 再生成一次就有；其余都已发布")
        output.say(hint.format(files=files))
