"""PDF documents that hold text.

lines       pieces of text with their places to the lines of each page
furniture   page numbers, running heads and feet, by their repetition
footnotes   notes at the foot of pages
extraction  all of these: a document to its text
"""
