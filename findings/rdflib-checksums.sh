#!/usr/bin/env bash
# rdflib 7.6.0, reading a catalogue (DCAT, spdx:checksumValue as xsd:hexBinary) from JSON-LD
# Expected: the value of a checksum is the text that stands in the file; reading JSON-LD says nothing of parts of rdflib.
# Happens: `str(literal)` is the text, `literal.value` and `toPython()` are bytes, so that a checksum compared with the
#   hex digest of a file is never equal; and rdflib's own JSON-LD parser warns that it uses a class which rdflib deprecates,
#   so that a test suite that makes errors of warnings cannot read any JSON-LD.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check rdflib==7.6.0
cat >read.py <<'EOF'
import hashlib
import warnings

from rdflib import Graph, URIRef

digest = hashlib.sha256(b"data").hexdigest()
text = """{"@id": "urn:a", "http://spdx.org/rdf/terms#checksumValue":
  {"@value": "%s", "@type": "http://www.w3.org/2001/XMLSchema#hexBinary"}}""" % digest
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    graph = Graph().parse(data=text, format="json-ld")
value = graph.value(URIRef("urn:a"), URIRef("http://spdx.org/rdf/terms#checksumValue"))
print("text:", str(value) == digest)
print("value:", type(value.toPython()).__name__, value.toPython() == digest)
print("deprecated:", sorted({str(one.message).split()[0] for one in caught if one.category is DeprecationWarning}))
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "text: True
value: bytes False
deprecated: ['ConjunctiveGraph']" ]
