"""What pictures draw: plain numbers and words, a module a kind. Each has its module of the same name in
``theme/drawing``, which makes the SVG of it.

calendar  how much is due in each month of some years
rows      values of one unit, each a bar or a sign on a scale that they share
panels    rows of several units, one scale below the other
reached   targets and what came of them, each on a scale of its own
series    values over the years on one scale
grid      a sign for each promise
shares    bars of one length, parted by their numbers
signs     the signs of words
strip     what accounts for each stretch of a text
timeline  days of a promise
"""

from disclosure.pages.drawings.calendar import Calendar
from disclosure.pages.drawings.grid import Grid
from disclosure.pages.drawings.panels import Panels
from disclosure.pages.drawings.reached import ReachedTargets
from disclosure.pages.drawings.rows import Rows
from disclosure.pages.drawings.series import Series
from disclosure.pages.drawings.shares import Shares
from disclosure.pages.drawings.strip import Strip
from disclosure.pages.drawings.timeline import Timeline

# Each kind bears a tag, by which pages are read back from the cache
Drawing = Calendar | Grid | Panels | ReachedTargets | Rows | Series | Shares | Strip | Timeline

__all__ = ["Calendar", "Drawing", "Grid", "Panels", "ReachedTargets", "Rows", "Series", "Shares", "Strip", "Timeline"]
