"""Readers fed with bytes that nobody wrote, guided by what they have not yet done (atheris, which is libFuzzer).

``targets/`` says what is read and what has to hold; ``process`` runs one target in a process of its own; ``__main__``
runs all of them, counts and records. ``mutation`` changes texts as clerks and programs do; by it alone, without
atheris, ``test_fuzz.py`` tries each target in ``make test``.
"""
