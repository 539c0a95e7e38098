"""A printed report does nothing but lead on."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pypdf.actions
import pytest

from tests.browser import programs
from tests.browser.conftest import leave_out
from tests.security.edges import pdf
from tests.security.hostile import corpus


@pytest.mark.browser
def test_a_printed_report_with_hostile_strings_only_leads_on(tmp_path: Path) -> None:
    if not programs.available("browser"):
        leave_out(programs.MISSING["browser"])
    texts = pdf.printable(one.text for one in corpus.sample(60))
    assert pdf.printed(tmp_path / "project", texts) == (len(texts), [])


def test_what_a_file_must_not_do_is_seen(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_open_action(pypdf.actions.JavaScript("1"))
    writer.add_attachment("a.txt", b"a")
    writer.add_uri(0, "file:///a", pypdf.generic.RectangleObject((0, 0, 1, 1)))
    writer.write(tmp_path / "a.pdf")
    found = set(pdf.faults((tmp_path / "a.pdf").read_bytes()))
    assert {"an action /JavaScript", "/EmbeddedFiles in an object", "a link to file:///a"} <= found
