"""Tests of tables that departments fill in."""
