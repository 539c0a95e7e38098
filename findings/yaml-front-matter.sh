#!/usr/bin/env bash
# yaml-language-server 2.0.0, the program behind VS Code's YAML extension
# Expected: the schema of a Markdown file's head (`yaml.schemas` with the file's name) is asked of the head: what stands
#   between the two lines `---`.
# Happens: the second `---` begins another YAML document, of which the same is asked: every right head is an error, even
#   with nothing after it, and the Markdown behind it is read as YAML: bold at a line's start is an unresolved alias. A head
#   is right without a second line, or with `...` for it, which not all readers of Markdown know.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml-language-server@2.0.0
echo '{ "type": "object", "properties": { "title": { "type": "string" } } }' >schema.json
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
cat >try.mjs <<'EOF'
import { diagnostics } from "./server.mjs";
const head = "---\ntitle: 公开\n";
const texts = {
  "head-open.md": head,
  "head-alone.md": `${head}---\n`,
  "heading.md": `${head}---\n\n# 任务\n`,
  "text.md": `${head}---\n\n各项任务已经开工。\n`,
  "list.md": `${head}---\n\n- 公园：开工\n- 学校：建成\n`,
  "emphasis.md": `${head}---\n\n**公园**已经开工。\n`,
  "dots.md": `${head}...\n`,
};
const found = await diagnostics("schema.json", texts);
for (const name of Object.keys(texts)) console.log(`${name}: ${found[name].join("; ") || "right"}`);
EOF
seen=$(node try.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'head-open.md: right
head-alone.md: 3 Incorrect type. Expected "object".
heading.md: 3 Incorrect type. Expected "object".
text.md: 5 Incorrect type. Expected "object".
list.md: 5 Incorrect type. Expected "object".
emphasis.md: 5 Incorrect type. Expected "object".; 5 Unresolved alias "**公园**已经开工。"
dots.md: right' ]
