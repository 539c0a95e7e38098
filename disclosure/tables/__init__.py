"""Tables that departments fill in: sent out as workbooks, and what comes of one that comes back."""
