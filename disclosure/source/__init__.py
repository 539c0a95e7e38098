"""Reading: one file in, its raw value and its problems out. Nothing here raises on bad content."""
