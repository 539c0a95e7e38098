// Reads { folder, queries, shown }, where `folder` holds the files of an index, small or large; writes what each query
// finds: the search as the browser runs it, without the page. With `shown`, each query meets an index that nothing was
// read of, reads no more documents than the page first shows, and tells what that cost.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { ask } from "../../templates/js/search/ask.js";
import { open } from "../../templates/js/search/store.js";

const { folder, queries, shown } = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(`../../templates/js/search/${name.replace("search-", "")}.js`);

async function opened(files) {
  const store = await open("search/index.json", async (address) => {
    const bytes = readFileSync(`${folder}/${address}`);
    if (shown) files.set(address, gzipSync(bytes, { level: 9 }).length);
    return JSON.parse(bytes);
  }, load);
  if (!shown) await store.more();
  return store;
}

const row = (one, { direct, score }) => [one.address, one.passage, one.start, one.end, one.title, one.text, direct, score];
const files = new Map();
let store = await opened(files);
const found = [];
for (const query of queries) {
  if (shown) {
    files.clear();
    store = await opened(files);
  }
  const hits = (await ask(store, query, store.repair)).hits.slice(0, shown);
  const documents = await store.documents(hits.map(({ n }) => n));
  const bytes = [...files.values()].reduce((sum, one) => sum + one, 0);
  found.push({ files: files.size, bytes, hits: documents.map((one, n) => row(one, hits[n])) });
}
console.log(JSON.stringify(found));
