"""Random edits of a small province: districts with several years each, every kind of content file among them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from benchmarks.content import ContentLayout, generate
from tests.edits import Editor
from tests.projects import Sandbox

# The day on which it is built first: after the last of its updates
FIRST_DAY = "2026-11-29"
# Two districts of three years, whose reports answer each other; of a third a single report of which no indicator tells
RECORDS, LAYOUT = 84, ContentLayout(report_size=12, years=3, province=True)
ALONE = "d003-2022"
ENTITIES = """\
- {id: product, name: 地区生产总值, kind: 街区, note: 每年都有}
- {id: city, name: 样例市, kind: 街区}
"""
# What reports and updates say in several places
NAMED = ("地区生产总值", "样例市", "各位代表", "样例日报", "全区上下")
NARRATIVE = """\
---
title: {title}
description: 说明
published: 2024-02-01 09:00
---
## 甲节

[全文](reports/d001-2022/report.md#p2-01)、[一条](reports/d002-2021/report.md#p1-01)。
"""
QUESTION = """\
- id: growth
  question: 增长目标是多少？
  answer: 以报告为准，见“{quote}”。
  grounds:
    - {{of: d001-2022/c001, says: {quote}}}
"""
VOTES = """\
- date: 2022-01-1{day}
  source: {{publisher: {word}, title: {word}票决结果}}
  projects: [{{commitment: {id}, adopted: {adopted}}}]
"""
DUTIES = "- {{commitments: [{id}], date: 2022-02-1{day}, lead: {lead}, source: {{publisher: {word}, title: {word}}}}}\n"
REPORTED, EVIDENCED = ("推进中", "部分完成", "未完成", "已完成"), ("部分支持", "有证据支持", "与报告不符")
# What site.yml may say besides, and what it may then make
SETTINGS = (
    "address: https://example.org/",
    "codes: false",
    "embed: true",
    "licence: https://example.org/licence",
    "cycle_days: 30",
)


def province(root: Path) -> Sandbox:
    """Three districts, seven reports, with templates of its own, entities, a question."""
    generate(RECORDS, root, LAYOUT)
    content = root / "content"
    for path in content.glob("indicators/d003-*.yml"):
        path.unlink()
    (content / "vocabulary/entity-kinds.yml").write_text("- {id: street, label: 街区, description: 道路}\n", "utf-8")
    (content / "entities").mkdir()
    (content / "entities/all.yml").write_text(ENTITIES, "utf-8")
    record = next(content.glob("reports/d001-2022/commitments/*/c001.yml")).read_text("utf-8")
    quote = re.findall(r"^quote: (.*)$", record, re.M)[0]
    (content / "questions.yml").write_text(QUESTION.format(quote=quote), "utf-8")
    return Sandbox(root)


class DistrictEditor(Editor):
    """Edits a province. ``day`` is today, which an edit may change too."""

    day = FIRST_DAY
    narrative = NARRATIVE
    named = NAMED

    @property
    def kinds(self) -> tuple[Callable[[], str], ...]:
        return (
            self.change_a_record,
            self.change_a_line,
            self.change_a_report,
            self.drop_a_line,
            self.delete_a_record,
            self.move_a_record,
            self.change_a_target,
            self.change_a_result,
            self.answer_a_promise,
            self.change_a_passage,
            self.change_a_head,
            self.change_an_exemption,
            self.change_an_absence,
            self.change_an_update,
            self.change_an_update,
            self.add_or_remove_an_update,
            self.rename_an_update,
            self.change_a_correction,
            self.change_the_districts,
            self.change_the_districts,
            self.move_a_report,
            self.add_or_remove_a_report,
            self.rename_a_report,
            self.change_an_indicator,
            self.observe_an_indicator,
            self.remove_an_indicator,
            self.change_a_word,
            self.change_an_office,
            self.change_the_site,
            self.set_the_site,
            self.change_who_answers,
            self.change_a_vote,
            self.change_an_entity,
            self.change_an_answer,
            self.change_an_attachment,
            self.add_or_remove_a_narrative,
            self.change_a_narrative,
            self.rename_a_narrative,
            self.change_a_template,
            self.change_the_day,
            self.harm_the_site,
            self.harm_the_cache,
        )

    def change_a_target(self) -> str:
        """What a target measures is called otherwise, or its deadline is another."""
        before = self.dice.choice(("measure: ", "specificity: ["))
        after = f"{before}{self.word()}" if before == "measure: " else "specificity: [责任主体, "
        return self.put_in("content/reports/*/commitments/*/*.yml", before, after)

    def change_a_result(self) -> str:
        return self.put_in("content/reports/*/results/*.yml", "title: ", f"title: {self.word()}")

    def answer_a_promise(self) -> str:
        """A result answers another promise of the year before, or none."""
        path = self.pick("content/reports/*/results/*.yml")
        text = path.read_text("utf-8") if path else ""
        answers = re.findall(r"  answers: \[(.*)/c[0-9]+\]\n", text)
        if path is None or not answers:
            return "nothing"
        line = self.dice.choice(("", f"  answers: [{answers[0]}/c00{self.dice.randrange(1, 8)}]\n"))
        return self.write(path, re.sub(r"  answers: .*\n", line, text, count=1))

    def change_a_passage(self) -> str:
        """A run-in word of a report's text, in its source too: what quotes it is lost, or nothing is."""
        old, new = self.dice.choice((("全区上下", "全区上下、"), ("各位代表，", "各位代表：，"), ("总比", "总是比")))
        report = self.pick("content/reports/*/report.md")
        return self.write(report, report.read_text("utf-8").replace(old, new, 1)) if report else "nothing"

    def change_a_head(self) -> str:
        before = self.dice.choice(("  summary: ", "speaker: ", "session: ", "title: "))
        return self.put_in("content/reports/*/report.md", before, before + self.word())

    def change_an_exemption(self) -> str:
        return self.put_in("content/reports/*/exemptions.yml", "reason: 背景", "reason: 礼仪")

    def change_an_absence(self) -> str:
        return self.put_in("content/reports/*/absences.yml", "where: ", f"where: {self.word()}")

    def change_an_update(self) -> str:
        """Its title, its status, or a value that it tells."""
        kind = self.dice.randrange(3)
        if kind == 0:
            return self.put_in("content/updates/*/*.md", "title: ", f"title: {self.word()}")
        path = self.pick("content/updates/*/*.md")
        if path is None:
            return "nothing"
        words, field = self.dice.choice(((REPORTED, "reported"), (EVIDENCED, "evidenced")))
        pattern = r"value: [0-9.]+" if kind == 1 else rf"{field}: [^,}}\n]+"
        new = f"value: {self.dice.randrange(1, 30)}" if kind == 1 else f"{field}: {self.dice.choice(words)}"
        return self.write(path, re.sub(pattern, new, path.read_text("utf-8"), count=1))

    def add_or_remove_an_update(self) -> str:
        path = self.pick("content/updates/*/*.md")
        if path is None or self.dice.random() < 0.4:
            if path:
                path.unlink()
            return f"deleted {path}"
        text = path.read_text("utf-8").replace("title: ", f"title: 又一次：{self.word()}", 1)
        return self.write(path.with_name(f"{path.stem}-{self.dice.choice('xyz')}.md"), text + f"\n{self.word()}。\n")

    def rename_an_update(self) -> str:
        path = self.pick("content/updates/*/*.md")
        if path:
            path.rename(path.with_name(f"{path.name[:10]}-{self.dice.choice('mnopq')}.md"))
        return f"renamed {path}"

    def change_a_correction(self) -> str:
        path = self.pick("content/corrections/*.md")
        if path is None:
            return "nothing"
        return self.write(path, path.read_text("utf-8") + f"\n{self.word()}。\n")

    def change_the_districts(self) -> str:
        """A district's region, its other names, a note; the order of the list; or one is left out, which is wrong."""
        path = self.project.content / "districts.yml"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        at, kind = self.dice.randrange(len(lines)), self.dice.randrange(6)
        if kind == 0:
            lines.insert(0, lines.pop(at))
        elif kind == 1 and len(lines) > 1:
            del lines[at]
        elif kind == 2:
            lines.append(f"- {{id: new-{self.dice.randrange(9)}, name: {self.word()}新区}}\n")
        elif kind == 3:
            lines[at] = re.sub(r"region: [^,}]+", f"region: 样例省{self.word()}市", lines[at])
        elif kind == 4:
            lines[at] = re.sub(r"others: \[[^]]*\]", f"others: [{self.word()}区]", lines[at])
        else:
            lines[at] = re.sub(r"(, note: [^}]*)?\}", f", note: {self.word()}}}", lines[at])
        return self.write(path, "".join(lines))

    def move_a_report(self) -> str:
        """A report is said to be another district's: its folder stays."""
        listed = (self.project.content / "districts.yml").read_text("utf-8")
        path, names = self.pick("content/reports/*/report.md"), re.findall(r"name: ([^,}]+)", listed)
        if path is None or not names:
            return "nothing"
        line = f"\ndistrict: {self.dice.choice(names)}\n"
        return self.write(path, re.sub(r"\ndistrict: .*\n", line, path.read_text("utf-8"), count=1))

    def add_or_remove_a_report(self) -> str:
        """With all that speaks of it; every other time a report that others speak of, which is wrong."""
        away, alone = self.project.root / "away", self.dice.random() < 0.7
        if away.exists():
            shutil.copytree(away, self.project.content, dirs_exist_ok=True)
            shutil.rmtree(away)
            return f"all of {away} is back"
        report = self.project.content / "reports" / ALONE if alone else self.pick("content/reports/*")
        if report is None or not report.exists():
            return "nothing"
        for path in self._of(report.name):
            target = away / path.relative_to(self.project.content)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(path, target)
        return f"{report.name} to {away}"

    def rename_a_report(self) -> str:
        """The report of which no other speaks, and all that speaks of it, gets another key."""
        new = f"d003{self.dice.choice('abc')}-2022"
        olds = sorted(path for path in self.project.content.glob("reports/d003*"))
        if not olds or (self.project.content / "reports" / new).exists():
            return "nothing"
        old = olds[0].name
        for path in self._of(old):
            moved = path.with_name(path.name.replace(old, new))
            path.rename(moved)
            for file in [one for one in moved.rglob("*.*") if one.is_file()] if moved.is_dir() else [moved]:
                text = file.read_text("utf-8")
                if old in text:
                    self.write(file, text.replace(old, new))
        return f"{old} is {new}"

    def _of(self, key: str) -> list[Path]:
        """All that belongs to a report; but for what it has cited."""
        found = [self.project.content / folder / key for folder in ("reports", "updates")]
        found += [self.project.content / folder / f"{key}.yml" for folder in ("responsibilities", "votes")]
        found += sorted(self.project.content.glob(f"corrections/*{key}*.md"))
        found += sorted(self.project.content.glob(f"files/{key}*"))
        return [path for path in found if path.exists()]

    def observe_an_indicator(self) -> str:
        """An observation, the last, is no more; or a value of the indicator's own."""
        path = self.pick("content/indicators/*.yml")
        if path is None:
            return "nothing"
        text = path.read_text("utf-8")
        if self.dice.random() < 0.4:
            return self.write(path, re.sub(r"(observations:\n(?:  - .*\n)*)  - .*\n", r"\1", text, count=1))
        year, report = self.dice.randrange(2001, 2017), self.pick("content/reports/*")
        evidence = f"evidence: [{{passage: {report.name if report else ''}/p1-01}}]"
        line = f"observations:\n  - {{period: {year}, value: {self.dice.randrange(1, 9)}, {evidence}}}\n"
        return self.write(path, text.replace("observations:\n", line, 1))

    def remove_an_indicator(self) -> str:
        path = self.pick("content/indicators/*-rate.yml")
        if path:
            path.unlink()
        return f"deleted {path}"

    def change_an_office(self) -> str:
        """What is said of an office, or its place among them."""
        path = self.project.content / "vocabulary/departments.yml"
        text = path.read_text("utf-8")
        if self.dice.random() < 0.5:
            return self.write(path, re.sub(r"order: [0-9]+", f"order: {self.dice.randrange(99)}", text, count=1))
        return self.write(path, re.sub(r"的责任单位", f"的{self.word()}单位", text, count=self.dice.randrange(1, 9)))

    def set_the_site(self) -> str:
        """A setting of the site is said, or not said any more."""
        path, setting = self.project.content / "site.yml", self.dice.choice(SETTINGS)
        lines = path.read_text("utf-8").splitlines()
        key = setting.partition(":")[0] + ":"
        kept = [line for line in lines if not line.startswith(key)]
        return self.write(path, "\n".join([*kept, *([setting] if len(kept) == len(lines) else [])]) + "\n")

    def change_who_answers(self) -> str:
        record, words = self._promise(), self.pick("content/vocabulary/departments.yml")
        if record is None or words is None:
            return "nothing"
        path = self.project.content / f"responsibilities/{record.parts[-4]}.yml"
        if path.exists() and self.dice.random() < 0.5:
            path.unlink()
            return f"deleted {path}"
        lead = self.dice.choice(re.findall(r"label: ([^,}\n]+)", words.read_text("utf-8")) or [self.word()])
        day = self.dice.randrange(1, 9)
        return self.write(path, DUTIES.format(id=record.stem, day=day, lead=lead, word=self.word()))

    def change_a_vote(self) -> str:
        record = self._promise()
        if record is None:
            return "nothing"
        path = self.project.content / f"votes/{record.parts[-4]}.yml"
        if path.exists() and self.dice.random() < 0.5:
            path.unlink()
            return f"deleted {path}"
        self.write(record, re.sub("kind: .*", "kind: 民生实事候选", record.read_text("utf-8"), count=1))
        adopted, day = self.dice.choice(("通过", "未通过", "结果未公开")), self.dice.randrange(1, 9)
        return self.write(path, VOTES.format(id=record.stem, day=day, word=self.word(), adopted=adopted))

    def _promise(self) -> Path | None:
        """A promise of the latest year; of those that are candidates more often."""
        pattern = self.dice.choice(("*", "*", "d003"))
        return self.pick(f"content/reports/{pattern}-2022/commitments/*/*.yml")

    def change_the_day(self) -> str:
        """Time goes on, by a day or by a year, or a build is made for an earlier day."""
        days = self.dice.choice((1, 7, 90, 400, -30))
        self.day = str(max(date(2023, 6, 1), date.fromisoformat(self.day) + timedelta(days=days)))
        return f"today is {self.day}"
