// Reads { folder, asked }, each asked as { q, dropped, <filter>: value }; writes what is left of its hits, what they are
// narrowed down to, and what of the address is not known: the search as the browser runs it, without the page.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { ask } from "../../templates/js/search/ask.js";
import { narrowed } from "../../templates/js/search/narrow.js";
import { open } from "../../templates/js/search/store.js";

const NAMES = ["district", "year", "report", "kind", "section", "topic", "outcome"];
const { folder, asked } = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(`../../templates/js/search/${name.replace("search-", "")}.js`);

function read(name) {
  const found = new Map();
  const text = readFileSync(`${folder}/search/${name}.js`, "utf8");
  runInNewContext(text, { disclosure: { data: (key, value) => found.set(key, value) } });
  return found.get(name);
}

const store = await open(async (name) => read(name), load);
await store.more();
const answers = [];
for (const { q = "", dropped = [], ...filters } of asked) {
  globalThis.location = { href: `https://example.org/search.html?${new URLSearchParams({ q, ...filters })}` };
  const page = { querySelector: () => ({ open: false }) };
  const view = { page, store, box: { value: q }, dropped: new Set(dropped) };
  const { hits } = q ? await ask(store, q, store.repair) : { hits: [] };
  const left = (await narrowed(view, hits, NAMES)).filter(({ direct }) => direct);
  const documents = await store.documents(left.map(({ n }) => n));
  const chosen = Object.fromEntries(Object.entries(view.chosen).filter(([, value]) => value));
  const told = documents.map(({ address }, i) => ({ address, topics: view.all ? view.all[left[i].n].topics : [] }));
  answers.push({ hits: told, chosen, unknown: view.unknown });
}
console.log(JSON.stringify(answers));
