// Reads { folder, queries, shown, isAll }, where `folder` holds the files of an index, small or large; writes what each query
// finds, what was looked for as well, and which words stand nowhere: the search as the browser runs it, without the page. Of an
// index with older years the newest are asked, and `part` says that others may have more; with `isAll` all are.
// With `shown`, each query meets an index that nothing was read of, reads no more documents than the page first shows, and
// tells what that cost.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { ask } from "../../templates/js/search/ask.js";
import { LONGEST } from "../../templates/js/search/query.js";
import { openOne } from "../../templates/js/search/one.js";
import { openShards } from "../../templates/js/search/shards.js";
import { reachOf } from "../../templates/js/search/reach.js";
import { open } from "../../templates/js/search/store.js";
import { structureIn } from "../../templates/js/search/structure.js";

const { folder, queries, shown, isAll } = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(`../../templates/js/search/${name.replace("search-", "")}.js`);

// A file of the index is a script that hands over its data under its name
function handed(text, name) {
  const found = new Map();
  runInNewContext(text, { disclosure: { data: (key, value) => found.set(key, value) } });
  return found.get(name);
}

async function opened(files) {
  const read = (name) => {
    if (!files.has(name)) {
      const bytes = readFileSync(`${folder}/search/${name}.js`);
      files.set(name, { data: handed(bytes.toString(), name), size: shown && gzipSync(bytes, { level: 9 }).length });
    }
    return files.get(name).data;
  };
  const store = await open(read("index").shards ? openShards : openOne, async (name) => read(name), load);
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
  const asked = [...query].length > LONGEST ? await store.shorten(query) : query;
  let answer = await ask(isAll ? (store.allYears ?? store) : store, asked, store.repair);
  // As the page does it where older years alone are named (narrow.js)
  if (shown && store.older && reachOf(store, structureIn(asked, { ...store, topics: [] }).values).isOlder) answer = await ask(store.allYears, asked, store.repair);
  const hits = answer.hits.slice(0, shown);
  const documents = await store.documents(hits.map(({ n }) => n));
  const bytes = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  const { repaired, absent, isPart } = answer;
  found.push({ files: files.size, bytes, repaired, absent, part: Boolean(isPart), hits: documents.map((one, n) => row(one, hits[n])) });
}
console.log(JSON.stringify(found));
