"""What is new, for those who come back: feeds (Atom and JSON Feed), and calendars of what is due.

entry       an item of a feed, and a feed, in plain values: how they are bounded and named
told        what a report has to tell: updates, changes of records and of outcomes, corrections
alike       many things of one day that say the same, told as one
of_report   the feeds of a report, and its parts of the site's
of_site     the feeds of all reports together
atom        a feed as Atom
json_feed   a feed as JSON Feed
links       where a text's links lead from elsewhere
ics         what is due (``catalog/due.py``) as iCalendar
pieces      a report's part of the site's feeds, as kept between builds
"""
