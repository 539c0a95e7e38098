"""Word documents, read from their XML: the libraries for them each leave something out.

tree       the elements of a part
package    the parts of a document, found by what they are to it
styles     what paragraphs and runs have from their styles
numbering  the printed number of each paragraph of a list
notes      footnotes and endnotes, as they are numbered
symbols    characters of symbol fonts
flow       paragraphs and tables to lines
proof      that each character of the document came out once
reading    all of these: a document to its text
"""
