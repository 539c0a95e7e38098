"""How much of everything there is in generated content, and why so much: the one place to change it.

"The real register" is the one in ``content/`` as counted when this was written: 240 commitments, 156 results and
5 updates. "The example" is the first year of ``examples/shiguang``: 29 commitments and 18 updates of a followed year.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Density:
    """A share of something, with its reason."""

    share: float
    why: str

    def falls(self, random: Random) -> bool:
        """Whether this one is among them."""
        return random.random() < self.share

    def of(self, number: int) -> int:
        """How many of so many, rounded."""
        return round(number * self.share)


# The report's text and its register
COMMITMENTS = Density(0.6, "of its records: the real register has 240 of 396")
MACROS = Density(0.04, "of the commitments, at most eight: the real register has 9 of 240, and a longer report no more")
ORIENTATIONS = Density(0.07, "of the commitments: the real register has 17 of 240")
LIVELIHOOD = Density(0.05, "of the commitments: the deputies are offered 12 of 240")
SECOND_TOPIC = Density(0.3, "of the commitments: the real register has 72 of 240 under two topics")
NOTES = Density(0.4, "of the paragraphs: the real report has 24 notes in 60")
RELATED = Density(0.24, "of the commitments lead to a result of the year before: 57 of 240 in the real register")
LACKING = Density(0.04, "of the results are admitted shortfalls: 6 of 156 in the real register")
LED = Density(
    0.25, "of the commitments name who leads: the report names nobody, a task table names all; between the two"
)

# Years that answer each other
ANSWERED = Density(0.4, "of last year's counted promises are taken up: assumed, so that answers and silence are common")
CONTINUED = Density(0.25, "of those are promised anew on top of what was reached: assumed, enough for chains of years")
INDICATORS = Density(0.5, "of those continued have an indicator beside the ten aggregates: the real register has 22")

# What became of promises
FOLLOWED = Density(0.35, "of the commitments have updates of their own: the example has 25 of 29, the real register 1")
KEPT = Density(0.7, "of what is observed came out as promised: assumed, so that no verdict is rare")
HALF_YEAR = Density(0.5, "of those followed are told of in July too: assumed, a site looks four times a year at most")
REVISED = Density(0.25, "of those followed get a final figure after the preliminary one: only statistics are revised")
CONTRADICTED = Density(0.05, "of those followed meet a report that says otherwise: 1 of the 18 updates of the example")
SNAPSHOT = Density(0.1, "of the updates have an archived document: 1 of 18 in the example, more in a well kept one")
CORRECTED = Density(0.02, "of the updates needed a correction: the example has 1 of 18, an editor would stop at that")
ADJUSTED = Density(0.05, "of the counted promises were changed on the way: 2 of 23 targets in the example")
PLANNED = Density(0.1, "of the counted promises have a plan by quarter: 1 of 23 targets in the example")
OFFICIAL = Density(0.3, "of the promises with a figure have an official verdict: 4 of 23 targets in the example")
VOTED = Density(0.9, "of the candidates have their vote on file: some results are never published")
ADOPTED = Density(0.85, "of those voted on are adopted: ten of a dozen candidates is usual")
POLLED = Density(0.5, "of those adopted were asked about afterwards: assumed, not every congress does it")

# What districts are compared on
BULLETINS = Density(
    0.8, "of the years of a level have a bulletin: every district has one, some are nowhere to be found"
)
NATURAL = Density(0.15, "of the bulletins count on the books' basis: assumed, so that both bases meet on a page")
