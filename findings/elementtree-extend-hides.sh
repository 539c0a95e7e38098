#!/usr/bin/env bash
# CPython 3.11.7 and 3.12.1 (xml.etree.ElementTree); 3.13 has it right
# Expected: what goes wrong in an iterator that is given to Element.extend is raised, as list.extend raises it.
# Happens: it is a TypeError, "expected sequence, not map", without a cause: the KeyError inside is lost, and the message
# names what is no fault (an iterator in which nothing goes wrong is taken).
# Seen: 2026-11-30
set -euo pipefail
python3 - <<'PY'
import sys
from xml.etree.ElementTree import Element

COLOURS = {"bar": "#0b5360"}


def raised(extend, names):
    try:
        extend(map(lambda name: Element("path", {"fill": COLOURS[name]}), names))
    except Exception as error:
        return f"{type(error).__name__}: {error}", error.__cause__ or error.__context__
    return "nothing", None


found = [raised(Element("g").extend, ["bar"]), raised(Element("g").extend, ["rim"]), raised([].extend, ["rim"])]
print(f"Python {sys.version.split()[0]}: paths of known colours, then one without, given to extend as a map")
for name, (said, cause) in zip(("Element, all known", "Element", "list"), found):
    print(f"  {name}: {said} (cause: {cause})")
expected = [("nothing", None), ('TypeError: expected sequence, not "map"', None), ("KeyError: 'rim'", None)]
sys.exit(0 if found == expected else "changed")
PY
