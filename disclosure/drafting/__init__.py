"""Which spans of a report seem to be promises, results and exemptions: proposals that editors decide.

Pure: the report's text and its claims in, frozen proposals out; no files, no printing, no words of one report. Proposed
is only what no record and no exemption accounts for (``disclosure/coverage.py``).

    shapes   what comes out      propose   the whole text
"""

from .propose import propose
from .shapes import Doubt, Kind, Proposal

__all__ = ["Doubt", "Kind", "Proposal", "propose"]
