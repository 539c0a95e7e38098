"""The one word for what became of a promise (docs/domain.md, Outcome). Pure: no files, no HTML, no today.

rule      the steps in their order, and the word with its shape, colour and what it counts as
targets   several targets and their verdicts to one
stances   who says that it was kept, who that it was not
holding   promises to hold something, or that something shall not happen
"""

from .rule import (
    SILENT_DUE,
    VERSION,
    Outcome,
    conclusion,
    is_awaited,
    is_checkable,
    is_compared,
    is_measured,
    of_target,
    outcome,
    outcomes,
    worded,
)

__all__ = [
    "SILENT_DUE",
    "VERSION",
    "Outcome",
    "conclusion",
    "is_awaited",
    "is_checkable",
    "is_compared",
    "is_measured",
    "of_target",
    "outcome",
    "outcomes",
    "worded",
]
