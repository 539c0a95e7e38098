"""Documents of other programs, taken in: what a file says, and what of it is a report's structure.

document      the text of a file, before anything is known of its structure
formats       files of every kind to such a text
structure     a text to a report's structure, by
    shapes, residue, noted, broken_lines, outline, draft
report_file   report.md for the first time or again, of report_head and report_body
taken_in      a document as files of the content
told, doubts  what the editor is told
"""
