"""Tests. Cases are folders: ``golden/`` holds content and the site it gives, ``broken/`` content and its messages."""
