"""The edges of the program: what comes in as a file of another program, and what goes out beside the site.

Each module has a ``main`` that tries the whole corpus and takes down what it counted; ``test_*.py`` are their samples.
"""
