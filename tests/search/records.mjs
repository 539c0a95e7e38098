// Reads { home, folder, documents }; writes Pagefind's index of these documents, as records of its own, into the folder.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { home, folder, documents } = JSON.parse(readFileSync(0, "utf8"));
const pagefind = await import(pathToFileURL(`${home}/node_modules/pagefind/lib/index.js`));
const { index } = await pagefind.createIndex({ forceLanguage: "zh" });
for (const { address, title, text, also } of documents) {
  const { errors } = await index.addCustomRecord({ url: `/${address}`, content: [title, text, also].filter(Boolean).join("\n"), language: "zh", meta: { title } });
  if (errors.length) throw new Error(errors.join("; "));
}
const { errors } = await index.writeFiles({ outputPath: folder });
if (errors.length) throw new Error(errors.join("; "));
await pagefind.close();
console.log(JSON.stringify(documents.length));
