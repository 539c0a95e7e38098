"""Public record of a government work report and its follow-up, as a static site."""

__version__ = "0.1.0"
