"""What pictures draw: plain numbers and words, a module a kind. Each has its module of the same name in
``theme/drawing``, which makes the SVG of it.

rows      values of one unit, each a bar or a sign on a scale that they share
grid      a sign for each promise
shares    bars of one length, parted by their numbers
signs     the signs of words
"""

from disclosure.pages.drawings.grid import Grid
from disclosure.pages.drawings.rows import Rows
from disclosure.pages.drawings.shares import Shares

# Each kind bears a tag, by which pages are read back from the cache
Drawing = Rows | Grid | Shares

__all__ = ["Drawing", "Grid", "Rows", "Shares"]
