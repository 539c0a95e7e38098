"""What was tried against the program and its sites: how often, and what came of it. ``SECURITY.md`` has the figures.

Each room is run by a target of the Makefile and takes down what it counted (``figures.record``); samples of all of them
run in ``make test``.
"""
