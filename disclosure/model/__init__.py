"""The nouns of the site: records as editors write them, and the report's text as it was read."""
