"""Tests. ``golden/`` holds content and the site it gives; what wrong content is told stands in ``docs/rules/``."""
