"""Files of the site as bytes."""
