"""The editors' desk: forms in a browser for new records, as data that scripts make them of."""
