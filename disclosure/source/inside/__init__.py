"""What is inside attachments: their kind by their content, and every text in them with its place.

shapes     what is read: passages, and what keeps a file from being looked into
kinds      what a file is, by its first bytes
archives   zip files, inside limits
xml        text out of XML, as a stream
documents  paragraphs of docx, pptx and odt
sheets     cells of xlsx and ods
pictures   what a camera wrote beside a picture
limited    a program in a process of its own, inside limits
pdf        pages, read in such a process by pdf_pages
look       all of these by kind
finds      what is personal in the texts: what is remembered of an attachment
"""
