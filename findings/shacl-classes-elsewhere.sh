#!/usr/bin/env bash
# pyshacl 0.40.1, a rule as in the shapes of DCAT-AP 3.0.0 (sh:class of dcat:mediaType, dct:license, dct:language …)
# Expected: a catalogue that names the media type by IANA's address keeps the rule: it is known there what it is.
# Happens: `sh:class` asks for the class in the file itself. The right address alone is a violation; it is none only where
#   the catalogue also says of IANA's address that it is a dct:MediaType. As soon as something is a skos:Concept so, its
#   prefLabel is wanted too: a harvester's check of a right catalogue fails, until it repeats what others publish.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pyshacl==0.40.1
cat >read.py <<'EOF'
from pyshacl import validate
from rdflib import Graph

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix ex: <https://example.org/> .
"""
RULE = PREFIXES + """ex:rule a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:mediaType ; sh:class dct:MediaType ; sh:nodeKind sh:IRI ] ."""
CSV = "<http://www.iana.org/assignments/media-types/text/csv>"
alone = PREFIXES + f"ex:file a dcat:Distribution ; dcat:mediaType {CSV} ."
beside = alone + f"\n{CSV} a dct:MediaType ."
for name, text in (("address alone", alone), ("class beside it", beside)):
    for inference in ("none", "rdfs"):
        graphs = (Graph().parse(data=one, format="turtle") for one in (text, RULE))
        holds, _graph, _said = validate(next(graphs), shacl_graph=next(graphs), inference=inference)
        print(f"{name}, {inference}: {holds}")
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "address alone, none: False
address alone, rdfs: False
class beside it, none: True
class beside it, rdfs: True" ]
