"""The content as one immutable whole: every id resolved, every back-reference there, nothing filled in later."""
