"""A department's table, whoever made it, to rows about promises.

table        all of it
head_words   how heads of columns are called, as data
heads        where the head is, and what each column means
lines        which rows are about a task: titles, sections, totals and notes are not
contents     what is in a column, where its head leaves that open
status_words how departments call the states of a task, as data
meanings     a cell as its field wants it
bodies       departments by their names and short names
days         written days
han_digits   their Chinese digits
periods      until when values count, in heads
amounts      written values, in a target's unit
likeness     how alike two texts are
register     the promises, and of which report a table is
matching     which promise a row is about
joining      rows that are of one promise, or of several
row_values   the values of a row
said         what a cell says, and doubts
unused       what is not taken, told
"""

from .said import ReadWish
from .table import read

__all__ = ["ReadWish", "read"]
