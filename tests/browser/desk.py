"""Fills in the forms of the editors' desk as a person does: by the labels that are read, and what is pressed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as WaitedInVain

from disclosure.desk.shapes import FormField, Input

RecordFields = Mapping[str, tuple[FormField, ...]]
# Of elements those that stand in a group itself, and in none that stands in it
OWN = """(all, mark) => all.map((one, n) => [one.parentElement.closest('fieldset, form'), n])
  .filter(([group]) => group && group.dataset.filler === mark).map(([, n]) => n)"""


@dataclass
class Filler:
    """One page with a form. ``counted`` says how many fields were filled in."""

    page: Page
    records: RecordFields
    is_touch: bool = False
    counted: int = 0
    marks: int = field(default=0)

    def open(self, root: str, form: str, report: str = "", file: str = "") -> None:
        self.page.goto(f"{root}desk/index.html")
        self.page.evaluate("localStorage.clear()")
        self.press(self.page.get_by_role("link", name=form, exact=True))
        for label, value in (("哪一份报告", report), ("哪一个文件", file)):
            if value:
                self.page.get_by_label(label).select_option(value)

    def press(self, what: Locator) -> None:
        """Once what is shown is what was typed: until then what stands below may move."""
        self.settle()
        what.tap() if self.is_touch else what.click()

    def settle(self) -> None:
        self.page.locator("form[data-busy]").wait_for(state="detached")

    def fill(self, record: str, values: Mapping[str, Any], names: tuple[str, ...] = ()) -> None:
        """The form's own record; ``names`` are the fields that it asks for, where not all."""
        form = self.page.locator("form")
        form.wait_for()
        self._record(form, record, {name: one for name, one in values.items() if not names or name in names})

    def body(self, text: str) -> None:
        self.page.get_by_label("正文").fill(text)
        self.counted += 1

    def slug(self, text: str) -> None:
        self.page.get_by_label("文件短名").fill(text)

    def hand_over_all(self, folder: Path) -> list[str]:
        """Each of the files that come out, as ``hand_over`` does."""
        self.settle()
        return [self.hand_over(folder, part) for part in self.page.locator(".d-desk-part:visible").all()]

    def hand_over(self, folder: Path, part: Locator | None = None) -> str:
        """Downloads the file and puts it where the page says; gives its path. Of several, that of one part."""
        part = part or self.page.locator(".d-desk-part:visible")
        button = part.get_by_role("button", name="下载文件")
        try:
            with self.page.expect_download(timeout=3000) as download:
                self.press(button)
        except WaitedInVain:
            raise AssertionError(self.page.locator(".d-desk-aside").inner_text()) from None
        said = part.get_by_text("下载的文件名是").inner_text()
        name = re.search(r"下载的文件名是 (\S+)；(?:放进|换下) (\S+) 文件夹", said)
        assert name is not None, said
        assert download.value.suggested_filename == name[1]
        path = folder / name[2] / name[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        download.value.save_as(path)
        return path.relative_to(folder).as_posix()

    def _record(self, scope: Locator, record: str, values: Mapping[str, Any]) -> None:
        self.marks += 1
        mark = str(self.marks)
        scope.evaluate("(one, mark) => { one.dataset.filler = mark; }", mark)
        declared = {one.name: one for one in self.records[record]}
        assert not values.keys() - declared.keys()
        for name, one in declared.items():
            if name in values:
                self._field(scope, mark, one, values[name])

    def _field(self, scope: Locator, mark: str, one: FormField, value: Any) -> None:
        found = self._of(self._called(scope, one), mark)
        if not found.is_visible() and self._is_still_folded(found):
            self.press(self._of(scope.locator("summary", has_text=one.label), mark))
        if one.input is Input.RECORDS:
            self._records(found, one, value)
        elif one.input is Input.RECORD:
            self._one(found, one, value)
        elif isinstance(value, list):
            self._list(found, one, value)
        else:
            self._single(found, one, value)

    def _is_still_folded(self, found: Locator) -> bool:
        """Once the form knows what was typed: what the target of a value asks for has come out then."""
        self.settle()
        return not found.is_visible()

    def _called(self, scope: Locator, one: FormField) -> Locator:
        if one.input in (Input.RECORD, Input.RECORDS, Input.LINES, Input.WHOLES, Input.CHOICES):
            return scope.get_by_role("group", name=said(one), include_hidden=True)
        return scope.get_by_label(said(one))

    def _of(self, found: Locator, mark: str) -> Locator:
        """Of several of a name, the one that stands in this group itself."""
        own = found.evaluate_all(OWN, mark)
        assert len(own) == 1, f"{len(own)} × {found}"
        return found.nth(own[0])

    def _records(self, group: Locator, one: FormField, values: list[Any]) -> None:
        for n, value in enumerate(values, 1):
            item = group.get_by_role("group", name=f"{one.label} {n}", exact=True)
            if not item.is_visible():
                self.press(group.get_by_role("button", name=re.compile(f"^再?加一项{one.label}$")))
            self._record(item, one.record, value)

    def _one(self, group: Locator, one: FormField, value: Any) -> None:
        button = group.get_by_role("button", name=f"填写{one.label}", exact=True)
        if button.is_visible():
            self.press(button)
        self._record(group, one.record, value)

    def _list(self, group: Locator, one: FormField, values: list[str]) -> None:
        if one.input is Input.CHOICES and not one.words:
            for box in values:
                group.get_by_role("checkbox").and_(self.page.locator(f"[value='{box}']")).check()
            return
        for n, value in enumerate(values, 1):
            control = group.get_by_label(f"{one.label} {n}", exact=True).and_(self.page.locator("input, select"))
            if not control.is_visible():
                self.press(group.get_by_role("button", name=re.compile(f"^再?加一项{one.label}$")))
            self._single(control, one, value)

    def _single(self, control: Locator, one: FormField, value: str) -> None:
        self.counted += 1
        if one.input in (Input.CHOICE, Input.CHOICES) and one.words != "departments":
            control.select_option(value)
        elif one.input is Input.TRUTH:
            control.check()
        else:
            control.fill(value)


def said(one: FormField) -> re.Pattern[str]:
    """A field's name as it is read."""
    return re.compile(f"^{re.escape(one.label)}(?:必填)?$")
