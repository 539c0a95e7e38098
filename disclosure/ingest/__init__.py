"""Documents of other programs, taken in: what a file says, and what of it is a report's structure.

document  the text of a file, before anything is known of its structure
formats   files of every kind to such a text
"""
