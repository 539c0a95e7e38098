"""The offline copy of a site that stands, made without building it again, and unpacked."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from disclosure.offline import archive, bundle
from disclosure.offline.bundle import OfflineWish
from tests.projects import REPOSITORY

DAY = date(2026, 3, 20)
ADDRESS = "https://report.shiguang.example/"


def wish(site: Path, address: str = ADDRESS, *, with_downloads: bool = True) -> OfflineWish:
    return OfflineWish(
        site=site,
        layers=(REPOSITORY / "templates",),
        title="拾光区承诺跟踪示例",
        tagline="",
        language="zh-CN",
        address=address,
        day=DAY,
        shown_day="2026年3月20日",
        start=bundle.START,
        reports=("2025年拾光区政府工作报告（示例）",),
        with_downloads=with_downloads,
    )


def write(target: Path, wanted: OfflineWish) -> archive.WrittenZip:
    return archive.write(target, bundle.entries(wanted, bundle.chosen(wanted), lambda _done, _all: None), DAY)


def unpacked(folder: Path, wanted: OfflineWish) -> Path:
    """The folder that a reader has after unpacking."""
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "copy.zip", wanted)
    with zipfile.ZipFile(folder / "copy.zip") as packed:
        packed.extractall(folder / "copy")
    return folder / "copy"
