"""Drafts of records: what ``drafting`` proposes as an editor would begin it, in files where an editor decides.

records   the record of each proposal, with all its fields and what is unsure
sheets    the draft files beside the content: written, read, brought up to date, accepted
"""
