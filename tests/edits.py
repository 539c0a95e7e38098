"""Random edits of a project, as editors, designers and mishaps make them; seeded, so that a run can be had again."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.projects import DATE, GOLDEN, REPOSITORY, Sandbox, configured, content_of

WORDS = "甲乙丙丁戊己庚辛壬癸"
NARRATIVE = """\
---
title: {title}
description: 说明
published: 2024-02-01 09:00
---
## 甲节

[全文](reports/2024/report.md#p2-01)、[表](files/table.csv)。
"""
BOTH = """\
---
title: {title}两份报告的承诺各有进展
date: {day}
published: 2024-02-20 09:00
entries:
  - {{commitment: {other}/c005, reported: {said}{value}}}
  - {{commitment: c006, reported: 推进中, evidenced: 部分支持}}
evidence: [{{publisher: 区政府, title: 进展, date: {day}}}]
---

各条不同。
"""
ENTITIES = """\
- {id: street, name: 样品街, kind: 街区, note: 一条街}
- {id: park, name: 样品园区, kind: 街区}
"""
QUESTION = """\
- id: plants
  question: 今年建几栋厂房？
  answer: 今年要“新建厂房2栋”。
  grounds:
    - {of: 2024/c005, says: 新建厂房2栋}
"""
# What the reports say, some of it in several places
NAMED = ("样品街", "样品园区", "厂房", "公园", "打通断头路")
FIRST_MTIME_NS = 1_600_000_000_000_000_000


def project(root: Path) -> Sandbox:
    """Two reports with records, narratives, indicators, an attachment, and templates of its own."""
    content = root / "content"
    shutil.copytree(GOLDEN / "register/content", content)
    for name in ("index.md", "method.md"):
        (content / name).write_text(NARRATIVE.format(title=name), "utf-8")
    later = content / "reports/2025"
    shutil.copytree(content / "reports/2024", later)
    text = (later / "report.md").read_text("utf-8")
    assert "\nnote_prefix: n\n" in text
    text = text.replace("\nnote_prefix: n\n", "\nnote_prefix: later\n").replace("\nyear: 2024\n", "\nyear: 2025\n")
    (later / "report.md").write_text(text, "utf-8")
    (content / "vocabulary/entity-kinds.yml").write_text("- {id: street, label: 街区, description: 道路}\n", "utf-8")
    (content / "entities").mkdir()
    (content / "entities/all.yml").write_text(ENTITIES, "utf-8")
    (content / "questions.yml").write_text(QUESTION, "utf-8")
    (content / "files").mkdir()
    (content / "files/table.csv").write_text("a,b\n")
    return _with_templates(root)


def two_years(root: Path) -> Sandbox:
    """The same two reports, the second given a year later."""
    made = project(root)
    path = made.content / "reports/2025/report.md"
    text = (
        path.read_text("utf-8").replace("title: 2024年", "title: 2025年").replace("delivered: 2024", "delivered: 2025")
    )
    path.write_text(text.replace("published: 2024", "published: 2025"), "utf-8")
    for record in path.parent.glob("commitments/*/*.yml"):
        record.write_text(record.read_text("utf-8").replace("deadline: 2024", "deadline: 2025"), "utf-8")
    return made


def followed(root: Path) -> Sandbox:
    """Two reports with updates, observations, answers and absences: the example."""
    shutil.copytree(content_of("shiguang"), root / "content")
    return _with_templates(root)


def _with_templates(root: Path) -> Sandbox:
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    return configured(root, root / "templates")


class Editor:
    """Edits one project. Each file that is written gets a time of its own, as if hours lay between two edits.

    ``day`` is the one for which it is built.
    """

    day = DATE
    narrative = NARRATIVE
    named = NAMED

    def __init__(self, edited: Sandbox, seed: int) -> None:
        self.project = edited
        self.dice = random.Random(seed)
        self.time = FIRST_MTIME_NS

    @property
    def kinds(self) -> tuple[Callable[[], str], ...]:
        """Each as often as it stands here."""
        return (
            self.change_a_record,
            self.change_a_record,
            self.change_a_line,
            self.delete_a_record,
            self.move_a_record,
            self.add_or_remove_a_narrative,
            self.change_a_narrative,
            self.rename_a_narrative,
            self.change_a_word,
            self.change_a_template,
            self.change_the_site,
            self.change_an_indicator,
            self.change_an_entity,
            self.change_an_answer,
            self.change_an_attachment,
            self.change_who_answers,
            self.change_a_vote,
            self.add_or_remove_a_report,
            self.tell_of_two_reports,
            self.tell_of_two_reports,
            self.answer_a_promise,
            self.observe_an_indicator,
            self.harm_the_site,
            self.harm_the_cache,
        )

    def edit(self) -> str:
        """One edit; what was done, for the message of a failure."""
        return self.dice.choice(self.kinds)()

    def write(self, path: Path, text: str) -> str:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        self.time += 1_000_000_000
        os.utime(path, ns=(self.time, self.time))
        return f"{path.relative_to(self.project.root)}: {text[:60]!r}"

    def pick(self, pattern: str) -> Path | None:
        found = sorted(self.project.root.glob(pattern))
        return self.dice.choice(found) if found else None

    def word(self) -> str:
        return "".join(self.dice.choices(WORDS, k=self.dice.randint(1, 3)))

    def put_in(self, pattern: str, before: str, after: str) -> str:
        """Replace the first ``before`` of some file by ``after``."""
        path = self.pick(pattern)
        return self.write(path, path.read_text("utf-8").replace(before, after, 1)) if path else "nothing"

    def change_a_record(self) -> str:
        return self.put_in("content/reports/*/commitments/*/*.yml", "title: ", f"title: {self.word()}")

    def change_a_line(self) -> str:
        """A line of any content file is changed: more often than not this makes it wrong."""
        path = self.pick("content/**/*.*")
        if path is None or path.is_dir():
            return "nothing"
        lines = path.read_text("utf-8").split("\n")
        at = self.dice.randrange(len(lines))
        lines[at] += self.word()
        return self.write(path, "\n".join(lines))

    def change_a_report(self) -> str:
        """A word that a record, an update or a report's text holds stands there twice, or is gone."""
        path = self.pick(self.dice.choice(("content/reports/*/**/*.*", "content/updates/*/*.md")))
        text = path.read_text("utf-8") if path else ""
        at = self.dice.randrange(len(text) or 1)
        cut = self.dice.choice(("", text[at : at + 2] * 2, self.word()))
        return self.write(path, text[:at] + cut + text[at + 2 :]) if path else "nothing"

    def change_a_digit(self) -> str:
        """A figure, a day or an id of an update or a correction is another."""
        path = self.pick("content/[uc]*/**/*.md")
        text = path.read_text("utf-8") if path else ""
        at = self.dice.choice([found.start() for found in re.finditer(r"\d", text)] or [0])
        return self.write(path, f"{text[:at]}{self.dice.randrange(10)}{text[at + 1 :]}") if path else "nothing"

    def drop_a_line(self) -> str:
        """A line of a record, or of an update, is taken out: an optional field is no more."""
        path = self.pick(self.dice.choice(("content/reports/*/**/*.yml", "content/updates/*/*.md")))
        lines = path.read_text("utf-8").split("\n") if path else [""]
        del lines[self.dice.randrange(len(lines))]
        return self.write(path, "\n".join(lines)) if path else "nothing"

    def delete_a_record(self) -> str:
        path = self.pick("content/reports/*/commitments/*/*.yml")
        if path:
            path.unlink()
        return f"deleted {path}"

    def move_a_record(self) -> str:
        path, folder = self.pick("content/reports/*/commitments/*/*.yml"), self.pick("content/reports/*/commitments/*/")
        if path and folder and not (folder / path.name).exists():
            path.rename(folder / path.name)
        return f"moved {path} to {folder}"

    def add_or_remove_a_narrative(self) -> str:
        path = self.project.content / f"note-{self.dice.choice('abc')}.md"
        if path.exists():
            path.unlink()
            return f"deleted {path}"
        return self.write(path, self.narrative.format(title=self.word()))

    def change_a_narrative(self) -> str:
        return self.put_in("content/*.md", "\n## ", f"\n## {self.word()}")

    def rename_a_narrative(self) -> str:
        path = self.pick("content/note-*.md")
        if path:
            path.rename(path.with_name(f"note-{self.dice.choice('abcd')}.md"))
        return f"renamed {path}"

    def change_a_word(self) -> str:
        return self.put_in("content/vocabulary/*.yml", "description: ", f"description: {self.word()}")

    def change_a_template(self) -> str:
        if self.dice.random() < 0.5:
            return self.put_in("templates/pages/*.html", "<h1>", f'<h1 class="{self.dice.random()}">')
        return self.put_in(
            "templates/components/*.css", "{", f"{{ /* {self.word()} */ color: #{self.dice.randrange(999)};"
        )

    def change_the_site(self) -> str:
        return self.put_in("content/site.yml", "tagline: ", f"tagline: {self.word()}")

    def change_an_indicator(self) -> str:
        return self.put_in("content/indicators/*.yml", "name: ", f"name: {self.word()}")

    def change_an_entity(self) -> str:
        path = self.project.content / "entities/all.yml"
        change = self.dice.choice((r"name: \S+(?=,)", r"note: \S+(?=})"))
        new = change[:6] + self.dice.choice(self.named)
        return self.write(path, re.sub(change, new, path.read_text("utf-8"), count=1))

    def change_an_answer(self) -> str:
        return self.put_in("content/questions.yml", "answer: ", f"answer: {self.word()}")

    def change_an_attachment(self) -> str:
        return self.write(self.project.content / f"files/{self.dice.choice('ab')}.csv", self.word())

    def change_who_answers(self) -> str:
        """Who answers for some promises is said, said otherwise, or not said any more."""
        path = self.project.content / f"responsibilities/{self.dice.choice(('2024', '2025'))}.yml"
        record, words = (
            self.pick("content/reports/*/commitments/*/*.yml"),
            self.pick("content/vocabulary/departments.yml"),
        )
        if record is None or words is None or (path.exists() and self.dice.random() < 0.5):
            path.unlink(missing_ok=True)
            return f"deleted {path}"
        lead = self.dice.choice(re.findall(r"label: ([^,}\n]+)", words.read_text("utf-8")) or [self.word()])
        day = f"2024-02-{self.dice.randint(10, 28)}"
        source = f"{{publisher: {self.word()}, title: {self.word()}}}"
        text = f"- {{commitments: [{record.stem}], date: {day}, lead: {lead}, source: {source}}}\n"
        return self.write(path, text)

    def change_a_vote(self) -> str:
        """Of a candidate project it is told how deputies voted, told otherwise, or not told any more."""
        path = self.project.content / f"votes/{self.dice.choice(('2024', '2025'))}.yml"
        if path.exists() and self.dice.random() < 0.5:
            path.unlink()
            return f"deleted {path}"
        adopted = self.dice.choice(("通过", "未通过", "结果未公开"))
        project = f"{{commitment: c0{self.dice.choice(range(11, 15))}, adopted: {adopted}}}"
        source = f"{{publisher: {self.word()}, title: {self.word()}}}"
        return self.write(
            path, f"- {{date: 2024-02-{self.dice.randint(10, 28)}, source: {source}, projects: [{project}]}}\n"
        )

    def add_or_remove_a_report(self) -> str:
        one, away = self.project.content / "reports/2025", self.project.root / "away"
        source, target = (one, away) if one.exists() else (away, one)
        shutil.move(source, target)
        return f"{source} to {target}"

    def tell_of_two_reports(self) -> str:
        """An update of one report speaks of a promise of the other too, each in its own way; or it goes."""
        own, other = self.dice.sample(("2024", "2025"), 2)
        path = self.project.content / f"updates/{own}/2024-02-0{self.dice.randrange(1, 4)}-both.md"
        if path.exists() and self.dice.random() < 0.3:
            path.unlink()
            return f"deleted {path}"
        if not (self.project.content / "reports/2025").exists():
            return "nothing"
        seen = f", observations: [{{target: 1, period: 2024-01, value: {self.dice.randrange(4)}, unit: 栋}}]"
        value, said = seen if other == "2024" else "", self.dice.choice(("推进中", "部分完成", "未完成"))
        text = BOTH.format(day=path.name[:10], other=other, value=value, said=said, title=self.word())
        return self.write(path, text)

    def answer_a_promise(self) -> str:
        """A result of the later report answers a promise of the earlier, or no more."""
        path = self.project.content / "reports/2025/results/1-1-projects.yml"
        if not path.exists():
            return "nothing"
        lines = [line for line in path.read_text("utf-8").split("\n") if not line.startswith("  answers: ")]
        kept = "\n".join(lines)
        answer = f"\n  answers: [2024/c00{self.dice.choice('567')}]\n  figures:"
        return self.write(path, kept.replace("\n  figures:", answer, 1) if self.dice.random() < 0.7 else kept)

    def observe_an_indicator(self) -> str:
        """A value of an indicator's own, for which a passage of a report is evidence."""
        report, value = self.dice.choice(("2024", "2025")), self.dice.randrange(9)
        line = f"\n  - {{period: 201{value}, value: {value}, evidence: [{{passage: {report}/p1-01}}]}}\ntargets:"
        return self.put_in("content/indicators/*-growth.yml", "\ntargets:", line)

    def harm_the_site(self) -> str:
        path = self.pick("site/**/*.html")
        if path is None:
            return "nothing"
        harm = self.dice.randrange(3)
        if harm == 0:
            path.unlink()
        else:
            (path if harm == 1 else path.with_name("stray.html")).write_text(self.word(), "utf-8")
        return f"harm {harm} to {path}"

    def harm_the_cache(self) -> str:
        path = self.pick(".cache/**/*.*") if self.dice.random() < 0.5 else self.pick(".cache/*/objects/*")
        if path is None or path.is_dir() or path.suffix == ".lock":
            return "nothing"
        if self.dice.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(self.dice.randbytes(40))
        return f"harmed {path}"
