"""A made-up kind of page, as somebody who adds one writes it: a module, a template, a row of the registry."""
