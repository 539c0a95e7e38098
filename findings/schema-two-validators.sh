#!/usr/bin/env bash
# yaml-language-server 2.0.0 (behind VS Code's YAML extension), jsonschema 4.26.0 with its formats, one JSON Schema (draft 7)
# Expected: an editor is told the same as a check: patterns are those of ECMA-262, whose `\w` has no Chinese, lengths count
#   characters, and a `date` is a day that exists.
# Happens: the language server holds to the patterns, but counts 𠮷 (U+20BB7, in names) as two characters and takes
#   2024-02-30; jsonschema holds to lengths and days, but its `\w` takes Chinese and its `\d` full-width digits, and
#   `\p{L}`, which the other knows, ends in an error. Only spelt-out ranges mean one thing in both.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml-language-server@2.0.0
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check 'jsonschema[format]==4.26.0' rfc3339-validator==0.1.4
cat >cases.json <<'EOF'
[
  [{ "pattern": "^\\w+$" }, "民生"],
  [{ "pattern": "^\\d+$" }, "１２"],
  [{ "pattern": "^\\p{L}+$" }, "民生"],
  [{ "pattern": "^[\u4e00-\u9fff]+$" }, "民生"],
  [{ "maxLength": 2 }, "民生"],
  [{ "maxLength": 2 }, "𠮷野"],
  [{ "format": "date" }, "2024-02-30"],
  [{ "format": "date" }, "2024-2-5"]
]
EOF
cat >server.mjs <<'EOF'
// What the language server finds wrong in each text, asked as an editor asks it
import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";

export async function diagnostics(schema, texts) {
  const address = (name) => pathToFileURL(name).href;
  const yaml = { validate: true, schemaStore: { enable: false }, schemas: { [address(schema)]: "/*" } };
  const server = spawn("node", ["node_modules/yaml-language-server/bin/yaml-language-server", "--stdio"]);
  const send = (message) => {
    const data = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(data)}\r\n\r\n${data}`);
  };
  const found = {};
  let wanted = Object.keys(texts).length;
  const take = ({ id, method, params }) => {
    if (id === "start") {
      send({ method: "initialized", params: {} });
      send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml } } });
      for (const [name, text] of Object.entries(texts)) {
        const textDocument = { uri: address(name), languageId: "yaml", version: 1, text };
        send({ method: "textDocument/didOpen", params: { textDocument } });
      }
    } else if (method === "workspace/configuration") {
      send({ id, result: params.items.map(({ section }) => (section === "yaml" ? yaml : null)) });
    } else if (method === "textDocument/publishDiagnostics") {
      const name = Object.keys(texts).find((one) => address(one) === params.uri);
      found[name] = params.diagnostics.map(({ range, message }) => `${range.start.line + 1} ${message}`);
      if (!--wanted) server.kill();
    } else if (id !== undefined && method) send({ id, result: null });
  };
  let held = Buffer.alloc(0);
  server.stdout.on("data", (data) => {
    held = Buffer.concat([held, data]);
    for (let at; (at = held.indexOf("\r\n\r\n")) >= 0; ) {
      const end = at + 4 + Number(/Content-Length: (\d+)/i.exec(held.subarray(0, at))[1]);
      if (held.length < end) return;
      const message = JSON.parse(held.subarray(at + 4, end));
      held = held.subarray(end);
      take(message);
    }
  });
  const root = { uri: address("."), name: "content" };
  const able = { workspace: { configuration: true }, textDocument: { publishDiagnostics: {} } };
  const params = { processId: null, rootUri: root.uri, workspaceFolders: [root], capabilities: able };
  send({ id: "start", method: "initialize", params });
  await once(server, "exit");
  return found;
}
EOF
cat >server-side.mjs <<'EOF'
import { readFileSync, writeFileSync } from "node:fs";
import { diagnostics } from "./server.mjs";
const cases = JSON.parse(readFileSync("cases.json", "utf8"));
const properties = Object.fromEntries(cases.map(([rule], at) => [`a${at}`, rule]));
writeFileSync("schema.json", JSON.stringify({ type: "object", properties }));
const text = cases.map(([, value], at) => `a${at}: "${value}"\n`).join("");
const lines = (await diagnostics("schema.json", { "a.yml": text }))["a.yml"].map((one) => parseInt(one) - 1);
cases.forEach(([rule, value], at) => console.log(`server ${JSON.stringify(rule)} ${value}: ${!lines.includes(at)}`));
EOF
cat >check.py <<'EOF'
import json
import re

from jsonschema import Draft7Validator

for rule, value in json.load(open("cases.json", encoding="utf-8")):
    try:
        valid = Draft7Validator(rule, format_checker=Draft7Validator.FORMAT_CHECKER).is_valid(value)
    except re.error as error:
        valid = type(error).__name__
    print("jsonschema", json.dumps(rule, ensure_ascii=False, separators=(",", ":")), f"{value}: {str(valid).lower()}")
EOF
seen=$(node server-side.mjs; venv/bin/python check.py)
printf '%s\n' "$seen"
[ "$seen" = 'server {"pattern":"^\\w+$"} 民生: false
server {"pattern":"^\\d+$"} １２: false
server {"pattern":"^\\p{L}+$"} 民生: true
server {"pattern":"^[一-鿿]+$"} 民生: true
server {"maxLength":2} 民生: true
server {"maxLength":2} 𠮷野: false
server {"format":"date"} 2024-02-30: true
server {"format":"date"} 2024-2-5: false
jsonschema {"pattern":"^\\w+$"} 民生: true
jsonschema {"pattern":"^\\d+$"} １２: true
jsonschema {"pattern":"^\\p{L}+$"} 民生: error
jsonschema {"pattern":"^[一-鿿]+$"} 民生: true
jsonschema {"maxLength":2} 民生: true
jsonschema {"maxLength":2} 𠮷野: true
jsonschema {"format":"date"} 2024-02-30: false
jsonschema {"format":"date"} 2024-2-5: false' ]
