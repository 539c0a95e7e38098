"""Two states of the content held against each other by what the site says of them.

side        what a report, and the site, say: promises in their words, figures, pages
figures     the numbers that are said first
difference  what is another between two sides
told        a difference in plain words, section by section
text, markdown, data   these as lines, as a comment on a pull request, as values for programs
"""
