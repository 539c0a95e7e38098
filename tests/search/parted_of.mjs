// Reads { folder, queries }, where `folder` holds the files of an index; writes for each query what leads past the hits before
// and after all is there, the lines that answer it, the structure that it has, and which files of the index were read before, and
// what reports are called.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import * as answering from "../../templates/js/search/answers.js";
import { ask } from "../../templates/js/search/ask.js";
import { openOne } from "../../templates/js/search/one.js";
import { openShards } from "../../templates/js/search/shards.js";
import { open } from "../../templates/js/search/store.js";
import { structureIn } from "../../templates/js/search/structure.js";
import { waysFor } from "../../templates/js/search/ways.js";

const { folder, queries } = JSON.parse(readFileSync(0, "utf8"));
const scripts = { "search-answers": { ...answering, lines: (_, answers) => answers } };
const load = async (name) => scripts[name] ?? import(`../../templates/js/search/${name.replace("search-", "")}.js`);

async function answered(query) {
  const files = [];
  const read = async (name) => {
    files.push(name);
    const found = new Map();
    runInNewContext(readFileSync(`${folder}/search/${name}.js`, "utf8"), { disclosure: { data: (key, value) => found.set(key, value) } });
    return found.get(name);
  };
  const head = await read("index");
  const store = await open(head.shards ? openShards : openOne, async (name) => (name === "index" ? head : read(name)), load);
  const { terms } = await ask(store, query, store.repair);
  const answers = await store.answers(query);
  await store.leading?.(terms);
  const [first, before] = [waysFor(query, store), [...files]];
  await store.departments?.();
  await store.more();
  const statuses = (await store.answering(query))?.statuses;
  const { values } = structureIn(query, store, statuses);
  return { first, ways: waysFor(query, store), answers, values, files: before, titles: store.reports.map((one) => one[2]) };
}

const found = [];
for (const query of queries) found.push(await answered(query));
console.log(JSON.stringify(found));
