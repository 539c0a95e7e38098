"""The record of each proposal, as an editor would begin it: from a span of the report to a promise, a result or an
exemption with all its fields, each with what is unsure about it.

Pure: what is known of the report in, frozen records out. Nothing here decides anything: an editor does.

    clauses    which clause of a quote says what is done, and its words without adverbs
    figures    the figures of a quote that are held against something, and what each counts
    titles     a title of the quote's own words, as the checks want it
    kinds      the kind of a promise or a result, from where it stands and how it is worded
    topics     topics learned from records on file and from the vocabulary's own words
    likeness   how much two texts are about the same
    links      last year's figures, promises answered, indicators followed
    leading    what a lead-in leads to in the sections below it
    aspects    how specific a promise is
    known      what of the report and the site the others need
    made       what comes out: a draft record
    doubts     what is unsure about it, in words
    trial      drafts as the program would read them
    judged     drafts mended by what the reading and the checks say
    make       the whole report
"""
