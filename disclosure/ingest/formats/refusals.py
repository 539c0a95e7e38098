"""Why a file is not read, and what to do so that it can be."""

from __future__ import annotations

from disclosure.ingest.document import UnreadableFile
from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

Words = tuple[str, str]
SAVE_AS_DOCX = N_("用 Word、WPS 或 LibreOffice 打开，另存为 .docx，再导入那个文件")
ANOTHER = N_("改用 .docx、网页（.html）、PDF 或纯文本（.txt）的版本")
TYPED = N_("程序不认图片里的字：先用识别文字的软件转成 .docx 或 .txt，逐字校对，再导入")
OLD_WORD = N_("这是老式的 Word 文件（.doc）：{name}"), SAVE_AS_DOCX
LOCKED = N_("文件加了密码：{name}"), N_("打开文件，去掉密码另存一份，再导入那个文件")
SPOILT = N_("文件已损坏：{name}（{found}）"), N_("重新下载或另存一份完好的，再导入")
TOO_MUCH = N_("文件太大，程序没有读完：{name}"), N_("删去图片和用不着的附件，只留报告的文字，另存一份再导入")
NO_TEXT = N_("里面没有文字，多半是扫描件：{name}"), TYPED
UNKNOWN = N_("程序不会读这种文件：{name}"), ANOTHER
EMPTY = N_("文件里一个字也没有：{name}"), N_("打开看一看是不是这份报告；是图片的，先转成文字")
OBSTACLES: dict[Obstacle, Words] = {
    Obstacle.LOCKED: LOCKED,
    Obstacle.SPOILT: SPOILT,
    Obstacle.TOO_MUCH: TOO_MUCH,
    Obstacle.NO_TEXT: NO_TEXT,
}
ENDINGS: dict[str, Words] = {
    ".doc": OLD_WORD,
    ".wps": (N_("这是 WPS 文字自己的格式：{name}"), SAVE_AS_DOCX),
    ".ofd": (
        N_("程序不会读版式文件 OFD：{name}"),
        N_("用 OFD 阅读器转成 .docx 或 PDF，再导入；能找到同一份报告的网页，也可以存下来导入"),
    ),
    ".rtf": (N_("程序不会读 RTF：{name}"), SAVE_AS_DOCX),
    ".odt": (N_("程序不会读 ODT：{name}"), SAVE_AS_DOCX),
    ".md": (
        N_("Markdown 里的记号会和文字混在一起，没有导入：{name}"),
        N_("只留文字，存成 .txt 再导入；已经是本站 report.md 的，直接放进 content/reports/ 里"),
    ),
    ".xlsx": (
        N_("表格里没有报告的正文：{name}"),
        N_("导入报告本身；表格里的数据写进记录，原件可以放进 content/files/"),
    ),
    ".xls": (N_("表格里没有报告的正文：{name}"), N_("导入报告本身；表格里的数据写进记录，原件可以放进 content/files/")),
    ".pptx": (N_("程序不会读演示文稿：{name}"), ANOTHER),
    ".zip": (N_("这是压缩包：{name}"), N_("先解开，再导入里面的那份报告")),
    ".rar": (N_("这是压缩包：{name}"), N_("先解开，再导入里面的那份报告")),
    ".7z": (N_("这是压缩包：{name}"), N_("先解开，再导入里面的那份报告")),
    **{ending: (N_("这是图片：{name}"), TYPED) for ending in (".png", ".jpg", ".gif", ".webp", ".bmp", ".tif")},
}
# What Office packs an encrypted document as: a folder of the older format with a stream of this name
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def refuse(words: Words, name: str, found: str = "") -> UnreadableFile:
    return UnreadableFile(_(words[0]).format(name=name, found=found), _(words[1]))


def of_obstacle(unreadable: Unreadable, name: str) -> UnreadableFile:
    return refuse(OBSTACLES.get(unreadable.obstacle, UNKNOWN), name, unreadable.found)


def of_kind(kind: str, ending: str, name: str, data: bytes) -> UnreadableFile:
    """By what a file is, and where its bytes do not say so, by its ending."""
    if kind == "ole":
        return refuse(LOCKED if ENCRYPTED in data else ENDINGS.get(ending, OLD_WORD), name)
    return refuse(ENDINGS.get(f".{kind}") or ENDINGS.get(ending, UNKNOWN), name)
