"""Images (PNG) that are shown where a page is passed on: one of the site, one of each promise with its outcome.

fonts     where a Chinese face is found
lines     a text as lines of a width, broken as Chinese is
drawing   an image of a title, a word with its shape, and where that is from
asked     which of them a build makes: what ``site.yml`` asks for, where a face is found
"""
