"""Draft files: ``draft/<report>/<section>.yml``, a section each, in which an editor decides what becomes a record.

They lie beside the content, are kept in git, and are read by nothing else: nothing in them is published or counted.

    sheet      what such a file holds: items, each with its lines
    shape      what it may hold, for editors' tools
    writing    drafts to text
    reading    text to items, and every problem with its place
    naming     where a record names others, and under what other names
    merging    what stands and what is proposed anew: nothing an editor did is lost
    accepting      what is ticked to records
    content_files  records to content files
    remaining      a draft file without what was taken out of it
    told           what the check would say, at places in draft files
"""
