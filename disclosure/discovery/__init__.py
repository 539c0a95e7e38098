"""What the site tells programs that look for pages: which there are, what they show, what may be made of them.

sitemap         the pages with the days on which they changed (``sitemap.xml``), in pieces of reports
robots          that all may be read, and where the list is (``robots.txt``)
llms            what the site is, for whoever answers questions from it (``llms.txt``)
structured      what a page shows, in the words of schema.org (JSON-LD in the page)
"""
