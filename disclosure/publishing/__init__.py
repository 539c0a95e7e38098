"""Into the target folder: staged beside it, renamed into it, released."""
