"""The command line: the only place that prints and exits.

A file a command; file, function and command share one word.
"""

from disclosure.cli.main import main

__all__ = ["main"]
