"""The letter that asks for a document: finished but for what only the applicant can write.

The articles are those of 《中华人民共和国政府信息公开条例》 as revised in 2019; the letter names law and version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.model.gaps import DocumentRecord
from disclosure.pages.page import Link
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

REGULATION = N_(
    "《中华人民共和国政府信息公开条例》"
    "（2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订，2019年5月15日起施行）"
)
# So many promises are named one by one; of more the letter says what the document should hold
FEW = 12


def title(record: DocumentRecord) -> str:
    return _("政府信息公开申请") if record.way == "request" else _("关于请求公开有关文件的信")


def text(record: DocumentRecord, about: tuple[Link, ...]) -> str:
    """The whole letter as plain text; ``about`` are the promises that the document would settle."""
    lines = _request(record, about) if record.way == "request" else _plain(record, about)
    return "\n".join([title(record), "", _addressee(record), "", *lines, ""])


def _addressee(record: DocumentRecord) -> str:
    if record.office:
        return _("{holder}（{office}）：").format(holder=record.holder, office=record.office)
    if record.way == "request":
        return _("{holder}（政府信息公开工作机构）：").format(holder=record.holder)
    return _("{holder}：").format(holder=record.holder)


def _request(record: DocumentRecord, about: tuple[Link, ...]) -> Iterator[str]:
    yield _("根据{law}第二十七条，申请获取下列政府信息：").format(law=_(REGULATION))
    yield ""
    yield _("一、申请公开的政府信息")
    yield from _wanted(record, about)
    if record.basis:
        yield _("公开依据：{basis}。").format(basis=record.basis)
    yield ""
    yield _("二、形式要求")
    yield _("提供可以检索、可以复制的电子文本；没有电子文本的，提供复印件。")
    yield _("获取方式（选一项）：□ 电子邮件　□ 邮寄　□ 当面领取")
    yield _("已经主动公开的，请告知获取的方式、途径。")
    yield ""
    yield _("三、申请人")
    yield _("姓名或者名称：____________________")
    yield _("身份证明：____________________（附复印件）")
    yield _("联系方式：____________________（电话、通信地址、电子邮箱）")
    yield ""
    yield _("四、答复")
    yield _(
        "本申请的内容按上述条例第二十九条写明。请依照第三十三条，自收到本申请之日起20个工作日内答复；"
        "需要延长的，请告知，延长不超过20个工作日。"
    )
    yield ""
    yield _("申请人（签名或者盖章）：____________________")
    yield _("____年____月____日")


def _plain(record: DocumentRecord, about: tuple[Link, ...]) -> Iterator[str]:
    """To a body that is no administrative organ: the regulation gives no right against it, the letter claims none."""
    yield _("为了解政府工作报告所列事项的结果，请贵机关公布或者告知下列文件：")
    yield ""
    yield from _wanted(record, about)
    if record.basis:
        yield _("公开依据：{basis}。").format(basis=record.basis)
    yield ""
    yield _("已经公布的，请告知在哪里可以查到；不便公布的，请告知原因。")
    yield ""
    yield _("写信人：____________________")
    yield _("联系方式：____________________")
    yield _("____年____月____日")


def _wanted(record: DocumentRecord, about: tuple[Link, ...]) -> Iterator[str]:
    yield _("名称：{name}").format(name=record.name)
    yield _("内容：{contents}").format(contents=record.contents)
    if 0 < len(about) <= FEW:
        yield _("其中要了解的事项：")
        yield from _numbered(one.label for one in about)


def _numbered(labels: Iterable[str]) -> Iterator[str]:
    yield from (_("{n}．{label}").format(n=n, label=label) for n, label in enumerate(labels, 1))
