"""What became of the content over time: two versions of a record to changes, and a line of commits to what is wrong.

Knows git's objects and the records' models, neither the catalogue nor the pages.
"""
