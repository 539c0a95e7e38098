"""``offline --single-file``: a report as one file for e-mail and chat."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from disclosure.cli import one_report
from disclosure.cli.output import Console
from disclosure.translation import gettext as _

if TYPE_CHECKING:
    from disclosure.catalog.catalog import Catalog


def run(given: argparse.Namespace, output: Console) -> int:
    catalog = one_report.catalog(given, output)
    return 1 if catalog is None else _write(given, output, catalog)


def _write(given: argparse.Namespace, output: Console, catalog: Catalog) -> int:
    from disclosure.cli import offline, writing
    from disclosure.offline import archive, bundle, single_file

    (report,) = catalog.reports
    name = _("{title}-单文件版-{day}.html").format(title=offline.named(report.meta.title), day=given.today)
    target = writing.target(given.output, name, given.project)
    data = _made(given, catalog)
    try:
        with archive.whole(target) as file:
            file.write(data)
    except OSError as error:
        raise writing.refused(target, error) from error
    number = len(report.register.commitments)
    said = _("已写入 {path}：{n} 条承诺，{size}，一个文件，可以当附件发")
    output.say(said.format(path=target, n=number, size=bundle.size(len(data))))
    if len(data) > single_file.MOST:
        output.say(_("超过 1 MB，有的邮箱和群不收：改发离线版压缩包（offline，不带 --single-file）或网址"))
    if not catalog.site.address:
        output.say(_("site.yml 没有写网址（address）：里面没有到网站的链接"))
    output.result([], written=target.as_posix(), commitments=number, size=len(data))
    return 0


def _made(given: argparse.Namespace, catalog: Catalog) -> bytes:
    from disclosure.offline import single_file
    from disclosure.pages import single_file as views
    from disclosure.pages.page import chinese_date
    from disclosure.theme.layers import layers

    site = catalog.site
    file = single_file.SingleFile(
        site=site.title,
        address=site.address or "",
        language=site.language,
        day=chinese_date(given.today),
        notice="" if site.identity.site_id_code else site.notice,
        sample=site.sample or "",
    )
    return single_file.page(layers(given.project), file, views.view(catalog, catalog.reports[0]))
