"""Web pages as they were saved from a portal.

cleaner     a page as browsers read it, in well-formed HTML: a program for ``limited``
page        a page's encoding, what it says of itself, and its elements
elements    elements and texts one after the other, hidden ones left out
main_text   where in a page its text is
flow        elements to lines
notes       marks and bodies of notes that lead to each other
extraction  all of these: a page to its text
"""
