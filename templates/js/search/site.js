// One of several sites that are searched together: its index, read as text and held to its shapes, small or large.
import { columnsOf, headOf, isRising, recordOf, stringOf, stringsOf } from "./checked.js";
import { fetched } from "./fetched.js";
import { nameAll } from "./names.js";
import { openOne } from "./one.js";
import { keyIn } from "./reports.js";
import { openShards } from "./shards.js";

// Of the first file, and of each other: bytes as they come out of the compression
const MOST_FIRST = 12000000;
const MOST_BYTES = 4000000;
const OWN_ADDRESS = /^[^/\\\s:?#][^\\\s:?]*$/;
const UPWARD = /(^|\/)(\.|%2e){1,2}(\/|$)/i;

// `given.root` is where its files begin. `failed` is told where a file does not come or is not as it should be.
export async function openSite(given, failed) {
  const loading = new Map();
  const read = (name, check) => {
    if (!loading.has(name)) {
      const coming = fetched(new URL(`search/${name}.js`, given.root).href, name, name === "index" ? MOST_FIRST : MOST_BYTES).then(check);
      loading.set(name, coming);
      // The next one who asks tries again
      coming.catch(() => loading.delete(name));
    }
    return loading.get(name);
  };
  const head = await read("index", headOf);
  const isLarge = Boolean(head.shards);
  const columns = (name) => read(name, (columns) => columnsOf(columns, head.kinds));
  const store = isLarge ? openShards(head, (name) => (name.startsWith("documents/") ? columns(name) : read(name, name === "numbers" ? stringOf : stringsOf))) : await openOne(head);
  const site = { ...given, head, store };
  // Nothing rather than something wrong: the others go on
  const orNothing = (reading, nothing) =>
    reading.catch((error) => {
      failed(error);
      return nothing;
    });
  const held = (found) => (token) => rising(found(token), store.total, failed);
  site.lookup = async (tokens) => {
    if (!isLarge && tokens.some((token) => token[0] === "#")) await nameAll(store);
    return held(await orNothing(store.lookup(tokens), () => undefined));
  };
  // A large one's older years, too; where they do not come, at least the newest
  site.lookupAll = async (tokens) => {
    const found = store.allYears && (await orNothing(store.allYears.lookup(tokens), undefined));
    return found ? held(found) : site.lookup(tokens);
  };
  site.stands = async (tokens) => {
    const found = store.stands && (await orNothing(store.lookup(tokens), undefined));
    return Boolean(found) && tokens.every((token) => found(token)?.older) && orNothing(store.stands(tokens, found), false);
  };
  site.older = store.older ?? (() => []);
  site.documents = (numbers) => orNothing(store.documents(numbers), []);
  site.numbers = () => orNothing(store.numbers(), []);
  site.pairs = (keys, readTokens) => (isLarge ? orNothing(store.pairs(keys), new Map()) : (site.known = site.known ?? readTokens(store.tokens)));
  site.text = (name) => orNothing(read(name, stringOf), "");
  site.record = (name) => orNothing(read(name, recordOf), {});
  // What a small one says once the first hits are there
  site.more = async () => {
    const more = isLarge ? undefined : await orNothing(read("site", ({ documents }) => ({ documents: columnsOf(documents, head.kinds) })));
    if (more) await store.add(more);
    return Boolean(more);
  };
  // The same array grows by what comes later
  const all = isLarge ? [] : await store.facets();
  site.report = (n) => (isLarge ? store.report(n) : keyIn(all[n]?.address));
  return site;
}

function rising(list, total, failed) {
  if (!list || isRising(list, total)) return list;
  failed();
  return undefined;
}

// Where a site begins and one of its addresses together; undefined for what is none of its own. No page of such a site stands
// outside its folders.
export function below(root, address) {
  return OWN_ADDRESS.test(address) && !UPWARD.test(address) ? root + address : undefined;
}
