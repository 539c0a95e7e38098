"""What Markdown is not given to read: the library takes time with the square of some signs, and recurses on others.

The figures are far above what anyone writes: together they keep the slowest text under a second or so.
"""

from __future__ import annotations

import re

from disclosure.source.prose import Slip

MAX_CHARACTERS = 60_000
MAX_LINES = 4_000
# Headings and rules; less-than signs
MAX_OF_A_KIND = 500
# All signs together; one and the same behind each other
MAX_SIGNS, MAX_RUN = 4_000, 80
# Marks of lists and quotes within each other, indents counted; brackets that are open at once
MAX_DEPTH = 8

SIGN = re.compile(r"[\\`*_~\[&!]")
REPEATED = re.compile(rf"([\\`*_~\[\](){{}}<>!&|#])\1{{{MAX_RUN},}}|(?:\\[*_`]){{{MAX_RUN},}}")
MARK = re.compile(r"(?:[-+*:]|\d{1,9}[.)])(?=[ \t])|>|#+| {4}|\t")
MARKS = re.compile(rf"(?:{MARK.pattern}| {{1,3}})*")
SPLITTING = re.compile(r"^[ \t]{0,3}(?:#|[-=*_](?:[ \t]*[-=*_]){2,}[ \t]*$)", re.M)
BRACKET = re.compile(r"\n[ \t]*\n|[\[\]()]")
# A rule, or the line under a table's head, is a run and no nesting
RUN = re.compile(r"[ \t]*(?:[-*_=:|][ \t]*)+$")


def find(body: str) -> Slip | None:
    """The first place at which ``body`` is more than Markdown is given."""
    if len(body) > MAX_CHARACTERS:
        return Slip(MAX_CHARACTERS, "too-long")
    if body.count("\n") > MAX_LINES:
        return Slip(0, "too-many-lines")
    run = REPEATED.search(body)
    if run:
        return Slip(run.start(), "too-many-alike", run[0][:2])
    return _too_many(body) or _too_deep(body) or _too_many_open(body)


def _too_many(body: str) -> Slip | None:
    for pattern in (SPLITTING, re.compile("<")):
        found = [match.start() for match in pattern.finditer(body)]
        if len(found) > MAX_OF_A_KIND:
            return Slip(found[MAX_OF_A_KIND], "too-many-signs")
    if len(SIGN.findall(body)) > MAX_SIGNS:
        return Slip(0, "too-many-signs")
    return None


def _too_deep(body: str) -> Slip | None:
    offset = 0
    for line in body.split("\n"):
        marks = MARKS.match(line)
        if marks and len(MARK.findall(marks[0])) > MAX_DEPTH and not RUN.match(line):
            return Slip(offset, "too-deep")
        offset += len(line) + 1
    return None


def _too_many_open(body: str) -> Slip | None:
    """Each kind of bracket for itself; a paragraph's end closes them all."""
    square = round_ = 0
    for found in BRACKET.finditer(body):
        sign = found[0]
        if sign not in "[]()":
            square = round_ = 0
        square = max(square + (sign == "[") - (sign == "]"), 0)
        round_ = max(round_ + (sign == "(") - (sign == ")"), 0)
        if max(square, round_) > MAX_DEPTH:
            return Slip(found.start(), "too-many-open")
    return None
