"""Number formats of cells, as spreadsheets have them."""

from __future__ import annotations

# As Excel, WPS and LibreOffice show it alike, whatever the system's language
DAY = 'yyyy"年"m"月"d"日"'
TEXT = "@"
