"""The one place that knows MkDocs, and the order in which everything happens."""
