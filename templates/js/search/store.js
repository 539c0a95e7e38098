// Opens the index, small or large, and whatever of it is only needed sometimes.
import { lookups, openOne } from "./one.js";
import { fold } from "./fold.js";
import { parse, wording } from "./query.js";
import { readRows } from "./rows.js";

// `read` gives the JSON at an address of the site, `load` a script by its name.
export async function open(address, read, load) {
  const head = await read(address);
  const of = (name) => read(address.replace("index.json", `${name}.json`));
  const store = head.shards ? (await load("search-shards")).default({ lookups, readRows }, head, of) : openOne(head);
  store.more = async () => head.more && store.add(await read(head.more));
  store.repair = repairing(store, of, load);
  return store;
}

// Readings and traditional characters are loaded the first time that something is not found.
function repairing(store, of, load) {
  let ready;
  const tools = { fold, parse, wording };
  return async (text, terms, isLost) => {
    ready ??= Promise.all([load("search-repair"), of("characters")]);
    try {
      const [module, tables] = await ready;
      store.pairs ??= small(module, store, tables);
      return await module.default(tools, store, tables, store.pairs, text, terms, isLost);
    } catch {
      // Without them the search is poorer, not broken
      ready = undefined;
      return { terms, repaired: [] };
    }
  };
}

function small(module, store, tables) {
  const pairs = module.readPairs(store.tokens, tables.syllables);
  return async () => pairs;
}
