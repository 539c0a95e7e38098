// Opens the index, small or large, and whatever of it is only needed sometimes.
import { lookups, openOne } from "./one.js";
import { fold } from "./fold.js";
import { parse, wording } from "./query.js";
import { readRows } from "./rows.js";
import { isAcronym } from "./signs.js";

// As in disclosure/search/tables.py
const WORD_FILES = 16;

// `read` gives the data of a file of the index, `load` what a script exports, each by its name.
export async function open(read, load) {
  const head = await read("index");
  const store = head.shards ? (await load("search-shards")).openShards({ lookups, readRows }, head, read) : await openOne(head);
  store.more = async () => head.more && store.add(await read(head.more));
  store.repair = repairing(store, read, load);
  store.isWord = async (word) => ((await read(`words/${word.charCodeAt(0) % WORD_FILES}`))[word[0]] ?? "").includes(word[1] ?? " ");
  return store;
}

// Readings and traditional characters are loaded the first time that something is not found.
function repairing(store, read, load) {
  let ready;
  let sounds;
  const tools = { fold, parse, wording, isAcronym };
  return async (text, terms, isLost) => {
    ready = ready || Promise.all([load("search-repair"), read("characters")]);
    try {
      const [module, tables] = await ready;
      sounds = sounds || module.sounds(store, tables);
      return await module.repair(tools, sounds, text, terms, isLost);
    } catch {
      // Without them the search is poorer, not broken
      ready = undefined;
      return { terms, repaired: [] };
    }
  };
}
