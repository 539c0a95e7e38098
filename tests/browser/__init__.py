"""The site as a reader meets it: built, served under a sub-path, opened in Chromium."""
