// Opens the index, small or large, and whatever of it is only needed sometimes.
import { fold } from "./fold.js";
import { LONGEST, bare, filledOf, parse, wordTerm, wording } from "./query.js";
import { rarity } from "./rank.js";
import { letters, pairs, runs } from "./tokens.js";

// As in disclosure/search/tables.py
const WORD_FILES = 16;
const DAY = /\d{4}[-./]\d|[\d一二三四五六七八九十]月|年[底末]/;

// `openIndex` makes a store of the first file, `read` gives the data of a file of the index, `load` what a script exports,
// each by its name.
export async function open(openIndex, read, load) {
  const head = await read("index");
  const store = Object.assign(await openIndex(head, read), lookups(head));
  store.more = async () => {
    const more = await read(head.more);
    store.ways = [...store.ways, ...more.places];
    if (store.add) await store.add(more);
  };
  // Without it the search is poorer, not broken
  store.exacting = async () => (store.exact = store.exact ?? (await load("search-exact").catch(() => ({}))).exact);
  store.shorten = async (text) => (await load("search-shorten")).shorten({ LONGEST, bare, fold, pairs, rarity, runs }, text, store);
  // How a query is read, for what is loaded later
  store.reading = { bare, fold, letters };
  store.read = read;
  // The file of answers, where a query has a word or a day that asks for one
  store.answering = store.answering ?? (async (text) => {
    const folded = fold(text);
    const whole = letters(folded);
    return DAY.test(folded) || store.asks.some((word) => word && whole.includes(word)) ? read("answers") : undefined;
  });
  store.answers = async (text, page) => {
    const given = await store.answering(text);
    // Where there are many districts: those that the query names (parted.js)
    const figures = (await store.figures?.(text, Boolean(given))) ?? [];
    if (!given && !figures.length) return [];
    const { answersTo, lines, partOf } = await load("search-answers");
    return lines(page, answersTo(text, given?.parted || figures.length ? await partOf(text, given, figures, store) : given, store));
  };
  store.full = store;
  store.fuller = () => fuller(store, head, read, load);
  store.repair = repairing(store, read, load);
  // Where what `head` says has become more
  store.renew = () => Object.assign(store, lookups(head), { full: store, repair: repairing(store, read, load) });
  store.isWord = async (word) => ((await read(`words/${word.charCodeAt(0) % WORD_FILES}`))[word[0]] ?? "").includes(word[1] ?? " ");
  return store;
}

// The store as it reads a query in which a word was not found: with the rarer aliases, and with all of them inside words.
async function fuller(store, head, read, load) {
  if (store.full !== store) return store.full;
  const [text, inside] = await Promise.all([head.rarer ? read("rarer").catch(() => "") : "", load("search-inside").catch(() => ({}))]);
  const full = Object.assign(Object.create(store), called(text, store.aliases));
  full.within = inside.within?.({ wordTerm, wording }, full.aliases);
  // What is lacking is asked for again by the next query
  if (full.within && (text || !head.rarer)) store.full = full;
  return full;
}

// Readings and traditional characters are loaded the first time that something is not found.
function repairing(store, read, load) {
  let ready;
  let sounds;
  const tools = { fold, letters, parse, runs, wording };
  return async (text, terms, isLost) => {
    ready = ready || Promise.all([load("search-repair"), read("characters")]);
    try {
      const [module, tables] = await ready;
      sounds = sounds || module.sounds(store, tables);
      return await module.repair(tools, sounds, text, terms, isLost);
    } catch {
      // Without them the search is poorer, not broken
      ready = undefined;
      return { terms, repaired: [], settle: (made) => ({ terms: made, absent: [] }) };
    }
  };
}

function lookups({ names, aliases, asks, reports, topics, year, ways }) {
  return { names, year, ways, reports, topics, asks: asks.split(" "), ...called(aliases) };
}

// What words are called elsewhere, of lines "停车位 停车难=停车泊位", beside what is `known` already.
function called(text, known = []) {
  const lines = text.split("\n").filter(Boolean).map((line) => line.split("=").map((part) => part.split(" ")));
  const aliases = new Map([...lines.flatMap(([said, means]) => said.map((one) => [one, means])), ...known]);
  return { aliases, filled: filledOf([...aliases.keys()]) };
}
