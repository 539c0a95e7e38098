"""What is said of dependencies is true of the locks."""

from __future__ import annotations

import re

from tests.projects import REPOSITORY
from tests.security import audit

LOCKS = (*audit.LOCKS.values(),)


def test_each_package_of_the_lock_stands_in_the_list_with_a_free_licence() -> None:
    rows = re.findall(r"^\| ([a-z0-9-]+) \| (.+) \| (.+) \|$", audit.LIST.read_text("utf-8"), re.M)
    listed = {name: licence for name, licence, _askers in rows if name != "package"}
    assert listed.keys() == audit.needed().keys()
    assert [name for name, licence in listed.items() if not audit.LICENCES.search(licence)] == []
    assert {name: askers.split(", ") for name, _licence, askers in rows if name != "package"} == audit.needed()


def test_a_licence_that_is_not_free_is_told() -> None:
    stated = {"a": "MIT", "b": "Proprietary", "c": "UNKNOWN", "text-unidecode": "GPL"}
    assert list(audit.unfamiliar(stated)) == ["b: Proprietary", "c: UNKNOWN"]


def test_every_file_of_the_locks_has_a_digest_and_no_lock_has_an_address() -> None:
    for lock in LOCKS:
        text = (REPOSITORY / lock).read_text("utf-8")
        entries = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]
        assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
        assert "://" not in text
    assert "resolved" not in (REPOSITORY / "package-lock.json").read_text("utf-8")
