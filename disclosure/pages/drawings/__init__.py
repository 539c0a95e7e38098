"""What pictures draw: plain numbers and words, a module a kind. Each has its module of the same name in
``theme/drawing``, which makes the SVG of it.

rows      values of one unit, each a bar or a sign on a scale that they share
"""

from disclosure.pages.drawings.rows import Rows

# Each kind bears a tag, by which pages are read back from the cache
Drawing = Rows

__all__ = ["Drawing", "Rows"]
