// Reads { folder, asked, outcomes }, each asked as { q, dropped, <filter>: value }; writes what was found, what is left of it, what it
// is narrowed down to, what of the address is not known, the lines that answer it, and whether older years may have more: the search as the browser runs it,
// without the page.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { answersTo } from "../../templates/js/search/answers.js";
import { ask } from "../../templates/js/search/ask.js";
import { labelOf } from "../../templates/js/search/labels.js";
import { narrow } from "../../templates/js/search/narrow.js";
import { openOne } from "../../templates/js/search/one.js";
import { openShards } from "../../templates/js/search/shards.js";
import { open } from "../../templates/js/search/store.js";

const NAMES = ["district", "year", "report", "kind", "section", "topic", "department", "outcome", "reported", "evidenced", "schedule"];
const { folder, asked, outcomes } = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(`../../templates/js/search/${name.replace("search-", "")}.js`);
const loaded = [];

function read(name) {
  loaded.push(name);
  const found = new Map();
  const text = readFileSync(`${folder}/search/${name}.js`, "utf8");
  runInNewContext(text, { disclosure: { data: (key, value) => found.set(key, value) } });
  return found.get(name);
}

const page = { querySelector: () => ({ open: false, dataset: { year: "{year}年" } }) };
const store = await open(read("index").shards ? openShards : openOne, async (name) => read(name), load);
await store.more();
const put = (text, isAll) => ask(store.within?.(text, isAll) ?? store, text, store.repair);
const answers = [];
for (const { q = "", dropped = [], ...filters } of asked) {
  globalThis.location = { href: `https://example.org/search.html?${new URLSearchParams({ q, ...filters })}` };
  const view = { page, store, box: { value: q }, outcomes, dropped: new Set(dropped), ask: put };
  const found = q ? await put(q) : { hits: [] };
  const before = found.hits.map(({ n, score }) => [n, score]);
  loaded.length = 0;
  view.answer = found;
  await narrow(view, found, NAMES);
  const left = found.hits.filter(({ direct }) => direct);
  const documents = await store.documents(left.map(({ n }) => n));
  const chosen = Object.fromEntries(Object.entries(view.chosen).filter(([, value]) => value));
  const chips = Object.entries(chosen).map(([name, value]) => labelOf(view, name, value));
  const of = (n) => view.all?.[n] ?? {};
  const hits = documents.map(({ address }, i) => ({ address, topics: of(left[i].n).topics ?? [], outcome: of(left[i].n).outcome, filed: of(left[i].n).filed }));
  const given = await store.answering(q);
  const lines = given ? answersTo(q, given, store) : [];
  answers.push({ hits, chosen, chips, unknown: view.unknown, before, after: found.hits.map(({ n, score }) => [n, score]), loaded: [...loaded], lines, part: found.isPart ?? null, left: view.reach?.left.length ?? 0 });
}
console.log(JSON.stringify(answers));
