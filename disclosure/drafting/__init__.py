"""Which stretches of a report seem to be promises, results and exemptions: proposals that editors decide.

Pure: the report's text and its claims in, frozen proposals out; no files, no printing, no words of one report. Proposed
is only what no record and no exemption accounts for (``disclosure/coverage.py``).

    shapes    what comes out                       doubts    what is unsure, in editors' words
    propose   the whole text                       moods     looking back or ahead
    clauses   what of a paragraph is open          sentence  one sentence in units
    exempt    clauses that are no record           joining   clauses that belong together
    heads     short clauses before several things  words     the words of the language by which they do
    things    several named things in a clause     figures   figures that are no values
    unit      clauses in a row                     lacking   what a report admits to be lacking
"""

from .propose import propose
from .shapes import DraftDoubt, Kind, Proposal

__all__ = ["DraftDoubt", "Kind", "Proposal", "propose"]
