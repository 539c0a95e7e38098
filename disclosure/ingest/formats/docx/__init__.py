"""Word documents, read from their XML: the libraries for them each leave something out.

tree       the elements of a part
package    the parts of a document, found by what they are to it
styles     what paragraphs and runs have from their styles
numbering  the printed number of each paragraph of a list
notes      footnotes and endnotes, as they are numbered
symbols    characters of symbol fonts
reading    what all parts of the reading share
inline     what is inside a paragraph
fields     fields whose words stand in their instruction alone
flow       paragraphs and tables to lines
proof      the characters of a document, counted by another way
extraction all of these: a document to its text
"""
