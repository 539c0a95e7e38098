"""The published site in the browsers of five-year-old phones: Chromium 86, and WebKit as old as it can be had.

``make old-phones`` runs it. ``chromium86`` and ``webkit`` get the browsers and start them, ``relay`` lets today's
Playwright drive the old Chromium, ``questions`` and ``looks`` are what is asked of each.
"""
