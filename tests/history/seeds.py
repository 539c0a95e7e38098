"""Sixty changes in silence, five of each of twelve kinds, each beside an honest way to the same end.

They are made in a copy of any content; ``enrich`` adds what it may lack before it is committed.
"""

# A table: one row a change
# ruff: noqa: E501, ARG005
from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.projects import Sandbox, configured, published
from tests.repositories import SandboxRepository

MaterialEdit = Callable[["Material"], None]
DAY = "2026-11-28"


@dataclass(frozen=True)
class Material:
    """A content folder, and how it is edited."""

    content: Path

    def read(self, name: str) -> str:
        return (self.content / name).read_text("utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def sub(self, name: str, pattern: str, new: str) -> str:
        """Replace the first place; what stood there."""
        text = self.read(name)
        found = re.search(pattern, text, re.M)
        assert found, f"{pattern} is not in {name}"
        changed = text[: found.start()] + found.expand(new) + text[found.end() :]
        assert changed != text, f"{pattern} in {name} is as it was"
        self.write(name, changed)
        return found[0]

    def move(self, name: str, to: str) -> None:
        (self.content / to).parent.mkdir(parents=True, exist_ok=True)
        (self.content / name).rename(self.content / to)

    def drop(self, name: str) -> None:
        (self.content / name).unlink()

    def all(self, pattern: str) -> list[str]:
        return sorted(path.relative_to(self.content).as_posix() for path in self.content.glob(pattern))

    def retire(self, record: str, **more: str) -> None:
        said = "".join(f", {name}: {value}" for name, value in (more or {"reason": "写重了"}).items())
        path = self.content / "retired.yml"
        before = path.read_text("utf-8") if path.exists() else ""
        self.write("retired.yml", f"{before}- {{record: {record}, date: {DAY}{said}}}\n")

    def correct(self, *listed: tuple[str, str, str, str]) -> None:
        """A correction of record, field, was, now (or nothing)."""
        rows = "".join(
            f"  - {{record: {record}, field: {field}, was: '{was}'" + (f", now: '{now}'}}\n" if now else "}\n")
            for record, field, was, now in listed
        )
        head = f"title: 一处写错了\ndate: {DAY}\npublished: {DAY} 10:00\ncorrects:\n{rows}"
        self.write(f"corrections/{DAY}-mended.md", f"---\n{head}---\n\n核对时发现。\n")

    @property
    def key(self) -> str:
        return self.all("reports/*/report.md")[0].split("/")[1]

    @property
    def commitments(self) -> list[str]:
        return self.all(f"reports/{self.key}/commitments/*/*.yml")

    @property
    def results(self) -> str:
        return self.all(f"reports/{self.key}/results/*.yml")[0]

    @property
    def report(self) -> str:
        return f"reports/{self.key}/report.md"

    def id(self, path: str) -> str:
        return f"{self.key}/{Path(path).stem}"


UPDATE = "updates/{key}/2026-11-20-seed"
NOTE = "corrections/2026-11-21-seed"
RICH = "reports/{key}/commitments/seed/c901.yml"
LIST = "files/seed-list.csv"


def enrich(material: Material) -> None:
    """An update, a correction, an attachment and a promise with everything that a follow-up can hold."""
    data = "甲,1\n乙,2\n"
    material.write(LIST, data)
    material.write("files/seed-map.txt", "图\n")
    digest = sha256(data.encode()).hexdigest()
    material.write(
        UPDATE.format(key=material.key) + ".md",
        "---\ntitle: 种子更新说明\ndate: 2026-11-20\npublished: 2026-11-20 18:00\ncommitments: [c901]\n"
        "reported: 部分完成\nevidenced: 部分支持\nobservations:\n"
        "  - {target: c901/1, period: 2026, value: 3, unit: 家}\n  - {target: c901/2, period: 2026, value: 30, unit: 处}\n"
        "evidence:\n"
        f"  - {{publisher: 甲局, title: 通报, url: https://www.example.org/a, snapshot: {LIST}, sha256: {digest}}}\n"
        "  - {publisher: 乙局, title: 公告, date: 2026-11-19}\n---\n\n"
        "全年新建3家，没有达到5家。材料没有写明地点。甲局说明年补上。\n",
    )
    material.write(
        NOTE + ".md",
        "---\ntitle: 单位写错了\ndate: 2026-11-21\npublished: 2026-11-21 10:00\nwas: 3处\nnow: 3家\n---\n\n"
        "转录时写错。读者指出后改正。\n",
    )
    material.write(
        RICH.format(key=material.key),
        "id: c901\ntitle: 新建食堂和驿站\npassage: p2-01\nquote: 新建食堂5家、驿站30处\nkind: 民生实事候选\n"
        "topics: [教育]\nspecificity: [成果, 数量]\ntargets:\n  - {measure: 食堂, written: 5家}\n"
        "  - {measure: 驿站, written: 30处}\n"
        "adjustments:\n  - {date: 2026-07-01, target: c901/1, old: 5家, new: 4家, by: 甲会, "
        "document: {publisher: 甲会, title: 决定}}\n"
        "official_verdict: {said: 基本完成, outcome: 未达成, date: 2026-11-01, source: {publisher: 甲局, title: 报告}}\n"
        "vote: {adopted: 未通过, votes_for: 60, votes_against: 100, abstained: 10, cast: 170, "
        "source: {publisher: 甲会, title: 公告}}\n",
    )


@dataclass(frozen=True, kw_only=True)
class Seed:
    """A change in silence, an honest way, and what the message must name."""

    kind: str
    what: str
    silent: MaterialEdit
    honest: MaterialEdit
    named: str

    @property
    def id(self) -> str:
        return f"{self.kind}: {self.what}"


def both(*edits: MaterialEdit) -> MaterialEdit:
    def all(material: Material) -> None:
        for edit in edits:
            edit(material)

    return all


def sub(name: str, pattern: str, new: str) -> MaterialEdit:
    return lambda m: void(m.sub(name.format(key=m.key), pattern, new))


def void(_value: object) -> None:
    return None


def move(name: str, to: str) -> MaterialEdit:
    return lambda m: m.move(name.format(key=m.key), to.format(key=m.key))


def retire(record: str, **more: str) -> MaterialEdit:
    return lambda m: m.retire(record.format(key=m.key), **{name: one.format(key=m.key) for name, one in more.items()})


def correct(*listed: tuple[str, str, str, str]) -> MaterialEdit:
    return lambda m: m.correct(*((record.format(key=m.key), *rest) for record, *rest in listed))  # type: ignore[misc]


def corrected(edit: MaterialEdit, *listed: tuple[str, str, str, str]) -> MaterialEdit:
    return both(edit, correct(*listed))


PROMISE = "{key}/c901"
U, R = UPDATE + ".md", RICH
SOURCE = "reports/{key}/source.txt"


def _swap_commitments(m: Material) -> None:
    """Their files change names, and the ids inside with them."""
    one, other = m.commitments[:2]
    first, second = Path(one).stem, Path(other).stem
    texts = m.read(one), m.read(other)
    m.write(one, texts[1].replace(f"id: {second}", f"id: {first}"))
    m.write(other, texts[0].replace(f"id: {first}", f"id: {second}"))


def _swap_places(m: Material) -> None:
    """Each in the other's file, with its own id."""
    one, other = m.commitments[:2]
    texts = m.read(one), m.read(other)
    m.write(one, texts[1])
    m.write(other, texts[0])


def _swap(name: Callable[[Material], str], pattern: str) -> MaterialEdit:
    """The first two values of a pattern's group change places."""

    def edit(m: Material) -> None:
        path = name(m)
        text = m.read(path)
        one, other = list(re.finditer(pattern, text, re.M))[:2]
        (a, b), (c, d) = one.span(1), other.span(1)
        m.write(path, text[:a] + other[1] + text[b:c] + one[1] + text[d:])

    return edit


def _swap_results_order(m: Material) -> None:
    parts = re.split(r"^(?=- )", m.read(m.results), flags=re.M)
    m.write(m.results, "".join([parts[0], *reversed(parts[1:])]))


def _reversed_lines(name: str) -> MaterialEdit:
    def edit(m: Material) -> None:
        lines = m.read(name).splitlines(keepends=True)
        m.write(name, "".join([*lines[:1], *reversed(lines[1:])]))

    return edit


def _first_commitment(pattern: str, new: str) -> MaterialEdit:
    return lambda m: void(m.sub(m.commitments[0], pattern, new))


def _supersede(m: Material) -> None:
    """A new record with the words that are meant; the old one stays and says so."""
    path = m.commitments[0]
    m.write(str(Path(path).with_name("c902.yml")), m.read(path).replace(f"id: {Path(path).stem}", "id: c902"))
    m.write(path, m.read(path).rstrip() + "\nsuperseded_by: c902\n")


def _new_result(m: Material) -> None:
    m.write(m.results, m.read(m.results).rstrip() + "\n" + re.split(r"^(?=- )", _numbered(m), flags=re.M)[1])


def _numbered(m: Material) -> str:
    return re.sub(r"id: r[0-9]+", "id: r902", m.read(m.results), count=1)


def _title(name: Callable[[Material], str]) -> MaterialEdit:
    """A free field: nothing is asked for."""
    return lambda m: void(m.sub(name(m), r"^title: (.{4}).*$", r"title: 另说\1"))


def _retired_passage(m: Material) -> None:
    m.sub(m.report, r"\{#p1-01\}", "{#p1-91}")
    m.sub(m.report, r"^published: .*$", r"\g<0>\nretired: {p1-01: p1-91}")


def _archive_anew(m: Material) -> None:
    """A second archive beside the first, and a correction that lists both fields."""
    text = m.read(f"reports/{m.key}/source.txt") + "\n（补一行）\n"
    old = re.search(r"sha256: (\w+)", m.read(m.report))
    assert old
    m.write(f"reports/{m.key}/source-2.txt", text)
    digest = sha256(text.encode()).hexdigest()
    m.sub(m.report, r"file: source.txt", "file: source-2.txt")
    m.sub(m.report, r"sha256: \w+", f"sha256: {digest}")
    record = f"reports/{m.key}"
    m.correct((record, "source.file", "source.txt", "source-2.txt"), (record, "source.sha256", old[1], digest))


def _quote_of_new_archive(m: Material) -> None:
    """Where the archive was wrong, the words that quote it may be corrected too."""
    path = m.commitments[0]
    old = re.search(r"^quote: (.*)$", m.read(path), re.M)
    assert old
    _archive_anew(m)
    m.sub(path, r"^(quote: .*).$", r"\1")
    mended = re.search(r"^quote: (.*)$", m.read(path), re.M)
    assert mended
    note = f"corrections/{DAY}-mended.md"
    m.sub(
        note,
        "^corrects:\n",
        f"corrects:\n  - {{record: {m.id(path)}, field: quote, was: '{old[1]}', now: '{mended[1]}'}}\n",
    )


def _rewrite_source(m: Material) -> None:
    """The source, its digest, the report and a record in one go."""
    text = m.read(SOURCE.format(key=m.key)).replace("年", "载")
    m.write(SOURCE.format(key=m.key), text)
    m.sub(m.report, r"sha256: \w+", f"sha256: {sha256(text.encode()).hexdigest()}")


def _switch_source(m: Material) -> None:
    _archive_anew(m)
    m.drop(f"corrections/{DAY}-mended.md")


def _snapshot(*, name: str = LIST, corrected: bool = False, kept: bool = True) -> MaterialEdit:
    """Another content under the same name, or under ``name``, with its digest."""

    def edit(m: Material) -> None:
        data = "甲,1\n乙,9\n"
        update = UPDATE.format(key=m.key)
        old = re.search(r"sha256: (\w+)", m.read(update + ".md"))
        assert old
        if not kept:
            m.drop(LIST)
        m.write(name, data)
        digest = sha256(data.encode()).hexdigest()
        if name != LIST:
            m.sub(update + ".md", LIST, name)
        m.sub(update + ".md", r"sha256: \w+", f"sha256: {digest}")
        if corrected:
            m.correct((update, "evidence.1.snapshot", LIST, name), (update, "evidence.1.sha256", old[1], digest))

    return edit


_second = _snapshot(name="files/seed-list-2.csv", corrected=True)


def _label(m: Material) -> None:
    m.sub("vocabulary/verdicts.yml", r"label: 未达成", "label: 没有达成")


def _retire_result(m: Material) -> None:
    """The first one got the id r902: which of them it was is told by the ids that are left."""
    left = {int(one) for one in re.findall(r"id: r(\d+)", m.read(m.results))}
    m.retire(f"{m.key}/r{min(left) - 1:03}", to=f"{m.key}/r902")


def _unnamed(m: Material) -> None:
    digest = sha256(m.read(LIST).encode()).hexdigest()
    update = UPDATE.format(key=m.key)
    m.correct((update, "evidence.1.snapshot", LIST, ""), (update, "evidence.1.sha256", digest, ""))


ADDRESS = (
    (
        "an update's",
        move(U, "updates/{key}/2026-11-20-other.md"),
        retire(UPDATE, to="updates/{key}/2026-11-20-other"),
        "2026-11-20-seed",
    ),
    ("a page's", move("about.md", "us.md"), retire("about", to="us"), "about"),
    (
        "a correction's",
        move(NOTE + ".md", "corrections/2026-11-21-other.md"),
        retire(NOTE, to="corrections/2026-11-21-other"),
        NOTE,
    ),
    (
        "an attachment's",
        move("files/seed-map.txt", "files/map.txt"),
        retire("files/seed-map.txt", to="files/map.txt"),
        "files/seed-map.txt",
    ),
    ("a promise's", lambda m: m.drop(RICH.format(key=m.key)), retire(PROMISE), "c901"),
)
IDS = (
    ("of a promise", both(sub(R, "id: c901", "id: c902")), retire(PROMISE, to="{key}/c902"), "c901"),
    (
        "of a result",
        lambda m: m.write(m.results, _numbered(m)),
        _retire_result,
        "r0",
    ),
    (
        "of an indicator",
        lambda m: void(m.sub(m.all("indicators/*.yml")[0], r"^id: .*$", "id: seed")),
        lambda m: m.retire(m.all("indicators/*.yml")[0].removesuffix(".yml"), to="indicators/seed"),
        "indicators/",
    ),
    (
        "of a passage",
        lambda m: void(m.sub(m.report, r"\{#p1-01\}", "{#p1-91}")),
        lambda m: void(m.sub(m.report, r"^published: .*$", r"\g<0>\nretired: {p1-01: p1-91}")),
        "p1-01",
    ),
    (
        "of a word",
        lambda m: void(m.sub("vocabulary/topics.yml", "id: education", "id: schools")),
        lambda m: m.retire("vocabulary/topics/education", to="vocabulary/topics/schools"),
        "education",
    ),
)


def prepared(root: Path, content: Path) -> Sandbox:
    """A project of a copy of ``content``, with all that the seeds need, committed."""
    shutil.copytree(content, root / "content")
    if not (root / "content/about.md").exists():
        shutil.copy(root / "content/index.md", root / "content/about.md")
    published(root)
    enrich(Material(root / "content"))
    SandboxRepository(root).commit()
    return configured(root)


@contextmanager
def restored(committed: Sandbox) -> Iterator[Material]:
    """The content to be changed; as it was committed before and after."""
    yield Material(committed.content)
    repository = SandboxRepository(committed.root)
    repository.git("reset", "--quiet", "--hard")
    repository.git("clean", "--quiet", "-fd", "content")


def seeds() -> tuple[Seed, ...]:
    return tuple(_seeds())


def _seeds() -> list[Seed]:
    found = []
    for kind, rows in (("address", ADDRESS), ("id", IDS)):
        found += [
            Seed(kind=kind, what=what, silent=silent, honest=both(silent, more), named=named)
            for what, silent, more, named in rows
        ]
    for kind, rows in REST.items():
        found += [
            Seed(kind=kind, what=what, silent=silent, honest=honest, named=named)
            for what, silent, honest, named in rows
        ]
    return found


CORRECTED = {
    "status or value": (
        (
            "the word of the body",
            sub(U, "reported: 部分完成", "reported: 已完成"),
            ((UPDATE, "reported", "部分完成", "已完成"),),
            "reported",
        ),
        (
            "what evidence shows",
            sub(U, "evidenced: 部分支持", "evidenced: 有证据支持"),
            ((UPDATE, "evidenced", "部分支持", "有证据支持"),),
            "evidenced",
        ),
        (
            "a value",
            sub(U, "value: 3,", "value: 5,"),
            ((UPDATE, "observations.1.value", "3", "5"),),
            "observations.1.value",
        ),
        ("a status taken out", sub(U, "reported: 部分完成\n", ""), ((UPDATE, "reported", "部分完成", ""),), "reported"),
        (
            "a value taken out",
            sub(U, r"  - \{target: c901/2.*?\n", ""),
            ((UPDATE, "observations.2", "30", ""),),
            "observations.2",
        ),
    ),
    "vote or official verdict": (
        (
            "adopted after all",
            sub(R, "adopted: 未通过", "adopted: 通过"),
            ((PROMISE, "vote.adopted", "未通过", "通过"),),
            "vote.adopted",
        ),
        (
            "votes",
            sub(R, "votes_for: 60", "votes_for: 160"),
            ((PROMISE, "vote.votes_for", "60", "160"),),
            "vote.votes_for",
        ),
        (
            "the official word",
            sub(R, "said: 基本完成", "said: 全面完成"),
            ((PROMISE, "official_verdict.said", "基本完成", "全面完成"),),
            "official_verdict.said",
        ),
        (
            "what it comes to",
            sub(R, "outcome: 未达成", "outcome: 达成"),
            ((PROMISE, "official_verdict", "未达成", "达成"),),
            "official_verdict.outcome",
        ),
        (
            "the verdict taken out",
            sub(R, "official_verdict: .*?\n", ""),
            ((PROMISE, "official_verdict", "基本完成", ""),),
            "official_verdict",
        ),
    ),
    "evidence or adjustment": (
        (
            "where it stands",
            sub(U, "www.example.org/a", "www.example.org/b"),
            ((UPDATE, "evidence.1.url", "https://www.example.org/a", "https://www.example.org/b"),),
            "evidence.1.url",
        ),
        (
            "who published it",
            sub(U, "publisher: 乙局", "publisher: 丙局"),
            ((UPDATE, "evidence.2.publisher", "乙局", "丙局"),),
            "evidence.2.publisher",
        ),
        (
            "a document taken out",
            sub(U, r"  - \{publisher: 乙局.*?\n", ""),
            ((UPDATE, "evidence.2", "公告", ""),),
            "evidence.2",
        ),
        (
            "an adjusted target",
            sub(R, "new: 4家", "new: 3家"),
            ((PROMISE, "adjustments.1.new", "4家", "3家"),),
            "adjustments.1.new",
        ),
        (
            "an adjustment taken out",
            sub(R, r"adjustments:\n.*?\n", ""),
            ((PROMISE, "adjustments.1", "5家", ""),),
            "adjustments.1",
        ),
    ),
    "body words": (
        ("a number", sub(U, "全年新建3家", "全年新建4家"), ((UPDATE, "body", "全年新建3家", "全年新建4家"),), "body"),
        ("a denial", sub(U, "没有达到5家", "达到5家"), ((UPDATE, "body", "没有达到5家", "达到5家"),), "body"),
        (
            "a sentence taken out",
            sub(U, "材料没有写明地点。", ""),
            ((UPDATE, "body", "材料没有写明地点。", ""),),
            "body",
        ),
        ("a name", sub(U, "甲局说", "乙局说"), ((UPDATE, "body", "甲局说明年补上", "乙局说明年补上"),), "body"),
        (
            "of a correction",
            sub(NOTE + ".md", "读者指出后改正", "自行发现后改正"),
            ((NOTE, "body", "读者指出", "自行发现"),),
            "body",
        ),
    ),
}
REST: dict[str, tuple[tuple[str, MaterialEdit, MaterialEdit, str], ...]] = {
    "exchanged ids": (
        ("of two promises", _swap_commitments, _swap_places, "quote"),
        ("of two results", _swap(lambda m: m.results, r"id: (r\d+)"), _swap_results_order, "quote"),
        ("of two passages", _swap(lambda m: m.report, r"\{#(p2-0[23])\}"), _title(lambda m: m.report), "p2-0"),
        ("of two words", _swap(lambda m: "vocabulary/topics.yml", r"id: ([a-z]+),"), _reversed_lines("vocabulary/topics.yml"), "vocabulary/topics"),
        ("of two targets", _swap(lambda m: RICH.format(key=m.key), r"(\{measure: .*?\})"), _title(lambda m: RICH.format(key=m.key)), "targets.1"),
    ),
    "time": (
        ("of an update", sub(U, "published: 2026-11-20 18:00", "published: 2026-11-20 08:00"), sub(U, "title: 种子更新说明", "title: 种子更新的说明"), "published"),
        ("of a correction", sub(NOTE + ".md", "published: 2026-11-21 10:00", "published: 2026-11-22 10:00"), sub(NOTE + ".md", "title: 单位写错了", "title: 把单位写错了"), "published"),
        ("of the report", lambda m: void(m.sub(m.report, r"^published: \d{4}", "published: 2020")), _title(lambda m: m.report), "published"),
        ("of a page", lambda m: void(m.sub("about.md", r"^published: \d{4}", "published: 2020")), _title(lambda m: "about.md"), "published"),
        ("of what happened", sub(U, "^date: 2026-11-20", "date: 2026-10-20"), sub(U, "^date: 2026-11-20", "date: '2026-11-20'"), "date"),
    ),
    "quote": (
        ("of a promise", _first_commitment(r"^(quote: .*).$", r"\1"), _supersede, "quote"),
        ("its passage", _first_commitment(r"^passage: p\d-\d\d", "passage: p0-01"), _supersede, "passage"),
        ("of a result", lambda m: void(m.sub(m.results, r"(quote: .*?).([,}]|$)", r"\1\2")), _new_result, "quote"),
        ("which place", lambda m: void(m.sub(m.commitments[0], r"^passage: .*$", r"passage: p2-09.1")), _quote_of_new_archive, "passage"),
        ("a whole paragraph", lambda m: void(m.sub(m.report, r"^[^\n#{}]+\n\{#p2-02\}", "完全另外的一段话，什么也不许诺。\n{#p2-02}")), _archive_anew, "p2-02"),
    ),
    "source": (
        ("some words", lambda m: void(m.sub(SOURCE.format(key=m.key), "年", "载")), _archive_anew, "source.txt"),
        ("with all that quotes it", _rewrite_source, _archive_anew, "source.txt"),
        ("taken out", lambda m: m.drop(SOURCE.format(key=m.key)), _archive_anew, "source.txt"),
        ("another file instead", _switch_source, _archive_anew, "source.file"),
        ("a line more", lambda m: m.write(SOURCE.format(key=m.key), m.read(SOURCE.format(key=m.key)) + "再加一行\n"), _archive_anew, "source.txt"),
    ),
    "snapshot": (
        ("other bytes", lambda m: m.write(LIST, "甲,1\n"), _second, LIST),
        ("other bytes and digest", _snapshot(), _second, LIST),
        ("taken out", lambda m: m.drop(LIST), both(lambda m: m.drop(LIST), retire(LIST)), LIST),
        ("another file instead", _snapshot(name="files/seed-list-2.csv", kept=False), _second, "evidence.1.snapshot"),
        ("not named any more", sub(U, r", snapshot: \S+, sha256: \w+", ""), both(sub(U, r", snapshot: \S+, sha256: \w+", ""), _unnamed), "evidence.1.snapshot"),
    ),
    "rubric or vocabulary": (
        ("a tolerance", sub("rubric.yml", "t1: 0.1", "t1: 0.5"), both(sub("rubric.yml", "t1: 0.1", "t1: 0.5"), sub("rubric.yml", "version: '1'", "version: '2'")), "rates.t1"),
        ("of amounts", sub("rubric.yml", "t2: 10", "t2: 20"), both(sub("rubric.yml", "t2: 10", "t2: 20"), sub("rubric.yml", "version: '1'", "version: '1.1'")), "amounts.t2"),
        ("of revisions", sub("rubric.yml", "amounts: 2}", "amounts: 9}"), both(sub("rubric.yml", "amounts: 2}", "amounts: 9}"), sub("rubric.yml", "version: '1'", "version: '2'")), "revision.amounts"),
        ("a word of verdicts", _label, corrected(_label, ("vocabulary/verdicts/not-met", "label", "未达成", "没有达成")), "vocabulary/verdicts/not-met"),
        ("two words of verdicts", _swap(lambda m: "vocabulary/verdicts.yml", r"label: ([^,]+),"), _reversed_lines("vocabulary/verdicts.yml"), "vocabulary/verdicts"),
    ),
}  # fmt: skip
REST |= {
    kind: tuple((what, silent, corrected(silent, *listed), named) for what, silent, listed, named in rows)
    for kind, rows in CORRECTED.items()
}
