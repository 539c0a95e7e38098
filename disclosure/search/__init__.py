"""The search index: what can be found, as one document file that the search page reads."""
