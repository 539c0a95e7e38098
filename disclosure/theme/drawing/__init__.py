"""Pictures as SVG, a module a drawing: of ``pages/drawings`` the one with the same name.

svg       within a page, and as a file
canvas    what a drawing is made of
paint     the colours of a file
words     how long words are
marks     the marks of values on a scale
placing   room for words
calendar  years of months
rows      values on a scale; the only place that knows leather
panels    rows of several units
reached   targets and what came of them
series    values over the years, with their signs (series_signs)
grid      a sign for each promise
shares    bars of one length, parted by their numbers
signs     the signs of words as elements
strip     a text from its first character to its last
timeline  days on a line
"""
