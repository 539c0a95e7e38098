"""What tables take of rows of JSON: a nested row by its word and values, each of a nested list a row of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from disclosure.exports import beside, cells
from disclosure.exports.columns import COLUMNS
from disclosure.history.kinds import BODY
from disclosure.source import prose

Row = Mapping[str, Any]
Taken = Callable[[Row], Iterable[Row]]
COUNTS = ("votes_for", "votes_against", "abstained", "cast")
SATISFIED = ("satisfied", "basically", "dissatisfied", "cast")


def itself(row: Row) -> Iterator[Row]:
    yield row


def flat(table: str) -> Taken:
    return lambda row: (cells.flat(row, COLUMNS[table]),)


def parts(table: str, key: str, *, of: str) -> Taken:
    """The rows in a list of a row, or the one row there, each with its ``number`` and with what it is ``of``."""

    def taken(row: Row) -> Iterator[Row]:
        held = row[key] or ()
        for number, one in enumerate((held,) if isinstance(held, dict) else held, 1):
            own = cells.flat(one, COLUMNS[table])
            yield {"number": number, "url": row["url"], **own, "report": row["report"], of: row["id"], **_titled(row)}

    return taken


def _titled(row: Row) -> Row:
    return {"title": row["title"]} if "title" in row else {}


def pairs(key: str, name: str, *, of: str) -> Taken:
    """What a list of a row names, one a row: ids, or words with their labels."""

    def taken(row: Row) -> Iterator[Row]:
        for one in row[key]:
            named = {name: one["id"], f"{name}_label": one["label"]} if isinstance(one, dict) else {name: one}
            yield {"report": row.get("report"), of: row["id"], **named}

    return taken


def across(key: str, name: str, *, of: str) -> Taken:
    """As ``pairs``, where what is named may belong to another report: ``2022/c016``."""
    return lambda row: ({"report": row["report"], of: row["id"], **placed(name, one, row)} for one in row[key])


def placed(name: str, one: str, row: Row) -> Row:
    """What is named, with its report."""
    report, _slash, id = one.rpartition("/")
    return {f"{name}_report": report or row["report"], name: id}


def report(row: Row) -> Iterator[Row]:
    """With how its archive is read."""
    yield cells.flat({**row["source"], **row}, COLUMNS["reports"])


def left_out(row: Row) -> Iterator[Row]:
    return ({"report": row["id"], **one} for one in row["source"]["left_out"])


def sections(row: Row) -> Iterator[Row]:
    return ({"report": row["id"], **one} for one in row["sections"])


def paragraphs(row: Row) -> Iterator[Row]:
    return ({"report": row["id"], **one} for one in chain(row["opening"], row["paragraphs"]))


def commitment(row: Row) -> Iterator[Row]:
    yield cells.flat(row, COLUMNS["commitments"]) | beside.targets(row["targets"])


def task(row: Row) -> Iterator[Row]:
    """A promise in the columns of official tables of tasks."""
    lead, last = row["lead"], row["progress"] or {}
    yield {
        **row,
        "task": row["title"],
        "lead_label": lead and lead["label"],
        "supporting_label": [one["label"] for one in row["supporting"]],
        "progress": last.get("title"),
        "progress_date": last.get("date"),
        "outcome_label": row["outcome"]["label"],
    }


def observations(row: Row) -> Iterator[Row]:
    """The values of a promise's targets, oldest first for each."""
    for target in row["targets"]:
        for number, one in enumerate(target["observations"], 1):
            own = {"report": row["report"], "commitment": row["id"], "title": row["title"], "number": number}
            counts = [f"{each['period']}={each['count']}" for each in one["counts"]]
            seen = cells.flat(one, COLUMNS["observations"])
            yield {**own, **seen, **_figure(one["figure"]), "measure": target["measure"], "counts": counts}


def _figure(name: str | None) -> Row:
    """That of a later report, 2023/r012/1, by the report and by its own id."""
    report, _slash, id = (name or "").partition("/")
    return {"figure_report": report or None, "figure_id": id or None}


def values(row: Row) -> Iterator[Row]:
    """The values of an indicator, observed ones first."""
    about = {"indicator": row["id"], **{name: row[name] for name in ("name", "unit", "polarity")}}
    for one in row["observations"]:
        yield {**about, "value_kind": "observation", **cited(one)}
    for one in row["targets"]:
        yield {**about, "value_kind": "target", **one}


def levels(row: Row) -> Iterator[Row]:
    for number, one in enumerate(row["context"], 1):
        yield {"indicator": row["id"], "number": number, **cited(one)}


def adjusted(row: Row) -> Iterator[Row]:
    yield {**row, **_counts(COUNTS, row["votes"]), "document": _document(row["document"])}


def votes(row: Row) -> Iterator[Row]:
    return ({**one, **_counts(COUNTS, row["vote"]["counts"])} for one in parts("votes", "vote", of="commitment")(row))


def satisfaction(row: Row) -> Iterator[Row]:
    for one in parts("satisfaction", "satisfaction", of="commitment")(row):
        yield {**one, **_counts(SATISFIED, row["satisfaction"]["counts"])}


def _counts(names: tuple[str, ...], counts: Iterable[int | None] | None) -> Row:
    """A column each."""
    return dict(zip(names, counts or (None,) * len(names), strict=True))


def answers(row: Row) -> Iterator[Row]:
    for one in row["answers"]:
        yield {**one, "answered_by": one["report"], "report": row["report"], "commitment": row["id"]}


def departments(row: Row) -> Iterator[Row]:
    """Who answers for a promise, by its part in it."""
    for role, held in (("lead", [row["lead"]] if row["lead"] else []), ("supporting", row["supporting"])):
        for one in held:
            own = {"report": row["report"], "commitment": row["id"], "role": role}
            yield {**own, "department": one["id"], "department_label": one["label"]}


def looked(row: Row) -> Iterator[Row]:
    """Where it was looked for what is not known of a promise."""
    for one in row["absence"]["places"] if row["absence"] else ():
        own = {"report": row["report"], "commitment": row["id"]}
        yield {**own, "place": one["id"], "place_label": one["name"], "looked": one["looked"]}


def assigned(row: Row) -> Iterator[Row]:
    yield {**row, "source": _document(row["source"])}


def request(row: Row) -> Iterator[Row]:
    extended = row["extended"]
    yield cells.flat(row, COLUMNS["requests"]) | {"extended": extended and extended["days"], "text": row["plain"]}


def asked(row: Row) -> Iterator[Row]:
    """The promises that a request asks about, and those that its answer speaks of."""
    answered = row["answer"]["about"] if row["answer"] else []
    for role, named in (("asked", row["commitments"]), ("answered", answered)):
        for one in named:
            yield {"request": row["id"], "role": role, **placed("commitment", one, row)}


def wanted(row: Row) -> Iterator[Row]:
    return ({"request": row["id"], **placed("document", one, row)} for one in row["documents"])


def settled(row: Row) -> Iterator[Row]:
    for one in row["settles"]:
        yield {"report": row["report"], "document": row["id"], "commitment": one, "open": one in row["open"]}


def update(row: Row) -> Iterator[Row]:
    yield cells.flat(row, COLUMNS["updates"]) | {"evidence": cited(row)["evidence"], "text": row["plain"]}


def spoken_of(row: Row) -> Iterator[Row]:
    """The promises that an update speaks of, each with what it says of this one: in its entry, or for all."""
    own = {one["commitment"]: one for one in row["entries"]}
    for one in row["commitments"]:
        yield {**row, **own.get(one, {}), "update": row["id"], **placed("commitment", one, row)}


def digest(row: Row) -> Iterator[Row]:
    """Its grounds by the records and passages that they name."""
    yield {**row, "grounds": [one["of"] for one in row["grounds"] if one["of"]]}


def grounds(*key: str) -> Taken:
    """What a text of the editors stands on, with the columns that name the text."""

    def taken(row: Row) -> Iterator[Row]:
        own = {name: row["id"] if name == "question" else row[name] for name in key}
        return ({**one, **own, "number": number} for number, one in enumerate(row["grounds"], 1))

    return taken


def ways(row: Row) -> Iterator[Row]:
    return ({"question": row["id"], "number": number, **one} for number, one in enumerate(row["ways"], 1))


def corrected(row: Row) -> Iterator[Row]:
    return ({"correction": row["id"], "number": number, **one} for number, one in enumerate(row["corrects"], 1))


def correction(row: Row) -> Iterator[Row]:
    yield {**row, "text": row["plain"]}


def looks(row: Row) -> Iterator[Row]:
    return ({"place": row["id"], **one} for one in row["looks"])


def words(*names: str, but: bool = False) -> Taken:
    """The words of some vocabularies, or of all others."""
    return lambda row: (row,) if (row["vocabulary"] in names) is not but else ()


def former_names(row: Row) -> Iterator[Row]:
    return ({"department": row["id"], **one} for one in row["names"])


def edits(row: Row) -> Iterable[Row]:
    """Each field that became another; one row where the whole record is new or gone."""
    whole = {"field": None, "field_label": None, "was": None, "now": None}
    return ({**row, **(_plain(edit) if edit["field"] == BODY else edit)} for edit in row["edits"] or (whole,))


def _plain(edit: Row) -> Row:
    """Sentences of a body as text: rows of a table lose their lines."""
    return {**edit, "was": prose.unlined(edit["was"]), "now": prose.unlined(edit["now"])}


def cited(row: Row) -> Row:
    """Its documents by their names."""
    return {**row, "evidence": [_document(one) for one in row["evidence"]]}


def _document(one: Row) -> str:
    return str(next((one[name] for name in ("title", "locator", "url", "passage") if one[name]), ""))
