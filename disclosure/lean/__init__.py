"""A template as plain Python: what Jinja makes of it without what our templates do not ask for.

A macro becomes a function that adds to the page's list of pieces, an import is made once when a template is loaded, a
missing name or attribute is Python's own error. ``Unusual`` where a template asks for more: Jinja makes that one.
``tokens`` cuts a template, ``module`` writes it, ``function`` a macro or a block, ``values`` expressions; ``runtime``
is what they call.
"""
